/** `zscl table`: a table of the paper, the published numbers beside ours; what is missing is run where its data is. */
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { load } from '../../config/catalogue.js'
import { suggestion, UsageError } from '../../config/errors.js'
import { lackingData } from '../../needs/table.js'
import { counted, type Found, tableRuns } from '../../paper/table-runs.js'
import { type Lacking, type PaperTable, paperTable, tableNames } from '../../paper/tables.js'
import { listSweeps } from '../../sweep/folder.js'
import { plural } from '../../view/format.js'
import { datasetTable, methodTable } from '../../view/report/paper-table.js'
import { notesOf } from '../../view/report/table-notes.js'
import { wantsColour } from '../../view/terminal/environment.js'
import { FORMATS, type Format, notesBeside, render, type Tabular } from '../../view/text/tabular.js'
import { type Context, dataFolder, type ExitCode, runsFolder } from '../shared/context.js'
import { wholeNumber, withRuns } from '../shared/options.js'
import { ablationOf, ablations, ablationTable } from './ablation.js'
import { type MissingOptions, runMissing } from './missing.js'

interface Options extends MissingOptions {
  readonly format: Format
  readonly tolerance: number
  readonly per: 'method' | 'dataset'
  readonly have?: boolean
  readonly withOthers?: boolean
}

export function addTable(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('table')
    .summary("a table of the paper: published numbers next to your runs'")
    .description(
      `Every method of a published table: the paper's numbers, ours (mean over the seeds of finished runs) and the difference. Missing runs are started first if their data is available. Tables: ${tableNames.join(', ')}; ablation-losses, ablation-teachers, ablation-images, ablation-texts, ablation-weights, and the same on mini: mini-ablation-….`,
    )
    .argument('<table>', 'name of the table')
    .option('--have', 'show existing results only; run nothing')
    .option('--dry-run', 'print what would be run and what it costs, and run nothing')
    .option('--with-others', 'also list published methods that zscl cannot run')
    .option('--seeds <list>', 'seeds to run, e.g. 0,1,2', seedList, [0])
    .option('--recipes <list>', 'only these methods, e.g. finetune,zscl', (text: string) =>
      text.split(','),
    )
    .option('--jobs <n>', 'trials to run in parallel', wholeNumber)
    .option('--retry-failed', 'retry failed trials')
    .option('--allow-changed-code', 'keep trials made by another version of the code')
    .option('--data <folder>', 'folder that holds the datasets (default: $ZSCL_DATA or ./data)')
    .addOption(
      new Option('--per <what>', 'what a column is')
        .choices(['method', 'dataset'])
        .default('method'),
    )
    .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('table'))
    .option('--tolerance <points>', 'mark larger differences with !', points, 1)
  withRuns(command).action(async (name: string, options: Options) => {
    const ablation = ablationOf(name)
    if (ablation !== null) return exit(await printAblation(context, ablation, options))
    const whole = chosen(name, options.recipes)
    const table = options.withOthers ? whole : { ...whole, others: [] }
    if (options.withOthers && whole.others.length === 0)
      throw new UsageError(`\`--with-others\`: no other methods are listed for \`${name}\`.`)
    const runs = runsFolder(context, options.runs)
    const lacking: Lacking = options.have
      ? new Map()
      : lackingData(table, dataFolder(context, options.data))
    const all = allRuns(table, runs)
    const code = options.have
      ? 0
      : await runMissing(context, runnable(table, lacking), all.runs, options)
    if (options.dryRun) {
      context.stdout.write(cannotRun(table, lacking))
      return exit(code)
    }
    const tabular = tableOf(table, allRuns(table, runs), lacking, options)
    const colour = wantsColour(context.env, context.stdout)
    context.stdout.write(`${render(tabular, options.format, colour)}\n`)
    context.stderr.write(notesBeside(tabular, options.format))
    exit(code)
  })
}

async function printAblation(context: Context, name: string, options: Options): Promise<ExitCode> {
  const [needless] = (['recipes', 'withOthers'] as const).filter((key) => options[key])
  if (needless !== undefined || options.per === 'dataset')
    throw new UsageError(
      `\`--recipes\`, \`--with-others\` and \`--per dataset\` belong to the paper's tables, not to \`${name}\`.`,
    )
  const { tabular, code } = await ablationTable(context, name, options)
  if (options.dryRun) return code
  const colour = wantsColour(context.env, context.stdout)
  context.stdout.write(`${render(tabular, options.format, colour)}\n`)
  context.stderr.write(notesBeside(tabular, options.format))
  return code
}

function chosen(name: string, recipes: readonly string[] | undefined): PaperTable {
  const table = paperTable(name)
  if (table === null)
    throw new UsageError(
      `no table \`${name}\`.${suggestion(name, [...tableNames, ...ablations])} There are: ${tableNames.join(', ')}; ablation-losses, -teachers, -images, -texts, -weights, and the same on mini (mini-ablation-losses, …).`,
    )
  const known = table.rows.map(({ recipe }) => recipe)
  const unknown = recipes?.find((recipe) => !known.includes(recipe))
  if (unknown !== undefined)
    throw new UsageError(
      `\`--recipes\`: \`${unknown}\` is not in this table.${suggestion(unknown, known)} There are: ${known.join(', ')}.`,
    )
  const rows = table.rows.filter(({ recipe }) => recipes?.includes(recipe) ?? true)
  return { ...table, rows }
}

/** What stays missing because its data is not here; last, where nothing else can be run. */
function cannotRun({ rows, benchmarks }: PaperTable, lacking: Lacking): string {
  const lacks = rows.flatMap(({ recipe }) => lacking.get(recipe) ?? [])
  const without = rows.filter(({ recipe }) => lacking.get(recipe)?.length)
  if (without.length === 0) return ''
  const which =
    without.length === rows.length ? 'Nothing' : `${plural(without.length, 'method')} not`
  return `${which} to be run here: ${[...new Set(lacks)].join(', ')} missing. \`zscl data get ${benchmarks[0]}\` fetches what can be fetched.\n`
}

/** The methods that have all they need. */
function runnable(table: PaperTable, lacking: Lacking): PaperTable {
  return { ...table, rows: table.rows.filter(({ recipe }) => !lacking.get(recipe)?.length) }
}

function allRuns({ benchmarks, rows }: PaperTable, runs: string): Found {
  const places = [runs, ...listSweeps(runs).map((sweep) => join(runs, sweep))]
  return tableRuns(
    places,
    benchmarks,
    rows.map(({ recipe }) => recipe),
  )
}

function tableOf(table: PaperTable, found: Found, lacking: Lacking, options: Options): Tabular {
  const own = (benchmark: string, recipe: string) =>
    counted(found.runs, benchmark, recipe).map(({ state }) => state)
  const tabular =
    options.per === 'dataset'
      ? datasetTable(table, datasetsOf(table), own, options.tolerance)
      : methodTable(table, own, options.tolerance)
  return { ...tabular, notes: notesOf(table, found, lacking, options.tolerance) }
}

function datasetsOf({ name, benchmarks }: PaperTable): string[] {
  const { tasks } = load('benchmark', benchmarks[0]!)
  if (benchmarks.length > 1 || !Array.isArray(tasks))
    throw new UsageError(
      `\`--per dataset\`: the tasks of \`${name}\` are classes of one dataset. Leave it out, or see \`zscl show\` of a run.`,
    )
  return tasks.map((task: { name: string }) => task.name)
}

function seedList(text: string): number[] {
  const seeds = text.split(',').map(Number)
  if (seeds.every((seed) => Number.isInteger(seed) && seed >= 0)) return seeds
  throw new InvalidArgumentError('Expected whole numbers, e.g. 0,1,2.')
}

function points(text: string): number {
  const value = Number(text)
  if (!(value >= 0)) throw new InvalidArgumentError('Expected a number of points.')
  return value
}
