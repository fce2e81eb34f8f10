/** `zscl stop | pause | continue | checkpoint`: wishes about runs that another process runs, left in their folders. */
import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import { UsageError } from '../../config/errors.js'
import { findRunFolder, type RunFolder } from '../../journal/folder.js'
import { type Runner, runnerOf } from '../../journal/presence.js'
import { ask, type Wish } from '../../journal/requests.js'
import { shellQuoted } from '../../view/shell.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { type RunsOption, withRuns } from '../shared/options.js'

const commands: Readonly<Record<Wish, { readonly summary: string; readonly done: string }>> = {
  stop: { summary: 'save a checkpoint and end runs', done: 'is asked to stop' },
  pause: { summary: 'let runs wait', done: 'is asked to pause' },
  continue: { summary: 'let paused runs go on', done: 'is asked to go on' },
  checkpoint: { summary: 'save a checkpoint of runs now', done: 'is asked for a checkpoint' },
}

/** How long a request may lie there; over a shared folder it takes a moment to be seen. */
const patienceMs = 15_000
const pollMs = 100

interface Options extends RunsOption {
  readonly wait?: boolean
}

export function addSteering(
  program: Command,
  context: Context,
  exit: (code: ExitCode) => void,
): void {
  for (const [wish, { summary }] of Object.entries(commands) as [Wish, { summary: string }][]) {
    const command = program
      .command(wish)
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}, wherever they go on.`)
      .argument('<run...>', 'names of runs, or paths of their folders')
    if (wish === 'stop') command.option('--wait', 'until they have ended')
    withRuns(command).action(async (runs: string[], options: Options) => {
      const place = runsFolder(context, options.runs)
      const folders = runs.map((run) => findRunFolder(place, run))
      const running = folders.map((folder) => [folder, runningOr(folder)] as const)
      const codes = await Promise.all(
        running.map(([folder, runner]) => wishFor(context, folder, runner, wish, options)),
      )
      exit(codes.every((code) => code === 0) ? 0 : 1)
    })
  }
}

/** @throws UsageError where nobody runs it: a wish would lie there for ever */
function runningOr(folder: RunFolder): Runner {
  const runner = runnerOf(folder)
  if (runner !== null) return runner
  throw new UsageError(
    `${folder.name} is not running. \`zscl show ${shellQuoted(folder.name)}\` says how it stands; \`zscl resume\` goes on with it.`,
  )
}

async function wishFor(
  { stdout, stderr }: Context,
  folder: RunFolder,
  runner: Runner,
  wish: Wish,
  { wait }: Options,
): Promise<ExitCode> {
  const request = ask(folder, wish)
  for (let waited = 0; existsSync(request) && waited < patienceMs; waited += pollMs)
    await setTimeout(pollMs)
  if (existsSync(request)) {
    stderr.write(
      `${folder.name}: process ${runner.pid} on ${runner.host} has not taken the request in ${patienceMs / 1000} s; it lies in ${folder.requests} until it does.\n`,
    )
    return 1
  }
  stdout.write(`${folder.name} ${commands[wish].done}.\n`)
  while (wait && runnerOf(folder) !== null) await setTimeout(pollMs)
  return 0
}
