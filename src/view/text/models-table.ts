/** Accuracy of several models on several datasets. */
import { percent } from '../format.js'
import { bold, dim, type Line, toText } from '../span.js'
import { type Column, table } from '../table.js'

export interface ModelRow {
  readonly name: string
  /** In percent, per dataset. */
  readonly accuracies: readonly number[]
}

/** The mean stands last; the best of each column is bold. */
export function renderModels(
  datasets: readonly string[],
  rows: readonly ModelRow[],
  notes: readonly string[],
  colour = false,
): string {
  const hasMean = datasets.length > 1
  const columns: Column[] = [
    { title: 'model' },
    ...[...datasets, ...(hasMean ? ['mean'] : [])].map((title) => ({
      title,
      align: 'right' as const,
    })),
  ]
  const values = rows.map(({ accuracies }) => [
    ...accuracies,
    ...(hasMean ? [accuracies.reduce((sum, value) => sum + value, 0) / accuracies.length] : []),
  ])
  const best = columns.slice(1).map((_, j) => Math.max(...values.map((row) => row[j]!)))
  const cells = rows.map(({ name }, i) => [
    name,
    ...values[i]!.map((value, j) =>
      value === best[j] && rows.length > 1 ? bold(percent(value)) : percent(value),
    ),
  ])
  const lines = [...table(columns, cells), [], ...notes.map((note): Line => [dim(note)])]
  return toText(lines, colour)
}
