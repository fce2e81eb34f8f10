/** `zscl table`: a table of the paper, the published numbers beside ours. */
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { suggestion, UsageError } from '../config/errors.js'
import { listRunFolders } from '../journal/folder.js'
import type { RunState } from '../journal/state.js'
import { type Spreads, spreads } from '../metrics/seeds.js'
import { type Published, publishedTables } from '../paper/mtil.js'
import { listSweeps } from '../sweep/folder.js'
import { wantsColour } from '../view/terminal/environment.js'
import { metricsOf } from '../view/text/settings.js'
import { type Cell, FORMATS, type Format, render, type Tabular } from '../view/text/tabular.js'
import { type Context, runsFolder } from './context.js'
import { type RunsOption, withRuns } from './options.js'
import { readState } from './show.js'

interface Options extends RunsOption {
  readonly format: Format
  readonly tolerance: number
}

const METRICS = ['transfer', 'average', 'last'] as const
const titles = { transfer: 'Transfer', average: 'Avg', last: 'Last' }

export function addTable(program: Command, context: Context): void {
  const names = Object.keys(publishedTables)
  const command = program
    .command('table')
    .summary("a table of the paper, the published numbers beside your runs'")
    .description(
      `Every method of a published table: the paper's numbers, ours (mean over the seeds of finished runs) and the difference. Tables: ${names.join(', ')}.`,
    )
    .argument('<table>', 'name of the benchmark')
    .addOption(new Option('--format <format>', 'how').choices(FORMATS).default('table'))
    .option('--tolerance <points>', 'larger differences are marked with !', points, 1)
  withRuns(command).action((name: string, options: Options) => {
    const published = publishedTables[name]
    if (published === undefined)
      throw new UsageError(
        `no published table \`${name}\`.${suggestion(name, names)} There are: ${names.join(', ')}.`,
      )
    const runs = runsFolder(context, options.runs)
    const tabular = tableOf(name, published, finishedRuns(runs, name), options.tolerance)
    const colour = wantsColour(context.env, context.stdout)
    context.stdout.write(`${render(tabular, options.format, colour)}\n`)
  })
}

/** Finished runs of a benchmark, those of sweeps among them. */
function finishedRuns(runs: string, benchmark: string): RunState[] {
  const places = [runs, ...listSweeps(runs).map((sweep) => join(runs, sweep))]
  return places
    .flatMap(listRunFolders)
    .map(readState)
    .filter(({ status, run }) => status === 'finished' && run?.benchmark === benchmark)
}

function tableOf(
  name: string,
  published: readonly Published[],
  runs: readonly RunState[],
  tolerance: number,
): Tabular {
  const missing: string[] = []
  const rows = published.map((row): Cell[] => {
    const own = runs.filter(({ run }) => run?.recipe === row.recipe)
    if (own.length === 0) missing.push(row.recipe)
    return rowOf(row, own.length, own.length === 0 ? null : spreads(own.map(metricsOf)), tolerance)
  })
  const columns = [
    { key: 'method', title: 'method' },
    { key: 'recipe', title: 'recipe' },
    { key: 'seeds', title: 'seeds' },
    ...METRICS.flatMap((key) => [
      { key: `paper_${key}`, title: `paper ${titles[key]}`, isMetric: true },
      { key, title: titles[key], isMetric: true },
      { key: `difference_${key}`, title: 'diff' },
    ]),
  ]
  return { columns, rows, notes: notesOf(name, published, runs, missing, tolerance) }
}

function rowOf(row: Published, seeds: number, own: Spreads | null, tolerance: number): Cell[] {
  const cells = METRICS.flatMap((key): Cell[] => {
    const ours = own?.[key] ?? null
    if (ours === null) return [row[key], null, null]
    const difference = ours.mean - row[key]
    const mark = Math.abs(difference) > tolerance ? ' !' : ''
    return [row[key], ours, `${difference >= 0 ? '+' : ''}${difference.toFixed(1)}${mark}`]
  })
  return [
    `${row.method}${row.footnote ? ' †' : ''}`,
    row.recipe,
    seeds === 0 ? '' : String(seeds),
    ...cells,
  ]
}

function notesOf(
  name: string,
  published: readonly Published[],
  runs: readonly RunState[],
  missing: readonly string[],
  tolerance: number,
): string[] {
  const protocols = [...new Set(runs.map(({ run }) => run?.protocol ?? '?'))]
  if (protocols.length > 1)
    throw new UsageError(
      `your runs of \`${name}\` have several protocols (${protocols.join('; ')}): their numbers do not compare. Keep those of one in a folder of their own and name it with --runs.`,
    )
  return [
    `Published: arXiv:2303.06628. Ours: ${runs.length === 0 ? 'nothing yet' : `mean over seeds, protocol ${protocols[0]}`}. ! = more than ${tolerance} points apart.`,
    ...published.flatMap(({ footnote }) => (footnote === undefined ? [] : [`† ${footnote}`])),
    ...(missing.length > 0
      ? [
          `Missing: ${missing.join(', ')}. \`zscl data status ${name}\` says which data is needed; then \`zscl run ${name} --set recipe=NAME --seed N\` for each.`,
        ]
      : []),
  ]
}

function points(text: string): number {
  const value = Number(text)
  if (!(value >= 0)) throw new InvalidArgumentError('Expected a number of points.')
  return value
}
