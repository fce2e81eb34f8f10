/** What a schema cannot see: combinations that mean nothing, lists of the wrong length, names that do not exist. */
import { checkModel } from './check-model.js'
import { checkReferences } from './check-references.js'
import { type Problem, suggestion } from './errors.js'
import { isUsed, WEIGHT_KEYS } from './loss-weights.js'
import { checkProtocol } from './paper-datasets.js'
import type { Benchmark, Experiment, Recipe } from './schema.js'

export const MINI_TASKS = ['shapes', 'digits', 'textures', 'letters', 'colours', 'counts'] as const
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
    ...(recipe ? checkReferences(recipe, benchmark) : []),
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
      found.push({ path: `${path}.name`, message: `\`${task.name}\` is listed twice.` })
  })
  return [
    ...found,
    ...checkClasses(benchmark),
    ...checkProtocol(benchmark),
    ...checkSplitColumns(benchmark),
  ]
}

/** A column of both sides is instead of a table for each. */
function checkSplitColumns({ tasks, also_evaluate }: Benchmark): Problem[] {
  const all = [
    ...tasks.map((one, i) => ({ one, path: `benchmark.tasks[${i}]` })),
    ...also_evaluate.map((one, i) => ({ one, path: `benchmark.also_evaluate[${i}]` })),
  ]
  return all.flatMap(({ one, path }): Problem[] => {
    if (one.kind !== 'table') return []
    if (one.split_column !== undefined && one.test_table !== '')
      return [
        {
          path: `${path}.test_table`,
          message: '`split_column` says which rows are for testing; leave one of the two out.',
        },
      ]
    const key = (['split', 'test_split'] as const).find((name) => one[name] !== undefined)
    if (key === undefined || one.split_column !== undefined) return []
    const message = 'which column is it in? Expected `split_column` beside it.'
    return [{ path: `${path}.${key}`, message }]
  })
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
      const message = `class \`${one}\` is already in \`${other}\`.`
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
      'these are the training images. Name others, or leave it out to hold out a share.'
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
      message: 'has no effect here: it needs `average.kind: pull`.',
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
