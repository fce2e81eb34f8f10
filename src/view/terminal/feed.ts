/** What the live screen is fed with, slowed down to what an eye can follow. */
import type { RunState } from '../../journal/state.js'
import { smoothed } from '../../metrics/estimate.js'
import { isSpoken, SPOKEN_MS } from '../spoken.js'

/** What the worker is doing right now. */
export interface LiveProgress {
  readonly section: 'idle' | 'set-up' | 'train' | 'evaluate' | 'save'
  readonly done: number
  readonly total: number
  readonly memory_mib: number
  readonly device_memory_mib: number
}

export interface RunFeed {
  getState(): RunState
  getProgress(): LiveProgress | null
  /** Calls back whenever state or progress changed; returns how to end that. */
  subscribe(listener: () => void): () => void
}

export interface Snapshot {
  readonly state: RunState
  readonly progress: LiveProgress | null
  /** Updates per second, smoothed over segments. */
  readonly pace: number | null
  /** Seconds since the screen was opened. */
  readonly open_seconds: number
}

/** A new snapshot at most four times a second, and once a second for the stopwatch. */
export const SNAPSHOT_MS = 250

export interface Snapshots {
  get(): Snapshot
  subscribe(listener: () => void): () => void
  close(): void
}

export function snapshots(
  feed: RunFeed,
  now: () => number = () => performance.now(),
  every = isSpoken() ? SPOKEN_MS : SNAPSHOT_MS,
): Snapshots {
  const opened = now()
  const listeners = new Set<() => void>()
  let isStale = false
  let pace = smoothed(null, feed.getState().updates_per_second)
  let seen = feed.getState().timings.train
  const notice = () => {
    isStale = true
    const { timings, updates_per_second } = feed.getState()
    if (timings.train !== seen) pace = smoothed(pace, updates_per_second)
    seen = timings.train
  }
  const take = (): Snapshot => ({
    state: feed.getState(),
    progress: feed.getProgress(),
    pace,
    open_seconds: Math.floor((now() - opened) / 1000),
  })
  let current = take()
  const tick = () => {
    if (!isStale && Math.floor((now() - opened) / 1000) === current.open_seconds) return
    isStale = false
    current = take()
    for (const listener of listeners) listener()
  }
  const unsubscribe = feed.subscribe(notice)
  const timer = setInterval(tick, every)
  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      clearInterval(timer)
      unsubscribe()
    },
  }
}
