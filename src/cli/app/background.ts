/** Commands that go on when the app is left, and what they have printed: into files beside the runs. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { join, relative } from 'node:path'
import { regular } from '../../journal/regular.js'
import type { Said } from '../../view/terminal/app/feed.js'
import { startDetached } from '../run/detached.js'
import type { Context } from '../shared/context.js'

/** Of what a command has printed, at most so many lines from so many bytes at the end. */
const LINES = 12
const BYTES = 8_192

export class Background {
  readonly #running = new Map<string, number>()

  constructor(
    private readonly context: Context,
    private readonly root: string,
  ) {}

  /** Begins `zscl WORDS…`, unless this app has it running already; in words. */
  begin(words: readonly string[]): string {
    const log = this.#logOf(words)
    const place = relative(this.context.cwd, log)
    if (this.#running.has(log)) return `runs already; what it prints: ${place}`
    const { pid, ended } = startDetached(this.context, words, log)
    if (pid === 0) return `could not be started; what it prints: ${place}`
    this.#running.set(log, pid)
    void ended.then(() => this.#running.delete(log))
    return `runs in the background (process ${pid}); what it prints: ${place}`
  }

  /** Asks it to end, as Ctrl-C does in a terminal; in words. */
  stop(words: readonly string[]): string {
    const pid = this.#running.get(this.#logOf(words))
    if (pid === undefined) return 'not running, or begun by another app'
    try {
      process.kill(pid, 'SIGINT')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
      return 'has just ended'
    }
    return `kill -INT ${pid}`
  }

  /** The end of what it has printed, begun by whatever app; null where it never was. */
  said(words: readonly string[]): Said | null {
    const log = this.#logOf(words)
    const found = endOf(log)
    return found === null ? null : { words, ...found, isRunning: this.#running.has(log) }
  }

  #logOf(words: readonly string[]): string {
    const name = words.join('-').replaceAll(/[^A-Za-z0-9.-]+/g, '-')
    return join(this.root, 'logs', `${name}.log`)
  }
}

function endOf(path: string): Pick<Said, 'lines' | 'at'> | null {
  let file: number
  try {
    file = openSync(regular(path), 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    const { size, mtime } = fstatSync(file)
    const buffer = Buffer.alloc(Math.min(size, BYTES))
    readSync(file, buffer, 0, buffer.length, size - buffer.length)
    const lines = buffer.toString('utf8').trimEnd().split('\n')
    return { lines: lines.slice(-LINES), at: mtime }
  } finally {
    closeSync(file)
  }
}
