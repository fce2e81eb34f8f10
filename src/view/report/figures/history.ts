/** A panel per dataset: its accuracy after every task, a line per setting; the dotted line is its own training. */
import type { HistoryFigure } from '../../../paper/figures/figure.js'
import { dim, type Line } from '../../span.js'
import type { Chart } from './chart.js'
import type { Drawn } from './drawn.js'
import { chartSeries, legend, plain, sideBySide } from './in-terminal.js'
import { seriesLayers, withSpread } from './layers.js'

function historySpec({ rows, series }: HistoryFigure): object {
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

function historyLines({ rows, series }: HistoryFigure, width: number): Line[] {
  const last = Math.max(...rows.map(({ after }) => after))
  const charts = [...new Set(rows.map(({ dataset }) => dataset))].map((dataset): Chart => {
    const own = rows.filter((row) => row.dataset === dataset)
    return {
      title: `${dataset}, %`,
      series: chartSeries(series, (name) =>
        own.filter((row) => row.series === name).map(({ after, accuracy }) => [after, accuracy]),
      ),
      x_labels: Array.from({ length: last + 1 }, (_, i) => [i, String(i)]),
    }
  })
  const below: Line = [dim('→ tasks trained (0 = zero-shot)')]
  return [...plain(sideBySide(charts, width)), below, ...legend(series)]
}

export const historyDrawn: Drawn<HistoryFigure> = {
  read: 'Dotted: the task that trains the dataset.',
  spec: historySpec,
  lines: historyLines,
}
