/** What determines the weights at the end of a task's training, and what a trial needs to begin there. */
import { createHash } from 'node:crypto'
import { experimentAt } from '../config/from-task.js'
import { canonical } from '../config/resolve.js'
import type { Experiment } from '../config/schema.js'
import { setUp } from '../engine/commands.js'
import { averageSlot, intervalsOf } from '../plan/averages.js'
import { beginTask, taskSlots, teacherSteps } from '../plan/begin.js'
import type { Average, TaskCompanions } from '../plan/companions.js'
import { endOfTraining, plan } from '../plan/plan.js'
import { updatesOf } from '../plan/schedule.js'
import type { Step } from '../plan/step.js'

/** Averages by what they are, and the slots that hold them. */
export interface Kept {
  readonly averages: ReadonlyMap<string, { readonly slot: string; readonly average: Average }>
  readonly task_start: boolean
}

export interface Stages {
  /** Of everything before training: equal keys have equal zero-shot numbers. */
  readonly zeroShot: string
  /** Per task: equal keys end its training with equal weights, and have measured the same before it. */
  readonly training: readonly string[]
  /** Per task: equal keys end it with equal weights, and have measured the same up to its row of the matrix. */
  readonly ends: readonly string[]
  /** Per task: what the trial needs, and has if it trains itself, at the end of its training. */
  readonly own: readonly Kept[]
  readonly updates: readonly number[]
}

export function stagesOf(experiment: Experiment): Stages {
  const { benchmark, recipe } = experiment
  const { cache_folder: _, ...start } = setUp(experiment, { cacheFolder: '', dataFolder: '' })
  const tasks = recipe.trains === 'none' ? [] : benchmark.tasks.map((_, task) => task)
  const steps = plan(experiment)
  const measured = steps.slice(
    0,
    steps.findIndex((step) => step.kind !== 'evaluate'),
  )
  const updates = tasks.map((task) => updatesOf(experiment, task))
  return {
    zeroShot: digestOf([start, measured]),
    training: tasks.map((task) => {
      const end = endOfTraining(experiment, [], task)
      const begins = steps.findLastIndex((step, i) => i < end && step.kind === 'begin-task')
      const before = steps.slice(0, startOf(experiment, task))
      const trained = steps.slice(begins + 1, end).filter(trains)
      const own = experimentAt(experiment, task)
      const fixed = [teacherSteps(own.recipe), beginTask(own, task)]
      return digestOf([start, before.flatMap(alone), fixed, trained.flatMap(alone)])
    }),
    ends: tasks.map((task) =>
      digestOf([start, steps.slice(0, startOf(experiment, task + 1)).flatMap(alone)]),
    ),
    own: tasks.map((task) => keptBy(experimentAt(experiment, task))),
    updates,
  }
}

function keptBy({ recipe, schedule }: Experiment): Kept {
  const averages = intervalsOf(recipe).map((interval) => {
    const average = { ...recipe.average, interval, intervals: [] }
    const key = canonical([average, schedule.counting])
    return [key, { slot: averageSlot(interval), average }] as const
  })
  return { averages: new Map(averages), task_start: taskSlots(recipe).includes('task-start') }
}

/** The first step that belongs to a task, or, behind the last, to none. */
export function startOf(experiment: Experiment, task: number): number {
  if (task > 0) {
    const rest = plan(experiment).slice(endOfTraining(experiment, [], task - 1))
    const row = rest.findLastIndex(
      (step) => step.kind === 'evaluate' && step.after_task === task - 1,
    )
    return endOfTraining(experiment, [], task - 1) + row + 1
  }
  return plan(experiment).findIndex((step) => step.kind !== 'evaluate')
}

/** Steps that change the weights that train. */
function trains(step: Step): boolean {
  return step.kind === 'train' || (step.kind === 'lerp' && step.slot === 'trained')
}

/** A step without what changes no number: where segments are cut, and when checkpoints are saved. */
function alone(step: Step): unknown[] {
  if (step.kind === 'checkpoint') return []
  if (step.kind !== 'train') return [step]
  const { learning_rates, first_update, ...rest } = step
  return learning_rates.map((rate, i) => ({ ...rest, update: first_update + i, rate }))
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

/** What is there at the end of a task's training: the trial's own, and what it carries for others. */
export function keptAt(own: Kept, carried: TaskCompanions | undefined): Kept {
  const averages = new Map(own.averages)
  for (const { key, slot, average } of carried?.averages ?? [])
    if (!averages.has(key)) averages.set(key, { slot, average })
  return { averages, task_start: own.task_start || (carried?.task_start ?? false) }
}

/** True when a trial that needs `wanted` can begin where `kept` is kept. */
export function covers(kept: Kept, wanted: Kept): boolean {
  if (wanted.task_start && !kept.task_start) return false
  return [...wanted.averages.keys()].every((key) => kept.averages.has(key))
}

/** What must be carried besides one's own for a trial that needs `wanted`. */
export function extended(carried: TaskCompanions, own: Kept, wanted: Kept): TaskCompanions {
  const known = new Set([...own.averages.keys(), ...carried.averages.map(({ key }) => key)])
  const added = [...wanted.averages]
    .filter(([key]) => !known.has(key))
    .map(([key, { average }]) => ({
      key,
      slot: `companion-${digestOf(key).slice(0, 12)}`,
      average,
    }))
  return {
    task: carried.task,
    averages: [...carried.averages, ...added],
    task_start: carried.task_start || wanted.task_start,
  }
}
