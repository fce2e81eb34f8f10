/** `zscl report`: everything about a run or a sweep in one HTML file. */
import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { stringify } from 'yaml'
import { names } from '../config/catalogue.js'
import { describeExperiment } from '../config/describe.js'
import { UsageError } from '../config/errors.js'
import { type RunFolder, readText, writeDurably } from '../journal/folder.js'
import { readJson } from '../journal/written.js'
import {
  FIGURES,
  type FigureKind,
  type FigureRun,
  figureOf,
  groupsThatCompare,
  NothingToDraw,
  seedGroups,
} from '../paper/figures/index.js'
import { recordOf } from '../sweep/folder.js'
import { svgOf } from '../view/report/draw.js'
import type { Drawing } from '../view/report/page.js'
import { runReport } from '../view/report/run-report.js'
import { specOf } from '../view/report/spec.js'
import { type Group, sweepReport } from '../view/report/sweep-report.js'
import type { Environment } from '../view/report/work.js'
import { shellQuoted } from '../view/shell.js'
import { pythonLines } from '../view/text/comparison.js'
import { settingsTable } from '../view/text/settings.js'
import { figureRuns } from './figure.js'
import { foldersOf } from './results.js'
import { type Context, runsFolder } from './shared/context.js'
import { type RunsOption, withRuns } from './shared/options.js'

interface Options extends RunsOption {
  readonly out?: string
}

/** More settings than this make these two figures longer than anyone reads. */
const MOST_SETTINGS = 8

export function addReport(program: Command, context: Context): void {
  const command = program
    .command('report')
    .summary('write an HTML report of a run or sweep')
    .description(
      'Write one self-contained HTML file: settings, tables, figures, timings, environment, and how to reproduce it.',
    )
    .argument('<run>', 'name of a run or sweep, or path of its folder')
    .option(
      '--out <file.html>',
      'output file (default: report.html in the folder of the run or sweep)',
    )
  withRuns(command).action(async (name: string, options: Options) => {
    const runs = runsFolder(context, options.runs)
    const folders = foldersOf(runs, [name])
    const [first] = folders
    const isRun = [resolve(runs, name), resolve(name)].includes(first!.path)
    const place = isRun ? first!.path : dirname(first!.path)
    const out = outOf(context, place, options.out)
    const text = isRun ? await ofRun(first!) : await ofSweep(place, folders)
    mkdirSync(dirname(out), { recursive: true })
    writeDurably(out, text)
    context.stdout.write(`${out}\n`)
  })
}

function outOf({ cwd }: Context, folder: string, asked: string | undefined): string {
  if (asked === undefined) return join(folder, 'report.html')
  if (!['.html', '.htm'].includes(extname(asked)))
    throw new UsageError(`\`--out ${asked}\`: expected a file that ends in .html.`)
  return resolve(cwd, asked)
}

async function ofRun(folder: RunFolder): Promise<string> {
  const [run] = figureRuns([folder])
  const { state, experiment } = run!
  const environment = environmentOf(folder)
  const isFinished = state.status === 'finished'
  const model = state.model_folder === null ? null : join(folder.path, state.model_folder)
  return runReport({
    name: folder.name,
    folder: folder.path,
    state,
    asked: describeExperiment(experiment),
    experiment: readText(folder.experiment),
    environment,
    figures: (await drawn([run!], ['history', 'matrix', 'tradeoff'])).figures,
    again: [
      ...checkout(environment === null ? [] : [environment]),
      ...(isFinished ? [] : [`zscl resume ${shellQuoted(folder.path)}`]),
      `zscl run ${shellQuoted(folder.experiment)} --name ${shellQuoted(`${folder.name}-again`)}`,
      ...(model === null ? [] : ['', '# The model, in Python:', ...pythonLines(model)]),
    ],
  })
}

async function ofSweep(place: string, folders: readonly RunFolder[]): Promise<string> {
  const runs = figureRuns(folders)
  const record = recordOf({ path: place, record: join(place, 'sweep.json') })
  const environments = folders.map(environmentOf).filter((one) => one !== null)
  const name = basename(place)
  const groups: Group[] = []
  for (const group of groupsThatCompare(runs)) groups.push(await groupOf(group))
  const file = names('sweep').includes(name) ? name : `${name}.yaml`
  return sweepReport({
    name,
    folder: place,
    runs,
    groups,
    asked: record === null ? null : stringify(record.sweep),
    environments,
    again: [
      ...checkout(environments),
      ...(record === null
        ? []
        : [
            ...(file === name ? [] : [`# ${file}: what was asked, as above`]),
            `zscl sweep ${shellQuoted(file)}`,
            '',
            '# one of its runs alone',
          ]),
      `zscl run ${shellQuoted(folders[0]!.experiment)}`,
    ],
  })
}

async function groupOf(runs: readonly FigureRun[]): Promise<Group> {
  const settings = seedGroups(runs).map(({ label, runs: seeds }) => ({
    label,
    states: seeds.map(({ state }) => state),
  }))
  const kinds = Object.keys(FIGURES) as FigureKind[]
  const isLong = settings.length > MOST_SETTINGS
  const short = isLong ? kinds.filter((kind) => kind !== 'matrix' && kind !== 'history') : kinds
  const { figures, notes } = await drawn(runs, short)
  const { run } = runs[0]!.state
  const left = `Left out for ${settings.length} settings: \`zscl figure matrix\` and \`zscl figure history\` draw them.`
  return {
    title: `${run!.benchmark} (protocol ${run!.protocol})`,
    settings: settingsTable(settings),
    figures,
    notes: [...notes, ...(isLong ? [left] : [])],
  }
}

/** The figures that have something to draw. */
async function drawn(runs: readonly FigureRun[], kinds: readonly FigureKind[]) {
  const figures: Drawing[] = []
  const empty: FigureKind[] = []
  for (const kind of kinds)
    try {
      const figure = figureOf(kind, runs)
      figures.push({ kind, title: figure.title, svg: await svgOf(specOf(figure)) })
    } catch (error) {
      if (!(error instanceof NothingToDraw)) throw error
      empty.push(kind)
    }
  const notes = empty.length === 0 ? [] : [`Nothing to draw for: ${empty.join(', ')}.`]
  return { figures, notes }
}

function environmentOf({ environment }: RunFolder): Environment | null {
  return existsSync(environment)
    ? (readJson(environment, 'the environment of the run') as Environment)
    : null
}

/** The code that made the numbers, where all of it was one commit. */
function checkout(environments: readonly Environment[]): string[] {
  const commits = new Set(environments.map(({ git_commit }) => git_commit))
  const [commit] = commits
  return commits.size === 1 && commit ? [`git checkout ${commit}`] : []
}
