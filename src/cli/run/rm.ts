/** `zscl rm`: removes run folders; asks first, and refuses what runs. */
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { UsageError } from '../../config/errors.js'
import { findRunFolder, type RunFolder } from '../../journal/folder.js'
import { runnerOf } from '../../journal/presence.js'
import { isLive, jobOf } from '../cluster/standing.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { type RunsOption, withRuns } from '../shared/options.js'
import { lockOptions } from '../shared/scheduler.js'

interface Options extends RunsOption {
  readonly yes?: boolean
}

export function addRm(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('rm')
    .summary('remove runs')
    .description('Remove run folders with their checkpoints and models. Asks first.')
    .argument('<run...>', 'names of runs, or paths of their folders')
    .option('--yes', 'do not ask')
  withRuns(command).action(async (runs: string[], options: Options) => {
    const place = runsFolder(context, options.runs)
    const folders = runs.map((run) => findRunFolder(place, run))
    for (const folder of folders) await requireIdle(context, folder)
    if (!options.yes && !(await isSure(context, folders))) return exit(1)
    for (const folder of folders) {
      await requireIdle(context, folder) // while the person thought about it, somebody may have resumed it
      rmSync(folder.path, { recursive: true, force: true })
      context.stdout.write(`Removed ${folder.path}\n`)
    }
  })
}

async function requireIdle(context: Context, folder: RunFolder): Promise<void> {
  const runner = runnerOf(folder, lockOptions(context))
  if (runner !== null)
    throw new UsageError(
      `${folder.name} is run by process ${runner.pid} on ${runner.host}: nothing was removed. End it first with \`zscl stop ${folder.name}\`.`,
    )
  const job = await jobOf(context, folder)
  if (isLive(job))
    throw new UsageError(
      `${folder.name} is job ${job.id} (${job.state}): nothing was removed. End it first with \`zscl stop ${folder.name}\`.`,
    )
}

async function isSure({ stdout }: Context, folders: readonly RunFolder[]): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError(
      '`zscl rm` asks before it removes anything, and nobody can answer here: add `--yes`.',
    )
  const lines = createInterface({ input: process.stdin, output: stdout })
  const names = folders.map(({ path }) => `  ${path}`).join('\n')
  const answer = await lines.question(`Remove for good?\n${names}\n[y/N] `)
  lines.close()
  return /^y(es)?$/i.test(answer.trim())
}
