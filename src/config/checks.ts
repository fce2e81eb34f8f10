/** What a schema cannot see: combinations that mean nothing, lists of the wrong length, names that do not exist. */
import { paperDatasets } from './datasets.js'
import { type Problem, suggestion } from './errors.js'
import type { Benchmark, Experiment, Recipe, Weight } from './schema.js'

export const MINI_TASKS = ['shapes', 'digits', 'textures', 'letters', 'colours', 'counts'] as const
/** Named reference sets. */
export const REFERENCE_SETS = ['mini', 'imagenet', 'conceptual-captions'] as const

export const WEIGHT_KEYS = [
  'ce',
  'lambda_image',
  'lambda_text',
  'lambda_feature',
  'lambda_image_image',
  'wc',
] as const

/** True when the weight is above 0 anywhere. */
export function isUsed(weight: Weight): boolean {
  if (typeof weight === 'number') return weight > 0
  if ('per_task' in weight) return weight.per_task.some((value) => value > 0)
  return weight.points.some((point) => point.value > 0)
}

export function checkExperiment(experiment: Experiment): Problem[] {
  return [
    ...checkBenchmark(experiment.benchmark),
    ...checkSchedule(experiment),
    ...checkWeights(experiment),
    ...checkReferences(experiment),
    ...checkAverage(experiment.recipe),
  ]
}

/** Things worth saying that stop nothing. */
export function warnings({ recipe, schedule }: Experiment): string[] {
  if (recipe.average.kind === 'none') return []
  const shortest = Math.min(...schedule.updates)
  return [recipe.average.interval, ...recipe.average.intervals]
    .filter((interval) => interval > shortest)
    .map(
      (interval) =>
        `interval ${interval} is larger than a task of ${shortest} updates: only the start of the task would be averaged`,
    )
}

function checkBenchmark({ tasks }: Benchmark): Problem[] {
  const found: Problem[] = []
  tasks.forEach((task, i) => {
    const path = `benchmark.tasks[${i}]`
    if (task.kind === 'mini' && !(MINI_TASKS as readonly string[]).includes(task.mini_task))
      found.push({
        path: `${path}.mini_task`,
        message: `unknown task \`${task.mini_task}\`.${suggestion(task.mini_task, MINI_TASKS)} Known: ${MINI_TASKS.join(', ')}.`,
      })
    if (task.split === 'coop' && !paperDatasets.get(task.kind)?.coop)
      found.push({
        path: `${path}.split`,
        message: `CoOp publishes no split of \`${task.kind}\`. Leave \`split\` out for the dataset's own.`,
      })
    if (tasks.findIndex((other) => other.name === task.name) < i)
      found.push({ path: `${path}.name`, message: `\`${task.name}\` is there twice.` })
  })
  return [...found, ...checkProtocol(tasks)]
}

/** Numbers of CoOp's splits do not compare with others: where CoOp has a split, all tasks use it or none does. */
function checkProtocol(tasks: Benchmark['tasks']): Problem[] {
  const choosing = tasks.filter((task) => paperDatasets.get(task.kind)?.coop)
  const other = choosing.find((task) => task.split !== choosing[0]?.split)
  if (other === undefined) return []
  return [
    {
      path: `benchmark.tasks[${tasks.indexOf(other)}].split`,
      message: `two protocols are mixed: expected the split of \`${choosing[0]!.name}\`, \`${choosing[0]!.split || "the dataset's own"}\`.`,
    },
  ]
}

function checkSchedule({ schedule, benchmark }: Experiment): Problem[] {
  const found: Problem[] = []
  const count = benchmark.tasks.length
  for (const key of ['updates', 'learning_rate'] as const)
    if (schedule[key].length !== count)
      found.push({
        path: `schedule.${key}`,
        message: `expected one value or ${count}, one per task, got ${schedule[key].length}.`,
      })
  const shortest = Math.min(...schedule.updates)
  if (schedule.warmup >= shortest)
    found.push({
      path: 'schedule.warmup',
      message: `expected less than the ${shortest} updates of a task, got ${schedule.warmup}. Set both.`,
    })
  return found
}

function checkWeights({ recipe, benchmark }: Experiment): Problem[] {
  const count = benchmark.tasks.length
  const found: Problem[] = []
  for (const key of WEIGHT_KEYS) {
    const weight = recipe[key]
    if (typeof weight === 'number') continue
    if ('per_task' in weight && weight.per_task.length !== count)
      found.push({
        path: `recipe.${key}.per_task`,
        message: `expected ${count} values, one per task, got ${weight.per_task.length}.`,
      })
    if (
      'points' in weight &&
      weight.points.some((p, i, all) => i > 0 && p.update <= all[i - 1]!.update)
    )
      found.push({ path: `recipe.${key}.points`, message: 'updates must increase.' })
  }
  if (recipe.trains !== 'none' && !WEIGHT_KEYS.some((key) => isUsed(recipe[key])))
    found.push({ path: 'recipe.ce', message: 'every loss weight is 0: nothing would be learned.' })
  return found
}

function checkReferences({ recipe, benchmark }: Experiment): Problem[] {
  const found: Problem[] = []
  const { images, texts } = recipe.reference
  const similarity = (['lambda_image', 'lambda_text'] as const).filter((key) => isUsed(recipe[key]))
  const imagesOnly = (['lambda_feature', 'lambda_image_image'] as const).filter((key) =>
    isUsed(recipe[key]),
  )
  const users = [...similarity, ...imagesOnly].map((key) => `\`${key}\``).join(' and ')
  if (users !== '' && images.kind === 'none')
    found.push({
      path: 'recipe.reference.images.kind',
      message: `${users} need reference images, got none. Use set, current-task, memory or noise, or set the weights to 0.`,
    })
  if (similarity.length > 0 && texts.kind === 'none')
    found.push({
      path: 'recipe.reference.texts.kind',
      message: `${similarity.map((key) => `\`${key}\``).join(' and ')} need reference texts, got none. Use set, class-prompts or random-tokens.`,
    })
  if (images.kind === 'memory' && recipe.memory.capacity === 0)
    found.push({
      path: 'recipe.memory.capacity',
      message: 'reference images come from the memory, whose capacity is 0.',
    })
  for (const part of ['images', 'texts'] as const)
    if (recipe.reference[part].kind === 'set')
      found.push(...checkSet(part, recipe.reference[part].set, benchmark))
  return found
}

function checkSet(part: 'images' | 'texts', set: string, benchmark: Benchmark): Problem[] {
  const path = `recipe.reference.${part}.set`
  if (set === 'benchmark')
    return [
      {
        path,
        message: `the benchmark \`${benchmark.name}\` names no reference ${part}. Name a set: ${REFERENCE_SETS.join(', ')}.`,
      },
    ]
  if ((REFERENCE_SETS as readonly string[]).includes(set)) return []
  return [
    {
      path,
      message: `unknown set \`${set}\`.${suggestion(set, REFERENCE_SETS)} Known: ${REFERENCE_SETS.join(', ')}.`,
    },
  ]
}

function checkAverage({ average, after_task, trains }: Recipe): Problem[] {
  const found: Problem[] = []
  if (after_task.kind === 'take-average' && average.kind === 'none')
    found.push({
      path: 'recipe.after_task.kind',
      message:
        '`take-average` needs an average: set `recipe.average.kind` to we, ema, we-wise or swa.',
    })
  if (average.kind === 'none' && average.intervals.length > 0)
    found.push({
      path: 'recipe.average.intervals',
      message: 'intervals without an average: set `recipe.average.kind`.',
    })
  if (trains === 'none' && (average.kind !== 'none' || after_task.kind !== 'keep-last'))
    found.push({
      path: 'recipe.trains',
      message: 'nothing trains, so there is nothing to average or to mix.',
    })
  return found
}
