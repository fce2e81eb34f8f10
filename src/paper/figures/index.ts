/** Every figure by its name on the command line. */
import { intervalFigure, lambdaFigure } from './axis.js'
import type { Figure, FigureKind } from './figure.js'
import { historyFigure } from './history.js'
import { matrixFigure } from './matrix.js'
import type { FigureRun } from './runs.js'
import { tradeoffFigure } from './tradeoff.js'

export type { Figure, FigureKind } from './figure.js'
export { type FigureRun, groupsThatCompare, NothingToDraw, seedGroups } from './runs.js'

interface Kind {
  /** For the help. */
  readonly shows: string
  readonly of: (runs: readonly FigureRun[], task?: string) => Figure
}

export const FIGURES: Readonly<Record<FigureKind, Kind>> = {
  tradeoff: {
    shows:
      'accuracy on a task against the mean accuracy on what is not trained (Figure 3 of the paper)',
    of: tradeoffFigure,
  },
  interval: {
    shows: 'Transfer, Avg and Last against the interval I of the weight ensemble',
    of: intervalFigure,
  },
  lambda: {
    shows: 'Transfer, Avg and Last against the weight of the distillation terms',
    of: lambdaFigure,
  },
  matrix: { shows: 'the accuracy matrix as a heat map', of: matrixFigure },
  history: { shows: 'accuracy of every dataset after every task', of: historyFigure },
}

/**
 * @param task of `tradeoff`: name or number from 1
 * @throws UsageError when there is nothing to draw or the runs do not compare
 */
export function figureOf(kind: FigureKind, runs: readonly FigureRun[], task?: string): Figure {
  return FIGURES[kind].of(runs, task)
}
