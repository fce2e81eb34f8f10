/** What will happen: a pure function from an experiment to an ordered list of steps, each with every number it needs. */
import type { Experiment } from '../config/schema.js'
import * as averages from './averages.js'
import { beginTask, taskSlots, teacherSteps } from './begin.js'
import { measuredDatasets } from './datasets.js'
import { isSampledAfter, learningRate, lossWeights, updatesOf } from './schedule.js'
import type { Checkpoint, Evaluate, LossWeights, Step, Train } from './step.js'

/** The longest segment, in updates. */
export const MAX_SEGMENT = 25

/** The same experiment always gives the same plan, so "where were we" is an index into it. */
export function plan(experiment: Experiment): Step[] {
  const { benchmark, recipe } = experiment
  const tasks = benchmark.tasks.map((_, task) => task)
  const steps: Step[] = evaluateAll(experiment, 'initial', -1, '')
  for (const task of tasks)
    if (recipe.trains === 'none') steps.push(...evaluateAll(experiment, 'initial', task, ''))
    else steps.push(...taskSteps(experiment, task))
  return [...steps, { kind: 'publish', slot: 'trained' }]
}

function taskSteps(experiment: Experiment, task: number): Step[] {
  const { recipe, benchmark } = experiment
  const steps: Step[] = []
  if (taskSlots(recipe).includes('task-start')) steps.push(averages.copy('task-start', 'trained'))
  steps.push(...teacherSteps(recipe), ...averages.begin(recipe), beginTask(experiment, task))
  for (let done = 0; done < updatesOf(experiment, task); ) {
    const segment = nextSegment(experiment, task, done)
    done += segment.learning_rates.length
    steps.push(segment, ...averages.sample(experiment, task, done))
    if (isCheckpointAfter(experiment, task, done))
      steps.push({ kind: 'checkpoint', task, update: done })
  }
  const evaluate = (slot: string, variant: string) => evaluateAll(experiment, slot, task, variant)
  steps.push(
    ...averages.measureVariants(recipe, evaluate),
    ...averages.finish(recipe, taskSlots(recipe)),
  )
  if (recipe.memory.capacity > 0)
    steps.push({
      kind: 'remember',
      task,
      dataset: benchmark.tasks[task]!.name,
      slot: 'trained',
      capacity: recipe.memory.capacity,
    })
  const end: Checkpoint = { kind: 'checkpoint', task, update: updatesOf(experiment, task) }
  return [...steps, end, ...evaluate('trained', '')]
}

/** From `first` the longest run of updates in which nothing else is due. */
function nextSegment(experiment: Experiment, task: number, first: number): Train {
  const { schedule } = experiment
  const weights = lossWeights(experiment, task, first)
  const rates: number[] = []
  let done = first
  do {
    rates.push(learningRate(experiment, task, done))
    done += 1
  } while (
    done < updatesOf(experiment, task) &&
    rates.length < MAX_SEGMENT &&
    !isEventAfter(experiment, task, done) &&
    sameWeights(weights, lossWeights(experiment, task, done))
  )
  return {
    kind: 'train',
    task,
    first_update: first,
    learning_rates: rates,
    loss_weights: weights,
    batch_size: schedule.batch_size,
    reference_batch_size: schedule.reference_batch_size,
    ...(schedule.micro_batch === undefined ? {} : { micro_batch: schedule.micro_batch }),
  }
}

function isEventAfter(experiment: Experiment, task: number, done: number): boolean {
  return (
    isCheckpointAfter(experiment, task, done) ||
    averages
      .intervalsOf(experiment.recipe)
      .some((interval) => isSampledAfter(experiment, task, interval, done))
  )
}

function isCheckpointAfter(experiment: Experiment, task: number, done: number): boolean {
  const { every } = experiment.checkpoint
  return every > 0 && done % every === 0 && done < updatesOf(experiment, task)
}

function sameWeights(a: LossWeights, b: LossWeights): boolean {
  return (Object.keys(a) as (keyof LossWeights)[]).every((key) => a[key] === b[key])
}

/**
 * One row of the accuracy matrix. Class-incremental: of the tasks so far, with all their classes as candidates; before
 * training all classes are, as after the last task.
 */
function evaluateAll(
  { benchmark, evaluation }: Experiment,
  slot: string,
  afterTask: number,
  variant: string,
): Evaluate[] {
  const isIncremental = benchmark.setting === 'class-incremental'
  const tasks = benchmark.tasks.map((task) => task.name)
  const seen = isIncremental && afterTask >= 0 ? tasks.slice(0, afterTask + 1) : tasks
  return measuredDatasets(benchmark).flatMap((dataset, index): Evaluate[] => {
    const isTask = index < tasks.length
    if (isTask && !seen.includes(dataset.name)) return []
    const evaluate: Evaluate = {
      kind: 'evaluate',
      slot,
      dataset: dataset.name,
      batch_size: evaluation.batch_size,
      after_task: afterTask,
      dataset_index: index,
      variant,
    }
    return [isTask && isIncremental ? { ...evaluate, among: seen } : evaluate]
  })
}
