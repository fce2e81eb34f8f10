/** Runs what a table of the paper lacks, as a sweep. */
import { baseOf, Sweep } from '../../config/sweep.js'
import { counted, type TableRun } from '../../paper/table-runs.js'
import type { PaperTable } from '../../paper/tables.js'
import { expand, type Trial } from '../../sweep/expand.js'
import { shellQuoted } from '../../view/shell.js'
import { type Context, dataFolder, type ExitCode } from '../shared/context.js'
import type { RunsOption } from '../shared/options.js'
import { dryRun } from '../sweep/dry-run.js'
import { runSweep } from '../sweep/sweep.js'

export interface MissingOptions extends RunsOption {
  readonly seeds: readonly number[]
  readonly recipes?: readonly string[]
  readonly jobs?: number
  readonly retryFailed?: boolean
  readonly allowChangedCode?: boolean
  readonly data?: string
  readonly dryRun?: boolean
}

/** Runs every method and seed that has no finished run yet; says which, and everything else, on stderr. */
export async function runMissing(
  context: Context,
  table: PaperTable,
  all: readonly TableRun[],
  options: MissingOptions,
): Promise<ExitCode> {
  const sweep = missing(table, all, options.seeds)
  if (sweep === null) {
    if (options.dryRun && table.rows.length > 0) context.stdout.write('Nothing is missing.\n')
    return 0
  }
  const trials = expand(sweep, baseOf(sweep), `table ${table.name}`)
  if (options.dryRun) return dryRunOf(context, sweep, trials, options)
  const named = trials.map((trial) => nameOf(table, trial)).join('; ')
  context.stderr.write(
    `Missing, so running now (\`--have\` shows existing results only): ${named}.\n`,
  )
  return runOnStderr(context, sweep, trials, againWith(table.name, options), options)
}

/** What would be run, and what it costs. */
export function dryRunOf(
  context: Context,
  sweep: Sweep,
  trials: readonly Trial[],
  { jobs, runs }: MissingOptions,
): ExitCode {
  const how = { ...(runs !== undefined && { runs }), ...(jobs !== undefined && { jobs }) }
  dryRun(context, sweep, trials, { ...how, share: true })
  return 0
}

/** Runs trials for a table: stdout is the table's own. */
export function runOnStderr(
  context: Context,
  sweep: Sweep,
  trials: readonly Trial[],
  again: string,
  options: MissingOptions,
): Promise<ExitCode> {
  const { env } = context
  const { data, jobs, runs, retryFailed = false, allowChangedCode = false } = options
  const own = data === undefined ? env : { ...env, ZSCL_DATA: dataFolder(context, data) }
  const how = { ...(runs !== undefined && { runs }), ...(jobs !== undefined && { jobs }) }
  return runSweep({ ...context, env: own, stdout: context.stderr }, sweep, trials, again, {
    ...how,
    retryFailed,
    allowChangedCode,
    plain: true,
    share: true,
  })
}

/** Null when there is nothing to run. */
function missing(table: PaperTable, all: readonly TableRun[], seeds: readonly number[]) {
  const { name, benchmarks, rows } = table
  const combinations = benchmarks.flatMap((benchmark) =>
    rows.flatMap(({ recipe }) => seeds.map((seed) => ({ benchmark, recipe, seed }))),
  )
  const exclude = combinations.filter(
    ({ benchmark, recipe, seed }) =>
      (recipe === 'zero-shot' && seed !== seeds[0]) || // nothing of it depends on the seed
      counted(all, benchmark, recipe).some((run) => run.seed === seed),
  )
  if (exclude.length === combinations.length) return null
  const recipes = rows.map(({ recipe }) => recipe)
  const parameters = { benchmark: benchmarks, recipe: recipes, seed: seeds }
  return Sweep.parse({ name: `table-${name}`, experiment: {}, parameters, exclude })
}

function nameOf({ benchmarks }: PaperTable, { choice }: Trial): string {
  const { benchmark, recipe, seed } = choice
  return `${benchmarks.length > 1 ? `${benchmark} ` : ''}${recipe} seed ${seed}`
}

/** The command that goes on with the same. */
export function againWith(name: string, { seeds, recipes, runs, data }: MissingOptions): string {
  const given = { seeds: seeds.join(','), recipes: recipes?.join(','), runs, data }
  const words = Object.entries(given).flatMap(([key, value]) =>
    value === undefined ? [] : [` --${key} ${shellQuoted(value)}`],
  )
  return `zscl table ${name}${words.join('')}`
}
