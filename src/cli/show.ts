/** `zscl show` and `zscl ls`. */
import type { Command } from 'commander'
import { JournalError } from '../journal/errors.js'
import { findRunFolder, listRunFolders, type RunFolder, readText } from '../journal/folder.js'
import { readState } from '../journal/read-state.js'
import { listSweeps } from '../sweep/folder.js'
import { forkableAfter } from '../sweep/fork.js'
import { shellQuoted } from '../view/shell.js'
import { wantsColour } from '../view/terminal/environment.js'
import { renderRun } from '../view/text/run.js'
import { type RunListRow, renderRunList } from '../view/text/run-list.js'
import { runSummary } from '../view/text/summary.js'
import { type Context, runsFolder } from './shared/context.js'
import { type RunsOption, withRuns } from './shared/options.js'

type Options = RunsOption & { readonly json?: boolean }

export function addShow(program: Command, context: Context): void {
  const command = program
    .command('show')
    .summary('show one run')
    .description('Show one run: configuration, accuracy matrix, metrics, timings.')
    .argument('<run>', 'name of the run, or path of its folder')
    .option('--json', 'as JSON')
  withRuns(command).action((run: string, options: Options) => {
    const folder = findRunFolder(runsFolder(context, options.runs), run)
    const state = readState(folder)
    const colour = wantsColour(context.env, context.stdout)
    const text = options.json
      ? JSON.stringify(
          {
            ...runSummary(state, folder.path),
            forkable_after: forkableAfter(folder, state).map((task) => task + 1),
          },
          null,
          2,
        )
      : renderRun(state, {
          folder: folder.path,
          config: readText(folder.experiment),
          forks: forkableAfter(folder, state),
          colour,
        })
    context.stdout.write(`${text}\n`)
  })
}

export function addLs(program: Command, context: Context): void {
  const command = program
    .command('ls')
    .summary('list the runs')
    .description('List the runs with their state and metrics.')
    .option('--json', 'as JSON')
  withRuns(command).action((options: Options) => {
    const runs = runsFolder(context, options.runs)
    const folders = listRunFolders(runs)
    if (options.json) {
      const rows = folders.map((folder) => summaryOrProblem(folder))
      context.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
      return
    }
    const colour = wantsColour(context.env, context.stdout)
    context.stdout.write(`${renderRunList(folders.map(rowOf), colour)}\n`)
    for (const sweep of listSweeps(runs))
      context.stdout.write(`Sweep ${sweep}: \`zscl results ${shellQuoted(sweep)}\`\n`)
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

function summaryOrProblem(folder: RunFolder) {
  const { state, problem } = rowOf(folder)
  if (state !== null) return runSummary(state, folder.path)
  return { name: folder.name, folder: folder.path, state: 'damaged', error: problem }
}
