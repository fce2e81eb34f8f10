/**
 * `zscl job`, which people do not type: what a batch script runs. It runs what stands in a run folder from wherever its
 * journal stands. Told ahead of its end it saves, and its job goes back into the queue; cancelled or asked to stop it ends.
 */
import type { Command } from 'commander'
import { jobIdOf } from '../../cluster/jobs.js'
import { jobNow, requeue } from '../../cluster/slurm.js'
import { UsageError } from '../../config/errors.js'
import type { RunDependencies } from '../../engine/run.js'
import { JournalError } from '../../journal/errors.js'
import { type RunFolder, runFolder } from '../../journal/folder.js'
import { noteJob, readJob } from '../../journal/job.js'
import { readState } from '../../journal/read-state.js'
import type { RunState } from '../../journal/state.js'
import { experimentOf } from '../run/run.js'
import { runSession } from '../run/session.js'
import type { Context, ExitCode } from '../shared/context.js'
import { type OutputOptions, wholeNumber, withOutput } from '../shared/options.js'
import { lockOptions } from '../shared/scheduler.js'

interface Options extends OutputOptions {
  readonly requeueLimit: number
}

interface Job {
  readonly id: string
  /** How often it was queued again. */
  readonly restarts: number
  readonly requeueLimit: number
}

export function addJob(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('job <folder>', { hidden: true })
    .requiredOption('--requeue-limit <n>', 'how often the job may be queued again', wholeNumber)
  withOutput(command).action(async (path: string, options: Options) => {
    exit(await runJob(context, runFolder(path), options))
  })
}

async function runJob(context: Context, folder: RunFolder, options: Options): Promise<ExitCode> {
  const id = jobIdOf(context.env)
  if (id === null)
    throw new UsageError('`zscl job` runs within a job of Slurm; `zscl resume` goes on here.')
  const restarts = Number(context.env['SLURM_RESTART_COUNT'] ?? 0)
  const job = { id, restarts, requeueLimit: options.requeueLimit }
  const say = (text: string) => context.stdout.write(`${folder.name}: ${text}\n`)
  const before = readState(folder)
  if (before.status === 'finished') {
    say('finished before; there is nothing to do.')
    return 0
  }
  if (restarts > job.requeueLimit) throw new UsageError(tooOften(job))
  const log = readJob(folder)?.log ?? folder.runnerLog
  const note = (phase: 'queued' | 'running' | 'ended') => noteJob(folder, { job: id, log, phase })
  let isTold = false
  const onTerm = () => {
    isTold = true
  }
  process.on('SIGTERM', onTerm)
  try {
    const code = await runHere(context, folder, job, options, () => note('running'))
    if (code !== 130 || !isTold || !(await goesBack(folder, before, job))) {
      note('ended')
      return code
    }
    note('queued')
    say(`saved; job ${id} goes back into the queue and goes on from here.`)
    return code
  } catch (error) {
    if (error instanceof JournalError && error.code === 'in-use') {
      say(`${error.message}\nThis job leaves it to that one.`)
      return 0
    }
    note('ended')
    throw error
  } finally {
    process.off('SIGTERM', onTerm)
  }
}

async function runHere(
  context: Context,
  folder: RunFolder,
  { id }: Job,
  options: OutputOptions,
  onBegin: () => void,
): Promise<ExitCode> {
  const experiment = experimentOf(folder, readState(folder).run?.experiment_digest)
  const lock = lockOptions(context)
  const own: Partial<RunDependencies> = {
    // A lock of this very job on another host is of an earlier life of it: Slurm runs a job once at a time.
    lock: { ...lock, isJobAlive: (job) => (job === id ? false : (lock.isJobAlive?.(job) ?? null)) },
    prepare: onBegin,
  }
  const output = { ...options, plain: true, detached: true }
  const { result } = await runSession(context, experiment, folder, output, own)
  return result === 'finished' ? 0 : 130
}

/**
 * Puts the job back into the queue where the signal was not a wish to end it.
 * @throws UsageError where that would go on for ever
 */
async function goesBack(folder: RunFolder, before: RunState, job: Job): Promise<boolean> {
  const now = jobNow(job.id)
  if (now?.state !== 'RUNNING') return false // cancelled, or Slurm queues it again by itself
  if (!hasProgress(before, readState(folder)))
    throw new UsageError(
      `job ${job.id} was told to end before it got anywhere, and would be again: ask for more time with \`--slurm time=…\`.`,
    )
  if (job.restarts >= job.requeueLimit) throw new UsageError(tooOften(job))
  return requeue(job.id)
}

function hasProgress(before: RunState, after: RunState): boolean {
  const at = ({ checkpoints }: RunState) => checkpoints.at(-1)?.folder
  return at(after) !== at(before) || after.next_step > before.next_step
}

function tooOften({ id, restarts }: Job): string {
  return `job ${id} was queued again ${restarts} times, as often as \`requeue_limit\` allows. What is saved is kept; submit it again to go on.`
}
