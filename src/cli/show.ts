/** `zscl show` and `zscl ls`. */
import type { Command } from 'commander'
import type { Job } from '../cluster/jobs.js'
import { UsageError } from '../config/errors.js'
import { JournalError } from '../journal/errors.js'
import { findRunFolder, listRunFolders, type RunFolder, readText } from '../journal/folder.js'
import { runnerOf } from '../journal/presence.js'
import { readState } from '../journal/read-state.js'
import { listSweeps } from '../sweep/folder.js'
import { forkableAfter } from '../sweep/fork.js'
import { shellQuoted } from '../view/shell.js'
import { wantsColour } from '../view/terminal/environment.js'
import { renderRun } from '../view/text/run.js'
import { type RunListRow, renderRunList } from '../view/text/run-list.js'
import { runSummary } from '../view/text/summary.js'
import { jobsOf, standingOf } from './cluster/standing.js'
import { type Context, runsFolder } from './shared/context.js'
import { type RunsOption, withRuns } from './shared/options.js'

type Options = RunsOption & { readonly json?: boolean; readonly settings?: boolean }

export function addShow(program: Command, context: Context): void {
  const command = program
    .command('show')
    .summary('show one run')
    .description('Show one run: accuracy matrix, metrics, timings.')
    .argument('<run>', 'name of the run, or path of its folder')
    .option('--settings', 'also print its experiment in full, as YAML')
    .option('--json', 'as JSON')
  withRuns(command).action(async (run: string, options: Options) => {
    const folder = findRunFolder(runsFolder(context, options.runs), run)
    const state = readState(folder)
    const [row] = await withJobs(context, [{ name: folder.name, state }], [folder])
    const forks = forkableAfter(folder, state)
    const colour = wantsColour(context.env, context.stdout)
    const text = options.json
      ? JSON.stringify(
          { ...summaryOrProblem(row!, folder), forkable_after: forks.map((task) => task + 1) },
          null,
          2,
        )
      : renderRun(state, {
          folder: folder.path,
          ...(options.settings && { config: readText(folder.experiment) }),
          forks,
          ...(row?.word && { word: row.word }),
          ...(row?.note && { note: row.note }),
          colour,
        })
    context.stdout.write(`${text}\n`)
  })
}

export function addLs(program: Command, context: Context): void {
  const command = program
    .command('ls')
    .summary('list all runs')
    .description('List all runs with their state and metrics.')
    .option('--json', 'as JSON')
  withRuns(command).action(async (options: Options) => {
    const runs = runsFolder(context, options.runs)
    const folders = listRunFolders(runs)
    if (options.json) {
      const known = await withJobs(context, folders.map(rowOf), folders)
      const rows = known.map((row, i) => summaryOrProblem(row, folders[i]!))
      context.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
      return
    }
    const colour = wantsColour(context.env, context.stdout)
    const rows = await withJobs(context, folders.map(rowOf), folders)
    context.stdout.write(`${renderRunList(rows, colour)}\n`)
    for (const sweep of listSweeps(runs))
      context.stdout.write(`Sweep ${sweep}: \`zscl results ${shellQuoted(sweep)}\`\n`)
  })
}

/** What Slurm knows of runs that are not over. */
async function withJobs(
  context: Context,
  rows: readonly RunListRow[],
  folders: readonly RunFolder[],
): Promise<readonly RunListRow[]> {
  const isOpen = (row: RunListRow) => row.state !== null && row.state.status !== 'finished'
  const jobs = await jobsOf(
    context,
    folders.filter((_, i) => isOpen(rows[i]!)),
  ).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error
    context.stderr.write(`${error.message}\n`)
    return new Map<string, Job>()
  })
  return rows.map((row, i) => {
    const folder = folders[i]!
    if (row.state === null || runnerOf(folder) !== null) return row
    const { word, note } = standingOf(folder, row.state, jobs.get(folder.path))
    return { ...row, ...(word && { word }), ...(note && { note }) }
  })
}

/** One damaged run must not hide the others. */
function rowOf(folder: RunFolder): RunListRow {
  try {
    return { name: folder.name, state: readState(folder) }
  } catch (error) {
    if (!(error instanceof JournalError)) throw error
    return { name: folder.name, state: null, problem: error.message }
  }
}

function summaryOrProblem({ state, problem, word, note }: RunListRow, folder: RunFolder) {
  const placed = { ...(word && { state: word }), ...(note && { note }) }
  if (state !== null) return { ...runSummary(state, folder.path), ...placed }
  return { name: folder.name, folder: folder.path, state: 'damaged', error: problem }
}
