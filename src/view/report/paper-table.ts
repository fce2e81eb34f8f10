/** A table of the paper: published numbers, ours and the difference. */

import type { RunState } from '../../journal/state.js'
import { averagePerDataset, transferPerDataset } from '../../metrics/matrix.js'
import { type RunMetrics, runMetrics } from '../../metrics/results.js'
import { type Spread, spread } from '../../metrics/seeds.js'
import {
  METRICS,
  type Metric,
  metricTitles,
  type PaperCell,
  type PaperRow,
  type PaperTable,
} from '../../paper/tables.js'
import type { Cell, Column, Tabular } from '../text/tabular.js'

/** Finished runs of a method on a benchmark, one per seed. */
export type OwnRuns = (benchmark: string, recipe: string) => readonly RunState[]

const UNCONFIRMED = ' ?'

/** Numbers that fit side by side with ours and the difference. */
const SIDE_BY_SIDE = 3

export function methodTable(table: PaperTable, own: OwnRuns, tolerance: number): Tabular {
  return table.columns.length > SIDE_BY_SIDE && table.source !== null
    ? rowsTable(table, own, tolerance)
    : shortTable(table, own, tolerance)
}

/** Three rows per method: paper, ours, difference; a column per number. */
function rowsTable(table: PaperTable, own: OwnRuns, tolerance: number): Tabular {
  const columns: Column[] = [
    ...['method', 'recipe', 'from', 'seeds'].map((key) => ({ key, title: key })),
    ...table.columns.map(({ benchmark, metric, title }) => ({
      key: `${benchmark}_${metric}`,
      title,
      isMetric: true,
      digits: table.digits,
    })),
  ]
  const rows = table.rows.flatMap((row): Cell[][] => {
    const ours = table.columns.map(({ benchmark, metric }) =>
      ofRuns(own(benchmark, row.recipe), metric),
    )
    const head = [methodName(row), row.recipe]
    const paper = [...head, 'paper', '', ...row.cells.map((cell) => paperCell(cell, table.digits))]
    if (ours.every((value) => value === null)) return [paper]
    const seeds = table.benchmarks.map((benchmark) => own(benchmark, row.recipe).length)
    const differences = ours.map((value, j) =>
      difference(value, row.cells[j], tolerance, table.digits),
    )
    return [
      paper,
      [...head, 'ours', seeds.join('/'), ...ours],
      [...head, 'diff', '', ...differences],
    ]
  })
  return { columns, rows, notes: [], bestWithin: [2] }
}

/** A row per method; three columns per number. */
function shortTable(table: PaperTable, own: OwnRuns, tolerance: number): Tabular {
  const published = table.source !== null
  const columns: Column[] = [
    { key: 'method', title: 'method' },
    { key: 'recipe', title: 'recipe' },
    { key: 'seeds', title: 'seeds' },
    ...table.columns.flatMap(({ benchmark, metric, title }) => {
      const key = table.benchmarks.length > 1 ? `${benchmark}_${metric}` : metric
      const ours = { key, title, isMetric: true, digits: table.digits }
      if (!published) return [ours]
      return [
        { key: `paper_${key}`, title: `paper ${title}`, isMetric: true, digits: table.digits },
        ours,
        { key: `difference_${key}`, title: 'diff' },
      ]
    }),
  ]
  const rows = table.rows.map((row): Cell[] => {
    const seeds = table.benchmarks.map((benchmark) => own(benchmark, row.recipe).length)
    const cells = table.columns.flatMap(({ benchmark, metric }, j): Cell[] => {
      const ours = ofRuns(own(benchmark, row.recipe), metric)
      if (!published) return [ours]
      return [
        paperCell(row.cells[j] ?? null, table.digits),
        ours,
        difference(ours, row.cells[j], tolerance, table.digits),
      ]
    })
    return [methodName(row), row.recipe, seeds.some((n) => n > 0) ? seeds.join('/') : '', ...cells]
  })
  const others = table.others.map(({ method, kind, ...values }): Cell[] => [
    `${method} (${kind})`,
    '',
    '',
    ...table.columns.flatMap(({ metric }): Cell[] => [values[metric], null, '']),
  ])
  return { columns, rows: [...rows, ...others], notes: [] }
}

/** Three rows per method and metric: paper, ours, difference; a column per dataset. */
export function datasetTable(
  table: PaperTable,
  datasets: readonly string[],
  own: OwnRuns,
  tolerance: number,
): Tabular {
  const columns: Column[] = [
    ...['metric', 'method', 'recipe', 'from'].map((key) => ({ key, title: key })),
    ...datasets.map((name) => ({ key: name, title: name, isMetric: true, digits: table.digits })),
  ]
  const rows = METRICS.flatMap((metric) =>
    table.rows.flatMap((row): Cell[][] => {
      const runs = table.benchmarks.flatMap((benchmark) => own(benchmark, row.recipe))
      const printed = table.perDataset?.[row.recipe]?.[metric] ?? null
      const ours = runs.length === 0 ? null : perDataset(runs, metric, datasets.length)
      const head = [metricTitles[metric], methodName(row), row.recipe]
      const differences = ours?.map((value, j) => {
        const paper = printed?.[j]
        return difference(
          value,
          paper == null ? null : { value: paper, confirmed: true },
          tolerance,
          table.digits,
        )
      })
      return [
        ...(printed === null ? [] : [[...head, 'paper', ...printed]]),
        ...(ours === null ? [] : [[...head, 'ours', ...ours]]),
        ...(printed === null || differences === undefined
          ? []
          : [[...head, 'diff', ...differences]]),
      ]
    }),
  )
  return { columns, rows, notes: [], bestWithin: [0, 3] }
}

function methodName({ method, footnote }: PaperRow): string {
  return footnote === undefined ? method : `${method} †`
}

function paperCell(cell: PaperCell | null, digits: number): Cell {
  if (cell === null) return null
  return cell.confirmed ? cell.value : `${cell.value.toFixed(digits)}${UNCONFIRMED}`
}

function difference(
  ours: Cell,
  paper: PaperCell | null | undefined,
  tolerance: number,
  digits: number,
): Cell {
  const value = typeof ours === 'object' && ours !== null ? ours.mean : null
  if (value === null || paper == null) return null
  const change = value - paper.value
  const mark = Math.abs(change) > tolerance ? ' !' : ''
  return `${change >= 0 ? '+' : ''}${change.toFixed(digits)}${mark}`
}

function ofRuns(runs: readonly RunState[], metric: keyof RunMetrics): Spread | null {
  return spread(runs.map((state) => runMetrics(state)[metric]))
}

function perDataset(runs: readonly RunState[], metric: Metric, count: number): (Spread | null)[] {
  const values = runs.map(({ matrix }) => {
    if (metric === 'transfer') return transferPerDataset(matrix)
    return metric === 'average' ? averagePerDataset(matrix) : (matrix.at(-1) ?? [])
  })
  return Array.from({ length: count }, (_, j) => spread(values.map((row) => row[j] ?? null)))
}
