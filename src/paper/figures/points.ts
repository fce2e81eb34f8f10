/** What a run has measured after one task: the model, its variants and the model it began from. */
import { suggestion, UsageError } from '../../config/errors.js'
import type { RunState } from '../../journal/state.js'
import { mean } from '../../metrics/matrix.js'
import type { Curve } from './figure.js'
import { type FigureRun, NothingToDraw } from './runs.js'

export interface Point {
  readonly curve: Curve
  readonly parameter: number | null
  readonly on_task: number
  readonly on_others: number
}

/** By the names that a plan gives to variants. */
const CURVES: Readonly<Record<string, Curve>> = {
  we: 'WE',
  ema: 'EMA',
  'we-wise': 'WE+WiSE',
  swa: 'SWA',
  'wise-ft': 'WiSE-FT',
}

/** @throws UsageError when there is no such task */
export function chosenTask(runs: readonly FigureRun[], wanted: string | undefined): number {
  const tasks = runs[0]!.state.run!.tasks
  if (wanted === undefined) {
    const measured = runs.flatMap(({ state }) => state.evaluations)
    const along = measured.filter(({ variant }) => variant !== '')
    return along.length === 0 ? 0 : Math.min(...along.map((e) => e.after_task))
  }
  const index = tasks.includes(wanted) ? tasks.indexOf(wanted) : Number(wanted) - 1
  if (Number.isInteger(index) && index >= 0 && index < tasks.length) return index
  throw new UsageError(
    `\`--task ${wanted}\`: no such task.${suggestion(wanted, tasks)} Expected a number from 1 to ${tasks.length}, or one of ${tasks.join(', ')}.`,
  )
}

/** The tasks that are not trained yet or, where there are none, the datasets that are only measured. */
export function untrained({ run, seen }: RunState, task: number) {
  // Class-incremental: classes are measured from their own task on.
  const later = seen !== null ? [] : run!.tasks.map((_, j) => j).filter((j) => j > task)
  const also = (run!.also_evaluate ?? []).map((_, j) => run!.tasks.length + j)
  const columns = later.length > 0 ? later : also
  const count = columns.length
  if (count === 0)
    throw new NothingToDraw(
      `\`zscl figure tradeoff\`: nothing to draw: after task ${task + 1}, ${run!.tasks[task]}, every measured dataset has been trained. Choose an earlier \`--task\`, or name datasets under \`also_evaluate\`.`,
    )
  const words = later.length > 0 ? 'not trained yet' : 'only measured'
  return { columns, words: `the ${count === 1 ? 'task' : `${count} datasets`} ${words}` }
}

/** The points that are measured on every dataset they need. */
export function pointsOf({ state, experiment }: FigureRun, task: number): Point[] {
  const { after_task, average, trains } = experiment.recipe
  const { columns } = untrained(state, task)
  const found: Point[] = []
  const add = (curve: Curve, parameter: number | null, row: readonly (number | null)[]) => {
    const others = columns.map((j) => row[j] ?? null).filter((value) => value !== null)
    const on_task = row[task] ?? null
    if (on_task === null || others.length < columns.length) return
    if (found.some((one) => one.curve === curve && one.parameter === parameter)) return
    found.push({ curve, parameter, on_task, on_others: mean(others) })
  }
  const row = (variant: string, after = task) => rowOf(state, after, variant)
  add('before', null, row('', task - 1))
  if (trains === 'none') return found
  const variants = new Set(
    state.evaluations.filter((e) => e.after_task === task).map(({ variant }) => variant),
  )
  const mixed = after_task.alphas.length > 0 || after_task.kind === 'wise-ft'
  if (after_task.kind === 'keep-last') add('fine-tuned', null, row(''))
  else add('fine-tuned', null, row('last'))
  // The ends of the curve are measured already: alpha 0 is the reference, alpha 1 the trained weights.
  if (mixed) add('WiSE-FT', 0, row('', after_task.reference === 'initial' ? -1 : task - 1))
  for (const variant of variants) {
    const [, kind = '', value = ''] = /^(.*)-([\d.]+)$/.exec(variant) ?? []
    const curve = CURVES[kind]
    if (curve !== undefined) add(curve, Number(value), row(variant))
  }
  if (after_task.kind === 'take-average')
    add(CURVES[average.kind] ?? 'WE', average.interval, row(''))
  if (after_task.kind === 'wise-ft') add('WiSE-FT', after_task.alpha, row(''))
  if (mixed) add('WiSE-FT', 1, row(after_task.kind === 'keep-last' ? '' : 'last'))
  return found
}

function rowOf(state: RunState, afterTask: number, variant: string): (number | null)[] {
  const columns = (state.run?.tasks.length ?? 0) + (state.run?.also_evaluate?.length ?? 0)
  const values: (number | null)[] = Array.from({ length: columns }, () => null)
  for (const e of state.evaluations)
    if (e.variant === variant && e.after_task === afterTask)
      values[e.dataset_index] = (100 * e.correct) / e.total
  return values
}
