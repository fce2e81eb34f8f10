/** Every number of a task that depends on the update: learning rate, loss weights, moments of averaging. */
import { WEIGHT_KEYS } from '../config/loss-weights.js'
import type { Experiment, Weight } from '../config/schema.js'
import type { LossWeights } from './step.js'

/** Optimiser steps of a task: the authors' code runs one more than it says (method.md section 2). */
export function updatesOf({ schedule }: Experiment, task: number): number {
  return schedule.updates[task]! + (schedule.counting === 'authors-code' ? 1 : 0)
}

/**
 * Learning rate of update `update` (from 0): linear warm-up from lr / warmup, then cosine to 0 over the updates asked
 * for, or constant. The averaging leaves it alone, but for the constant tail of SWA.
 */
export function learningRate(experiment: Experiment, task: number, update: number): number {
  const { schedule, recipe } = experiment
  const base = schedule.learning_rate[task]!
  const updates = schedule.updates[task]!
  if (recipe.average.kind === 'swa' && update >= tailStart(experiment, task))
    return recipe.average.tail_learning_rate
  if (update < schedule.warmup) return (base * (update + 1)) / schedule.warmup
  if (schedule.decay === 'constant') return base
  const progress = (update - schedule.warmup) / (updates - schedule.warmup)
  return 0.5 * (1 + Math.cos(Math.PI * progress)) * base
}

/** First update of SWA's tail. */
export function tailStart({ schedule, recipe }: Experiment, task: number): number {
  return Math.floor(schedule.updates[task]! * recipe.average.tail_start)
}

/** Value of a weight at update `update` (from 0) of task `task`. */
export function weightAt(weight: Weight | undefined, task: number, update: number): number {
  if (weight === undefined) return 0
  if (typeof weight === 'number') return weight
  if ('per_task' in weight) return weight.per_task[task]!
  const { points, interpolation } = weight
  const next = points.findIndex((point) => point.update > update)
  if (next === 0) return points[0]!.value
  if (next === -1) return points.at(-1)!.value
  const [before, after] = [points[next - 1]!, points[next]!]
  if (interpolation === 'constant') return before.value
  const part = (update - before.update) / (after.update - before.update)
  return before.value + part * (after.value - before.value)
}

/**
 * The loss weights of an update. Distillation from the memory is off in the first task, which has nothing to remember.
 */
export function lossWeights({ recipe }: Experiment, task: number, update: number): LossWeights {
  const distils = !(recipe.reference.images.kind === 'memory' && task === 0)
  const values = WEIGHT_KEYS.map((key) => {
    const isOff = key.startsWith('lambda') && !distils
    return [key, isOff ? 0 : weightAt(recipe[key], task, update)] as const
  })
  return Object.fromEntries(values) as LossWeights
}

/** True when the average with this interval takes a sample after `done` updates of the task. */
export function isSampledAfter(
  experiment: Experiment,
  task: number,
  interval: number,
  done: number,
): boolean {
  const { schedule, recipe } = experiment
  if (recipe.average.kind === 'swa' && done <= tailStart(experiment, task)) return false
  if (schedule.counting === 'authors-code') return (done - 1) % interval === 0
  return done % interval === 0
}

/** How many samples it has taken by then, the one after `done` updates included. */
export function samplesUntil(
  experiment: Experiment,
  task: number,
  interval: number,
  done: number,
): number {
  const { schedule, recipe } = experiment
  const before = recipe.average.kind === 'swa' ? tailStart(experiment, task) : 0
  const shift = schedule.counting === 'authors-code' ? 1 : 0
  const due = (update: number) => Math.floor((update - shift) / interval)
  return Math.max(0, due(done) - due(before))
}
