/** Lines over points with their spread: what the figures over an axis have in common. */
import { seriesScales } from '../theme.js'

interface Row {
  readonly deviation: number | null
}

/** Rows with the ends of their spread: one standard deviation to either side. */
export function withSpread<R extends Row>(rows: readonly R[], value: (row: R) => number) {
  return rows.map((row) => ({
    ...row,
    low: value(row) - (row.deviation ?? 0),
    high: value(row) + (row.deviation ?? 0),
  }))
}

/** Line, spread and point of every series; `filter` chooses their rows where the data has others too. */
export function seriesLayers(
  rows: readonly Row[],
  series: readonly string[],
  { x, y }: { readonly x: object; readonly y: object },
  filter: readonly object[] = [],
): object[] {
  const { colour, shape, dash } = seriesScales(series)
  const legend = series.length === 1 ? { legend: null } : {}
  const nominal = { field: 'series', type: 'nominal' }
  const color = { ...nominal, scale: colour, ...legend }
  const line = {
    transform: filter,
    mark: { type: 'line', strokeWidth: 1.8 },
    encoding: { x, y, color, strokeDash: { ...nominal, scale: dash, ...legend } },
  }
  const spread = {
    transform: [...filter, { filter: 'datum.deviation > 0' }],
    mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.8 },
    encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
  }
  const point = {
    transform: filter,
    mark: { type: 'point', filled: true, size: 55, opacity: 1, stroke: null },
    encoding: { x, y, color, shape: { ...nominal, scale: shape, ...legend } },
  }
  // Without any spread there is nothing to draw, and no extent.
  return rows.some(({ deviation }) => (deviation ?? 0) > 0) ? [line, spread, point] : [line, point]
}
