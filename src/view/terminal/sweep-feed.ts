/** What the screen of a sweep is fed with, slowed down to what an eye can follow. */
import type { RunState } from '../../journal/state.js'
import { shareDone } from '../../metrics/estimate.js'
import { isSpoken, SPOKEN_MS } from '../spoken.js'
import { SNAPSHOT_MS } from './feed.js'

export type TrialStatus =
  | 'waiting'
  | 'running'
  | 'elsewhere'
  | 'finished'
  | 'failed'
  | 'interrupted'

export interface SweepTrial {
  readonly label: string
  /** The label without the seed: trials of one setting share it. */
  readonly setting: string
  readonly status: TrialStatus
  /** Of its run; null while it has none. */
  readonly state: RunState | null
  readonly error: string | null
}

export interface SweepFeed {
  readonly name: string
  getTrials(): readonly SweepTrial[]
  /** Calls back whenever a trial changed; returns how to end that. */
  subscribe(listener: () => void): () => void
}

export interface SweepSnapshot {
  readonly name: string
  readonly trials: readonly SweepTrial[]
  readonly open_seconds: number
  /** Trials' worth of work that is done, and that was done when the screen was opened. */
  readonly done: number
  readonly done_before: number
}

export interface SweepSnapshots {
  get(): SweepSnapshot
  subscribe(listener: () => void): () => void
  close(): void
}

/** A new snapshot at most four times a second, and once a second for the stopwatch. */
export function sweepSnapshots(
  feed: SweepFeed,
  now: () => number = () => performance.now(),
  every = isSpoken() ? SPOKEN_MS : SNAPSHOT_MS,
): SweepSnapshots {
  const opened = now()
  const done_before = doneIn(feed.getTrials())
  const listeners = new Set<() => void>()
  let isStale = false
  const take = (): SweepSnapshot => {
    const trials = feed.getTrials()
    const open_seconds = Math.floor((now() - opened) / 1000)
    return { name: feed.name, trials, open_seconds, done: doneIn(trials), done_before }
  }
  let current = take()
  const tick = () => {
    if (!isStale && Math.floor((now() - opened) / 1000) === current.open_seconds) return
    isStale = false
    current = take()
    for (const listener of listeners) listener()
  }
  const unsubscribe = feed.subscribe(() => {
    isStale = true
  })
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

function doneIn(trials: readonly SweepTrial[]): number {
  return trials.reduce((sum, { status, state }) => {
    if (status === 'finished' || status === 'failed') return sum + 1
    return sum + (state === null ? 0 : shareDone(state))
  }, 0)
}
