/** From a figure's data to its vega-lite specification, the data within it. */
import type { TopLevelSpec } from 'vega-lite'
import type { Figure } from '../../paper/figures/index.js'
import { axisSpec } from './spec-axis.js'
import { historySpec } from './spec-history.js'
import { matrixSpec } from './spec-matrix.js'
import { tradeoffSpec } from './spec-tradeoff.js'
import { config } from './theme.js'

export function specOf(figure: Figure): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: figure.title, subtitle: [...figure.notes] },
    padding: 12,
    config,
    ...drawing(figure),
  } as TopLevelSpec
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
