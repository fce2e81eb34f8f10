/** Files of a run as they are read: a FIFO would be waited for, a device has no end, a folder is no file. */
import { statSync } from 'node:fs'
import { JournalError } from './errors.js'

/**
 * The same path, where a regular file lies there, or nothing.
 * @throws JournalError 'unreadable'
 */
export function regular(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || found.isFile()) return path
  const what = found.isDirectory() ? 'a folder' : 'a device, a FIFO or a socket'
  throw new JournalError(
    'unreadable',
    `${path} is ${what}; expected a file of the run. Restore it from a backup, or remove it.`,
  )
}
