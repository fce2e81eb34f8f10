/**
 * `zscl job`, which people do not type: what a batch script runs. It runs what stands in a run folder from wherever its
 * journal stands. Told ahead of its end it saves, and its job goes back into the queue; cancelled or asked to stop it ends.
 */
import { basename, dirname } from 'node:path'
import { setTimeout as startTimer } from 'node:timers'
import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import { jobIdOf } from '../../cluster/jobs.js'
import { jobNow, ready, requeue } from '../../cluster/slurm.js'
import { UsageError } from '../../config/errors.js'
import { type RunDependencies, RunFailed } from '../../engine/run.js'
import { JournalError } from '../../journal/errors.js'
import { type RunFolder, runFolder } from '../../journal/folder.js'
import { holderOf } from '../../journal/holder.js'
import { type JobRecord, noteJob, readJob } from '../../journal/job.js'
import { readState } from '../../journal/read-state.js'
import type { RunState } from '../../journal/state.js'
import { codeVersion } from '../../sweep/code-version.js'
import { recordOf, sweepFolder } from '../../sweep/folder.js'
import { plannedAdoption } from '../../sweep/planned.js'
import { experimentOf } from '../run/run.js'
import { runSession } from '../run/session.js'
import type { Context, ExitCode } from '../shared/context.js'
import { type OutputOptions, wholeNumber, withDevices, withOutput } from '../shared/options.js'
import { lockOptions } from '../shared/scheduler.js'
import { taskOf } from './batches.js'
import { GivesUp, gotNowhere, tooOften } from './gives-up.js'

interface Options extends OutputOptions {
  readonly signalTime: number
  readonly requeueLimit: number
  readonly batch?: string
}

interface Place {
  readonly id: string
  readonly folder: RunFolder
  readonly log: string
}

/** Lives in a row without progress after which more would not help. */
const MOST_IDLE = 3
const PATIENCE_SECONDS = 120

export function addJob(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('job [folder]', { hidden: true })
    .option('--batch <file>', 'tasks of an array: which of them is which trial of a sweep')
    .requiredOption('--signal-time <s>', 'seconds before its end at which it saves', wholeNumber)
    .requiredOption('--requeue-limit <n>', 'how often the job may be queued again', wholeNumber)
  withDevices(withOutput(command)).action(async (path: string | undefined, options: Options) => {
    exit(await runJob(context, placeOf(context, path, options), options))
  })
}

/** Its run folder, and where it prints. */
function placeOf(context: Context, path: string | undefined, { batch }: Options): Place {
  const id = jobIdOf(context.env)
  if (id === null)
    throw new UsageError('`zscl job` only runs inside a Slurm job; use `zscl resume` here.')
  if (batch === undefined) {
    if (path === undefined) throw new UsageError('`zscl job`: expected a run folder, or --batch.')
    const folder = runFolder(path)
    return { id, folder, log: folder.runnerLog }
  }
  const task = taskOf(batch, Number(context.env['SLURM_ARRAY_TASK_ID']), id)
  if (task === null) throw new UsageError(`${batch} names no trial for job ${id}.`)
  requireSameCode(context, dirname(task.folder.path))
  return { id, ...task }
}

/** Between submission and start the checkout may have changed: then numbers of both would stand in one table. */
function requireSameCode({ root }: Context, path: string): void {
  const record = recordOf(sweepFolder(dirname(path), basename(path)))
  if (record !== null && record.code_version !== codeVersion(root))
    throw new UsageError(
      `the code in ${root} has changed since this trial was submitted. Restore it, or run \`zscl sweep … --on slurm\` again with --allow-changed-code.`,
    )
}

async function runJob(context: Context, place: Place, options: Options): Promise<ExitCode> {
  const { id, folder, log } = place
  await ready()
  const restarts = Number(context.env['SLURM_RESTART_COUNT'] ?? 0)
  const say = (text: string) => context.stdout.write(`${folder.name}: ${text}\n`)
  const before = readState(folder)
  if (before.status === 'finished') {
    say('already finished; nothing to do.')
    return 0
  }
  const earlier = readJob(folder)
  const idle = earlier?.job === id ? (earlier.idle_lives ?? 0) : 0
  const note = (phase: JobRecord['phase'], idle_lives = idle, gave_up?: JobRecord['gave_up']) =>
    noteJob(folder, {
      job: id,
      log,
      phase,
      ...(idle_lives > 0 && { idle_lives }),
      ...(gave_up && { gave_up }),
    })
  const told = listenForEnd(restarts > 0 ? alarmFor(id, options.signalTime) : null)
  try {
    if (restarts > options.requeueLimit) throw tooOften(id, restarts)
    const begin = () => runHere(context, folder, id, options, () => note('running'))
    const code = await afterEarlierLife(folder, id, begin)
    const next = code === 130 && told.isTold() ? whatNext(id, restarts) : 'end'
    if (next === 'go on') {
      const idleNow = hasProgress(before, readState(folder)) ? 0 : idle + 1
      if (idleNow >= MOST_IDLE) throw gotNowhere(id, idleNow)
      if (restarts >= options.requeueLimit) throw tooOften(id, restarts)
      note('queued', idleNow)
      if (await requeue(id)) {
        say(`saved; job ${id} is requeued and resumes from here.`)
        return code
      }
    }
    note(next === 'is queued' ? 'queued' : 'ended')
    return code
  } catch (error) {
    const cause = error instanceof RunFailed ? error.cause : error
    if (cause instanceof JournalError && cause.code === 'in-use') {
      say(`${cause.message}\nThis job leaves the run to that process.`)
      return 0
    }
    note('ended', idle, error instanceof GivesUp ? error.noted : undefined)
    throw error
  } finally {
    told.end()
  }
}

/** Queued again after its node was lost for a moment, a job may find its earlier life still ending there. */
async function afterEarlierLife(
  folder: RunFolder,
  id: string,
  begin: () => Promise<ExitCode>,
): Promise<ExitCode> {
  for (let waited = 0; ; waited += 1) {
    try {
      return await begin()
    } catch (error) {
      const isInUse = error instanceof JournalError && error.code === 'in-use'
      if (!isInUse || waited >= PATIENCE_SECONDS || holderOf(folder)?.job !== id) throw error
      await setTimeout(1_000)
    }
  }
}

/** Whether this job was told to end, by Slurm or by its alarm. */
function listenForEnd(alarm: NodeJS.Timeout | null) {
  let isTold = false
  const onTerm = () => {
    isTold = true
    if (alarm !== null) clearTimeout(alarm)
  }
  process.on('SIGTERM', onTerm)
  const end = () => {
    if (alarm !== null) clearTimeout(alarm)
    process.off('SIGTERM', onTerm)
  }
  return { isTold: () => isTold, end }
}

/** Some versions of Slurm (22.05 among them) send the signal ahead of the end only in a job's first life. */
function alarmFor(id: string, signalTime: number): NodeJS.Timeout | null {
  const left = jobNow(id)?.seconds_left ?? null
  // A timer holds at most 24 days.
  if (left === null || left > 2e6) return null
  const tell = () => process.kill(process.pid, 'SIGTERM')
  return startTimer(tell, 1000 * Math.max(1, left - signalTime)).unref()
}

async function runHere(
  context: Context,
  folder: RunFolder,
  id: string,
  options: OutputOptions,
  onBegin: () => void,
): Promise<ExitCode> {
  const experiment = experimentOf(folder, readState(folder).run?.experiment_digest, options.devices)
  const lock = lockOptions(context)
  const adopt = plannedAdoption(folder)
  const own: Partial<RunDependencies> = {
    // A lock of this very job on another host is of an earlier life of it: Slurm runs a job once at a time.
    lock: { ...lock, isJobAlive: (job) => (job === id ? false : (lock.isJobAlive?.(job) ?? null)) },
    prepare: onBegin,
    ...(adopt && { adopt }),
  }
  const output = { ...options, plain: true, detached: true, scheduled: true }
  const { result } = await runSession(context, experiment, folder, output, own)
  return result === 'finished' ? 0 : 130
}

/**
 * Of a job that was told to end: it goes on where it is still running or over its time; Slurm may have queued it again by
 * itself; else it was cancelled.
 */
function whatNext(id: string, restarts: number): 'go on' | 'is queued' | 'end' {
  const now = jobNow(id)
  // While it ends here, Slurm counts it as queued again already.
  if (now?.phase === 'queued' || (now?.restarts ?? 0) > restarts) return 'is queued'
  return now?.state === 'RUNNING' || now?.reason === 'TimeLimit' ? 'go on' : 'end'
}

function hasProgress(before: RunState, after: RunState): boolean {
  const at = ({ checkpoints }: RunState) => checkpoints.at(-1)?.folder
  return at(after) !== at(before) || after.next_step > before.next_step
}
