/** The same experiment with several seeds: mean and spread of its metrics. */
import { mean, standardDeviation } from './matrix.js'
import type { RunMetrics } from './results.js'

export interface Spread {
  readonly mean: number
  /** Sample standard deviation (n - 1); null for a single run. */
  readonly deviation: number | null
}

export type Spreads = { readonly [K in keyof RunMetrics]: Spread | null }

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
