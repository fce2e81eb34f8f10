/** What a job asks of a cluster. It changes no number: it is no part of an experiment's digest. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { ConfigError, shown, UsageError } from './errors.js'
import { isPlain, type Plain } from './plain.js'
import { problems } from './problems.js'
import { readTextFile } from './text.js'
import { parseYaml } from './yaml.js'

/** Values stand in lines of a batch script: what would end such a line is refused. */
const word = z.string().regex(/^[^\s"'\\`$;]+$/, 'one word without quotes')
const line = z.string().regex(/^[^\r\n]*$/, 'text of one line')

const TIME = 'minutes, HH:MM:SS or DAYS-HH:MM:SS'
const GPUS = 'a number, or KIND:NUMBER such as a100:1'
const MEMORY = 'megabytes, or a number with K, M, G or T'

const Time = z
  .union([
    z.int().min(1),
    z.string().regex(/^(\d+|\d+:\d\d|\d+:\d\d:\d\d|\d+-\d+(:\d\d){0,2})$/, TIME),
  ])
  .describe(TIME)

export const Slurm = z.strictObject({
  partition: word.optional(),
  account: word.optional(),
  /** Of one job; before it ends, the run saves and the job is queued again. */
  time: Time.optional(),
  /** Of every node: a number, or a kind and a number: `a100:1`. Default: as many as the experiment's `devices`. */
  gpus: z
    .union([z.int().min(0), z.string().regex(/^([\w.-]+:)?\d+$/, GPUS)])
    .describe(GPUS)
    .optional(),
  /** Over how many nodes the `devices` of a run are spread, evenly; default: one. */
  nodes: z.int().min(1).max(64).optional(),
  /** Of every node. Default: the experiment's `threads`, at least 1, for each of its devices there. */
  cpus: z.int().min(1).optional(),
  memory: z
    .union([z.int().min(1), z.string().regex(/^\d+[KMGT]?$/, MEMORY)])
    .describe(MEMORY)
    .optional(),
  constraint: z
    .string()
    .regex(/^[^\s"'\\`$;]+$/, 'features as Slurm writes them, without spaces')
    .optional(),
  /** Jobs of a sweep that run at once; absent: as many as Slurm lets. */
  array_limit: z.int().min(1).optional(),
  /** Seconds before its end at which a job is told to save. */
  signal_time: z.int().min(10).max(3600).optional(),
  /** How often one job may be queued again, after its time limit, preemption or the loss of its node. */
  requeue_limit: z.int().min(0).optional(),
  /** More options of sbatch, e.g. `--qos=long`. */
  extra: z
    .array(
      z.string().regex(/^--[a-z][\w-]*(=[^\r\n]*)?$/, 'an option of sbatch such as --qos=long'),
    )
    .optional(),
  /** Lines of shell before the program starts, e.g. `module load cuda`. */
  setup: z.array(line).optional(),
})

export const Resources = z.strictObject({ slurm: Slurm.optional() })

export type Slurm = z.infer<typeof Slurm>

/** Later ones win key by key; the lists `extra` and `setup` are joined. */
export function mergeSlurm(...parts: readonly (Slurm | undefined)[]): Slurm {
  const whole: Slurm = Object.assign({}, ...parts)
  const extra = parts.flatMap((part) => part?.extra ?? [])
  const setup = parts.flatMap((part) => part?.setup ?? [])
  return { ...whole, ...(extra.length > 0 && { extra }), ...(setup.length > 0 && { setup }) }
}

/** Where a person says what is the same for all jobs. */
export function slurmFile(env: NodeJS.ProcessEnv): string {
  const base = env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config')
  return join(base, 'zscl', 'slurm.yaml')
}

/** @throws ConfigError for what stands there and means nothing; `{}` where there is no such file */
export function readSlurmFile(path: string): Slurm {
  if (!existsSync(path)) return {}
  const written = parseYaml(readTextFile(path), path) ?? {}
  if (!isPlain(written))
    throw new UsageError(`${path}: expected a map of keys, got ${shown(written)}.`)
  return checked(written, path)
}

/** `--slurm KEY=VALUE`, repeatable; the value is YAML. A list may be given item by item. */
export function slurmOf(assignments: readonly string[]): Slurm {
  const written: Plain = {}
  for (const assignment of assignments) {
    const [key, value] = splitAssignment(assignment)
    const isList = key === 'extra' || key === 'setup'
    const before = Array.isArray(written[key]) ? (written[key] as unknown[]) : []
    written[key] = isList ? [...before, ...(Array.isArray(value) ? value : [value])] : value
  }
  return checked(written, '--slurm')
}

function splitAssignment(assignment: string): [string, unknown] {
  const split = assignment.indexOf('=')
  if (split < 1)
    throw new UsageError(
      `\`--slurm ${assignment}\`: expected KEY=VALUE, e.g. \`--slurm partition=gpu\`. Keys: ${Object.keys(Slurm.shape).join(', ')}.`,
    )
  const key = assignment.slice(0, split)
  const text = assignment.slice(split + 1)
  if (key === 'setup') return [key, text]
  try {
    return [key, parse(text)]
  } catch (cause) {
    throw new UsageError(`\`--slurm ${assignment}\`: the value is not YAML.`, { cause })
  }
}

function checked(written: Plain, origin: string): Slurm {
  const found = problems(Slurm, written, '')
  if (found.length > 0) throw new ConfigError(origin, found)
  return Slurm.parse(written)
}
