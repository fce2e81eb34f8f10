/** What a run comes to, in either setting: the three numbers of the paper's tables, whole or so far. */
import {
  type AccuracyMatrix,
  average,
  justTrained,
  last,
  mean,
  meanOfKnown,
  meanOrNull,
  transfer,
} from './matrix.js'

export interface Results {
  readonly matrix: AccuracyMatrix
  /** Class-incremental: accuracy in percent over all classes seen, after each task; null = task-incremental. */
  readonly seen: readonly (number | null)[] | null
}

export interface ZeroShot {
  readonly zero_shot: readonly (number | null)[]
  readonly seen: readonly (number | null)[] | null
  readonly seen_zero_shot: number | null
}

export interface Numbers {
  readonly transfer: number | null
  readonly average: number | null
  readonly last: number | null
}

/** What the tables show of one run; null where it has none (Transfer of a single task, or of seen classes). */
export interface RunMetrics extends Numbers {
  readonly just_trained: number | null
}

/**
 * Null while a measurement that enters a number is missing. Class-incremental (method.md section 4): Avg is the mean of
 * the accuracies over the classes seen after each task, Last the one after the last task; there is no Transfer.
 */
export function numbers({ matrix, seen }: Results): Numbers {
  if (seen !== null) return { transfer: null, average: meanOrNull(seen), last: seen.at(-1) ?? null }
  return { transfer: transfer(matrix), average: average(matrix), last: last(matrix) }
}

export function runMetrics(results: Results): RunMetrics {
  const diagonal = justTrained(results.matrix)
  return { ...numbers(results), just_trained: meanOrNull(diagonal) }
}

/** The three numbers from what is measured so far: what is missing is left out. */
export function soFar({ matrix, seen }: Results): Numbers {
  if (seen !== null) {
    const known = seen.filter((value) => value !== null)
    return { transfer: null, average: meanOfKnown(seen), last: known.at(-1) ?? null }
  }
  const rows = matrix.filter((row) => row.every((value) => value !== null))
  const above = matrix.map((_, j) => meanOfKnown(rows.slice(0, j).map((row) => row[j] ?? null)))
  return {
    transfer: meanOfKnown(above.slice(1)),
    average: meanOfKnown(rows.flat()),
    last: meanOfKnown(rows.at(-1) ?? []),
  }
}

export function isComplete(results: Results): boolean {
  return results.matrix.length > 0 && tasksMeasured(results) === results.matrix.length
}

/** Tasks after which everything was measured. */
export function tasksMeasured({ matrix, seen }: Results): number {
  if (seen !== null) return seen.filter((value) => value !== null).length
  return matrix.filter((row) => row.every((value) => value !== null)).length
}

/**
 * The same three numbers of the model before training. Task-incremental, every row of its matrix would be the same;
 * class-incremental only its accuracy over all classes is known, which is its Last.
 */
export function zeroShotNumbers({ zero_shot, seen, seen_zero_shot }: ZeroShot): Numbers {
  if (seen !== null) return { transfer: null, average: null, last: seen_zero_shot }
  const all = meanOrNull(zero_shot)
  return {
    transfer: all !== null && zero_shot.length > 1 ? mean(zero_shot.slice(1) as number[]) : null,
    average: all,
    last: all,
  }
}
