/** A panel per dataset: its accuracy after every task, a line per setting; the dotted line is its own training. */
import type { HistoryFigure } from '../../paper/figures/figure.js'
import { seriesLayers, withSpread } from './layers.js'

export function historySpec({ rows, series }: HistoryFigure): object {
  const datasets = [...new Set(rows.map(({ dataset }) => dataset))]
  const last = Math.max(...rows.map(({ after }) => after))
  const x = {
    field: 'after',
    type: 'quantitative',
    title: 'Tasks trained (0 = zero-shot)',
    scale: { domain: [0, last], nice: false, padding: 6 },
    axis: {
      values: Array.from({ length: last + 1 }, (_, i) => i),
      tickCount: last + 1,
      format: '~g',
      grid: false,
      labelOverlap: false,
    },
  }
  const y = {
    field: 'accuracy',
    type: 'quantitative',
    title: 'Accuracy, %',
    scale: { zero: false, nice: false, padding: 8 },
  }
  const training = {
    transform: [{ filter: 'datum.after === datum.trained_at' }],
    mark: { type: 'rule', strokeDash: [2, 3], opacity: 0.6 },
    encoding: { x },
  }
  return {
    data: { values: withSpread(rows, ({ accuracy }) => accuracy) },
    facet: { field: 'dataset', type: 'nominal', sort: datasets, title: null },
    columns: datasets.length === 4 ? 2 : Math.min(3, datasets.length),
    spec: {
      width: 220,
      height: 130,
      layer: [training, ...seriesLayers(rows, series, { x, y })],
    },
  }
}
