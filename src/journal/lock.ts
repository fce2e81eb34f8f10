/** One process at a time on a run folder, also where several hosts share it. */
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { discard } from './discard.js'
import { JournalError } from './errors.js'
import type { RunFolder } from './folder.js'
import {
  ageOf,
  type Holder,
  isAlive,
  type LockOptions,
  lockAge,
  ownText,
  parsed,
  STALE_SECONDS,
  textOf,
} from './holder.js'

/** Taking over takes milliseconds; whoever began it so long ago is gone. */
const TAKEOVER_SECONDS = 60
const ATTEMPTS = 50
const PAUSE_MS = 20

/**
 * Takes the folder's lock; returns the function that gives it back.
 * A lock of a process that is gone is taken over: on this host it is looked for, of another host its scheduler's job is
 * asked about, and where that cannot be the age of the lock decides.
 * @throws JournalError 'in-use'
 */
export function lockRunFolder(folder: RunFolder, options: LockOptions = {}): () => void {
  const own = ownText(options.job)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (tryCreate(folder.lock, own)) return () => release(folder, own)
    const found = textOf(folder.lock)
    const holder = parsed(found)
    if (holder !== null && isAlive(holder, folder, options)) throw inUse(folder, holder)
    if (found !== null && !removeDead(folder, found)) pause()
  }
  throw new JournalError(
    'in-use',
    `the lock ${folder.lock} is contended by other processes; try again.`,
  )
}

/** The lock appears with its text in it: a link either makes it or finds it there. */
function tryCreate(path: string, text: string): boolean {
  const draft = `${path}.${hostname()}.${process.pid}`
  try {
    writeFileSync(draft, text)
    linkSync(draft, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(code ?? ''))
      return createPlainly(path, text)
    throw error
  } finally {
    discard(draft)
  }
}

/** Where the file system has no links. */
function createPlainly(path: string, text: string): boolean {
  try {
    const descriptor = openSync(path, 'wx')
    try {
      writeSync(descriptor, text)
    } finally {
      closeSync(descriptor)
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Removes a lock that was found dead, if it is still that one: two that find it dead must not remove each other's new one.
 * @returns false when another is about to
 */
function removeDead({ lock }: RunFolder, found: string): boolean {
  const turn = `${lock}.takeover`
  try {
    mkdirSync(turn)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (ageOf(lock, turn) > TAKEOVER_SECONDS) rmSync(turn, { recursive: true, force: true })
    return false
  }
  try {
    if (textOf(lock) === found) rmSync(lock, { force: true })
    return true
  } finally {
    rmdirSync(turn)
  }
}

function release({ lock }: RunFolder, own: string): void {
  if (textOf(lock) === own) discard(lock)
}

/**
 * Shows that this process lives: the lock is written again, so that its time is that of the file system's clock.
 * @returns false when the lock is another's by now: this process was away for so long that it counted as gone
 */
export function touchLock({ lock }: RunFolder, job?: string): boolean {
  const own = ownText(job)
  const found = textOf(lock)
  if (found === null) return tryCreate(lock, own)
  if (found !== own) return false
  const descriptor = openSync(lock, 'r+')
  try {
    writeSync(descriptor, own, 0)
  } finally {
    closeSync(descriptor)
  }
  return true
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
}

function where(folder: RunFolder, host: string): string {
  if (host === hostname()) return `Watch it with \`zscl attach\`, or stop it with \`zscl stop\`.`
  const age = Math.round(lockAge(folder))
  return `That is another host; its last heartbeat was ${age} s ago, and after ${STALE_SECONDS} s without one its lock is considered stale.`
}

function inUse(folder: RunFolder, { pid, host, job }: Holder): JournalError {
  const who = job === undefined ? `process ${pid} on ${host}` : `job ${job} on ${host}`
  return new JournalError(
    'in-use',
    `the run folder ${folder.path} is in use by ${who}. ${where(folder, host)}`,
  )
}
