/** One run as one job. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireSlurm, submit } from '../../cluster/slurm.js'
import { UsageError } from '../../config/errors.js'
import type { Experiment } from '../../config/schema.js'
import { type RunFolder, runFolder } from '../../journal/folder.js'
import { noteJob, readJob } from '../../journal/job.js'
import { shellQuoted } from '../../view/shell.js'
import { type Context, runsFolder } from '../shared/context.js'
import type { OutputOptions, RunsOption } from '../shared/options.js'
import { askedOf, type ClusterOptions } from './options.js'
import { scriptOf } from './script.js'
import { isLive, jobOf } from './standing.js'

type Options = RunsOption & OutputOptions & ClusterOptions

/** Prints the script that would be submitted. */
export function showScript(
  context: Context,
  experiment: Experiment,
  options: Options,
  name: string,
): void {
  const folder = runFolder(join(runsFolder(context, options.runs), name))
  context.stdout.write(scriptFor(context, experiment, folder, options))
}

/**
 * Submits the run of a folder, from wherever its journal stands.
 * @throws UsageError in words, where Slurm does not take it
 */
export async function submitRun(
  context: Context,
  experiment: Experiment,
  folder: RunFolder,
  options: Options,
): Promise<void> {
  requireSlurm(context.env)
  const before = await jobOf(context, folder)
  if (isLive(before))
    throw new UsageError(
      `${folder.name} is already job ${before.id} (${before.state}). Stop it first with \`zscl stop ${folder.name}\`.`,
    )
  const script = scriptFor(context, experiment, folder, options)
  writeFileSync(join(folder.path, 'slurm.sh'), script, { mode: 0o600 })
  writeFileSync(folder.journal, '', { flag: 'a' }) // a run that waits is listed like any other
  const job = await submit(script, context.env)
  // It may have begun, or ended, already and noted that.
  if (readJob(folder)?.job !== job) noteJob(folder, { job, log: folder.runnerLog, phase: 'queued' })
  const name = shellQuoted(folder.name)
  context.stdout.write(
    `${folder.name} is submitted as job ${job}. You can close this terminal.\n` +
      `  zscl attach ${name}    watch and control it; quitting does not stop it\n` +
      `  zscl stop ${name}      save a checkpoint and stop it, or cancel the queued job\n` +
      `Output of the job: ${folder.runnerLog}\n`,
  )
}

function scriptFor(
  context: Context,
  experiment: Experiment,
  folder: RunFolder,
  options: Options,
): string {
  const job = {
    name: `zscl-${folder.name}`,
    comment: `zscl:${folder.name}`,
    log: { folder: folder.path, file: 'runner.log' },
    slurm: askedOf(context, [experiment.resources?.slurm], options),
    computes: experiment,
    words: [folder.path],
  }
  return scriptOf(context, job, options)
}
