/** A run that another process runs, followed by reading what was appended to its journal. */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { JournalError } from './errors.js'
import type { JournalEvent } from './events.js'
import type { RunFolder } from './folder.js'
import { parseLine } from './line.js'
import { reduce } from './reduce.js'
import { regular } from './regular.js'
import { initialState, type RunState } from './state.js'

type Listener = (event: JournalEvent, state: RunState) => void

/** Polls, because network file systems tell nobody of a change. */
export const POLL_MS = 250

export class FollowedRun {
  #state: RunState = initialState
  #seq = 0
  #version: number = 1
  #position = 0
  #rest: Buffer = Buffer.alloc(0)
  readonly #listeners = new Set<Listener>()
  #timer: NodeJS.Timeout | null = null

  /**
   * @param first called for everything so far, and for what comes
   * @throws JournalError for a damaged journal
   */
  constructor(
    readonly folder: RunFolder,
    first?: Listener,
  ) {
    if (first !== undefined) this.#listeners.add(first)
    this.read()
  }

  get state(): RunState {
    return this.#state
  }

  /** Calls back for every event that comes from now on. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    this.#timer ??= setInterval(() => this.read(), POLL_MS)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.close()
    }
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  /** Folds what was appended since the last time; true where that was anything. */
  read(): boolean {
    const appended = this.#appended()
    if (appended.length === 0) return false
    let start = 0
    const bytes = Buffer.concat([this.#rest, appended])
    for (;;) {
      const newline = bytes.indexOf(0x0a, start)
      if (newline === -1) break
      const line = bytes.toString('utf8', start, newline)
      const event = parseLine(line, this.#seq + 1, this.#version)
      if (event === null)
        throw new JournalError(
          'corrupt-journal',
          `line ${this.#seq + 1} of ${this.folder.journal} is damaged.`,
        )
      this.#seq += 1
      this.#version = event.v
      this.#state = reduce(this.#state, event)
      for (const listener of this.#listeners) listener(event, this.#state)
      start = newline + 1
    }
    this.#rest = bytes.subarray(start)
    return true
  }

  #appended(): Buffer {
    if (!existsSync(this.folder.journal)) return Buffer.alloc(0)
    const descriptor = openSync(regular(this.folder.journal), 'r')
    try {
      const { size } = fstatSync(descriptor)
      // A runner that goes on cuts a torn last line off; then the rest that was kept of it is none.
      if (size < this.#position) {
        this.#position = Math.max(0, this.#position - this.#rest.length)
        this.#rest = Buffer.alloc(0)
      }
      const bytes = Buffer.alloc(Math.max(0, size - this.#position))
      const read = readSync(descriptor, bytes, 0, bytes.length, this.#position)
      this.#position += read
      return bytes.subarray(0, read)
    } finally {
      closeSync(descriptor)
    }
  }
}
