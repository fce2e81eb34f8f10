/** The data of a figure as CSV, one line per row. */
import type { Figure } from '../../paper/figures/index.js'
import { render } from '../text/tabular.js'

export function csvOf({ rows }: Figure): string {
  const keys = Object.keys(rows[0] ?? {})
  const cells = rows.map((row) =>
    keys.map((key) => {
      const value: unknown = Reflect.get(row, key)
      return typeof value === 'number' || value === null ? value : String(value)
    }),
  )
  const columns = keys.map((key) => ({ key, title: key }))
  return `${render({ columns, rows: cells, notes: [] }, 'csv', false)}\n`
}
