/** Columns of text that line up. */
import { bold, type Line, padEnd, padStart, type Span, span, widthOf } from './span.js'

export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
}

export type Cell = string | Span

/** A head and one line per row, columns two spaces apart. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Line[] {
  const cells = rows.map((row) => columns.map((_, i) => asSpan(row[i] ?? '')))
  const widths = columns.map(({ title }, i) =>
    Math.max(widthOf(title), ...cells.map((row) => widthOf(row[i]!.text))),
  )
  const line = (row: readonly Span[]): Line =>
    row.flatMap((cell, i) => {
      const pad = columns[i]?.align === 'right' ? padStart : padEnd
      return [...(i > 0 ? [span('  ')] : []), { ...cell, text: pad(cell.text, widths[i]!) }]
    })
  return [line(columns.map(({ title }) => bold(title))), ...cells.map(line)]
}

/** Names and values under each other, without a head. */
export function facts(rows: readonly (readonly [name: string, value: Cell])[], indent = 2): Line[] {
  const width = Math.max(0, ...rows.map(([name]) => widthOf(name)))
  return rows.map(([name, value]) => [
    span(`${' '.repeat(indent)}${padEnd(name, width)}  `, 'dim'),
    asSpan(value),
  ])
}

function asSpan(cell: Cell): Span {
  return typeof cell === 'string' ? span(cell) : cell
}
