/** A panel per metric; a line per setting with the standard deviation over its seeds; the model before training dashed. */
import type { AxisFigure } from '../../paper/figures/figure.js'
import { seriesScales } from './theme.js'

/** From this ratio of the largest to the least value on, the axis is logarithmic. */
const WIDE = 8

export function axisSpec({ rows, series, axis, zero_shot }: AxisFigure): object {
  const { colour, shape, dash } = seriesScales(series)
  const values = [...new Set(rows.map(({ x }) => x))].sort((a, b) => a - b)
  const color = {
    field: 'series',
    type: 'nominal',
    scale: colour,
    ...(series.length === 1 && { legend: null }),
  }
  const x = {
    field: 'x',
    type: 'quantitative',
    title: axis.title,
    scale: scaleOf(values),
    axis: { values, grid: false, labelOverlap: 'greedy', tickCount: values.length, format: '~g' },
  }
  const y = {
    field: 'mean',
    type: 'quantitative',
    title: 'Accuracy, %',
    scale: { zero: false, padding: 8 },
  }
  const ofSeries = { filter: 'isValid(datum.series)' }
  // Without any spread there is nothing to draw, and no extent.
  const spread = rows.some(({ deviation }) => (deviation ?? 0) > 0)
    ? [
        {
          transform: [ofSeries, { filter: 'datum.deviation > 0' }],
          mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.8 },
          encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
        },
      ]
    : []
  return {
    data: {
      values: [
        ...rows.map((row) => ({
          ...row,
          low: row.mean - (row.deviation ?? 0),
          high: row.mean + (row.deviation ?? 0),
        })),
        ...zero_shot,
      ],
    },
    facet: {
      column: { field: 'metric', sort: ['Transfer', 'Avg', 'Last'], title: null },
    },
    spec: {
      width: 230,
      height: 240,
      layer: [
        {
          transform: [{ filter: '!isValid(datum.series)' }],
          mark: { type: 'rule', strokeDash: [3, 3], opacity: 0.7 },
          encoding: { y },
        },
        {
          transform: [ofSeries],
          mark: { type: 'line', strokeWidth: 1.8 },
          encoding: {
            x,
            y,
            color,
            strokeDash: { field: 'series', type: 'nominal', scale: dash },
          },
        },
        ...spread,
        {
          transform: [ofSeries],
          mark: { type: 'point', filled: true, size: 60, opacity: 1, stroke: null },
          encoding: {
            x,
            y,
            color,
            shape: { field: 'series', type: 'nominal', scale: shape },
          },
        },
      ],
    },
    resolve: { scale: { y: 'independent' } },
  }
}

/** Values that go from small to large stand evenly on a logarithmic axis; with 0 among them, nearly so. */
function scaleOf(values: readonly number[]): object {
  const positive = values.filter((value) => value > 0)
  const [least, most] = [positive[0] ?? 0, values.at(-1) ?? 0]
  if (least === 0 || most / least < WIDE) return { zero: false, nice: false, padding: 14 }
  if (values[0] === 0) return { type: 'symlog', constant: least, nice: false, padding: 14 }
  return { type: 'log', nice: false, padding: 14 }
}
