/** One process at a time on a run folder. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { JournalError } from './errors.js'
import type { RunFolder } from './folder.js'

interface Holder {
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
    const holder = readHolder(folder.lock)
    if (holder !== null && isAlive(holder)) throw inUse(folder, holder)
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

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (gone || error instanceof SyntaxError) return null // half written by a process that died, or just released
    throw error
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
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

function inUse(folder: RunFolder, { pid, host }: Holder): JournalError {
  return new JournalError(
    'in-use',
    `the run folder ${folder.path} is in use by process ${pid} on ${host}. Wait for it or stop it; ` +
      `if that machine is gone for good, remove ${folder.lock}.`,
  )
}
