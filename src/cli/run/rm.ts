/** `zscl rm`: removes run folders; asks first, and refuses what runs and what a sweep still needs. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { UsageError } from '../../config/errors.js'
import { findRunFolder, listRunFolders, type RunFolder } from '../../journal/folder.js'
import { runnerOf } from '../../journal/presence.js'
import { findSweepFolder, type SweepFolder, sweepFolder } from '../../sweep/folder.js'
import { sweepersOf } from '../../sweep/sweepers.js'
import { plural } from '../../view/format.js'
import { shellQuoted } from '../../view/shell.js'
import { isLive, jobOf } from '../cluster/standing.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { type RunsOption, withRuns } from '../shared/options.js'
import { lockOptions } from '../shared/scheduler.js'

interface Options extends RunsOption {
  readonly yes?: boolean
}

/** A run, or a sweep with all its trials. */
interface Removal {
  readonly path: string
  readonly runs: readonly RunFolder[]
  readonly sweep: SweepFolder | null
}

export function addRm(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('rm')
    .summary('remove runs and sweeps')
    .description('Remove run folders with their checkpoints and models. Asks first.')
    .argument('<run...>', 'names of runs or sweeps, or paths of their folders')
    .option('--yes', 'do not ask')
  withRuns(command).action(async (names: string[], options: Options) => {
    const place = runsFolder(context, options.runs)
    const removals = names.map((name) => removalOf(place, name))
    for (const removal of removals) await requireUnneeded(context, removal)
    if (!options.yes && !(await isSure(context, removals))) return exit(1)
    for (const removal of removals) {
      await requireUnneeded(context, removal) // while the person thought about it, somebody may have resumed it
      rmSync(removal.path, { recursive: true, force: true })
      context.stdout.write(`Removed ${removal.path}\n`)
    }
  })
}

function removalOf(place: string, name: string): Removal {
  const sweep = findSweepFolder(place, name)
  if (sweep !== null) return { path: sweep.path, runs: listRunFolders(sweep.path), sweep }
  const run = findRunFolder(place, name)
  return { path: run.path, runs: [run], sweep: null }
}

/** @throws UsageError where somebody runs it, or the trials of its sweep begin where it has been */
async function requireUnneeded(context: Context, { runs, sweep }: Removal): Promise<void> {
  for (const run of runs) await requireIdle(context, run)
  if (sweep !== null) {
    const [sweeper] = sweepersOf(sweep, lockOptions(context))
    if (sweeper === undefined) return
    const { pid, host } = sweeper.runner
    throw new UsageError(
      `${basename(sweep.path)} is run by process ${pid} on ${host}: nothing was removed. Stop it first with \`zscl stop ${shellQuoted(basename(sweep.path))}\`.`,
    )
  }
  for (const { name, path, stages } of runs) {
    // What a trial keeps for others goes when the last of them has begun.
    const isKept = existsSync(stages) && readdirSync(stages).length > 0
    const own = sweepFolder(dirname(path), '.')
    if (isKept && existsSync(own.record))
      throw new UsageError(
        `other trials of the sweep ${basename(own.path)} begin where ${name} has been: nothing was removed. Finish the sweep first, or remove all of it with \`zscl rm ${shellQuoted(basename(own.path))}\`.`,
      )
  }
}

async function requireIdle(context: Context, folder: RunFolder): Promise<void> {
  const runner = runnerOf(folder, lockOptions(context))
  if (runner !== null)
    throw new UsageError(
      `${folder.name} is run by process ${runner.pid} on ${runner.host}: nothing was removed. Stop it first with \`zscl stop ${folder.name}\`.`,
    )
  const job = await jobOf(context, folder)
  if (isLive(job))
    throw new UsageError(
      `${folder.name} is job ${job.id} (${job.state}): nothing was removed. Stop it first with \`zscl stop ${folder.name}\`.`,
    )
}

async function isSure({ stdout }: Context, removals: readonly Removal[]): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError(
      '`zscl rm` asks before it removes anything, and nobody can answer here: add `--yes`.',
    )
  const lines = createInterface({ input: process.stdin, output: stdout })
  const names = removals
    .map(
      ({ path, runs, sweep }) =>
        `  ${path}${sweep === null ? '' : ` (a sweep, ${plural(runs.length, 'trial')})`}`,
    )
    .join('\n')
  const answer = await lines.question(`Remove for good?\n${names}\n[y/N] `)
  lines.close()
  return /^y(es)?$/i.test(answer.trim())
}
