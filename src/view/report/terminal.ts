/** Figures drawn in the terminal: the same data as the SVG. */
import type {
  AxisFigure,
  HistoryFigure,
  MatrixFigure,
  TradeoffFigure,
} from '../../paper/figures/figure.js'
import type { Figure } from '../../paper/figures/index.js'
import { percent } from '../format.js'
import { bold, dim, type Line, span } from '../span.js'
import { table } from '../table.js'
import { type Chart, type ChartSeries, chartLines, MARKS } from './chart.js'
import { nth } from './theme.js'

const GAP = '   '
const SMALL = { width: 30, height: 6 }
const LARGE = { width: 72, height: 18 }

/** @param width of the terminal, in columns */
export function terminalLines(figure: Figure, width: number): Line[] {
  return [
    [bold(figure.title)],
    ...figure.notes.map((note): Line => [dim(note)]),
    [],
    ...drawing(figure, width),
  ]
}

function drawing(figure: Figure, width: number): Line[] {
  switch (figure.kind) {
    case 'tradeoff':
      return tradeoff(figure, width)
    case 'interval':
    case 'lambda':
      return axis(figure, width)
    case 'matrix':
      return matrix(figure)
    case 'history':
      return history(figure, width)
  }
}

function tradeoff({ rows, series, x_title, y_title }: TradeoffFigure, width: number): Line[] {
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

/** The values stand at equal distances, whatever they are: their labels say which. */
function axis({ rows, series, axis: { title }, zero_shot }: AxisFigure, width: number): Line[] {
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

function history({ rows, series }: HistoryFigure, width: number): Line[] {
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

/** A table per setting; brackets mark the task just trained. */
function matrix({ rows, series }: MatrixFigure): Line[] {
  const datasets = [...new Set(rows.map(({ dataset }) => dataset))]
  const columns = [
    { title: '' },
    ...datasets.map((title) => ({ title: `${title} `, align: 'right' as const })),
  ]
  return series.flatMap((name, i): Line[] => {
    const byRow = Map.groupBy(
      rows.filter((row) => row.series === name),
      ({ after }) => after,
    )
    const cells = [...byRow.values()].map((row) => [
      row[0]!.after === 0 ? row[0]!.after_task : `after ${row[0]!.after} ${row[0]!.after_task}`,
      ...datasets.map((dataset) => {
        const cell = row.find((one) => one.dataset === dataset)
        if (cell === undefined) return '· '
        return cell.just_trained ? `[${percent(cell.accuracy)}]` : `${percent(cell.accuracy)} `
      }),
    ])
    return [...(i > 0 ? [[]] : []), [bold(name)], ...table(columns, cells)]
  })
}

function chartSeries(
  series: readonly string[],
  points: (name: string) => ChartSeries['points'],
): ChartSeries[] {
  return series.map((name, i) => ({ mark: nth(MARKS, i), points: points(name) }))
}

function legend(series: readonly string[]): Line[] {
  return series.map((name, i): Line => [span(`${nth(MARKS, i)} `), span(name)])
}

function sideBySide(charts: readonly Chart[], width: number): string[] {
  const inRow = Math.max(1, Math.floor((width + GAP.length) / (SMALL.width + GAP.length)))
  const size = { ...SMALL, width: Math.min(SMALL.width, width) }
  const blocks = charts.map((chart) => chartLines(chart, size))
  const rows = Array.from({ length: Math.ceil(blocks.length / inRow) }, (_, i) =>
    blocks.slice(i * inRow, (i + 1) * inRow),
  )
  return rows.flatMap((row) => [
    ...row[0]!.map((_, line) => row.map((block) => block[line]!).join(GAP)),
    '',
  ])
}

function plain(lines: readonly string[]): Line[] {
  return lines.map((text): Line => [span(text)])
}
