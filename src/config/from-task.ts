/**
 * `from_task`: values of the recipe that change from a task on. What a task trains with is then the recipe with every
 * change up to it, so that a run and its fork are the same experiment up to the task where they part.
 */
import { checkParts } from './checks.js'
import { type Problem, shown, suggestion } from './errors.js'
import { isPlain, merge, type Plain, without } from './plain.js'
import { problems } from './problems.js'
import { withReferences } from './references.js'
import { type Benchmark, type Experiment, Recipe } from './schema.js'
import { unusedOptions, withoutUnused } from './unused.js'

/** What belongs to the whole run. */
const FIXED = ['name', 'summary', 'source', 'trains', 'memory', 'schedule', 'base']

const recipes = new WeakMap<Experiment, readonly Recipe[]>()

/** The experiment as a task sees it: with the recipe that it trains with. */
export function experimentAt(experiment: Experiment, task: number): Experiment {
  if (experiment.from_task === undefined) return experiment
  const known = recipes.get(experiment) ?? perTask(experiment)
  recipes.set(experiment, known)
  return { ...experiment, recipe: known[task]! }
}

/** The experiment once for every recipe that it trains with, in the order of tasks. */
export function phases(experiment: Experiment): Experiment[] {
  const begins = Object.keys(experiment.from_task ?? {}).map((number) => Number(number) - 1)
  return [0, ...begins].map((task) => experimentAt(experiment, task))
}

function perTask(experiment: Experiment): Recipe[] {
  const { benchmark, from_task: changes = {} } = experiment
  let { recipe } = experiment
  return benchmark.tasks.map((_, task) => {
    const own = changes[String(task + 1)]
    if (own !== undefined) recipe = changed(recipe, own, benchmark)
    return recipe
  })
}

function changed(recipe: Recipe, changes: Plain, benchmark: Benchmark): Recipe {
  const parsed = Recipe.parse(merge(recipe, changes))
  return withReferences(withoutUnused(parsed), benchmark)
}

/** With tasks by their number from 1, in order; what is wrong with it; an experiment without it is returned as it is. */
export function withChanges(experiment: Experiment): {
  readonly experiment: Experiment
  readonly problems: readonly Problem[]
} {
  const { from_task: written, benchmark } = experiment
  if (written === undefined) return { experiment, problems: [] }
  const names = benchmark.tasks.map(({ name }) => name)
  const found: Problem[] = []
  const numbered = Object.entries(written).flatMap(([key, changes]) => {
    const number = /^\d+$/.test(key) ? Number(key) : names.indexOf(key) + 1
    const path = `from_task.${key}`
    if (number === 1 && names.length > 0) found.push({ path, message: firstTask })
    else if (number < 1 || number > names.length)
      found.push({ path, message: noSuchTask(key, names) })
    else return [{ number, path, changes }]
    return []
  })
  const sorted = numbered.sort((a, b) => a.number - b.number)
  sorted.forEach(({ number, path }, i) => {
    if (sorted[i - 1]?.number === number)
      found.push({ path, message: `task ${number} is listed twice.` })
  })
  let { recipe } = experiment
  for (const { path, changes } of sorted) {
    const wrong = checkChanges(recipe, changes, benchmark, path)
    found.push(...wrong)
    if (wrong.length > 0) break // later changes build on these
    recipe = changed(recipe, changes, benchmark)
  }
  const from_task = Object.fromEntries(
    sorted.map(({ number, changes }) => [String(number), changes]),
  )
  return { experiment: { ...experiment, from_task }, problems: found }
}

const firstTask =
  'task 1 uses the recipe as it is: put its values under `recipe`, and only those of later tasks here.'

function noSuchTask(key: string, names: readonly string[]): string {
  const list = names.map((name, i) => `${i + 1} ${name}`).join(', ')
  return `no such task.${suggestion(key, names)} Tasks: ${list}.`
}

function checkChanges(recipe: Recipe, changes: Plain, benchmark: Benchmark, path: string) {
  const fixed = FIXED.filter((key) => changes[key] !== undefined).map((key) => ({
    path: `${path}.${key}`,
    message: `belongs to the whole run and cannot change from a task on, got ${shown(changes[key])}.`,
  }))
  if (recipe.trains === 'none')
    return [{ path, message: 'has no effect here: `recipe.trains` is none.' }]
  const merged = merge(recipe, FIXED.reduce(without, changes))
  const shape = [...fixed, ...problems(Recipe, merged, path)]
  if (shape.length > 0) return shape
  const parsed = Recipe.parse(merged)
  const meaning = [
    ...unusedOptions(changes, parsed),
    ...checkParts({ benchmark, recipe: withReferences(withoutUnused(parsed), benchmark) }),
  ]
  return meaning
    .filter((problem) => problem.path.startsWith('recipe'))
    .map((problem) => ({ ...problem, path: problem.path.replace(/^recipe/, path) }))
}

/** The leaves of what changes, in words: `lambda_image 5, average.interval 50`. */
export function changesInWords(changes: Plain): string {
  const leaves = (value: Plain, prefix: string): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      isPlain(inner) ? leaves(inner, `${prefix}${key}.`) : [`${prefix}${key} ${String(inner)}`],
    )
  return leaves(changes, '').join(', ')
}
