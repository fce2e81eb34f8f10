/** A new run in a folder of its own. */
import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { loadLaunch } from '../../bridge/index.js'
import { UsageError } from '../../config/errors.js'
import { toYaml } from '../../config/resolve.js'
import { type Experiment, Name } from '../../config/schema.js'
import { type FinishedRun, RunFailed } from '../../engine/run.js'
import { discard } from '../../journal/discard.js'
import { JournalError } from '../../journal/errors.js'
import { createRunFolder, type RunFolder } from '../../journal/folder.js'
import { readState } from '../../journal/read-state.js'
import { decodingInWords } from '../../needs/cost.js'
import { inWords, type Machine, missingFor, openFilesLimit } from '../../needs/missing.js'
import { withNetwork } from '../../needs/network.js'
import type { ClusterOptions } from '../cluster/options.js'
import { type Context, cacheFolder, dataFolder, runsFolder } from '../shared/context.js'
import { checkLogs } from '../shared/log.js'
import { asUsageError, isMistake } from '../shared/mistakes.js'
import type { OutputOptions, RunsOption } from '../shared/options.js'
import { runSession } from './session.js'

/**
 * Runs an experiment in a new folder. A mistake that only Python can see, found before the first step, leaves nothing
 * behind: there is nothing to resume, and the next attempt wants the same name.
 */
export async function runNew(
  context: Context,
  experiment: Experiment,
  options: RunsOption & OutputOptions,
  asked?: string,
): Promise<FinishedRun & { readonly folder: RunFolder }> {
  const runs = runsFolder(context, options.runs)
  const isFirst = !existsSync(runs)
  const folder = await newRun(context, experiment, options, asked)
  try {
    return { folder, ...(await runSession(context, experiment, folder, options)) }
  } catch (error) {
    if (error instanceof JournalError && error.code === 'in-use') throw error // somebody else was faster
    const isBegun = existsSync(folder.journal) // else its lock or its journal could not be written
    const cause = error instanceof RunFailed && isMistake(error.cause) ? error.cause : null
    if (isBegun && (cause === null || readState(folder).next_step > 0)) throw error
    discard(folder.path)
    if (isFirst && readdirSync(runs).length === 0) rmdirSync(runs)
    throw cause === null ? error : asUsageError(cause)
  }
}

/**
 * @throws UsageError with everything that this machine lacks, in one message, unless only nodes of a cluster need it
 * @throws WorkerError where what launches workers cannot be loaded
 */
export async function requireAll(
  context: Context,
  experiments: readonly Experiment[],
  { on, dataOnNodes }: ClusterOptions = {},
): Promise<void> {
  if (dataOnNodes) return
  await loadLaunch()
  const machine = machineOf(context)
  const words = inWords(await withNetwork(missingFor(experiments, machine), context.env))
  const elsewhere =
    on === 'slurm'
      ? '\nIf only the nodes have it, add `--data-on-nodes`: the job checks instead.'
      : ''
  if (words !== null) throw new UsageError(`${words}${elsewhere}`)
  const decoding = decodingInWords(experiments, machine, availableParallelism())
  if (decoding !== null) context.stderr.write(`${decoding}\n`)
}

export function machineOf(context: Context): Machine {
  const { env } = context
  const openFiles = openFilesLimit()
  return { dataFolder: dataFolder(context), cacheFolder: cacheFolder(context), env, openFiles }
}

/** The folder of a run that nobody runs yet, after everything was checked that can be checked here. */
export async function newRun(
  context: Context,
  experiment: Experiment,
  options: RunsOption & OutputOptions & ClusterOptions,
  asked?: string,
): Promise<RunFolder> {
  await requireAll(context, [experiment], options)
  await checkLogs(context, options.log)
  return newFolder(runsFolder(context, options.runs), experiment, asked)
}

/** @throws UsageError where a run folder cannot be called so */
export function checkName(asked: string | undefined): void {
  if (asked !== undefined && !Name.safeParse(asked).success)
    throw new UsageError(
      `\`--name ${asked}\`: expected letters, digits, dot, dash and underscore, beginning with a letter or digit.`,
    )
}

function newFolder(runs: string, experiment: Experiment, asked: string | undefined): RunFolder {
  checkName(asked)
  const names = { default: experiment.name, ...(asked !== undefined && { asked }) }
  return createRunFolder(runs, names, toYaml(experiment))
}
