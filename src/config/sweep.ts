/** What a sweep asks for: one experiment, and the values that some of its keys take in turn. */
import { dirname } from 'node:path'
import { z } from 'zod'
import { ConfigError } from './errors.js'
import { readWritten } from './files.js'
import { isPlain, type Plain } from './plain.js'
import { problems } from './problems.js'
import { Slurm } from './resources.js'
import { Name } from './schema.js'

const range = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low < high, 'two numbers, the lower first')
const positiveRange = range.refine(([low]) => low > 0, 'two numbers above 0, the lower first')
const Values = z
  .union([
    z.array(z.unknown()).min(1),
    z.strictObject({ values: z.array(z.unknown()).min(1) }),
    z.strictObject({ value: z.unknown() }),
    z.strictObject({ uniform: range }),
    z.strictObject({ log_uniform: positiveRange }),
    z.strictObject({ int_uniform: range }),
  ])
  .describe(
    'a list of values, {value: …}, or for method random {uniform: [LOW, HIGH]}, {log_uniform: …} or {int_uniform: …}',
  )

/** Keys are close to those of a W&B sweep. */
export const Sweep = z.strictObject({
  name: Name,
  summary: z.string().default(''),
  /** Name of a shipped experiment, path of a file, or an experiment written here. */
  experiment: z.union([z.string(), z.record(z.string(), z.unknown())]).default('mini'),
  /** `grid`: every combination, the last parameter fastest. `random`: `run_cap` draws. */
  method: z.enum(['grid', 'random']).default('grid'),
  /** Values by path; `a.b = c.d` is one axis that sets both paths. */
  parameters: z.record(z.string(), Values),
  /** Combinations to leave out: each names values (or lists of values) of some parameters. */
  exclude: z.array(z.record(z.string(), z.unknown())).default([]),
  /** Most trials; a larger grid is refused. For `random`, how many are drawn. */
  run_cap: z.int().min(1).default(1000),
  /** Of the draws of method random. */
  seed: z.int().min(0).default(0),
  resources: z
    .strictObject({
      /** Trials at once; 0 = one per GPU; without one as many as the cores have threads for, and one more of single threads. */
      jobs: z.int().min(0).default(0),
      /** CPU threads of each trial. It determines the last bits of a result, so it belongs to the file. */
      threads: z.int().min(1).default(1),
      /** What each job asks for, with `--on slurm`. */
      slurm: Slurm.optional(),
    })
    .prefault({}),
})

export type Sweep = z.infer<typeof Sweep>
export type Values = z.infer<typeof Values>

/**
 * @param source name of a shipped sweep, or path of a YAML file
 * @throws ConfigError with every problem, UsageError when there is nothing to read
 */
export function loadSweep(source: string): {
  readonly sweep: Sweep
  readonly origin: string
  /** What paths among the values are relative to. */
  readonly folder: string
} {
  const { written, origin } = readWritten('sweep', source)
  const found = problems(Sweep, written, '')
  if (found.length > 0) throw new ConfigError(origin, found)
  return { sweep: Sweep.parse(written), origin, folder: dirname(source) }
}

/** The experiment that every trial changes, as it is written. */
export function baseOf(sweep: Sweep): Plain {
  return isPlain(sweep.experiment)
    ? sweep.experiment
    : readWritten('experiment', sweep.experiment).written
}
