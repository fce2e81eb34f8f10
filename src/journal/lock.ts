/** One process at a time on a run folder. */
import {
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { JournalError } from './errors.js'
import type { RunFolder } from './folder.js'

/** A lock of another host that was not touched for so long is of a machine that is gone. */
export const STALE_SECONDS = 600

export interface Holder {
  readonly pid: number
  readonly host: string
  /** Start time of the process in clock ticks, so that a reused pid is not mistaken for it; null where unknown. */
  readonly started: string | null
}

/**
 * Takes the folder's lock; returns the function that gives it back.
 * A lock of a process that is gone is taken over; one of another host cannot be judged and is respected.
 * @throws JournalError 'in-use'
 */
export function lockRunFolder(folder: RunFolder): () => void {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryCreate(folder.lock)) return () => rmSync(folder.lock, { force: true })
    const holder = holderOf(folder)
    if (holder !== null && isAlive(holder, folder)) throw inUse(folder, holder)
    rmSync(folder.lock, { force: true })
  }
  throw new JournalError('in-use', `the lock ${folder.lock} is being fought over; try again.`)
}

function tryCreate(path: string): boolean {
  const { started } = statOf(process.pid) ?? { started: null }
  const self: Holder = { pid: process.pid, host: hostname(), started }
  try {
    const descriptor = openSync(path, 'wx')
    try {
      writeSync(descriptor, JSON.stringify(self))
    } finally {
      closeSync(descriptor)
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Who holds the lock; null where nobody does. */
export function holderOf({ lock }: RunFolder): Holder | null {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (gone || error instanceof SyntaxError) return null // half written by a process that died, or just released
    throw error
  }
}

/** On this host by its process, of another host by the age of its lock. */
export function isAlive(holder: Holder, folder: RunFolder): boolean {
  if (holder.host !== hostname()) return lockAge(folder) < STALE_SECONDS
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
function lockAge({ lock }: RunFolder): number {
  const probe = `${lock}.${process.pid}`
  try {
    writeFileSync(probe, '')
    return (statSync(probe).mtimeMs - statSync(lock).mtimeMs) / 1000
  } catch {
    return 0 // a folder that cannot be written to, or a lock that has just gone: nothing is taken over
  } finally {
    rmSync(probe, { force: true })
  }
}

function where(folder: RunFolder, host: string): string {
  if (host === hostname()) return `Watch it with \`zscl attach\`, or end it with \`zscl stop\`.`
  const age = Math.round(lockAge(folder))
  return `That is another host; it showed itself ${age} s ago, and after ${STALE_SECONDS} s without a sign its lock counts as left behind.`
}

function inUse(folder: RunFolder, { pid, host }: Holder): JournalError {
  return new JournalError(
    'in-use',
    `the run folder ${folder.path} is in use by process ${pid} on ${host}. ${where(folder, host)}`,
  )
}
