/**
 * Averages that one training carries for others. Averaging changes no training (method.md section 2), so trials that
 * differ only in what they average, or in what a task ends with, can begin where one training of that task ended.
 */
import type { Experiment, Recipe } from '../config/schema.js'
import * as averages from './averages.js'
import type { Combine, Drop, Step } from './step.js'

export type Average = Recipe['average']

export interface Companion {
  /** Equal for averages that are the same. */
  readonly key: string
  readonly slot: string
  readonly average: Average
}

/** What the training of one task carries, and keeps at its end. */
export interface TaskCompanions {
  readonly task: number
  readonly averages: readonly Companion[]
  /** Whether the weights at the start of the task are kept for others. */
  readonly task_start: boolean
}

/** Slots that only others need: made before the task begins. */
export function begin(
  { averages: carried, task_start }: TaskCompanions,
  ownsStart: boolean,
): Combine[] {
  return [
    ...(task_start && !ownsStart ? [averages.copy('task-start', 'trained')] : []),
    ...carried.map(({ slot }) => averages.copy(slot, 'trained')),
  ]
}

/** What is due after `done` updates for every average that is carried. */
export function sample(
  experiment: Experiment,
  { task, averages: carried }: TaskCompanions,
  done: number,
): Step[] {
  return carried.flatMap(({ slot, average }) =>
    averages
      .sample(carrying(experiment, average), task, done)
      .map((step) => (step.kind === 'lerp' ? { ...step, slot } : step)),
  )
}

/** The end of the training of a task: everything is kept, then what only others need is forgotten. */
export function end(
  { task, averages: carried, task_start }: TaskCompanions,
  ownsStart: boolean,
): Step[] {
  const others = [
    ...carried.map(({ slot }) => slot),
    ...(task_start && !ownsStart ? ['task-start'] : []),
  ]
  const drop: Drop = { kind: 'drop', slots: others }
  return [{ kind: 'stage', task }, ...(others.length > 0 ? [drop] : [])]
}

/** The experiment as if it averaged this way. */
function carrying(experiment: Experiment, average: Average): Experiment {
  return { ...experiment, recipe: { ...experiment.recipe, average: { ...average, intervals: [] } } }
}
