/** The variants of a run: what its tasks could have ended with. */
import type { RunState } from '../../journal/state.js'
import { variantRows } from '../../metrics/variants.js'
import { percent } from '../format.js'
import { bold, dim, type Line, span } from '../span.js'
import { type Column, table } from '../table.js'

/** Nothing for a run that measured no variants. */
export function variantLines({ run, evaluations }: RunState): Line[] {
  if (run === null) return []
  const rows = variantRows(evaluations, run.tasks.length)
  if (rows.length === 0) return []
  const columns: Column[] = [
    { title: 'after task' },
    { title: 'weights' },
    { title: 'on the task', align: 'right' },
    { title: 'on later tasks', align: 'right' },
  ]
  const cells = rows.map((row) => [
    `${row.after_task + 1} ${run.tasks[row.after_task] ?? ''}`,
    row.variant === '' ? 'the model' : row.variant,
    percent(row.on_task),
    percent(row.on_later),
  ])
  return [
    [
      bold('Measured along the same training, %'),
      dim('  on later tasks: mean over those not trained yet'),
    ],
    ...table(columns, cells).map((line): Line => [span('  '), ...line]),
  ]
}
