/** What will happen: a pure function from an experiment to an ordered list of steps, each with every number it needs. */
import { experimentAt } from '../config/from-task.js'
import type { Experiment } from '../config/schema.js'
import * as averages from './averages.js'
import { beginTask, taskSlots, teacherSteps } from './begin.js'
import type { TaskCompanions } from './companions.js'
import * as companionSteps from './companions.js'
import { measuredDatasets } from './datasets.js'
import { learningRate, lossWeights, updatesOf } from './schedule.js'
import type { Checkpoint, Evaluate, LossWeights, Step, Train } from './step.js'

/** The longest segment, in updates. */
export const MAX_SEGMENT = 25

/**
 * The same experiment always gives the same plan, so "where were we" is an index into it.
 * @param companions what its tasks carry for other trials; part of the run folder, as the experiment is
 */
export function plan(experiment: Experiment, companions: readonly TaskCompanions[] = []): Step[] {
  const { before, tasks } = parts(experiment, companions)
  const steps = tasks.flatMap(({ training, ending }) => [...training, ...ending])
  return [...before, ...steps, { kind: 'publish', slot: 'trained' }]
}

/** Index of the first step after the training of a task. */
export function endOfTraining(
  experiment: Experiment,
  companions: readonly TaskCompanions[],
  task: number,
): number {
  const { before, tasks } = parts(experiment, companions)
  const earlier = tasks
    .slice(0, task)
    .map(({ training, ending }) => training.length + ending.length)
  return [before.length, ...earlier, tasks[task]!.training.length].reduce((sum, n) => sum + n)
}

interface TaskSteps {
  readonly training: readonly Step[]
  /** What the task ends with: variants, the model, the row of the accuracy matrix. */
  readonly ending: readonly Step[]
}

function parts(experiment: Experiment, companions: readonly TaskCompanions[]) {
  const tasks = experiment.benchmark.tasks.map((_, task): TaskSteps => {
    if (experiment.recipe.trains === 'none')
      return { training: [], ending: evaluateAll(experiment, 'initial', task, '') }
    const carried = companions.find((one) => one.task === task)
    const own = experimentAt(experiment, task)
    return {
      training: trainingSteps(own, task, carried),
      ending: endingSteps(own, task, carried),
    }
  })
  return { before: evaluateAll(experiment, 'initial', -1, ''), tasks }
}

function trainingSteps(
  experiment: Experiment,
  task: number,
  carried: TaskCompanions | undefined,
): Step[] {
  const { recipe } = experiment
  const steps: Step[] = []
  const ownsStart = taskSlots(recipe).includes('task-start')
  if (ownsStart) steps.push(averages.copy('task-start', 'trained'))
  steps.push(...teacherSteps(recipe), ...averages.begin(recipe))
  if (carried) steps.push(...companionSteps.begin(carried, ownsStart))
  steps.push(beginTask(experiment, task))
  const samples = (done: number) => [
    ...averages.sample(experiment, task, done),
    ...(carried ? companionSteps.sample(experiment, carried, done) : []),
  ]
  const isDue = (done: number) =>
    isCheckpointAfter(experiment, task, done) || samples(done).length > 0
  for (let done = 0; done < updatesOf(experiment, task); ) {
    const segment = nextSegment(experiment, task, done, isDue)
    done += segment.learning_rates.length
    steps.push(segment, ...samples(done))
    if (isCheckpointAfter(experiment, task, done))
      steps.push({ kind: 'checkpoint', task, update: done })
  }
  return steps
}

function endingSteps(
  experiment: Experiment,
  task: number,
  carried: TaskCompanions | undefined,
): Step[] {
  const { recipe, benchmark } = experiment
  const evaluate = (slot: string, variant: string) => evaluateAll(experiment, slot, task, variant)
  const slots = taskSlots(recipe)
  const steps: Step[] = [
    ...(carried ? companionSteps.end(carried, slots.includes('task-start')) : []),
    ...averages.measureVariants(recipe, evaluate),
    ...averages.finish(recipe, slots),
  ]
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
function nextSegment(
  experiment: Experiment,
  task: number,
  first: number,
  isDue: (done: number) => boolean,
): Train {
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
    !isDue(done) &&
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
