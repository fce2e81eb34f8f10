/** `zscl stop | pause | continue | checkpoint`: wishes about runs that another process runs, left in their folders. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import type { Job } from '../../cluster/jobs.js'
import { cancel } from '../../cluster/slurm.js'
import { UsageError } from '../../config/errors.js'
import { findRunFolder, listRunFolders, type RunFolder } from '../../journal/folder.js'
import { noteJob, readJob } from '../../journal/job.js'
import { type Runner, runnerOf } from '../../journal/presence.js'
import { ask, otherOwner, type Wish } from '../../journal/requests.js'
import { readSummary } from '../../journal/summary.js'
import { findSweepFolder, type SweepFolder } from '../../sweep/folder.js'
import { sweepersOf } from '../../sweep/sweepers.js'
import { shellQuoted } from '../../view/shell.js'
import { inQueueWords, isLive, jobsOf } from '../cluster/standing.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { type RunsOption, withRuns } from '../shared/options.js'
import { lockOptions } from '../shared/scheduler.js'

const commands: Readonly<Record<Wish, { readonly summary: string; readonly done: string }>> = {
  stop: { summary: 'save a checkpoint and stop runs', done: 'stop requested' },
  pause: { summary: 'pause runs', done: 'pause requested' },
  continue: { summary: 'resume paused runs', done: 'resume requested' },
  checkpoint: { summary: 'save a checkpoint of runs now', done: 'checkpoint requested' },
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
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}, on whatever host they run.`)
      .argument('<run...>', 'names of runs or sweeps, or paths of their folders')
    if (wish === 'stop') command.option('--wait', 'wait until they have stopped')
    withRuns(command).action(async (runs: string[], options: Options) => {
      const place = runsFolder(context, options.runs)
      const sweeps = runs.flatMap((run) => findSweepFolder(place, run) ?? [])
      const others = runs.filter((run) => findSweepFolder(place, run) === null)
      const folders = others.map((run) => findRunFolder(place, run))
      const deeds = await deedsFor(context, folders, wish, options)
      for (const sweep of sweeps)
        deeds.push(...(await deedsForSweep(context, sweep, wish, options)))
      const codes = await Promise.all(deeds.map((deed) => deed()))
      exit(codes.every((code) => code === 0) ? 0 : 1)
    })
  }
}

/**
 * What is to be done about each run; looked at for all before anything is done.
 * @throws UsageError where nobody runs one: a wish would lie there for ever
 */
async function deedsFor(
  context: Context,
  folders: readonly RunFolder[],
  wish: Wish,
  options: Options,
): Promise<(() => Promise<ExitCode>)[]> {
  const held = await holdersOf(context, folders)
  return held.map(({ folder, runner, job }) => {
    if (runner !== null) return () => wishFor(context, folder, runner, wish, options)
    const known = readSummary(folder)
    if (!isLive(job) && 'status' in known && known.status === 'finished')
      throw new UsageError(
        `${folder.name} has finished: there is nothing to ${wish}. See \`zscl show ${shellQuoted(folder.name)}\`.`,
      )
    if (!isLive(job))
      throw new UsageError(
        `${folder.name} is not running. See \`zscl show ${shellQuoted(folder.name)}\`; \`zscl resume ${shellQuoted(folder.name)}\` resumes it.`,
      )
    if (wish !== 'stop')
      throw new UsageError(
        `${folder.name} ${inQueueWords(job)}: it has not started, so there is nothing to ${wish}. \`zscl stop ${shellQuoted(folder.name)}\` cancels the job.`,
      )
    return () => takeOut(context, folder, job)
  })
}

/**
 * Those who run trials of a sweep begin no other; trials that are jobs of their own are stopped one by one. Other wishes
 * are of all trials that run.
 */
async function deedsForSweep(
  context: Context,
  sweep: SweepFolder,
  wish: Wish,
  options: Options,
): Promise<(() => Promise<ExitCode>)[]> {
  const name = basename(sweep.path)
  const sweepers = wish === 'stop' ? sweepersOf(sweep, lockOptions(context)) : []
  const isTheirs = ({ pid, host }: Runner) =>
    sweepers.some(({ runner }) => runner.pid === pid && runner.host === host)
  const trials = await holdersOf(context, listRunFolders(sweep.path))
  const deeds = trials.flatMap(({ folder, runner, job }) => {
    if (runner !== null)
      return isTheirs(runner) ? [] : [() => wishFor(context, folder, runner, wish, options)]
    return wish === 'stop' && isLive(job) ? [() => takeOut(context, folder, job)] : []
  })
  if (sweepers.length + deeds.length === 0)
    throw new UsageError(
      `no trial of ${name} runs. See \`zscl results ${shellQuoted(name)}\`; the sweep's command resumes it.`,
    )
  const stops = sweepers.map(({ folder, runner }) => {
    const named = { ...folder, name }
    return () => wishFor(context, named, runner, wish, options)
  })
  return [...stops, ...deeds]
}

interface Held {
  readonly folder: RunFolder
  /** Who runs it. */
  readonly runner: Runner | null
  /** Where nobody does, its job. */
  readonly job: Job | undefined
}

async function holdersOf(context: Context, folders: readonly RunFolder[]): Promise<Held[]> {
  const lock = lockOptions(context)
  const running = folders.map((folder) => ({ folder, runner: runnerOf(folder, lock) }))
  const idle = running.filter(({ runner }) => runner === null).map(({ folder }) => folder)
  const jobs = await jobsOf(context, idle)
  return running.map((one) => ({ ...one, job: jobs.get(one.folder.path) }))
}

/** A job that waits, or begins and has not shown itself yet. */
async function takeOut({ stdout }: Context, folder: RunFolder, { id }: Job): Promise<ExitCode> {
  await cancel(id)
  noteJob(folder, { job: id, log: readJob(folder)?.log ?? folder.runnerLog, phase: 'ended' })
  stdout.write(`${folder.name}: job ${id} is cancelled.\n`)
  return 0
}

async function wishFor(
  { stdout, stderr }: Context,
  folder: RunFolder,
  runner: Runner,
  wish: Wish,
  { wait }: Options,
): Promise<ExitCode> {
  const owner = otherOwner(folder)
  if (owner !== null) {
    stderr.write(
      `${folder.name} is run by another user (uid ${owner}, process ${runner.pid} on ${runner.host}), who alone may steer it.\n`,
    )
    return 1
  }
  const request = ask(folder, wish)
  for (let waited = 0; existsSync(request) && waited < patienceMs; waited += pollMs)
    await setTimeout(pollMs)
  if (existsSync(request)) {
    stderr.write(
      `${folder.name}: process ${runner.pid} on ${runner.host} has not taken the request within ${patienceMs / 1000} s; it stays in ${folder.requests} until then.\n`,
    )
    return 1
  }
  stdout.write(`${folder.name}: ${commands[wish].done}.\n`)
  while (wait && runnerOf(folder) !== null) await setTimeout(pollMs)
  return 0
}
