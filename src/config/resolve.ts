/** What was asked, from text to one frozen, fully resolved `Experiment`. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse, stringify, YAMLParseError } from 'yaml'
import * as catalogue from './catalogue.js'
import { checkExperiment } from './checks.js'
import { applySet, compose, isPlain, type Plain } from './compose.js'
import { usualRoot } from './datasets.js'
import { ConfigError, type Problem, shown, suggestion, UsageError } from './errors.js'
import { problems } from './problems.js'
import * as schema from './schema.js'

export interface Changes {
  /** `path=value`, in order. */
  readonly set?: readonly string[]
  readonly seed?: number
  /** Folder of the paper's datasets, for tasks that name no `root`. */
  readonly dataFolder?: string
}

/**
 * @param source name of a shipped experiment, or path of a YAML file
 * @throws ConfigError with every problem, UsageError when there is nothing to read
 */
export function loadExperiment(source: string, changes: Changes = {}): schema.Experiment {
  const isName = catalogue.names('experiment').includes(source)
  const text = isName ? catalogue.read('experiment', source) : readFile(source)
  const written = parseYaml(text, source)
  const name = basename(source).replace(/\.ya?ml$/, '')
  return resolve({ name, ...written }, isName ? `experiment \`${source}\`` : source, changes)
}

/** Resolves a written experiment: names replaced, changes applied, defaults filled in, everything checked. */
export function resolve(written: Plain, origin: string, changes: Changes = {}): schema.Experiment {
  const changed = (changes.set ?? []).reduce(applySet, written)
  const seeded = changes.seed === undefined ? changed : { ...changed, seed: changes.seed }
  const composed = compose(seeded)
  const found = [
    ...composed.problems,
    ...withoutMissing(problems(schema.Experiment, composed.experiment, ''), composed.problems),
  ]
  if (found.length > 0) throw new ConfigError(origin, found)
  const experiment = filled(
    schema.Experiment.parse(composed.experiment),
    origin,
    changes.dataFolder ?? 'data',
  )
  const meaning = checkExperiment(experiment)
  if (meaning.length > 0) throw new ConfigError(origin, meaning)
  return deepFreeze(experiment)
}

/** A name that was not found leaves a hole; what is missing inside the hole is not news. */
function withoutMissing(found: readonly Problem[], known: readonly Problem[]): Problem[] {
  const holes = known.map((problem) => problem.path)
  if (holes.includes('benchmark')) holes.push('schedule', 'model', 'name')
  return found.filter(
    ({ path }) => !holes.some((hole) => path === hole || path.startsWith(`${hole}.`)),
  )
}

/** One value per task, and the benchmark's own reference sets in place of `benchmark`. */
function filled(
  parsed: ReturnType<typeof schema.Experiment.parse>,
  origin: string,
  dataFolder: string,
): schema.Experiment {
  const { benchmark, recipe, schedule } = parsed
  const tasks = benchmark.tasks.map((task) => task.name)
  const reference = structuredClone(recipe.reference)
  for (const part of ['images', 'texts'] as const) {
    const own = benchmark.reference?.[part]
    const asked = reference[part]
    if (asked.kind !== 'set' || asked.set !== 'benchmark' || own === undefined) continue
    asked.set = own.set
    if (asked.count === 0) asked.count = own.count
  }
  return {
    ...parsed,
    benchmark: placed(benchmark, dataFolder),
    recipe: { ...recipe, reference },
    schedule: {
      ...schedule,
      updates: perTask(schedule.updates, tasks, 'schedule.updates', origin),
      learning_rate: perTask(schedule.learning_rate, tasks, 'schedule.learning_rate', origin),
    },
  }
}

const COOP = ' with the splits of CoOp'

/** Every dataset of the paper has its folder, and the protocol says so when the splits are not the usual ones. */
function placed(benchmark: schema.Benchmark, dataFolder: string): schema.Benchmark {
  const { protocol } = benchmark
  const isCoop = benchmark.tasks.some((task) => task.split === 'coop') && !protocol.endsWith(COOP)
  return {
    ...benchmark,
    protocol: isCoop ? protocol + COOP : protocol,
    tasks: benchmark.tasks.map((task) => ({
      ...task,
      root: task.root || usualRoot(task.kind, dataFolder),
    })),
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

/** SHA-256 over everything that determines the numbers: all but the name. */
export function digest(experiment: schema.Experiment): string {
  const { name: _, ...rest } = experiment
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

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    const known = catalogue.names('experiment')
    throw new UsageError(
      `cannot read the experiment \`${path}\` (${cause.message}).${suggestion(path, known)} ` +
        `Expected a YAML file, or one of: ${known.join(', ')}.`,
      { cause },
    )
  }
}

function parseYaml(text: string, origin: string): Plain {
  try {
    const value: unknown = parse(text, { uniqueKeys: true })
    if (isPlain(value)) return value
    throw new UsageError(`${origin}: expected a map of keys, got ${shown(value)}.`)
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause
    throw new UsageError(`${origin} is not valid YAML: ${cause.message}`, { cause })
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
