/** What a schema cannot see: combinations that mean nothing, lists of the wrong length, names that do not exist. */
import { checkModel } from './check-model.js'
import { type Problem, suggestion } from './errors.js'
import { checkProtocol } from './paper-datasets.js'
import type { Benchmark, Experiment, Recipe, Weight } from './schema.js'

export const MINI_TASKS = ['shapes', 'digits', 'textures', 'letters', 'colours', 'counts'] as const
/** Named reference sets. */
export const REFERENCE_SETS = {
  images: ['mini', 'imagenet', 'conceptual-captions'],
  texts: ['mini', 'conceptual-captions', 'imagenet-prompts'],
} as const

export const WEIGHT_KEYS = [
  'ce',
  'lambda_image',
  'lambda_text',
  'lambda_feature',
  'lambda_image_image',
  'wc',
  'lambda_alignment',
] as const

/** True when the weight is above 0 anywhere. */
export function isUsed(weight: Weight | undefined): boolean {
  if (weight === undefined) return false
  if (typeof weight === 'number') return weight > 0
  if ('per_task' in weight) return weight.per_task.some((value) => value > 0)
  return weight.points.some((point) => point.value > 0)
}

type Setting = Pick<Experiment, 'recipe' | 'benchmark'>

/** What is sound in its shape, with every default filled in; parts that are not are left out. */
export type Parts = Partial<Pick<Experiment, 'benchmark' | 'model' | 'recipe'>>

export function checkExperiment(experiment: Experiment): Problem[] {
  return [...checkParts(experiment), ...checkSchedule(experiment)]
}

/** The checks that the given parts allow: a mistake in one part must not hide those of another. */
export function checkParts({ benchmark, model, recipe }: Parts): Problem[] {
  return [
    ...(benchmark ? checkBenchmark(benchmark) : []),
    ...(model ? checkModel(model) : []),
    ...(recipe && benchmark ? checkWeights({ recipe, benchmark }) : []),
    ...(recipe && benchmark ? checkSplits({ recipe, benchmark }) : []),
    ...(recipe && benchmark ? checkOtherTask({ recipe, benchmark }) : []),
    ...(recipe ? checkReferences(recipe) : []),
    ...(recipe ? checkAverage(recipe) : []),
  ]
}

function checkBenchmark(benchmark: Benchmark): Problem[] {
  const found: Problem[] = []
  const datasets = [...benchmark.tasks, ...benchmark.also_evaluate]
  const tasks = benchmark.tasks.length
  datasets.forEach((task, i) => {
    const path = i < tasks ? `benchmark.tasks[${i}]` : `benchmark.also_evaluate[${i - tasks}]`
    if (task.kind === 'mini' && !(MINI_TASKS as readonly string[]).includes(task.mini_task))
      found.push({
        path: `${path}.mini_task`,
        message: `unknown task \`${task.mini_task}\`.${suggestion(task.mini_task, MINI_TASKS)} Known: ${MINI_TASKS.join(', ')}.`,
      })
    if (datasets.findIndex((other) => other.name === task.name) < i)
      found.push({ path: `${path}.name`, message: `\`${task.name}\` is there twice.` })
  })
  return [...found, ...checkClasses(benchmark), ...checkProtocol(benchmark)]
}

/** In a class-incremental benchmark a class belongs to one task. */
function checkClasses({ setting, tasks }: Benchmark): Problem[] {
  if (setting !== 'class-incremental') return []
  const seen = new Map<string, string>()
  return tasks.flatMap((task, i) => {
    if (task.classes === undefined)
      return [
        {
          path: `benchmark.tasks[${i}].classes`,
          message: 'expected the classes of this task, as `setting: class-incremental` says.',
        },
      ]
    return task.classes.flatMap((one) => {
      const other = seen.get(String(one))
      seen.set(String(one), task.name)
      if (other === undefined) return []
      const message = `class \`${one}\` is in \`${other}\` already.`
      return [{ path: `benchmark.tasks[${i}].classes`, message }]
    })
  })
}

/** One place for both sides is for what is only measured. */
function checkSplits({ recipe, benchmark }: Setting): Problem[] {
  if (recipe.trains === 'none') return []
  return benchmark.tasks.flatMap((task, i) => {
    const key = task.kind === 'folder' ? 'test' : 'test_table'
    const isOne =
      (task.kind === 'folder' && task.images === task.test) ||
      (task.kind === 'table' && task.table === task.test_table)
    const message =
      'the images to train on would be tested with. Name others, or leave it out: a share is held out then.'
    return isOne ? [{ path: `benchmark.tasks[${i}].${key}`, message }] : []
  })
}

/** `task-images` of another task than the one that trains, by its name. */
function checkOtherTask({ recipe, benchmark }: Setting): Problem[] {
  const { kind, set } = recipe.reference.images
  const tasks = benchmark.tasks.map(({ name }) => name)
  if (kind !== 'task-images' || set === 'benchmark' || tasks.includes(set)) return []
  const message = `no task is called \`${set}\`.${suggestion(set, tasks)} Tasks: ${tasks.join(', ')}.`
  return [{ path: 'recipe.reference.images.set', message }]
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
  return found
}

function checkWeights({ recipe, benchmark }: Setting): Problem[] {
  const count = benchmark.tasks.length
  const found: Problem[] = []
  for (const key of WEIGHT_KEYS) {
    const weight = recipe[key]
    if (weight === undefined || typeof weight === 'number') continue
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

function checkReferences(recipe: Recipe): Problem[] {
  const found: Problem[] = []
  const { images, texts } = recipe.reference
  const similarity = (['lambda_image', 'lambda_text'] as const).filter((key) => isUsed(recipe[key]))
  const imagesOnly = (['lambda_feature', 'lambda_image_image'] as const).filter((key) =>
    isUsed(recipe[key]),
  )
  const aligns = isUsed(recipe.lambda_alignment) ? (['lambda_alignment'] as const) : []
  const users = [...similarity, ...imagesOnly, ...aligns].map((key) => `\`${key}\``).join(' and ')
  if (users !== '' && images.kind === 'none')
    found.push({
      path: 'recipe.reference.images.kind',
      message: `${users} need reference images, got none. Use set, folder, current-task, task-images, memory or noise, or set the weights to 0.`,
    })
  if (similarity.length > 0 && texts.kind === 'none')
    found.push({
      path: 'recipe.reference.texts.kind',
      message: `${similarity.map((key) => `\`${key}\``).join(' and ')} need reference texts, got none. Use set, file, class-prompts, random-tokens or paired.`,
    })
  if (images.kind === 'memory' && recipe.memory.capacity === 0)
    found.push({
      path: 'recipe.memory.capacity',
      message: 'reference images come from the memory, whose capacity is 0.',
    })
  for (const part of ['images', 'texts'] as const) {
    const { kind, set, path } = recipe.reference[part]
    // The benchmark's own, where the benchmark could not be read.
    if (kind === 'set' && set !== 'benchmark') found.push(...checkSet(part, set))
    if ((kind === 'folder' || kind === 'file') && path === '')
      found.push({
        path: `recipe.reference.${part}.path`,
        message: `expected the path of a ${kind}, got nothing.`,
      })
  }
  if (recipe.memory.capacity > 0 && images.kind !== 'memory')
    found.push({
      path: 'recipe.memory.capacity',
      message: `a memory is kept, but reference images come from \`${images.kind}\`: set \`recipe.reference.images.kind: memory\`, or the capacity to 0.`,
    })
  found.push(...checkPairs(recipe), ...checkReach(recipe))
  return found
}

/** What compares images with their own texts needs images that have some. */
function checkPairs(recipe: Recipe): Problem[] {
  const found: Problem[] = []
  const { reference, distillation, consolidation } = recipe
  const { images, texts } = reference
  const isPaired = distillation.text_term === 'paired'
  if ((isPaired || isUsed(recipe.lambda_alignment)) && texts.kind !== 'paired')
    found.push({
      path: 'recipe.reference.texts.kind',
      message: `${isPaired ? '`text_term: paired`' : '`lambda_alignment`'} needs \`paired\` texts, got ${texts.kind}.`,
    })
  if (isUsed(recipe.lambda_alignment) && !isPaired)
    found.push({
      path: 'recipe.distillation.text_term',
      message: `\`lambda_alignment\` needs \`paired\`, got ${distillation.text_term}.`,
    })
  if (texts.kind === 'paired' && images.kind !== 'set' && images.kind !== 'folder')
    found.push({
      path: 'recipe.reference.images.kind',
      message: `\`paired\` texts belong to images of a set or folder, got ${images.kind}.`,
    })
  if (texts.template !== undefined && texts.kind !== 'paired')
    found.push({
      path: 'recipe.reference.texts.template',
      message: 'means nothing here: it needs `reference.texts.kind` paired.',
    })
  const terms = WEIGHT_KEYS.filter((key) => key.startsWith('lambda') && isUsed(recipe[key]))
  if (consolidation === 'adaptive' && (!isUsed(recipe.wc) || terms.length === 0))
    found.push({
      path: 'recipe.consolidation',
      message: '`adaptive` needs `wc` above 0, and a reference term whose gradient it follows.',
    })
  return found
}

/** A term without a gradient for the part that trains would only be computed. */
function checkReach(recipe: Recipe): Problem[] {
  const { trains, distillation } = recipe
  if (trains !== 'image' && trains !== 'text') return []
  if (distillation.text_term === 'paired') return [] // every term has a gradient for both
  const other = trains === 'image' ? 'text' : 'image'
  const reaches = (key: (typeof WEIGHT_KEYS)[number]) =>
    key === 'lambda_text' && distillation.text_term === 'encoder' ? 'text' : 'image'
  return WEIGHT_KEYS.filter(
    (key) => key.startsWith('lambda') && isUsed(recipe[key]) && reaches(key) === other,
  ).map((key) => ({
    path: `recipe.${key}`,
    message: `has no gradient for the ${trains} encoder, and \`recipe.trains\` is ${trains}: set it to 0, or train the whole model.`,
  }))
}

function checkSet(part: 'images' | 'texts', set: string): Problem[] {
  const path = `recipe.reference.${part}.set`
  const known: readonly string[] = REFERENCE_SETS[part]
  if (known.includes(set)) return []
  return [
    {
      path,
      message: `unknown set \`${set}\`.${suggestion(set, known)} Known: ${known.join(', ')}.`,
    },
  ]
}

/** A pull changes the weights that train: there is no average beside them. */
function checkPull(average: Recipe['average'], after_task: Recipe['after_task']): Problem[] {
  const found: Problem[] = []
  if (after_task.kind === 'take-average')
    found.push({
      path: 'recipe.after_task.kind',
      message:
        '`average.kind: pull` keeps no average, it changes the weights that train: use `keep-last`.',
    })
  if (average.intervals.length > 0)
    found.push({
      path: 'recipe.average.intervals',
      message: '`average.kind: pull` changes the training: one training has one interval.',
    })
  return found
}

function checkAverage({ average, after_task, trains }: Recipe): Problem[] {
  const found: Problem[] = []
  if (after_task.kind === 'take-average' && average.kind === 'none')
    found.push({
      path: 'recipe.after_task.kind',
      message:
        '`take-average` needs an average: set `recipe.average.kind` to we, ema, we-wise or swa.',
    })
  if (average.kind === 'pull') found.push(...checkPull(average, after_task))
  else if (average.towards !== undefined)
    found.push({
      path: 'recipe.average.towards',
      message: 'means nothing here: it needs `average.kind: pull`.',
    })
  if (average.kind === 'none' && average.intervals.length > 0)
    found.push({
      path: 'recipe.average.intervals',
      message: 'intervals without an average: set `recipe.average.kind`.',
    })
  const mixes = after_task.kind !== 'keep-last' || after_task.alphas.length > 0
  if (trains === 'none' && (average.kind !== 'none' || mixes))
    found.push({
      path: 'recipe.trains',
      message: 'nothing trains, so there is nothing to average or to mix.',
    })
  return found
}
