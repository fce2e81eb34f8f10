/** A panel per metric; a line per setting with the standard deviation over its seeds; the model before training dashed. */
import type { AxisFigure } from '../../../paper/figures/figure.js'
import { percent } from '../../format.js'
import { dim, type Line } from '../../span.js'
import type { Chart } from './chart.js'
import type { Drawn } from './drawn.js'
import { chartSeries, legend, plain, sideBySide } from './in-terminal.js'
import { seriesLayers, withSpread } from './layers.js'

/** From this ratio of the largest to the least value on, the axis is logarithmic. */
const WIDE = 8

function axisSpec({ rows, series, axis, zero_shot }: AxisFigure): object {
  const values = [...new Set(rows.map(({ x }) => x))].sort((a, b) => a - b)
  const x = {
    field: 'x',
    type: 'quantitative',
    title: axis.title,
    scale: scaleOf(values),
    axis: {
      values,
      tickCount: values.length,
      format: '~g',
      grid: false,
      labelOverlap: 'greedy',
    },
  }
  const y = {
    field: 'mean',
    type: 'quantitative',
    title: 'Accuracy, %',
    scale: { zero: false, padding: 8 },
  }
  const before = {
    transform: [{ filter: '!isValid(datum.series)' }],
    mark: { type: 'rule', strokeDash: [3, 3], opacity: 0.7 },
    encoding: { y },
  }
  const ofSeries = [{ filter: 'isValid(datum.series)' }]
  return {
    data: { values: [...withSpread(rows, ({ mean }) => mean), ...zero_shot] },
    facet: { column: { field: 'metric', sort: ['Transfer', 'Avg', 'Last'], title: null } },
    spec: {
      width: 230,
      height: 240,
      layer: [
        ...(zero_shot.length > 0 ? [before] : []),
        ...seriesLayers(rows, series, { x, y }, ofSeries),
      ],
    },
    resolve: { scale: { y: 'independent' } },
  }
}

/** Values that go from small to large stand evenly on a logarithmic axis; with 0 among them, nearly so. */
function scaleOf(values: readonly number[]): object {
  const room = { nice: false, padding: 14 }
  const positive = values.filter((value) => value > 0)
  const [least, most] = [positive[0] ?? 0, values.at(-1) ?? 0]
  if (least === 0 || most / least < WIDE) return { zero: false, ...room }
  return values[0] === 0 ? { type: 'symlog', constant: least, ...room } : { type: 'log', ...room }
}

/** The values stand at equal distances, whatever they are: their labels say which. */
function axisLines(
  { rows, series, axis: { title }, zero_shot }: AxisFigure,
  width: number,
): Line[] {
  const values = [...new Set(rows.map(({ x }) => x))].sort((a, b) => a - b)
  const charts = [...new Set(rows.map(({ metric }) => metric))].map((metric): Chart => {
    const zero = zero_shot.find((one) => one.metric === metric)
    return {
      title: `${metric}, %${zero === undefined ? '' : ` (zero-shot ${percent(zero.mean)})`}`,
      series: chartSeries(series, (name) =>
        rows
          .filter((row) => row.series === name && row.metric === metric)
          .map(({ x, mean }) => [values.indexOf(x), mean]),
      ),
      x_labels: values.map((value, i) => [i, String(value)]),
    }
  })
  return [...plain(sideBySide(charts, width)), [dim(`→ ${title}`)], ...legend(series)]
}

export const axisDrawn: Drawn<AxisFigure> = {
  read: 'Dashed: zero-shot, the model before training.',
  spec: axisSpec,
  lines: axisLines,
}
