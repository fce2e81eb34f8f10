/** A panel per dataset: its accuracy after every task, a line per setting; the dotted line is its own training. */
import type { HistoryFigure } from '../../paper/figures/figure.js'
import { seriesScales } from './theme.js'

export function historySpec({ rows, series }: HistoryFigure): object {
  const { colour, shape, dash } = seriesScales(series)
  const datasets = [...new Set(rows.map(({ dataset }) => dataset))]
  const last = Math.max(...rows.map(({ after }) => after))
  const color = {
    field: 'series',
    type: 'nominal',
    scale: colour,
    ...(series.length === 1 && { legend: null }),
  }
  const x = {
    field: 'after',
    type: 'quantitative',
    title: 'Tasks trained (0 = zero-shot)',
    scale: { domain: [0, last], nice: false, padding: 6 },
    axis: {
      values: Array.from({ length: last + 1 }, (_, i) => i),

      grid: false,
      labelOverlap: false,
      tickCount: last + 1,
      format: '~g',
    },
  }
  const y = {
    field: 'accuracy',
    type: 'quantitative',
    title: 'Accuracy, %',
    scale: { zero: false, nice: false, padding: 8 },
  }
  // Without any spread there is nothing to draw, and no extent.
  const spread = rows.some(({ deviation }) => (deviation ?? 0) > 0)
    ? [
        {
          transform: [{ filter: 'datum.deviation > 0' }],
          mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.8 },
          encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
        },
      ]
    : []
  return {
    data: {
      values: rows.map((row) => ({
        ...row,
        low: row.accuracy - (row.deviation ?? 0),
        high: row.accuracy + (row.deviation ?? 0),
      })),
    },
    facet: { field: 'dataset', type: 'nominal', sort: datasets, title: null },
    columns: datasets.length === 4 ? 2 : Math.min(3, datasets.length),
    spec: {
      width: 220,
      height: 130,
      layer: [
        {
          transform: [{ filter: 'datum.after === datum.trained_at' }],
          mark: { type: 'rule', strokeDash: [2, 3], opacity: 0.6 },
          encoding: { x },
        },
        {
          mark: { type: 'line', strokeWidth: 1.8 },
          encoding: { x, y, color, strokeDash: { field: 'series', type: 'nominal', scale: dash } },
        },
        ...spread,
        {
          mark: { type: 'point', filled: true, size: 45, opacity: 1, stroke: null },
          encoding: {
            x,
            y,
            color,
            shape: { field: 'series', type: 'nominal', scale: shape },
          },
        },
      ],
    },
  }
}
