/** `zscl results`: the numbers of runs and sweeps, for people, papers and programs. */
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { labels, settingOf } from '../config/differences.js'
import { UsageError } from '../config/errors.js'
import type { Plain } from '../config/plain.js'
import { findRunFolder, listRunFolders, type RunFolder } from '../journal/folder.js'
import { readState } from '../journal/read-state.js'
import type { RunState } from '../journal/state.js'
import { writtenExperiment } from '../journal/written.js'
import { listSweeps } from '../sweep/folder.js'
import { wantsColour } from '../view/terminal/environment.js'
import { metricColumns, metricsOf, protocolOf, settingsTable } from '../view/text/settings.js'
import {
  type Cell,
  FORMATS,
  type Format,
  notesBeside,
  render,
  type Tabular,
} from '../view/text/tabular.js'
import { type Context, runsFolder } from './shared/context.js'
import { type RunsOption, withRuns } from './shared/options.js'

type Per = 'setting' | 'run' | 'cell'

interface Options extends RunsOption {
  readonly format: Format | 'parquet'
  readonly out?: string
  readonly per: Per
}

interface Loaded {
  readonly folder: RunFolder
  readonly state: RunState
  readonly experiment: Plain
}

export function addResults(program: Command, context: Context): void {
  const command = program
    .command('results')
    .summary('export the numbers of runs and sweeps: table, CSV, JSON, Markdown, LaTeX or Parquet')
    .description(
      'One row per setting (mean and standard deviation over seeds), per run, or per cell of the accuracy matrices. Without names: all runs.',
    )
    .argument('[run...]', 'runs, sweeps, or folders that hold runs')
    .addOption(
      new Option('--format <format>', 'output format')
        .choices([...FORMATS, 'parquet'])
        .default('table'),
    )
    .option('--out <file>', 'write to a file instead of the terminal')
    .addOption(
      new Option('--per <what>', 'what a row is')
        .choices(['setting', 'run', 'cell'])
        .default('setting'),
    )
  withRuns(command).action(async (names: string[], options: Options) => {
    const runs = runsFolder(context, options.runs)
    const loaded = foldersOf(runs, names).map(load)
    if (loaded.length === 0) throw new UsageError(noRuns(runs))
    const tabular = tabularOf(loaded, options.per)
    await write(context, tabular, options)
    context.stderr.write(notesBeside(tabular, options.format))
  })
}

/** Runs by name or path, and all runs of a sweep or folder. Without names: all single runs. */
async function write(context: Context, tabular: Tabular, { format, out }: Options): Promise<void> {
  const { stdout, cwd, env } = context
  if (format === 'parquet') {
    if (out === undefined && stdout.isTTY)
      throw new UsageError(
        'a Parquet file cannot be printed to the terminal: name a file with `--out`.',
      )
    const { parquetOf } = await import('../view/text/parquet.js')
    const bytes = parquetOf(tabular)
    if (out === undefined) stdout.write(bytes)
    else writeTo(resolve(cwd, out), bytes)
    return
  }
  const text = `${render(tabular, format, out === undefined && wantsColour(env, stdout))}\n`
  if (out === undefined) stdout.write(text)
  else writeTo(resolve(cwd, out), text)
}

function writeTo(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content)
  } catch (cause) {
    const { message } = cause as Error
    throw new UsageError(`\`--out ${path}\` cannot be written: ${message}`, { cause })
  }
}

export function foldersOf(runs: string, names: readonly string[]): RunFolder[] {
  if (names.length === 0) return listRunFolders(runs)
  return names.flatMap((name) => {
    for (const path of [resolve(runs, name), resolve(name)])
      if (existsSync(path) && !existsSync(join(path, 'journal.jsonl'))) {
        const inside = listRunFolders(path)
        if (inside.length > 0) return inside
      }
    return [findRunFolder(runs, name)]
  })
}

function noRuns(runs: string): string {
  const sweeps = listSweeps(runs)
  return sweeps.length === 0
    ? `there are no runs in ${runs} yet.`
    : `there are no single runs in ${runs}. Name a sweep: ${sweeps.join(', ')}.`
}

function load(folder: RunFolder): Loaded {
  const experiment = writtenExperiment(folder)
  return { folder, state: readState(folder), experiment }
}

function tabularOf(loaded: readonly Loaded[], per: Per): Tabular {
  if (per === 'cell') return cells(loaded)
  checkProtocols(loaded)
  return per === 'run' ? perRun(loaded) : perSetting(loaded)
}

/** Numbers of different benchmarks or protocols do not compare: they never stand in one table. */
function checkProtocols([first, ...others]: readonly Loaded[]): void {
  const other = others.find(({ state }) => protocolOf(state) !== protocolOf(first!.state))
  if (other === undefined) return
  throw new UsageError(
    `\`${first!.folder.name}\` is on ${protocolOf(first!.state)} and \`${other.folder.name}\` on ${protocolOf(other.state)}: their numbers are not comparable. Name runs of one benchmark, or use \`--per cell\`.`,
  )
}

function perRun(loaded: readonly Loaded[]): Tabular {
  const rows = loaded.map(({ folder, state }): Cell[] => {
    const { transfer, average, last, just_trained } = metricsOf(state)
    const { run } = state
    return [
      folder.name,
      run?.recipe ?? '?',
      String(run?.seed ?? '?'),
      state.status,
      transfer,
      average,
      last,
      just_trained,
    ]
  })
  const first = ['run', 'recipe', 'seed', 'state'].map((key) => ({ key, title: key }))
  const notes = [`Top-1 accuracy in percent, ${protocolOf(loaded[0]!.state)}.`]
  return { columns: [...first, ...metricColumns], rows, notes }
}

function perSetting(loaded: readonly Loaded[]): Tabular {
  const groups = [...Map.groupBy(loaded, ({ experiment }) => settingOf(experiment)).values()]
  const names = labels(groups.map((group) => group[0]!.experiment))
  return settingsTable(
    groups.map((group, i) => ({ label: names[i]!, states: group.map(({ state }) => state) })),
  )
}

/** One row for every accuracy: before training and after each task, on every dataset. */
function cells(loaded: readonly Loaded[]): Tabular {
  const keys = ['run', 'recipe', 'benchmark', 'protocol', 'seed', 'state', 'after_task', 'dataset']
  const rows = loaded.flatMap(({ folder, state }) => {
    const { run } = state
    if (run === null) return []
    const names = [...run.tasks, ...(run.also_evaluate ?? [])]
    const facts = [
      folder.name,
      run.recipe,
      run.benchmark,
      run.protocol,
      String(run.seed),
      state.status,
    ]
    const all = [
      [...state.zero_shot, ...state.also_zero_shot],
      ...state.matrix.map((row, i) => [...row, ...(state.also_matrix[i] ?? [])]),
    ]
    return all.flatMap((row, i) =>
      row.map((value, j): Cell[] => [...facts, i === 0 ? '' : run.tasks[i - 1]!, names[j]!, value]),
    )
  })
  const columns = [
    ...keys.map((key) => ({ key, title: key })),
    { key: 'accuracy', title: 'accuracy' },
  ]
  return { columns, rows, notes: [] }
}
