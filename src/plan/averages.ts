/** Averaging as steps: every relative of the weight ensemble is lerps and linear combinations of slots (method.md 2). */
import type { Experiment, Recipe } from '../config/schema.js'
import { isSampledAfter, samplesUntil } from './schedule.js'
import type { Combine, Evaluate, Step } from './step.js'

/** The interval whose average may become the model, and then the others that are only measured. */
export function intervalsOf({ average }: Recipe): number[] {
  return average.kind === 'none' || average.kind === 'pull'
    ? []
    : [...new Set([average.interval, ...average.intervals])]
}

export function averageSlot(interval: number): string {
  return `average-${interval}`
}

export function combine(slot: string, weights: Readonly<Record<string, number>>): Combine {
  const terms = Object.entries(weights).map(([name, weight]) => ({ slot: name, weight }))
  return { kind: 'combine', slot, terms }
}

export function copy(slot: string, from: string): Combine {
  return combine(slot, { [from]: 1 })
}

/** Every average begins as the start of the task: theta-hat_0 = theta_0. */
export function begin(recipe: Recipe): Step[] {
  if (pullsTowards(recipe) === PREVIOUS) return [copy(PREVIOUS, 'trained')]
  return intervalsOf(recipe).map((interval) => copy(averageSlot(interval), 'trained'))
}

/** What is due after `done` updates of the task, for every interval. */
export function sample(experiment: Experiment, task: number, done: number): Step[] {
  const { recipe } = experiment
  if (recipe.average.kind === 'pull')
    return isSampledAfter(experiment, task, recipe.average.interval, done) ? pull(recipe) : []
  return intervalsOf(experiment.recipe)
    .filter((interval) => isSampledAfter(experiment, task, interval, done))
    .flatMap((interval) => sampleOne(experiment, task, interval, done))
}

/** What a sample of `previous-sample` was; lives for one task. */
const PREVIOUS = 'previous-sample'

/** Where the weights that train are pulled to; null where they are not. */
export function pullsTowards({
  average,
}: Recipe): 'task-start' | 'initial' | typeof PREVIOUS | null {
  return average.kind === 'pull' ? (average.towards ?? 'task-start') : null
}

/**
 * The authors' moving average (`moving_avg` of mtil/src/models/helpers.py): trained = d trained + (1 - d) anchor. For
 * `previous-sample` the next anchor is what the weights were before they were pulled.
 */
function pull(recipe: Recipe): Step[] {
  const towards = pullsTowards(recipe) ?? 'task-start'
  const step: Step = { kind: 'lerp', slot: 'trained', towards, fraction: 1 - recipe.average.decay }
  if (towards !== PREVIOUS) return [step]
  const next = `next-${PREVIOUS}`
  return [copy(next, 'trained'), step, copy(PREVIOUS, next), { kind: 'drop', slots: [next] }]
}

function sampleOne(experiment: Experiment, task: number, interval: number, done: number): Step[] {
  const { kind, decay, beta } = experiment.recipe.average
  const slot = averageSlot(interval)
  const lerp = (towards: string, fraction: number): Step => ({
    kind: 'lerp',
    slot,
    towards,
    fraction,
  })
  const samples = samplesUntil(experiment, task, interval, done)
  switch (kind) {
    case 'none':
    case 'pull': // see `pull`
      return []
    case 'we': // theta-hat_t = theta_t / (t + 1) + t / (t + 1) theta-hat_(t-1), equation 7
      return [lerp('trained', 1 / (samples + 1))]
    case 'we-wise':
      return [lerp('trained', 1 / (samples + 1)), lerp('task-start', 1 - beta)]
    case 'ema':
      return [lerp('trained', 1 - decay)]
    case 'swa': // the start is not part of it: the first sample replaces it
      return [lerp('trained', 1 / samples)]
  }
}

type EvaluateRow = (slot: string, variant: string) => Evaluate[]

/** Evaluates what a task could have ended with besides the model it does end with. */
export function measureVariants(recipe: Recipe, evaluate: EvaluateRow): Step[] {
  const { average, after_task } = recipe
  const taken = after_task.kind === 'take-average' ? average.interval : null
  const intervals = intervalsOf(recipe).filter((interval) => interval !== taken)
  const measured = [
    ...intervals.flatMap((interval) =>
      evaluate(averageSlot(interval), `${average.kind}-${interval}`),
    ),
    ...after_task.alphas.flatMap((alpha) => measureWise(recipe, alpha, evaluate)),
  ]
  if (measured.length === 0) return []
  return after_task.kind === 'keep-last' ? measured : [...evaluate('trained', 'last'), ...measured]
}

function measureWise({ after_task }: Recipe, alpha: number, evaluate: EvaluateRow): Step[] {
  return [
    copy('variant', after_task.reference),
    { kind: 'lerp', slot: 'variant', towards: 'trained', fraction: alpha },
    ...evaluate('variant', `wise-ft-${alpha}`),
    { kind: 'drop', slots: ['variant'] },
  ]
}

/** Turns `trained` into what the task ends with, and forgets every slot of the task. */
export function finish(recipe: Recipe, taskSlots: readonly string[]): Step[] {
  const { after_task, average } = recipe
  const steps: Step[] = []
  if (after_task.kind === 'take-average') steps.push(copy('trained', averageSlot(average.interval)))
  // (1 - alpha) reference + alpha trained, as a lerp so that alpha 0 and 1 are the end points bit for bit
  if (after_task.kind === 'wise-ft')
    steps.push({
      kind: 'lerp',
      slot: 'trained',
      towards: after_task.reference,
      fraction: 1 - after_task.alpha,
    })
  const slots = [
    ...taskSlots,
    ...(pullsTowards(recipe) === PREVIOUS ? [PREVIOUS] : []),
    ...intervalsOf(recipe).map(averageSlot),
  ]
  return slots.length > 0 ? [...steps, { kind: 'drop', slots }] : steps
}
