/** Who holds the lock of a run folder, and whether that process is still there. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { discard } from './discard.js'
import type { RunFolder } from './folder.js'
import { regular } from './regular.js'

/** A lock of another host that was not touched for so long is of a machine that is gone. */
export const STALE_SECONDS = 600

export interface Holder {
  readonly pid: number
  readonly host: string
  /** Start time of the process in clock ticks, so that a reused pid is not mistaken for it; null where unknown. */
  readonly started: string | null
  /** The scheduler's job that the process belongs to; absent outside of jobs. */
  readonly job?: string
}

export interface LockOptions {
  /** The scheduler's job that this process belongs to. */
  readonly job?: string
  /** Whether a job may still have processes; null where nobody can tell. Asked only about jobs on other hosts. */
  readonly isJobAlive?: (job: string) => boolean | null
}

export function ownText(job: string | undefined): string {
  const { started } = statOf(process.pid) ?? { started: null }
  const self: Holder = { pid: process.pid, host: hostname(), started, ...(job && { job }) }
  return JSON.stringify(self)
}

export function textOf(path: string): string | null {
  try {
    return readFileSync(regular(path), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Null also for half a lock, of a process that died over it. */
export function parsed(text: string | null): Holder | null {
  if (text === null) return null
  try {
    return JSON.parse(text) as Holder
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Who holds the lock; null where nobody does. */
export function holderOf({ lock }: RunFolder): Holder | null {
  return parsed(textOf(lock))
}

/** On this host by its process, of another host by its job where that can be asked about, else by the age of its lock. */
export function isAlive(
  holder: Holder,
  folder: RunFolder,
  { isJobAlive }: LockOptions = {},
): boolean {
  if (holder.host !== hostname()) {
    const verdict = holder.job === undefined ? null : (isJobAlive?.(holder.job) ?? null)
    return verdict ?? lockAge(folder) < STALE_SECONDS
  }
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = statOf(holder.pid)
  if (now === null) return holder.started === null // without /proc the pid is all there is to go by
  return !now.ended && (holder.started === null || holder.started === now.started)
}

interface ProcessStat {
  readonly started: string
  /** Dead and only not yet reaped; in a container whose first process reaps nobody that is for ever. */
  readonly ended: boolean
}

/** Fields 3 and 22 of /proc/PID/stat. */
function statOf(pid: number): ProcessStat | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { started: fields[19] ?? '', ended: fields[0] === 'Z' || fields[0] === 'X' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Seconds since the holder last touched the lock, by the clock of the file system it lies on: hosts differ in theirs.
 * A file that this process writes there now tells what that clock says.
 */
export function lockAge({ lock }: RunFolder): number {
  return ageOf(lock, lock)
}

export function ageOf(lock: string, path: string): number {
  const probe = `${lock}.${hostname()}.${process.pid}.age`
  try {
    writeFileSync(probe, '')
    return (statSync(probe).mtimeMs - statSync(path).mtimeMs) / 1000
  } catch {
    return 0 // a folder that cannot be written to, or a lock that has just gone: nothing is taken over
  } finally {
    discard(probe)
  }
}
