/** Text files that people name: read whole, so never one without an end. */
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs'

/** Far above any experiment or list of names; far below what would fill the memory. */
const LIMIT = 16 * 2 ** 20

/** A shell hands over `<(command)` and its own input as pipes under these names. */
const PIPE = /^\/(dev\/(stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/

/** @throws Error whose message says why: not there, a device or FIFO, longer than any such file */
export function readTextFile(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new Error('file not found')
  if (stat.isDirectory()) throw new Error('it is a folder')
  if (!stat.isFile() && !(stat.isFIFO() && PIPE.test(path)))
    throw new Error('it is a device, a FIFO or a socket; expected a regular file')
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > LIMIT)
      throw new Error(`it is ${Math.round(size / 2 ** 20)} MiB long; expected at most 16`)
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}
