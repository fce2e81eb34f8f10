/** All runs below a folder, kept up to date by looking: each journal is read once, then only when it has grown. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type RunFolder, runFolder } from './folder.js'
import { runnerOf } from './presence.js'
import { type RunSummary, readSummary } from './summary.js'

export interface LibraryRun {
  readonly folder: RunFolder
  /** Of the sweep it is a trial of; '' = none. */
  readonly sweep: string
  /** Whether a process runs it now. */
  readonly isLive: boolean
  readonly summary: RunSummary | null
  /** Why there is no summary. */
  readonly problem: string
}

interface Entry {
  run: LibraryRun
  size: number
  mtime: number
  looked: number
}

/** How often what goes on is looked at, and how often everything else is. */
export const ACTIVE_MS = 1_000
export const IDLE_MS = 20_000
/** Journals that are read in one go, before the screen and the keys get a turn. */
const CHUNK = 100

export class Library {
  readonly #entries = new Map<string, Entry>()
  readonly #listeners = new Set<() => void>()
  #timer: NodeJS.Timeout | null = null
  #listed = 0
  #unread: RunFolder[] = []
  readonly #sweeps = new Map<string, string>()

  constructor(readonly root: string) {
    this.#list()
    this.#readSome()
  }

  /** Runs that go on first, then the newest. */
  get runs(): readonly LibraryRun[] {
    const time = ({ summary }: LibraryRun) => summary?.updated_at ?? ''
    return [...this.#entries.values()]
      .map(({ run }) => run)
      .sort((a, b) => Number(b.isLive) - Number(a.isLive) || time(b).localeCompare(time(a)))
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
    for (const entry of this.#entries.values()) entry.looked = 0
    this.#look()
    this.#tell()
  }

  #tick(): void {
    const isReading = this.#unread.length > 0
    const isChanged = isReading ? this.#readSome() : this.#look()
    if (isChanged) this.#tell()
    this.#timer = setTimeout(() => this.#tick(), this.#unread.length > 0 ? 0 : ACTIVE_MS)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #list(): void {
    this.#listed = Date.now()
    const found = [...foldersIn(this.root)]
    const paths = new Set(found.map(({ folder }) => folder.path))
    for (const path of this.#entries.keys()) if (!paths.has(path)) this.#entries.delete(path)
    for (const { folder, sweep } of found) {
      this.#sweeps.set(folder.path, sweep)
      if (!this.#entries.has(folder.path) && !this.#unread.some(({ path }) => path === folder.path))
        this.#unread.push(folder)
    }
  }

  #readSome(): boolean {
    for (const folder of this.#unread.splice(0, CHUNK)) this.#read(folder)
    return true
  }

  #look(): boolean {
    const now = Date.now()
    const before = this.#entries.size
    if (now - this.#listed >= 2 * ACTIVE_MS) this.#list()
    let isChanged = this.#entries.size !== before || this.#unread.length > 0
    for (const entry of this.#entries.values()) {
      if (now - entry.looked < (entry.run.isLive ? 0 : IDLE_MS)) continue
      entry.looked = now
      const { folder, isLive } = entry.run
      const stat = statSync(folder.journal, { throwIfNoEntry: false })
      if (stat === undefined) continue
      const isSame = stat.size === entry.size && stat.mtimeMs === entry.mtime
      if (isSame && isLive === (runnerOf(folder) !== null)) continue
      this.#read(folder)
      isChanged = true
    }
    return isChanged
  }

  #read(folder: RunFolder): void {
    const stat = statSync(folder.journal, { throwIfNoEntry: false })
    if (stat === undefined) return
    const found = readSummary(folder)
    const isLive = existsSync(folder.lock) && runnerOf(folder) !== null
    const sweep = this.#sweeps.get(folder.path) ?? ''
    const run: LibraryRun =
      'problem' in found
        ? { folder, sweep, isLive, summary: null, problem: found.problem }
        : { folder, sweep, isLive, summary: found, problem: '' }
    this.#entries.set(folder.path, {
      run,
      size: stat.size,
      mtime: stat.mtimeMs,
      looked: Date.now(),
    })
  }
}

/** Runs, and the trials of sweeps, which lie one level deeper beside their sweep.json. */
function* foldersIn(root: string): Iterable<{ folder: RunFolder; sweep: string }> {
  if (!existsSync(root)) return
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const folder = runFolder(join(root, entry.name))
    if (existsSync(folder.journal)) yield { folder, sweep: '' }
    else if (existsSync(join(folder.path, 'sweep.json')))
      for (const name of readdirSync(folder.path)) {
        const trial = runFolder(join(folder.path, name))
        if (existsSync(trial.journal)) yield { folder: trial, sweep: entry.name }
      }
  }
}
