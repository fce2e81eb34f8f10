/** From a figure's data to its vega-lite specification, the data within it. */
import type { TopLevelSpec } from 'vega-lite'
import type { Figure, FigureKind } from '../../paper/figures/index.js'
import { axisSpec } from './spec-axis.js'
import { historySpec } from './spec-history.js'
import { matrixSpec } from './spec-matrix.js'
import { tradeoffSpec } from './spec-tradeoff.js'
import { config } from './theme.js'

/** How to read what has no entry in a legend. */
const READ: Readonly<Record<FigureKind, string>> = {
  tradeoff: 'Beside the points: I or α.',
  interval: 'Dashed: zero-shot, the model before training.',
  lambda: 'Dashed: zero-shot, the model before training.',
  matrix: 'Framed: the task just trained.',
  history: 'Dotted: the task that trains the dataset.',
}

export function specOf(figure: Figure): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: figure.title, subtitle: [...figure.notes, ...howToRead(figure)] },
    padding: 12,
    config,
    ...drawing(figure),
  } as TopLevelSpec
}

function howToRead(figure: Figure): string[] {
  const isEmpty = 'zero_shot' in figure && figure.zero_shot.length === 0
  return isEmpty ? [] : [READ[figure.kind]]
}

/** Black on white, for a file of its own. */
export function onPaper(spec: TopLevelSpec): TopLevelSpec {
  return { ...spec, background: 'white' }
}

function drawing(figure: Figure): object {
  switch (figure.kind) {
    case 'tradeoff':
      return tradeoffSpec(figure)
    case 'interval':
    case 'lambda':
      return axisSpec(figure)
    case 'matrix':
      return matrixSpec(figure)
    case 'history':
      return historySpec(figure)
  }
}
