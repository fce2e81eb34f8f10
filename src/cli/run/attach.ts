/** `zscl attach`: the live screen of any run, whoever runs it and wherever; leaving it leaves the run. */
import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import { findRunFolder, type RunFolder } from '../../journal/folder.js'
import { FollowedRun } from '../../journal/follow.js'
import { readProgress, runnerOf } from '../../journal/presence.js'
import { ask, type Wish } from '../../journal/requests.js'
import { jsonView, plainView } from '../../view/plain/plain-view.js'
import { isInteractive } from '../../view/terminal/environment.js'
import { inQueueWords, isLive, jobOf } from '../cluster/standing.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { type RunsOption, withRuns } from '../shared/options.js'
import { screens } from '../shared/views.js'

interface Options extends RunsOption {
  readonly plain?: boolean
  readonly json?: boolean
}

/** How often it is looked whether the run still has a process. */
const lookMs = 1_000
/** How often Slurm is asked: its controller serves everybody. */
const queueMs = 5_000

export function addAttach(
  program: Command,
  context: Context,
  exit: (code: ExitCode) => void,
): void {
  const command = program
    .command('attach')
    .summary('watch a running run; quitting does not stop it')
    .description(
      'The live screen of any run: in the background, in another terminal, or on another host that shares the folder. Quitting it does not stop the run.',
    )
    .argument('<run>', 'name of the run, or path of its folder')
    .option('--plain', 'timestamped lines instead of the live screen, until the run ends')
    .option('--json', 'events of the run, one JSON object per line')
  withRuns(command).action(async (run: string, options: Options) => {
    const folder = findRunFolder(runsFolder(context, options.runs), run)
    await untilBegun(context, folder, options)
    exit(await attach(context, folder, options))
  })
}

export async function attach(
  context: Context,
  folder: RunFolder,
  { plain, json }: Options,
): Promise<ExitCode> {
  const { env, stdout } = context
  const run = new FollowedRun(folder)
  if (json || plain || !isInteractive(env, stdout, process.stdin))
    return followInLines(context, run, json === true)
  const left = Promise.withResolvers<void>()
  const wish = (one: Wish) => () => {
    ask(folder, one)
  }
  const { startLiveView } = await screens(context)
  const view = startLiveView(
    {
      getState: () => run.state,
      getProgress: () => readProgress(folder),
      subscribe: (listener) => run.subscribe(listener),
    },
    {
      isOwner: false,
      leave: () => left.resolve(),
      stop: wish('stop'),
      abort: () => left.resolve(),
      togglePause: () => wish(run.state.status === 'paused' ? 'continue' : 'pause')(),
    },
  )
  await left.promise
  run.close()
  await view.finish()
  if (runnerOf(folder) !== null)
    stdout.write(`${folder.name} keeps running. Watch it again with: zscl attach ${folder.name}\n`)
  return 0
}

/** A run whose job waits has nothing to show yet: that is said, and waited for. */
async function untilBegun(context: Context, folder: RunFolder, { json }: Options): Promise<void> {
  const { stderr } = context
  let said = ''
  while (runnerOf(folder) === null) {
    const job = await jobOf(context, folder)
    if (!isLive(job)) return
    const words = job.phase === 'queued' ? inQueueWords(job) : `starts as job ${job.id}`
    if (words !== said && !json) stderr.write(`${folder.name} ${words}.\n`)
    said = words
    await setTimeout(queueMs)
  }
}

/** Everything so far and everything to come, until the run ends or nobody runs it. */
async function followInLines(
  { stdout }: Context,
  run: FollowedRun,
  isJson: boolean,
): Promise<ExitCode> {
  const write = (line: string) => {
    stdout.write(`${line}\n`)
  }
  const view = isJson ? jsonView(write) : plainView(write)
  const again = new FollowedRun(run.folder, (event, state) => view.accept(event, state))
  while (runnerOf(run.folder) !== null) {
    await setTimeout(lookMs)
    again.read()
  }
  again.read()
  return again.state.status === 'failed' ? 1 : 0
}
