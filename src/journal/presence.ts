/** What a run's process says of itself beside the journal: that it is alive, and what it does right now. */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import type { Progress } from '../bridge/worker.js'
import { discard } from './discard.js'
import type { RunFolder } from './folder.js'
import { holderOf, isAlive, type LockOptions } from './holder.js'
import { touchLock } from './lock.js'
import { regular } from './regular.js'

/** A runner touches its lock this often, so that another host can tell from its age whether it lives. */
export const TOUCH_MS = 10_000
/** At most so often `progress.json` is written. */
export const PROGRESS_MS = 1_000

interface PresenceOptions {
  readonly latest: () => Progress | null
  /** The scheduler's job that this process belongs to. */
  readonly job?: string
  /** Called when the lock has become another's: this process was held up for so long that it counted as gone. */
  readonly onLost: () => void
}

/** Keeps `progress.json` and the age of the lock up to date; returns how to end that. */
export function showPresence(
  folder: RunFolder,
  { latest, job, onLost }: PresenceOptions,
): () => void {
  let written = ''
  const write = () => {
    const text = `${JSON.stringify(latest())}\n`
    if (text === written) return
    written = text
    quietly(() => {
      writeFileSync(`${folder.progress}.tmp`, text)
      renameSync(`${folder.progress}.tmp`, folder.progress)
    })
  }
  const touch = () =>
    quietly(() => {
      if (!touchLock(folder, job)) onLost()
    })
  const timers = [setInterval(write, PROGRESS_MS), setInterval(touch, TOUCH_MS)]
  for (const timer of timers) timer.unref()
  return () => {
    for (const timer of timers) clearInterval(timer)
    discard(folder.progress)
  }
}

/** What helps who watches must never end a run: a full disk stops the journal, and that is said there. */
function quietly(act: () => void): void {
  try {
    act()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
  }
}

/** What the worker of a run does right now, as its runner last wrote it. */
export function readProgress(folder: RunFolder): Progress | null {
  try {
    return JSON.parse(readFileSync(regular(folder.progress), 'utf8')) as Progress | null
  } catch {
    return null // not there, or half written on a file system without atomic renames
  }
}

export interface Runner {
  readonly host: string
  readonly pid: number
  /** Seconds since it last showed itself. */
  readonly age: number
}

/** Who runs it now; null where nobody does. */
export function runnerOf(folder: RunFolder, lock?: LockOptions): Runner | null {
  const holder = holderOf(folder)
  if (holder === null || !isAlive(holder, folder, lock)) return null
  const touched = statSync(folder.lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
  const age = Math.max(0, Math.round((Date.now() - touched) / 1000))
  return { host: holder.host, pid: holder.pid, age }
}
