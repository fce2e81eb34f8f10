/** From a sweep to its trials: a pure function, in a fixed order. */
import { createHash } from 'node:crypto'
import { assignAt } from '../config/compose.js'
import { ConfigError, type Problem, shown, suggestion, UsageError } from '../config/errors.js'
import { anchored } from '../config/places.js'
import type { Plain } from '../config/plain.js'
import { canonical, digest, resolve } from '../config/resolve.js'
import type { Experiment } from '../config/schema.js'
import type { Sweep, Values } from '../config/sweep.js'

/** What a trial changes: values by the keys of `parameters`. */
export type Choice = Readonly<Record<string, unknown>>

export interface Trial {
  /** The first letters of the digest of the resolved experiment: the same values always give the same trial. */
  readonly id: string
  /** Name of its run folder: its values and its id. */
  readonly name: string
  readonly choice: Choice
  readonly experiment: Experiment
}

const MOST_PROBLEMS = 12

/**
 * @param base the experiment that the trials change, as written
 * @param folder what paths among the values are relative to
 * @throws ConfigError with the problems of all trials, UsageError for a grid above the cap or nothing to do
 */
export function expand(sweep: Sweep, base: Plain, origin: string, folder = '.'): Trial[] {
  checkExclude(sweep, origin)
  const kept = choices(sweep, origin).filter((choice) => !isExcluded(sweep, choice))
  if (kept.length === 0)
    throw new UsageError(`${origin}: no trials left; check \`parameters\` and \`exclude\`.`)
  const found: Problem[] = []
  const trials = new Map<string, Trial>()
  for (const choice of kept)
    try {
      const trial = trialOf(sweep, base, choice, folder)
      if (!trials.has(trial.id)) trials.set(trial.id, trial)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      found.push(...error.problems.filter((one) => !found.some((other) => same(one, other))))
    }
  if (found.length > 0) throw new ConfigError(origin, found.slice(0, MOST_PROBLEMS))
  return [...trials.values()]
}

/** `recipe zscl, seed 0`. */
export function labelOf(choice: Choice): string {
  return Object.entries(choice)
    .map(([key, value]) => `${shortKey(key)} ${shownValue(value)}`)
    .join(', ')
}

/** A value as a person wrote it; a recipe of one's own by its name. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return value
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : null
  return typeof name === 'string' ? name : canonical(value)
}

/** The last word of a path says enough: `average.interval` of `recipe.average.interval`, `lambda_image` of the rest. */
export function shortKey(key: string): string {
  return key
    .split('=')
    .map((path) => path.trim().split('.').at(-1) ?? '')
    .join('=')
}

function trialOf(sweep: Sweep, base: Plain, choice: Choice, folder: string): Trial {
  const start: Plain = { threads: sweep.resources.threads, ...base }
  // Shorter paths first: `recipe` chooses the whole in which `recipe.lambda_image` then changes a value.
  const assignments = Object.entries(choice)
    .flatMap(([key, value]) => key.split('=').map((path) => [path.trim(), value] as const))
    .sort(([a], [b]) => a.split('.').length - b.split('.').length)
  const written = assignments.reduce((plain, [path, value]) => assignAt(plain, path, value), start)
  const experiment = resolve(anchored(written, folder), labelOf(choice))
  const id = digest(experiment).slice(0, 8)
  return { id, name: folderName(choice, id), choice, experiment }
}

function folderName(choice: Choice, id: string): string {
  const words = Object.entries(choice).map(([key, value]) => {
    const text = typeof value === 'string' ? value : canonical(value)
    return typeof value === 'string' ? text : `${shortKey(key)}-${text}`
  })
  const slug = words.join('-').replaceAll(/[^A-Za-z0-9._-]+/g, '-')
  return `${slug.slice(0, 80).replace(/^[^A-Za-z0-9]+/, '')}-${id}`
}

function choices(sweep: Sweep, origin: string): Choice[] {
  return sweep.method === 'grid' ? grid(sweep, origin) : random(sweep)
}

function grid({ parameters, run_cap }: Sweep, origin: string): Choice[] {
  const axes = Object.entries(parameters).map(([key, values]) => {
    const list = listed(values)
    if (list === null)
      throw new UsageError(
        `${origin}: \`parameters.${key}\`: a grid needs a list of values, got ${shown(values)}. Use a list, or \`method: random\`.`,
      )
    return [key, list] as const
  })
  const size = axes.reduce((product, [, list]) => product * list.length, 1)
  if (size > run_cap)
    throw new UsageError(
      `${origin}: the grid has ${size} trials, above \`run_cap\` (${run_cap}). Remove values, or raise \`run_cap\`.`,
    )
  return axes.reduce<Choice[]>(
    (found, [key, list]) =>
      found.flatMap((choice) => list.map((value) => ({ ...choice, [key]: value }))),
    [{}],
  )
}

/** Draw i is a pure function of (seed, i, path): more draws leave the earlier ones as they are. */
function random({ parameters, run_cap, seed }: Sweep): Choice[] {
  return Array.from({ length: run_cap }, (_, i) =>
    Object.fromEntries(
      Object.entries(parameters).map(([key, values]) => [key, drawn(values, seed, i, key)]),
    ),
  )
}

function drawn(values: Values, seed: number, draw: number, key: string): unknown {
  const hash = createHash('sha256').update(`${seed}/${draw}/${key}`).digest()
  const u = hash.readUIntBE(0, 6) / 2 ** 48
  const list = listed(values)
  if (list !== null) return list[Math.floor(u * list.length)]
  if ('uniform' in values) return between(values.uniform, u)
  if ('log_uniform' in values) {
    const [low, high] = values.log_uniform
    return Number(Math.exp(between([Math.log(low), Math.log(high)], u)).toPrecision(6))
  }
  const [low, high] = (values as { int_uniform: [number, number] }).int_uniform
  return Math.floor(low + u * (high - low + 1))
}

function between([low, high]: readonly [number, number], u: number): number {
  return Number((low + u * (high - low)).toPrecision(6))
}

function listed(values: Values): readonly unknown[] | null {
  if (Array.isArray(values)) return values
  if ('values' in values) return values.values
  return 'value' in values ? [values.value] : null
}

function checkExclude({ exclude, parameters }: Sweep, origin: string): void {
  const keys = Object.keys(parameters)
  const found = exclude.flatMap((rule, i) =>
    Object.keys(rule)
      .filter((key) => !keys.includes(key))
      .map((key) => ({
        path: `exclude[${i}].${key}`,
        message: `no such parameter.${suggestion(key, keys)} Parameters: ${keys.join(', ')}.`,
      })),
  )
  if (found.length > 0) throw new ConfigError(origin, found)
}

function isExcluded({ exclude }: Sweep, choice: Choice): boolean {
  return exclude.some((rule) =>
    Object.entries(rule).every(([key, value]) =>
      (Array.isArray(value) ? value : [value]).some(
        (one) => canonical(one) === canonical(choice[key]),
      ),
    ),
  )
}

function same(a: Problem, b: Problem): boolean {
  return a.path === b.path && a.message === b.message
}
