/** `zscl sweep --on slurm`: shows how the trials stand and submits those that are missing; the caller may leave. */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Job } from '../../cluster/jobs.js'
import { maxArraySize, queue, requireSlurm, slurmFolder, submit } from '../../cluster/slurm.js'
import { UsageError } from '../../config/errors.js'
import type { Slurm } from '../../config/resources.js'
import type { Sweep } from '../../config/sweep.js'
import { JournalError } from '../../journal/errors.js'
import { runFolder } from '../../journal/folder.js'
import { readJob } from '../../journal/job.js'
import { lockRunFolder } from '../../journal/lock.js'
import type { Trial } from '../../sweep/expand.js'
import { type SweepFolder, sweepFolder, trialFolder } from '../../sweep/folder.js'
import { notePlan } from '../../sweep/planned.js'
import { type Group, type Submission, submissionOf } from '../../sweep/submission.js'
import { requireAll } from '../run/new-run.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { checkLogs } from '../shared/log.js'
import type { OutputOptions, RunsOption } from '../shared/options.js'
import { lockOptions } from '../shared/scheduler.js'
import { prepared } from '../sweep/prepared.js'
import {
  type Batch,
  batchFile,
  batchFolder,
  commentOf,
  newBatch,
  noteBatch,
  recoverBatches,
  scriptFile,
  writeBatch,
} from './batches.js'
import { askedOf, type ClusterOptions } from './options.js'
import { scriptOf } from './script.js'
import { jobsOf } from './standing.js'
import { showTrials } from './sweep-text.js'
import { type PlacedTrial, placedTrial } from './trials.js'

export interface SweepOptions extends RunsOption, OutputOptions, ClusterOptions {
  readonly jobs?: number
  readonly retryFailed?: boolean
  readonly share: boolean
  readonly allowChangedCode?: boolean
}

interface Asked {
  readonly sweep: Sweep
  readonly trials: readonly Trial[]
  readonly options: SweepOptions
  /** The command that shows how it stands. */
  readonly again: string
}

export async function sweepOnSlurm(context: Context, asked: Asked): Promise<ExitCode> {
  const { sweep, trials, options } = asked
  requireSlurm(context.env)
  await checkLogs(context, options.log)
  await requireAll(
    context,
    trials.map(({ experiment }) => experiment),
    options,
  )
  const folder = prepared(context, sweep, trials, options)
  const unlock = submitterLock(context, folder)
  try {
    const placed = await placedTrials(context, folder, asked, await queue())
    const submission = submissionOf(placed, options.share)
    const refusal = await submitAll(context, folder, asked, submission).catch((error: unknown) => {
      if (error instanceof UsageError) return error // what was taken before is shown first
      throw error
    })
    if (placed.every(({ word }) => word === 'finished'))
      for (const own of placed) rmSync(own.folder.stages, { recursive: true, force: true })
    const code = showTrials(context, asked.sweep, folder, placed, asked.again, options)
    if (refusal instanceof UsageError) throw refusal
    return code
  } finally {
    unlock()
  }
}

/** The scripts that would be submitted now. */
export async function showScripts(context: Context, asked: Asked): Promise<void> {
  const { sweep, options } = asked
  const folder = sweepFolder(runsFolder(context, options.runs), sweep.name)
  const jobs = slurmFolder(context.env) === null ? [] : await queue()
  const placed = await placedTrials(context, folder, asked, jobs)
  const { groups } = submissionOf(placed, options.share)
  for (const group of groups) {
    const batch = newBatch(group.trials.map(({ name }) => name))
    const names = batch.trials.map((name, i) => `# ${i}: ${name}`)
    const after =
      group.after !== null && 'trial' in group.after ? `JOB-OF-${group.after.trial.name}` : ''
    const script = scriptFor(context, folder, asked, group, batch, after)
    context.stdout.write(`${script}${names.join('\n')}\n\n`)
  }
  if (groups.length === 0) context.stdout.write('Nothing to submit.\n')
}

/** One submitter at a time: two would each find the same trials missing. */
function submitterLock(context: Context, folder: SweepFolder): () => void {
  const own = runFolder(batchFolder(folder))
  try {
    mkdirSync(own.path, { recursive: true })
    return lockRunFolder(own, lockOptions(context))
  } catch (error) {
    if (error instanceof JournalError && error.code === 'in-use')
      throw new UsageError(
        `another \`zscl sweep\` is submitting the trials of ${folder.path}. Try again in a moment.`,
      )
    throw error
  }
}

async function placedTrials(
  context: Context,
  folder: SweepFolder,
  { trials, options }: Asked,
  jobs: readonly Job[],
): Promise<PlacedTrial[]> {
  recoverBatches(folder, jobs)
  const folders = trials.map(({ name }) => runFolder(join(folder.path, name)))
  const known = await jobsOf(context, folders, jobs)
  const { isJobAlive } = lockOptions(context)
  return trials.map((trial, i) =>
    placedTrial(
      folder,
      trial,
      known.get(folders[i]!.path),
      options.retryFailed ?? false,
      isJobAlive,
    ),
  )
}

async function submitAll(
  context: Context,
  folder: SweepFolder,
  asked: Asked,
  { groups, plans }: Submission,
): Promise<void> {
  const size = groups.length === 0 ? 1 : await maxArraySize()
  for (const group of groups.flatMap((one) => chunks(one, size))) {
    for (const trial of group.trials) {
      const own = trialFolder(folder, trial)
      const plan = plans.get(trial.id)
      if (plan !== undefined) notePlan(own, plan.planned, plan.companions)
      writeFileSync(own.journal, '', { flag: 'a' }) // a trial that waits is listed like any other
    }
    const batch = newBatch(group.trials.map(({ name }) => name))
    writeBatch(folder, batch)
    const after =
      group.after !== null && 'trial' in group.after ? jobNoted(folder, group.after.trial) : ''
    const script = scriptFor(context, folder, asked, group, batch, after)
    writeFileSync(scriptFile(folder, batch), script, { mode: 0o600 })
    try {
      noteBatch(folder, batch, await submit(script, context.env))
    } catch (error) {
      if (error instanceof UsageError) forget(folder, batch, group.trials)
      throw error
    }
  }
}

/** What Slurm did not take leaves nothing behind. */
function forget(folder: SweepFolder, batch: Batch, trials: readonly Trial[]): void {
  for (const file of [batchFile(folder, batch), scriptFile(folder, batch)]) rmSync(file)
  for (const own of trials.map((trial) => trialFolder(folder, trial)))
    if (statSync(own.journal).size === 0 && readJob(own) === null)
      rmSync(own.path, { recursive: true })
}

function jobNoted(folder: SweepFolder, trial: Trial): string {
  return readJob(trialFolder(folder, trial))?.job ?? ''
}

function chunks(group: Group, size: number): Group[] {
  const count = Math.ceil(group.trials.length / size)
  return Array.from({ length: count }, (_, i) => ({
    ...group,
    trials: group.trials.slice(i * size, (i + 1) * size),
  }))
}

function scriptFor(
  context: Context,
  folder: SweepFolder,
  { sweep, options }: Asked,
  group: Group,
  batch: Batch,
  after: string,
): string {
  const { experiment } = group.trials[0]!
  const written = [experiment.resources?.slurm, sweep.resources.slurm, limitOf(options)]
  const whom = group.after !== null && 'job' in group.after ? group.after.job : after
  const job = {
    name: `zscl-${sweep.name}`,
    comment: commentOf(batch),
    log: { folder: batchFolder(folder), file: '%A_%a.log' },
    slurm: askedOf(context, written, options),
    computes: experiment,
    tasks: group.trials.length,
    ...(whom !== '' && { after: whom }),
    words: ['--batch', batchFile(folder, batch)],
  }
  return scriptOf(context, job, options)
}

function limitOf({ jobs }: SweepOptions): Slurm {
  return jobs === undefined ? {} : { array_limit: jobs }
}
