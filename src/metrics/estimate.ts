/** How far a run is and how long the rest takes. */
import { mean } from './matrix.js'

type Row = readonly (number | null)[]

/** What is looked at of a run's state. */
export interface Going {
  readonly status: string
  readonly run: { readonly steps: number; readonly updates: readonly number[] } | null
  readonly next_step: number
  readonly updates_done: readonly number[]
  readonly zero_shot: Row
  readonly matrix: readonly Row[]
  readonly seen: Row | null
  readonly also_zero_shot: Row
  readonly also_matrix: readonly Row[]
  readonly evaluations: readonly {
    readonly seconds: number
    readonly dataset_index: number
    readonly after_task: number
    readonly variant: string
  }[]
  readonly timings: Timings
}

/** Seconds of work in Python by kind; work done twice after a crash counts twice. */
export interface Timings {
  readonly set_up: number
  readonly train: number
  readonly evaluate: number
  readonly weights: number
  readonly save: number
}

/** The weight of the newest segment in the pace. */
const NEWEST = 0.2

/** Updates per second, smoothed over segments; `rate` is that of the newest. */
export function smoothed(pace: number | null, rate: number | null): number | null {
  if (rate === null || !Number.isFinite(rate)) return pace
  return pace === null ? rate : (1 - NEWEST) * pace + NEWEST * rate
}

/**
 * Seconds left, null while nothing is known: updates left at the given pace, plus the share of time that averaging and
 * saving have taken beside training, plus evaluations left, each as long as that dataset took before.
 */
export function secondsLeft(state: Going, pace: number | null): number | null {
  if (state.run === null) return null
  const updates = isTraining(state) ? updatesLeft(state) : 0
  if (updates > 0 && pace === null) return null
  const { train, weights, save } = state.timings
  const overhead = train > 0 ? 1 + (weights + save) / train : 1
  const training = updates > 0 && pace !== null ? (updates / pace) * overhead : 0
  const evaluating = evaluationSecondsLeft(state)
  return evaluating === null ? null : training + evaluating
}

/** Share of the plan that is done, 0 to 1. */
export function shareDone(state: Going): number {
  if (state.status === 'finished') return 1
  return state.run && state.run.steps > 0 ? Math.min(1, state.next_step / state.run.steps) : 0
}

export function updatesLeft(state: Going): number {
  const planned = state.run?.updates ?? []
  return planned.reduce(
    (left, n, task) => left + Math.max(0, n - (state.updates_done[task] ?? 0)),
    0,
  )
}

/** False for a run that only evaluates: then a later row is there before any update. */
function isTraining(state: Going): boolean {
  const rowsWithoutUpdates = state.matrix.some(
    (row, task) => (state.updates_done[task] ?? 0) === 0 && row.some((value) => value !== null),
  )
  return !rowsWithoutUpdates
}

function evaluationSecondsLeft(state: Going): number | null {
  const cells = [state.zero_shot, ...state.matrix].map((row, i) => [
    ...(state.seen === null || i === 0 ? row : row.slice(0, i)),
    ...(i === 0 ? state.also_zero_shot : (state.also_matrix[i - 1] ?? [])),
  ])
  const open = cells.flatMap((row) => row.flatMap((value, j) => (value === null ? [j] : [])))
  if (open.length === 0) return 0
  if (state.evaluations.length === 0) return null
  const every = mean(state.evaluations.map((e) => e.seconds))
  const perDataset = cells[0]!.map((_, j) => {
    const known = state.evaluations.filter((e) => e.dataset_index === j).map((e) => e.seconds)
    return known.length > 0 ? mean(known) : every
  })
  return perCell(state) * open.reduce((sum, j) => sum + (perDataset[j] ?? every), 0)
}

/** Evaluations per cell of the matrix: more than 1 when variants are measured too. */
function perCell(state: Going): number {
  const after = state.evaluations.filter((e) => e.after_task >= 0)
  const models = after.filter((e) => e.variant === '').length
  return models === 0 ? 1 : after.length / models
}

/** What its workers have worked, whatever was between. */
export function workSeconds({ timings }: Pick<Going, 'timings'>): number {
  return Object.values(timings).reduce((sum, seconds) => sum + seconds, 0)
}
