/** Figure 3 of the paper: curves over alpha and I with their values beside them, single weights as larger marks. */
import type { TradeoffFigure } from '../../../paper/figures/figure.js'
import { percent } from '../../format.js'
import { dim, type Line } from '../../span.js'
import { table } from '../../table.js'
import { seriesScales } from '../theme.js'
import { type Chart, chartLines } from './chart.js'
import type { Drawn } from './drawn.js'
import { chartSeries, legend, plain } from './in-terminal.js'

const QUANTITATIVE = {
  type: 'quantitative',
  scale: { zero: false, nice: true, padding: 18 },
  axis: { tickCount: 6, labelFlush: false },
}

function tradeoffSpec({ rows, series, x_title, y_title }: TradeoffFigure): object {
  const { colour, shape, dash } = seriesScales(series)
  const color = { field: 'series', type: 'nominal', scale: colour }
  const isCurve = 'datum.parameter !== null'
  // Without any curve there is nothing to join, and no extent.
  const curves = rows.every(({ parameter }) => parameter === null)
    ? []
    : [
        {
          transform: [{ filter: isCurve }],
          mark: { type: 'line', strokeWidth: 1.8 },
          encoding: {
            color,
            order: { field: 'parameter', type: 'quantitative' },
            strokeDash: { field: 'series', type: 'nominal', scale: dash },
          },
        },
      ]
  return {
    width: 520,
    height: 360,
    data: { values: rows },
    encoding: {
      x: { field: 'on_task', title: x_title, ...QUANTITATIVE },
      y: { field: 'on_others', title: y_title, ...QUANTITATIVE },
    },
    layer: [
      ...curves,
      {
        mark: { type: 'point', filled: true, opacity: 1, stroke: null },
        encoding: {
          color,
          shape: { field: 'series', type: 'nominal', scale: shape },
          size: { condition: { test: isCurve, value: 60 }, value: 170 },
        },
      },
      ...[0, 1].flatMap((side) => labels(rows, series, side)),
    ],
  }
}

/** Values of a curve stand on one side of its points, those of the next on the other, so that fewer of them collide. */
function labels(rows: TradeoffFigure['rows'], series: readonly string[], side: number): object[] {
  const [align, dx, dy] = side === 0 ? ['right', -7, 6] : ['left', 7, -6]
  const own = series.filter((_, i) => i % 2 === side)
  if (!rows.some((row) => row.parameter !== null && own.includes(row.series))) return []
  return [
    {
      transform: [
        { filter: 'datum.parameter !== null' },
        { filter: { field: 'series', oneOf: own } },
      ],
      mark: { type: 'text', align, dx, dy, fontSize: 10, baseline: 'middle' },
      encoding: { text: { field: 'parameter', type: 'quantitative', format: '~g' } },
    },
  ]
}

const LARGE = { width: 72, height: 18 }

function tradeoffLines({ rows, series, x_title, y_title }: TradeoffFigure, width: number): Line[] {
  const xs = rows.map(({ on_task }) => on_task)
  const ends = [Math.min(...xs), Math.max(...xs)]
  const chart: Chart = {
    title: `↑ ${y_title}`,
    series: chartSeries(series, (name) =>
      rows.filter((row) => row.series === name).map((row) => [row.on_task, row.on_others]),
    ),
    x_labels: ends.map((value) => [value, value.toFixed(1)]),
  }
  const size = { ...LARGE, width: Math.min(LARGE.width, width) }
  const values = rows.map((row) => [
    row.series,
    row.parameter === null ? '' : String(row.parameter),
    percent(row.on_task),
    percent(row.on_others),
  ])
  const columns = [
    { title: '' },
    ...['value', 'task', 'others'].map((title) => ({ title, align: 'right' as const })),
  ]
  const below: Line = [dim(`→ ${x_title}`)]
  return [
    ...plain(chartLines(chart, size)),
    below,
    [],
    ...legend(series),
    [],
    ...table(columns, values),
  ]
}

export const tradeoffDrawn: Drawn<TradeoffFigure> = {
  read: 'Beside the points: I or α.',
  spec: tradeoffSpec,
  lines: tradeoffLines,
}
