/** What was asked, from text to one frozen, fully resolved `Experiment`. */
import { createHash } from 'node:crypto'
import { stringify } from 'yaml'
import { checkExperiment, checkParts, type Parts } from './checks.js'
import { applySet, compose } from './compose.js'
import { atEach } from './each.js'
import { ConfigError, type Problem, suggestion } from './errors.js'
import { readWritten } from './files.js'
import { withChanges } from './from-task.js'
import { protocolOf } from './paper-datasets.js'
import { anchored } from './places.js'
import { isPlain, type Plain } from './plain.js'
import { problems } from './problems.js'
import { withReferences } from './references.js'
import * as schema from './schema.js'
import { unusedOptions, withoutUnused } from './unused.js'

export interface Changes {
  /** `path=value`, in order; files and folders are relative to where the program was started. */
  readonly set?: readonly string[]
  readonly seed?: number
}

/**
 * @param source name of a shipped experiment, or path of a YAML file
 * @throws ConfigError with every problem, UsageError when there is nothing to read
 */
export function loadExperiment(source: string, changes: Changes = {}): schema.Experiment {
  const { written, origin } = readWritten('experiment', source)
  return resolve(written, origin, changes)
}

/** Resolves a written experiment: names replaced, changes applied, defaults filled in, everything checked. */
export function resolve(written: Plain, origin: string, changes: Changes = {}): schema.Experiment {
  const { set = [] } = changes
  const changed = set.length === 0 ? written : anchored(set.reduce(applySet, written), '.')
  const seeded = changes.seed === undefined ? changed : { ...changed, seed: changes.seed }
  const composed = compose(seeded)
  const found = [
    ...composed.problems,
    ...withoutMissing(problems(schema.Experiment, composed.experiment, ''), composed.problems),
  ]
  if (found.length > 0)
    throw new ConfigError(
      origin,
      atEach([...found, ...checkParts(soundParts(composed.experiment))], seeded),
    )
  const parsed = schema.Experiment.parse(composed.experiment)
  const whole = filled({ ...parsed, recipe: withoutUnused(parsed.recipe) }, origin)
  const { experiment, problems: ofChanges } = withChanges(whole)
  const meaning = [
    ...unusedOptions(composed.ownRecipe, parsed.recipe),
    ...checkExperiment(experiment),
    ...ofChanges,
  ]
  if (meaning.length > 0) throw new ConfigError(origin, atEach(meaning, seeded))
  return deepFreeze(experiment)
}

/**
 * A name that was not found leaves a hole: that something is missing there is no news, but what was written over it is
 * checked like everything else.
 */
function withoutMissing(found: readonly Problem[], known: readonly Problem[]): Problem[] {
  const holes = known.map((problem) => problem.path.replace(/\.base$/, ''))
  if (holes.includes('benchmark')) holes.push('schedule', 'model', 'name')
  return found.filter(
    ({ path, missing }) =>
      !missing || !holes.some((hole) => path === hole || path.startsWith(`${hole}.`)),
  )
}

/** The parts whose shape is right, where others are not. */
function soundParts(composed: Plain): Parts {
  const benchmark = schema.Benchmark.safeParse(composed['benchmark']).data
  const model = schema.Model.safeParse(composed['model']).data
  const recipe = schema.Recipe.safeParse(composed['recipe']).data
  return {
    ...(benchmark && { benchmark }),
    ...(model && { model }),
    ...(recipe && { recipe: benchmark ? withReferences(recipe, benchmark) : recipe }),
  }
}

/** One value per task, and the benchmark's own reference sets in place of `benchmark`. */
function filled(
  parsed: ReturnType<typeof schema.Experiment.parse>,
  origin: string,
): schema.Experiment {
  const { benchmark, recipe, schedule } = parsed
  const tasks = benchmark.tasks.map((task) => task.name)
  return {
    ...parsed,
    benchmark: { ...benchmark, protocol: protocolOf(benchmark.protocol, benchmark.tasks) },
    recipe: withReferences(recipe, benchmark),
    schedule: {
      ...schedule,
      updates: perTask(schedule.updates, tasks, 'schedule.updates', origin),
      learning_rate: perTask(schedule.learning_rate, tasks, 'schedule.learning_rate', origin),
    },
  }
}

function perTask(
  value: number | readonly number[] | Record<string, number>,
  tasks: readonly string[],
  path: string,
  origin: string,
): number[] {
  if (typeof value === 'number') return tasks.map(() => value)
  if (Array.isArray(value)) return [...(value as readonly number[])]
  const byName = value as Record<string, number>
  const unknown = Object.keys(byName).filter((key) => key !== 'default' && !tasks.includes(key))
  const missing = tasks.filter(
    (task) => byName[task] === undefined && byName['default'] === undefined,
  )
  const found = [
    ...unknown.map((key) => ({
      path: `${path}.${key}`,
      message: `no such task.${suggestion(key, tasks)} Tasks: ${tasks.join(', ')}; or \`default\`.`,
    })),
    ...missing.map((task) => ({
      path,
      message: `no value for task \`${task}\` and no \`default\`.`,
    })),
  ]
  if (found.length > 0) throw new ConfigError(origin, found)
  return tasks.map((task) => byName[task] ?? byName['default']!)
}

/** The experiment as YAML with every default written out; resolving it again gives the same experiment. */
export function toYaml(experiment: schema.Experiment): string {
  return stringify(experiment, { lineWidth: 100, aliasDuplicateObjects: false })
}

/** SHA-256 over everything that determines the numbers: all but the name, and what is asked of a cluster. */
export function digest(experiment: schema.Experiment | Plain): string {
  const { name: _, resources: __, ...rest } = experiment
  return createHash('sha256').update(canonical(rest)).digest('hex')
}

/** JSON with sorted keys, so that equal values have equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isPlain(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
