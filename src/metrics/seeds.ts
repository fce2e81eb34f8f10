/** The same experiment with several seeds: mean and spread of its metrics. */
import {
  type AccuracyMatrix,
  average,
  justTrained,
  last,
  mean,
  standardDeviation,
  transfer,
} from './matrix.js'

/** What the tables show of one run; null where it has none (Transfer of a single task). */
export interface RunMetrics {
  readonly transfer: number | null
  readonly average: number | null
  readonly last: number | null
  readonly just_trained: number | null
}

export interface Spread {
  readonly mean: number
  /** Sample standard deviation (n - 1); null for a single run. */
  readonly deviation: number | null
}

export type Spreads = { readonly [K in keyof RunMetrics]: Spread | null }

export function runMetrics(matrix: AccuracyMatrix): RunMetrics {
  const diagonal = justTrained(matrix)
  const known = diagonal.filter((value) => value !== null)
  return {
    transfer: transfer(matrix),
    average: average(matrix),
    last: last(matrix),
    just_trained: known.length === diagonal.length && known.length > 0 ? mean(known) : null,
  }
}

export function spreads(runs: readonly RunMetrics[]): Spreads {
  const of = (key: keyof RunMetrics) => spread(runs.map((run) => run[key]))
  return {
    transfer: of('transfer'),
    average: of('average'),
    last: of('last'),
    just_trained: of('just_trained'),
  }
}

/** Null when there is nothing, or a value is missing: a mean of the rest would be another number. */
export function spread(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || known.length < values.length) return null
  return { mean: mean(known), deviation: known.length > 1 ? standardDeviation(known) : null }
}
