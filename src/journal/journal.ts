/** The append-only log of a run: reading it to the last valid line, writing it line by line. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { diskError } from './disk.js'
import { JournalError } from './errors.js'
import type { EventBody, JournalEvent } from './events.js'
import { syncPath } from './folder.js'
import { encodeLine, LINE_VERSION, parseLine } from './line.js'
import { fold, reduce } from './reduce.js'
import { regular } from './regular.js'
import { initialState, type RunState } from './state.js'

export interface JournalContents {
  readonly events: readonly JournalEvent[]
  /** Bytes up to the end of the last valid line. */
  readonly validBytes: number
  /** True when a torn last line follows them. */
  readonly torn: boolean
}

/**
 * @throws JournalError 'corrupt-journal' naming the line, when anything but the last line is damaged
 */
export function readJournal(path: string): JournalContents {
  if (!existsSync(path)) return { events: [], validBytes: 0, torn: false }
  const bytes = readFileSync(regular(path))
  const events: JournalEvent[] = []
  let start = 0
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start)
    if (newline === -1) return { events, validBytes: start, torn: true }
    const { v: after } = events.at(-1) ?? { v: 1 }
    const event = parseLine(bytes.toString('utf8', start, newline), events.length + 1, after)
    if (event === null) throw corrupt(path, events.length + 1)
    events.push(event)
    start = newline + 1
  }
  return { events, validBytes: start, torn: false }
}

/** Cuts the journal before its first damaged line; the whole is kept beside it. Returns the number of lines kept. */
export function repairJournal(path: string): number {
  const bytes = readFileSync(regular(path))
  let start = 0
  let line = 1
  let after = 1
  for (; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start)
    if (newline === -1) break
    const event = parseLine(bytes.toString('utf8', start, newline), line, after)
    if (event === null) break
    after = event.v
    start = newline + 1
  }
  if (start < bytes.length) {
    copyFileSync(path, `${path}.damaged`)
    const descriptor = openSync(path, 'r+')
    ftruncateSync(descriptor, start)
    closeSync(descriptor)
  }
  return line - 1
}

function corrupt(path: string, line: number): JournalError {
  return new JournalError(
    'corrupt-journal',
    `line ${line} of ${path} is damaged. Everything before it is intact: \`zscl resume RUN --repair\` keeps those ` +
      `${line - 1} lines (with a copy of the original in journal.jsonl.damaged) and resumes from the last checkpoint among them.`,
  )
}

function gone(path: string): JournalError {
  return new JournalError(
    'gone',
    `${dirname(path)} was removed or moved while the run was in progress, so the run has ended. If it was moved, \`zscl resume\` with its new path continues from the last checkpoint.`,
  )
}

export type Listener = (event: JournalEvent, state: RunState) => void

/** The open journal of a live run, with the state it folds to. */
export class Journal {
  #state: RunState = initialState
  #seq = 0
  readonly #descriptor: number
  readonly #listeners = new Set<Listener>()

  /** Opens or creates the file, drops a torn last line, and folds what is there. */
  constructor(readonly path: string) {
    const contents = readJournal(path)
    const isNew = !existsSync(path)
    this.#descriptor = openSync(path, isNew ? 'wx+' : 'r+')
    if (isNew) syncPath(dirname(path)) // its name; what is in it is flushed when something relies on that
    ftruncateSync(this.#descriptor, contents.validBytes)
    this.#state = fold(contents.events)
    this.#seq = contents.events.length
    this.#position = contents.validBytes
  }
  #position: number
  #forbidden: JournalError | null = null
  /** The disk takes nothing any more, and the caller knows. */
  #isLost = false

  get state(): RunState {
    return this.#state
  }

  /** How many it has. */
  get lines(): number {
    return this.#seq
  }

  /** From now on nothing is written: the run is another process's. */
  forbid(error: JournalError): void {
    this.#forbidden = error
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Appends one event; it is part of the state once it is in the file. */
  append(body: EventBody): void {
    if (this.#forbidden !== null) throw this.#forbidden
    // A file that was removed takes what is written all the same, and nobody would ever see it.
    if (!existsSync(this.path)) this.forbid(gone(this.path))
    if (this.#forbidden !== null) throw this.#forbidden
    const head = { v: LINE_VERSION, seq: this.#seq + 1, at: new Date().toISOString() } as const
    const event: JournalEvent = { ...head, ...body }
    const line = Buffer.from(encodeLine(event))
    this.#write(line)
    this.#seq += 1
    this.#state = reduce(this.#state, event)
    for (const listener of this.#listeners) listener(event, this.#state)
  }

  /** Flushes to disk; called before anything relies on what was written. */
  sync(): void {
    try {
      fsyncSync(this.#descriptor)
    } catch (cause) {
      this.#isLost = true
      throw diskError(cause, this.path)
    }
  }

  /** @throws JournalError when the disk does not take what was written, unless that was said already */
  close(): void {
    try {
      if (!this.#isLost) this.sync()
    } finally {
      closeSync(this.#descriptor)
    }
  }

  #write(line: Buffer): void {
    try {
      let written = 0
      while (written < line.length)
        written += writeSync(
          this.#descriptor,
          line,
          written,
          line.length - written,
          this.#position + written,
        )
      this.#position += line.length
    } catch (cause) {
      try {
        ftruncateSync(this.#descriptor, this.#position) // leave no torn line behind
      } catch {
        this.#isLost = true // a disk that can only be read
      }
      throw diskError(cause, this.path)
    }
  }
}
