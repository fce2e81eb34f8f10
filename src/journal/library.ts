/** All runs below a folder, kept up to date by looking: each journal is read once, then only what was appended. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { JournalError } from './errors.js'
import { type RunFolder, runFolder } from './folder.js'
import { FollowedRun } from './follow.js'
import { readJob } from './job.js'
import { plannedIn } from './planned.js'
import { runnerOf } from './presence.js'
import { type RunSummary, readSummary, summaryOf } from './summary.js'

export interface LibraryRun {
  readonly folder: RunFolder
  /** Of the sweep it is a trial of; '' = none. */
  readonly sweep: string
  /** Whether a process runs it now. */
  readonly isLive: boolean
  /** Whether it waits in the queue of a scheduler, by what is noted in its folder. */
  readonly isQueued?: boolean
  readonly summary: RunSummary | null
  /** Why there is no summary. */
  readonly problem: string
  /** Of a trial: how many its sweep has, begun or not, where that is known. */
  readonly planned?: number
  /** A row that stands for a sweep: its trials that have begun. */
  readonly trials?: readonly LibraryRun[]
}

type Found = 'nothing' | 'progress' | 'news'

interface Entry {
  run: LibraryRun
  size: number
  mtime: number
  /** While it goes on. */
  followed: FollowedRun | null
}

/** How often what goes on is looked at, and new runs are looked for. */
export const ACTIVE_MS = 2_000
/** How often it is told that runs got on; that one began, ended or measured a task is told when it is seen. */
export const PROGRESS_MS = 5_000
/** All others are looked at in turn, each once in so many looks. */
const ROUND = 30
/** New runs are looked for in every so manieth look. */
const LISTED = 2
/** Journals that are read in one go, before the screen and the keys get a turn. */
const CHUNK = 100

export class Library {
  readonly #entries = new Map<string, Entry>()
  readonly #listeners = new Set<() => void>()
  #timer: NodeJS.Timeout | null = null
  #unread: Place[] = []
  readonly #known = new Set<string>()
  #turn = 0
  #told = 0
  #isUntold = false

  constructor(readonly root: string) {
    this.#list()
    this.#readSome()
  }

  /** Runs that go on first, then the newest. */
  get runs(): readonly LibraryRun[] {
    const time = ({ summary }: LibraryRun) => summary?.updated_at ?? ''
    const later = (a: LibraryRun, b: LibraryRun) =>
      time(a) < time(b) ? 1 : time(a) > time(b) ? -1 : 0
    return [...this.#entries.values()]
      .map(({ run }) => run)
      .sort((a, b) => Number(b.isLive) - Number(a.isLive) || later(a, b))
  }

  /** Runs that are known but not read yet. */
  get unread(): number {
    return this.#unread.length
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    this.#timer ??= setTimeout(() => this.#tick(), 0)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#listeners.clear()
  }

  /** Looks at everything now: after something was done that must be seen at once. */
  refresh(): void {
    this.#list()
    for (const entry of this.#entries.values()) this.#look(entry)
    this.#readSome()
    this.#tell()
  }

  #tick(): void {
    const found = this.#unread.length > 0 ? this.#readSome() : this.#lookAround()
    this.#isUntold ||= found !== 'nothing'
    const isDue = found === 'news' || performance.now() - this.#told >= PROGRESS_MS
    if (this.#isUntold && isDue) this.#tell()
    this.#timer = setTimeout(() => this.#tick(), this.#unread.length > 0 ? 0 : ACTIVE_MS)
  }

  #tell(): void {
    this.#told = performance.now()
    this.#isUntold = false
    for (const listener of this.#listeners) listener()
  }

  /** Only names are listed; what a name is, is looked at once. */
  #list(): boolean {
    const found = new Map(
      placesIn(this.root, this.#known).map((place) => [place.folder.path, place]),
    )
    for (const [path, place] of found)
      if (!this.#known.has(path)) {
        this.#known.add(path)
        this.#unread.push(place)
      }
    return this.#unread.length > 0
  }

  #readSome(): Found {
    for (const place of this.#unread.splice(0, CHUNK)) this.#read(place.folder, place.sweep)
    return 'news'
  }

  /** What goes on, a share of the rest, and what is new. */
  #lookAround(): Found {
    this.#turn = (this.#turn + 1) % ROUND
    const found = new Set<Found>()
    if (this.#turn % LISTED === 0 && this.#list()) found.add('news')
    let number = 0
    for (const entry of this.#entries.values()) {
      number += 1
      if (entry.run.isLive || number % ROUND === this.#turn) found.add(this.#look(entry))
    }
    return found.has('news') ? 'news' : found.has('progress') ? 'progress' : 'nothing'
  }

  /** Whether something about the run is new. */
  #look(entry: Entry): Found {
    const { folder, sweep, isLive } = entry.run
    const stat = statSync(folder.journal, { throwIfNoEntry: false })
    if (stat === undefined) {
      this.#entries.delete(folder.path)
      this.#known.delete(folder.path)
      return 'news'
    }
    const isSame = stat.size === entry.size && stat.mtimeMs === entry.mtime
    // A run that is given to a scheduler again changes nothing in its journal.
    const mayWait = !isLive && entry.run.summary?.status !== 'finished'
    const isStillQueued = !mayWait || (entry.run.isQueued ?? false) === isQueued(folder)
    if (
      isSame &&
      isStillQueued &&
      isLive === (existsSync(folder.lock) && runnerOf(folder) !== null)
    )
      return 'nothing'
    this.#read(folder, sweep, entry.followed)
    const now = this.#entries.get(folder.path)?.run
    return now !== undefined && standing(now) === standing(entry.run) ? 'progress' : 'news'
  }

  #read(folder: RunFolder, sweep: string, before: FollowedRun | null = null): void {
    const stat = statSync(folder.journal, { throwIfNoEntry: false })
    if (stat === undefined) return
    const isLive = existsSync(folder.lock) && runnerOf(folder) !== null
    const followed = isLive ? (before ?? follow(folder)) : null
    const found = followed === null ? readSummary(folder) : read(followed)
    const planned = sweep === '' ? null : plannedIn(dirname(folder.path))
    const where = {
      folder,
      sweep,
      isLive,
      ...(!isLive && isQueued(folder) && { isQueued: true }),
      ...(planned !== null && { planned }),
    }
    const run: LibraryRun =
      'problem' in found
        ? { ...where, summary: null, problem: found.problem }
        : { ...where, summary: found, problem: '' }
    this.#entries.set(folder.path, { run, size: stat.size, mtime: stat.mtimeMs, followed })
  }
}

/** What a person wants to see at once when it changes. */
function standing({ isLive, isQueued, problem, summary }: LibraryRun): string {
  return [isLive, isQueued, problem, summary?.status, summary?.tasks_measured].join()
}

function isQueued(folder: RunFolder): boolean {
  return existsSync(folder.job) && readJob(folder)?.phase === 'queued'
}

/** Null where the journal is damaged: then it is read as a whole, and that says why. */
function follow(folder: RunFolder): FollowedRun | null {
  try {
    return new FollowedRun(folder)
  } catch (error) {
    if (error instanceof JournalError) return null
    throw error
  }
}

function read(followed: FollowedRun): RunSummary | { readonly problem: string } {
  try {
    followed.read()
    return summaryOf(followed.state)
  } catch (error) {
    if (error instanceof JournalError) return { problem: error.message }
    throw error
  }
}

interface Place {
  readonly folder: RunFolder
  readonly sweep: string
}

/** Runs, and the trials of sweeps, which lie one level deeper beside their sweep.json. `known` ones are not looked at. */
function placesIn(root: string, known: ReadonlySet<string>): Place[] {
  return foldersIn(root).flatMap((path): Place[] => {
    if (known.has(path)) return []
    const folder = runFolder(path)
    if (existsSync(folder.journal)) return [{ folder, sweep: '' }]
    if (!existsSync(join(path, 'sweep.json'))) return []
    return foldersIn(path)
      .filter((trial) => !known.has(trial))
      .map((trial) => ({ folder: runFolder(trial), sweep: folder.name }))
      .filter(({ folder: trial }) => existsSync(trial.journal))
  })
}

function foldersIn(root: string): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root).map((name) => join(root, name))
}
