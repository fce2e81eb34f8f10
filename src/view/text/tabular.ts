/** One table in the formats that people paste and programs read. */
import { bold, type Line, toText } from '../span.js'
import { table } from '../table.js'

export type Format = 'table' | 'csv' | 'json' | 'markdown' | 'latex'
export const FORMATS: readonly Format[] = ['table', 'csv', 'json', 'markdown', 'latex']

/** What stands in a cell: text, a number, a mean with its deviation over seeds, or nothing. */
export type Cell =
  | string
  | number
  | null
  | { readonly mean: number; readonly deviation: number | null }

export interface Column {
  readonly key: string
  readonly title: string
  /** Larger is better: the best value is set bold. */
  readonly isMetric?: boolean
  /** Decimals that people see; 1 where nothing is said. */
  readonly digits?: number
}

export interface Tabular {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** The best is sought among rows with the same values in these columns; absent: among all. */
  readonly bestWithin?: readonly number[]
  /** Said below the table; for formats that have no place for it, see `notesBeside`. */
  readonly notes: readonly string[]
}

/** What must be said beside the output, as the format has no place for it. */
export function notesBeside({ notes }: Tabular, format: string): string {
  const hasPlace = format === 'table' || format === 'markdown' || format === 'latex'
  return hasPlace ? '' : notes.map((note) => `${note}\n`).join('')
}

export function render(tabular: Tabular, format: Format, colour: boolean): string {
  switch (format) {
    case 'table':
      return asTable(tabular, colour)
    case 'csv':
      return asCsv(tabular)
    case 'json':
      return asJson(tabular)
    case 'markdown':
      return asMarkdown(tabular)
    case 'latex':
      return asLatex(tabular)
  }
}

function asTable(tabular: Tabular, colour: boolean): string {
  const { columns, rows, notes } = tabular
  const best = bestOf(tabular)
  const cells = rows.map((row, i) =>
    row.map((cell, j) =>
      isBest(cell, best[i]?.[j])
        ? bold(shown(cell, ' ± ', columns[j]))
        : shown(cell, ' ± ', columns[j]),
    ),
  )
  const aligned = columns.map(({ title, isMetric }) => ({
    title,
    ...(isMetric && { align: 'right' as const }),
  }))
  const lines: Line[] = table(aligned, cells)
  return [toText(lines, colour), ...notes].join('\n')
}

/** A mean has its deviation in a column of its own, so that programs need not take texts apart. */
export function flattened({ columns, rows }: Tabular): {
  readonly names: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
} {
  const spread = columns.map((_, j) => rows.some((row) => isSpread(row[j]!)))
  return {
    names: columns.flatMap(({ key }, j) => (spread[j] ? [key, `${key}_deviation`] : [key])),
    rows: rows.map((row) =>
      row.flatMap((cell, j): (string | number | null)[] => {
        if (isSpread(cell)) return [cell.mean, cell.deviation]
        return spread[j] ? [cell, null] : [cell]
      }),
    ),
  }
}

function asCsv(tabular: Tabular): string {
  const { names, rows } = flattened(tabular)
  const lines = rows.map((row) => row.map(written))
  return [names, ...lines].map((line) => line.map(quoted).join(',')).join('\n')
}

/** A text that a spreadsheet would compute is marked as text, as spreadsheets do themselves. */
function written(value: string | number | null): string {
  if (typeof value === 'string') return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return value === null ? '' : String(value)
}

function asJson({ columns, rows }: Tabular): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map(({ key }, j) => [key, row[j] ?? null])),
  )
  return JSON.stringify(objects, null, 2)
}

function asMarkdown(tabular: Tabular): string {
  const { columns, rows, notes } = tabular
  const best = bestOf(tabular)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const body = rows.map((row, i) =>
    line(
      row.map((cell, j) => {
        const text = shown(cell, ' ± ', columns[j]).replaceAll('|', '\\|')
        return isBest(cell, best[i]?.[j]) ? `**${text}**` : text
      }),
    ),
  )
  const rule = columns.map(({ isMetric }) => (isMetric ? '---:' : '---'))
  const lines = [line(columns.map(({ title }) => title)), line(rule), ...body]
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')
}

/** Needs the package booktabs. */
function asLatex(tabular: Tabular): string {
  const { columns, rows, notes } = tabular
  const best = bestOf(tabular)
  const body = rows.map((row, i) =>
    row
      .map((cell, j) => {
        const text = escaped(shown(cell, ' $\\pm$ ', columns[j]))
        return isBest(cell, best[i]?.[j]) ? `\\textbf{${text}}` : text
      })
      .join(' & '),
  )
  return [
    ...notes.map((note) => `% ${note}`),
    `\\begin{tabular}{${columns.map(({ isMetric }) => (isMetric ? 'r' : 'l')).join('')}}`,
    '\\toprule',
    `${columns.map(({ title }) => escaped(title)).join(' & ')} \\\\`,
    '\\midrule',
    ...body.map((line) => `${line} \\\\`),
    '\\bottomrule',
    '\\end{tabular}',
  ].join('\n')
}

/** Per row and column the best value that it stands against. */
function bestOf({ columns, rows, bestWithin }: Tabular): (number | null)[][] {
  const groupOf = (row: readonly Cell[]) => JSON.stringify((bestWithin ?? []).map((j) => row[j]))
  return rows.map((row) => {
    const group = rows.filter((other) => groupOf(other) === groupOf(row))
    return columns.map(({ isMetric }, j) => {
      const values = group.flatMap((other) => numberIn(other[j]!) ?? [])
      return isMetric && values.length > 1 ? Math.max(...values) : null
    })
  })
}

function isBest(cell: Cell, best: number | null | undefined): boolean {
  return best != null && numberIn(cell) === best
}

function numberIn(cell: Cell): number | null {
  return isSpread(cell) ? cell.mean : typeof cell === 'number' ? cell : null
}

function isSpread(
  cell: Cell,
): cell is { readonly mean: number; readonly deviation: number | null } {
  return typeof cell === 'object' && cell !== null
}

function shown(cell: Cell, plusMinus: string, column: Column | undefined): string {
  const digits = column?.digits ?? 1
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return cell.toFixed(digits)
  const deviation = cell.deviation === null ? '' : `${plusMinus}${cell.deviation.toFixed(digits)}`
  return `${cell.mean.toFixed(digits)}${deviation}`
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function escaped(text: string): string {
  return text.replace(/[&%#_{}]/g, '\\$&').replaceAll('–', '--')
}
