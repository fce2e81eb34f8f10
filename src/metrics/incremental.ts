/** The metrics of the class-incremental setting from one accuracy per step. */
import { mean } from './matrix.js'

/** Accuracy in percent over all classes seen so far, after each step; null = not measured (yet). */
export type StepAccuracies = readonly (number | null)[]

/** Avg: the mean over the steps; null while one is missing. */
export function incrementalAverage(steps: StepAccuracies): number | null {
  const known = steps.filter((value) => value !== null)
  return known.length === 0 || known.length < steps.length ? null : mean(known)
}

/** Last: after the last step; null while it is missing. */
export function incrementalLast(steps: StepAccuracies): number | null {
  return steps.at(-1) ?? null
}
