/**
 * The processes that run the trials of a sweep, on this host or on others that share its folder. Each shows itself in a
 * folder of its own, as a runner does in its run folder, and takes wishes there.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type RunFolder, runFolder } from '../journal/folder.js'
import type { LockOptions } from '../journal/holder.js'
import { lockRunFolder } from '../journal/lock.js'
import { type Runner, runnerOf, showPresence } from '../journal/presence.js'
import { take } from '../journal/requests.js'
import type { SweepFolder } from './folder.js'

const POLL_MS = 250

export interface Sweeper {
  readonly folder: RunFolder
  readonly runner: Runner
}

const placeOf = ({ path }: SweepFolder) => join(path, 'sweepers')

/** Shows this process until the returned function is called; `onStop` is called when it is asked to stop. */
export function showSweeper(
  sweep: SweepFolder,
  onStop: () => void,
  lock?: LockOptions,
): () => void {
  const folder = runFolder(
    join(placeOf(sweep), `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`),
  )
  mkdirSync(folder.path, { recursive: true })
  const unlock = lockRunFolder(folder, lock)
  take(folder)
  const timer = setInterval(() => {
    if (take(folder).some(({ wish }) => wish === 'stop')) onStop()
  }, POLL_MS)
  timer.unref()
  // Held up for so long that it counted as gone, it only cannot be asked to stop by the sweep's name any more.
  const hide = showPresence(folder, { latest: () => null, onLost: () => {} })
  return () => {
    clearInterval(timer)
    hide()
    unlock()
    rmSync(folder.path, { recursive: true, force: true })
  }
}

/** Those that live; what others have left behind is removed. */
export function sweepersOf(sweep: SweepFolder, lock?: LockOptions): Sweeper[] {
  const place = placeOf(sweep)
  if (!existsSync(place)) return []
  return readdirSync(place).flatMap((name) => {
    const folder = runFolder(join(place, name))
    const runner = runnerOf(folder, lock)
    if (runner !== null) return [{ folder, runner }]
    if (existsSync(folder.lock)) rmSync(folder.path, { recursive: true, force: true })
    return []
  })
}
