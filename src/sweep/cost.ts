/** What is left of a sweep to do, in updates and, once something like it was measured, in seconds. Pure. */
import type { RunState } from '../journal/state.js'
import { plan } from '../plan/plan.js'
import type { Trial } from './expand.js'
import type { Sharing } from './sharing.js'

/** How long one update and one evaluation took, the shares of averaging and saving among the updates. */
export interface Pace {
  /** The run that it was measured in. */
  readonly from: string
  readonly update: number
  readonly evaluation: number
}

export interface Cost {
  readonly updates: number
  readonly evaluations: number
}

/** Null while no task is measured, and for a run that began where another has been: its updates are that one's. */
export function paceOf(name: string, state: RunState): Pace | null {
  const done = state.updates_done.reduce((sum, one) => sum + one, 0)
  if (state.adopted !== null || done === 0 || state.evaluations.length === 0) return null
  const { train, weights, save, evaluate } = state.timings
  return {
    from: name,
    update: (train + weights + save) / done,
    evaluation: evaluate / state.evaluations.length,
  }
}

/** Of the trials that are not finished; what one of them has done already is not taken off. */
export function costOf(open: readonly Trial[], { adoptions }: Sharing): Cost {
  const each = open.map((trial) => {
    const after = adoptions.get(trial.id)?.task ?? -1
    const steps = plan(trial.experiment)
    const updates = steps.map((step) =>
      step.kind === 'train' && step.task > after ? step.learning_rates.length : 0,
    )
    const rows = steps.filter((step) => step.kind === 'evaluate' && step.after_task >= after)
    return { updates: updates.reduce((sum, one) => sum + one, 0), evaluations: rows.length }
  })
  return {
    updates: each.reduce((sum, { updates }) => sum + updates, 0),
    evaluations: each.reduce((sum, { evaluations }) => sum + evaluations, 0),
  }
}

/** With so many trials at once. */
export function secondsFor({ updates, evaluations }: Cost, pace: Pace, jobs: number): number {
  return (updates * pace.update + evaluations * pace.evaluation) / jobs
}
