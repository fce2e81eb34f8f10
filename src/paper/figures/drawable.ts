/** Runs that have measured anything. */
import type { FigureKind } from './figure.js'
import { checkComparable, type FigureRun, NothingToDraw } from './runs.js'

/**
 * Those with at least one accuracy.
 * @throws UsageError when there are none, or when they do not compare
 */
export function drawable(kind: FigureKind, runs: readonly FigureRun[]): readonly FigureRun[] {
  const measured = runs.filter(({ state }) => state.evaluations.length > 0)
  if (measured.length === 0)
    throw new NothingToDraw(
      `\`zscl figure ${kind}\`: nothing to draw: ${runs.length === 1 ? `\`${runs[0]!.name}\` has` : `the ${runs.length} runs have`} measured no accuracy yet.`,
    )
  checkComparable(measured)
  return measured
}
