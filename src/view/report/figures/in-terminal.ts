/** What figures in the terminal have in common: charts beside each other, marks and their legend. */
import { type Line, span } from '../../span.js'
import { nth } from '../theme.js'
import { type Chart, type ChartSeries, chartLines, MARKS } from './chart.js'

const GAP = '   '
const SMALL = { width: 30, height: 6 }

export function chartSeries(
  series: readonly string[],
  points: (name: string) => ChartSeries['points'],
): ChartSeries[] {
  return series.map((name, i) => ({ mark: nth(MARKS, i), points: points(name) }))
}

export function legend(series: readonly string[]): Line[] {
  return series.map((name, i): Line => [span(`${nth(MARKS, i)} `), span(name)])
}

export function sideBySide(charts: readonly Chart[], width: number): string[] {
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

export function plain(lines: readonly string[]): Line[] {
  return lines.map((text): Line => [span(text)])
}
