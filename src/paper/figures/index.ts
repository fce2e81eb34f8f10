/** Every figure by its name on the command line. */
import { intervalFigure, lambdaFigure } from './axis.js'
import type { Figure, FigureKind } from './figure.js'
import { historyFigure } from './history.js'
import { matrixFigure } from './matrix.js'
import type { FigureRun } from './runs.js'
import { tradeoffFigure } from './tradeoff.js'

export type { Figure, FigureKind } from './figure.js'
export { type FigureRun, groupsThatCompare, NothingToDraw, seedGroups } from './runs.js'

export const FIGURES: Readonly<Record<FigureKind, string>> = {
  tradeoff:
    'accuracy on a task against the mean accuracy on what is not trained (Figure 3 of the paper)',
  interval: 'Transfer, Avg and Last against the interval I of the weight ensemble',
  lambda: 'Transfer, Avg and Last against the weight of the distillation terms',
  matrix: 'the accuracy matrix as a heat map',
  history: 'accuracy of every dataset after every task',
}

/**
 * @param task of `tradeoff`: name or number from 1
 * @throws UsageError when there is nothing to draw or the runs do not compare
 */
export function figureOf(kind: FigureKind, runs: readonly FigureRun[], task?: string): Figure {
  switch (kind) {
    case 'tradeoff':
      return tradeoffFigure(runs, task)
    case 'interval':
      return intervalFigure(runs)
    case 'lambda':
      return lambdaFigure(runs)
    case 'matrix':
      return matrixFigure(runs)
    case 'history':
      return historyFigure(runs)
  }
}
