/** All runs for `zscl ls`. */
import type { RunState } from '../../journal/state.js'
import { soFar, tasksMeasured } from '../../metrics/results.js'
import { localTime, percent } from '../format.js'
import { clean, dim, type Line, span, toText } from '../span.js'
import { type Column, table } from '../table.js'
import { placedSpan, statusTones } from './run.js'

export interface RunListRow {
  /** Name of the run's folder. */
  readonly name: string
  /** Null when the journal cannot be read; `problem` then says why. */
  readonly state: RunState | null
  readonly problem?: string
  /** In place of the journal's word, where a scheduler knows better: queued, starting, lost. */
  readonly word?: string
  /** What a person should know of it besides. */
  readonly note?: string
}

const columns: readonly Column[] = [
  { title: 'run' },
  { title: 'state' },
  { title: 'recipe' },
  { title: 'benchmark' },
  { title: 'seed', align: 'right' },
  { title: 'tasks', align: 'right' },
  { title: 'Transfer', align: 'right' },
  { title: 'Avg', align: 'right' },
  { title: 'Last', align: 'right' },
  { title: 'last event' },
]

export function renderRunList(rows: readonly RunListRow[], colour = false): string {
  if (rows.length === 0) return 'No runs yet. `zscl demo` makes the first.'
  const unfinished = rows.some(({ state }) => state !== null && state.status !== 'finished')
  const note = unfinished ? [[], [dim('Numbers of unfinished runs are those so far.')]] : []
  const notes = rows.flatMap(({ name, note: text }): Line[] =>
    text ? [[dim(`${name}: ${clean(text)}`)]] : [],
  )
  const problems = rows.flatMap(({ name, problem }): Line[] =>
    problem ? [[span(`! ${name}: ${clean(problem)}`, 'warn')]] : [],
  )
  return toText([...table(columns, rows.map(cells)), ...note, ...notes, ...problems], colour)
}

function cells({ name, state, word }: RunListRow) {
  if (state === null) return [name, span('unreadable', 'bad')]
  const { run, status } = state
  const status_cell = word ? placedSpan(word) : span(status, statusTones[status])
  if (run === null) return [name, status_cell]
  const { transfer, average, last } = soFar(state)
  return [
    name,
    status_cell,
    run.recipe,
    run.benchmark,
    String(run.seed),
    `${tasksMeasured(state)}/${run.tasks.length}`,
    percent(transfer),
    percent(average),
    percent(last),
    state.updated_at ? localTime(state.updated_at) : '',
  ]
}
