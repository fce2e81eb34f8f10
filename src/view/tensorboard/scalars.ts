/** What TensorBoard shows of a run: losses and learning rate by update, accuracies and metrics by task. */
import type { LossRow } from '../../bridge/worker.js'
import type { Evaluated, JournalEvent } from '../../journal/events.js'
import { reduce } from '../../journal/reduce.js'
import { initialState, type RunState } from '../../journal/state.js'
import { soFar } from '../../metrics/results.js'
import type { Scalar, ScalarEvent } from './records.js'

/** Scalars of one step of the plan: void when work goes on from before it. */
interface Entry extends ScalarEvent {
  readonly plan_step: number
}

export class Scalars {
  #state: RunState = initialState
  #entries: Entry[] = []

  /** Everything that is valid, in order. */
  get all(): readonly ScalarEvent[] {
    return this.#entries
  }

  /** What an event adds; null when earlier scalars are void, and all of them are to be written again. */
  accept(event: JournalEvent): readonly ScalarEvent[] | null {
    this.#state = reduce(this.#state, event)
    if (event.kind === 'rewound') {
      // Work may go on within a segment: what it had before is valid.
      const next = this.#firstUpdate(event.task) + event.update
      const valid = this.#entries.filter(
        ({ plan_step, step }) =>
          plan_step < event.next_step || (plan_step === event.next_step && step < next),
      )
      const isSame = valid.length === this.#entries.length
      this.#entries = valid
      return isSame ? [] : null
    }
    const added = this.#added(event)
    this.#entries.push(...added)
    return added
  }

  #added(event: JournalEvent): Entry[] {
    const wall_time = Date.parse(event.at) / 1000
    if (event.kind === 'trained') {
      const { losses, learning_rates, first_update, step } = event
      const first = this.#firstUpdate(event.task) + first_update
      return updates(losses, learning_rates, { first, wall_time, plan_step: step })
    }
    if (event.kind === 'evaluated') return this.#accuracy(event, wall_time, event.step)
    if (event.kind !== 'stage-adopted') return []
    const plan_step = event.next_step - 1
    return [
      ...event.training.flatMap(({ losses, learning_rates }, task) =>
        updates(losses, learning_rates, { first: this.#firstUpdate(task), wall_time, plan_step }),
      ),
      ...event.evaluations.flatMap((one) => this.#accuracy(one, wall_time, plan_step)),
    ]
  }

  /** Updates of earlier tasks: steps run on from task to task. */
  #firstUpdate(task: number): number {
    return this.#state.run?.updates.slice(0, task).reduce((sum, n) => sum + n, 0) ?? 0
  }

  /** Step 0 is before training, step k after task k. */
  #accuracy(event: Evaluated, wall_time: number, plan_step: number): Entry[] {
    const variant = event.variant === '' ? '' : `/${event.variant}`
    const accuracy = (100 * event.correct) / event.total
    const scalars: Scalar[] = [{ tag: `accuracy/${event.dataset}${variant}`, value: accuracy }]
    const isLast = event.dataset_index === lastColumn(this.#state, event.after_task)
    if (event.variant === '' && isLast && event.after_task >= 0)
      scalars.push(...metrics(this.#state, event.after_task))
    return [{ step: event.after_task + 1, wall_time, plan_step, scalars }]
  }
}

function lastColumn({ run, seen, matrix }: RunState, afterTask: number): number {
  const also = run?.also_evaluate?.length ?? 0
  return (seen === null || also > 0 ? matrix.length + also : afterTask + 1) - 1
}

/** After a task, from what was measured until then. */
function metrics(state: RunState, afterTask: number): Scalar[] {
  const { matrix, seen } = state
  const past = <T>(rows: readonly T[]) => rows.slice(0, afterTask + 1)
  const rows = past(matrix)
  const none = matrix.slice(afterTask + 1).map((row) => row.map(() => null))
  const until = { matrix: [...rows, ...none], seen: seen === null ? null : past(seen) }
  const { transfer, average, last } = soFar(until)
  const named = [
    ['Transfer', transfer],
    ['Avg', average],
    ['Last', last],
  ] as const
  return named.flatMap(([name, value]) =>
    value === null ? [] : [{ tag: `metrics/${name}`, value }],
  )
}

function updates(
  losses: readonly LossRow[],
  rates: readonly number[],
  at: { readonly first: number; readonly wall_time: number; readonly plan_step: number },
): Entry[] {
  // A term without a weight is 0 all along; consolidation is 0 at the first update only, since nothing has moved yet.
  const used = (name: string) => losses.some((row) => row[name as keyof LossRow] !== 0)
  return losses.map((row, i) => ({
    step: at.first + i,
    wall_time: at.wall_time,
    plan_step: at.plan_step,
    scalars: [
      ...Object.entries(row)
        .filter(([name]) => name === 'total' || used(name))
        .map(([name, value]) => ({ tag: `loss/${name}`, value })),
      { tag: 'learning_rate', value: rates[i] ?? 0 },
    ],
  }))
}
