/** What the app sees and does: runs from their folders, everything else by the commands that people type. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { answerOf, type WarmStart } from '../../bridge/index.js'
import { differing } from '../../config/differences.js'
import type { Plain } from '../../config/plain.js'
import { resolve } from '../../config/resolve.js'
import { readText, runFolder } from '../../journal/folder.js'
import { FollowedRun } from '../../journal/follow.js'
import type { Library } from '../../journal/library.js'
import { readProgress } from '../../journal/presence.js'
import { regular } from '../../journal/regular.js'
import { writtenExperiment } from '../../journal/written.js'
import { paperTable } from '../../paper/tables.js'
import { describePlan } from '../../plan/describe.js'
import { plan } from '../../plan/plan.js'
import type { Answer, AppFeed, Difference, PublishedRow } from '../../view/terminal/app/feed.js'
import { warmed } from '../run/session.js'
import type { Context } from '../shared/context.js'
import { Background } from './background.js'
import { FolderLooks } from './folder-looks.js'
import { checkFork, forkForm } from './fork-form.js'
import { GpuWatch } from './gpu-watch.js'
import { mixFeed } from './mix.js'
import { checkNew, newForm } from './new-form.js'
import { dataPages, tablePages } from './pages.js'
import { sweepView } from './sweep.js'

/** Of a log the end: what went wrong stands there. */
const LOG_LINES = 2_000

export function appFeed(context: Context, library: Library): AppFeed & { close(): void } {
  let runs = library.runs
  // Begun when the first mix is looked at: measuring one takes a second then, in place of a start of Python.
  let warm: WarmStart | null = null
  const gpus = new GpuWatch(context.env)
  const background = new Background(context, library.root)
  const looks = new FolderLooks((words, signal) => output(context, words, signal))
  const cached = <T>(make: (path: string) => T) => {
    const known = new Map<string, T>()
    return (path: string): T => {
      const value = known.get(path) ?? make(path)
      known.set(path, value)
      return value
    }
  }
  const experimentOf = cached((path) => writtenExperiment(runFolder(path)))
  return {
    place: relative(context.cwd, library.root) || '.',
    runs: () => runs,
    unread: () => library.unread,
    gpus: () => gpus.said,
    subscribe: (listener) => {
      const told = () => {
        runs = library.runs
        listener()
      }
      const unsubscribe = [library.subscribe(told), gpus.subscribe(told)]
      return () => {
        for (const end of unsubscribe) end()
      }
    },
    open: (path) => followed(path),
    plan: cached((path) => describePlan(plan(resolve(experimentOf(path), path)))),
    settings: cached((path) => settingsOf(path, experimentOf(path))),
    log: (path) => logOf(path),
    differences: (paths) => shownDifferences(differing(paths.map(experimentOf))),
    published: (path) => publishedRow(library, path),
    sweep: (name) => sweepView(library, name),
    mix: (paths, more, on) => {
      warm ??= warmed(context)
      const env = warm === null ? context.env : { ...context.env, ZSCL_WARM: warm.path }
      return mixFeed(context, { paths, more, on }, (words) => output({ ...context, env }, words))
    },
    pages: (kind) =>
      (kind === 'tables' ? tablePages : dataPages)((words) => output(context, words), background),
    free: (file) => freeIn(context.cwd, file),
    begin: (words) => background.begin(words),
    form: (parent) => {
      looks.forget()
      return parent === null ? newForm() : forkForm(parent)
    },
    check: (values, parent) =>
      parent === null
        ? checkNew(context, library.runs, looks, values)
        : checkFork(parent, library, values),
    preview: (words) => previewed(context, words),
    run: async (words) => {
      const answer = await ran(context, words)
      library.refresh()
      return answer
    },
    close: () => {
      gpus.close()
      looks.forget()
      warm?.close()
    },
  }
}

function followed(path: string) {
  const folder = runFolder(path)
  const run = new FollowedRun(folder)
  return {
    getState: () => run.state,
    getProgress: () => readProgress(folder),
    subscribe: (listener: () => void) => run.subscribe(listener),
    close: () => run.close(),
  }
}

/** What differs from the recipe as it ships, then everything. */
function settingsOf(path: string, experiment: Plain): string[] {
  const { recipe, benchmark } = experiment as { recipe: Plain; benchmark: Plain }
  const lines = readText(runFolder(path).experiment).trimEnd().split('\n')
  try {
    const shipped = resolve({ benchmark: benchmark['name'], recipe: recipe['name'] }, path)
    const changed = differing([shipped as unknown as Plain, experiment])
    if (changed.length === 0) return [`as recipe ${recipe['name']} ships`, '', ...lines]
    const words = changed.map(
      ({ path: key, values }) => `  ${key}: ${values[1]} (shipped: ${values[0]})`,
    )
    return [`differs from recipe ${recipe['name']} as it ships:`, ...words, '', ...lines]
  } catch {
    return lines // of one's own: there is nothing that it differs from
  }
}

function logOf(path: string): string[] {
  const folder = runFolder(path)
  return [folder.runnerLog, folder.workerLog].flatMap((file) => {
    if (!existsSync(file)) return []
    const lines = readFileSync(regular(file), 'utf8').trimEnd().split('\n').slice(-LOG_LINES)
    return [`── ${file}`, ...lines, '']
  })
}

/** The paper's row for the recipe, where the protocol is the paper's. */
function publishedRow(library: Library, path: string): PublishedRow | null {
  const summary = library.runs.find(({ folder }) => folder.path === path)?.summary
  if (!summary || !/^(mtil|cil)-authors/.test(summary.protocol)) return null
  const table = paperTable(summary.benchmark)
  const row = table?.rows.find(({ recipe }) => recipe === summary.recipe)
  if (!table || !row) return null
  const value = (metric: string) =>
    row.cells[table.columns.findIndex((column) => column.metric === metric)]?.value ?? null
  return {
    method: row.method,
    transfer: value('transfer'),
    average: value('average'),
    last: value('last'),
  }
}

/** What a benchmark says of something is left out where the experiment says the same; tasks by their names. */
function shownDifferences(all: readonly Difference[]): Difference[] {
  const same = (a: Difference, b: Difference | undefined) =>
    a.values.join('\n') === b?.values.join('\n')
  const isRepeated = (one: Difference) =>
    one.path.startsWith('benchmark.') &&
    all.some(
      (other) => other.path !== one.path && one.path.endsWith(`.${other.path}`) && same(one, other),
    )
  return all
    .filter((one) => !isRepeated(one))
    .map((one) =>
      one.path === 'benchmark.tasks' ? { ...one, values: one.values.map(taskNames) } : one,
    )
}

function taskNames(json: string): string {
  const tasks = JSON.parse(json || '[]') as readonly { readonly name?: unknown }[]
  return tasks.map(({ name }) => String(name)).join(', ')
}

/** The first of `x.svg`, `x-2.svg`, … that is not there. */
function freeIn(folder: string, file: string): string {
  const end = extname(file)
  const stem = basename(file, end)
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? file : `${stem}-${number}${end}`
    if (!existsSync(join(folder, name))) return name
  }
}

/** The command as people type it. Its first line is the answer; of what went wrong, the next ones as well. */
async function ran(context: Context, words: readonly string[]): Promise<Answer> {
  const { isGood, text } = await output(context, words)
  const lines = text.split('\n').slice(0, isGood ? 1 : 4)
  return { isGood, text: lines.map((line) => line.trim()).join(' ') }
}

/** The line of a dry run that sums it up: the first of downloads, else the last. */
async function previewed(context: Context, words: readonly string[]): Promise<Answer> {
  const dry = [...words.filter((word) => word !== '--detach'), '--dry-run']
  const { isGood, text } = await output(context, dry)
  if (!isGood) return { isGood, text: text.split('\n').slice(0, 4).join(' ') }
  const lines = text.split('\n')
  return { isGood, text: (words[0] === 'data' ? lines[0] : lines.at(-1)) ?? '' }
}

async function output({ root, cwd, env }: Context, words: readonly string[], signal?: AbortSignal) {
  const { isGood, stdout, stderr } = await answerOf({
    script: join(root, 'dist/main.js'),
    words,
    cwd,
    env,
    ...(signal && { signal }),
  })
  return { isGood, text: ((isGood && stdout) || stderr || stdout).trim() }
}
