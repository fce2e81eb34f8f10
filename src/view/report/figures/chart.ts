/** A small chart of text: lines in braille dots, a mark of its own for every series at its points. */
import { padEnd, padStart, shorten, widthOf } from '../../span.js'
import { DOTS } from '../../terminal/braille.js'

/** Told apart without colour; each is one column wide. */
export const MARKS = ['●', '■', '▲', '◆', '▼', '○', '□', '△', '◇', '▽'] as const

export interface ChartSeries {
  readonly mark: string
  /** Joined in this order; a single point is a mark alone. */
  readonly points: readonly (readonly [x: number, y: number])[]
}

export interface Chart {
  readonly title: string
  readonly series: readonly ChartSeries[]
  /** What stands under the chart, by its place along x. */
  readonly x_labels: readonly (readonly [x: number, text: string])[]
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Extent {
  readonly low: number
  readonly high: number
}

/** Title, `height` lines, the labels: each exactly `width` columns wide. */
export function chartLines(chart: Chart, { width, height }: Size): string[] {
  const all = chart.series.flatMap(({ points }) => points)
  const x = extent([...all.map(([value]) => value), ...chart.x_labels.map(([value]) => value)])
  const y = extent(all.map(([, value]) => value))
  const numbers = [y.high.toFixed(1), y.low.toFixed(1)]
  const margin = Math.max(...numbers.map(widthOf)) + 1
  const body = drawn(chart.series, { x, y }, { width: width - margin, height })
  const side = (row: number) => (row === 0 ? numbers[0]! : row === height - 1 ? numbers[1]! : '')
  return [
    shorten(chart.title, width),
    ...body.map((line, row) => `${padStart(side(row), margin - 1)} ${line}`),
    `${' '.repeat(margin)}${labelLine(chart.x_labels, x, width - margin)}`,
  ].map((line) => padEnd(line, width))
}

function extent(values: readonly number[]): Extent {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low === high ? { low: low - 1, high: high + 1 } : { low, high }
}

function drawn(
  series: readonly ChartSeries[],
  range: { readonly x: Extent; readonly y: Extent },
  { width, height }: Size,
): string[] {
  const dots = Array.from({ length: height }, () => new Uint8Array(width))
  const marks = new Map<string, string>()
  const column = (value: number) => place(value, range.x, width * 2)
  const row = (value: number) => height * 4 - 1 - place(value, range.y, height * 4)
  // The first series stands above the others.
  for (const { mark, points } of series.toReversed())
    points.forEach(([x, y], i) => {
      const [fromX, fromY] = points[i - 1] ?? [x, y]
      line(dots, [column(fromX), row(fromY)], [column(x), row(y)])
      marks.set(`${row(y) >> 2}/${column(x) >> 1}`, mark)
    })
  return dots.map((cells, i) =>
    Array.from(cells, (bits, j) => {
      const mark = marks.get(`${i}/${j}`)
      return mark ?? (bits === 0 ? ' ' : String.fromCharCode(0x2800 + bits))
    }).join(''),
  )
}

function place(value: number, { low, high }: Extent, length: number): number {
  return Math.round(((value - low) / (high - low)) * (length - 1))
}

type Dot = readonly [x: number, y: number]

function line(cells: readonly Uint8Array[], [x0, y0]: Dot, [x1, y1]: Dot): void {
  const steps = Math.max(1, Math.abs(x1 - x0), Math.abs(y1 - y0))
  for (let i = 0; i <= steps; i += 1) {
    const x = Math.round(x0 + ((x1 - x0) * i) / steps)
    const y = Math.round(y0 + ((y1 - y0) * i) / steps)
    cells[y >> 2]![x >> 1]! |= DOTS[(x & 1) as 0 | 1][y & 3]!
  }
}

/** Labels centred under their places; one that would touch the label before it is left out. */
function labelLine(labels: Chart['x_labels'], x: Extent, width: number): string {
  let text = ''
  for (const [value, label] of labels) {
    const centre = place(value, x, width)
    const start = Math.min(Math.max(0, centre - (widthOf(label) >> 1)), width - widthOf(label))
    if (start < widthOf(text) + (text === '' ? 0 : 1)) continue
    text = padEnd(text, start) + label
  }
  return text
}
