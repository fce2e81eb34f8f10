/** `zscl run` and `zscl resume`. */
import { existsSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve as absolute } from 'node:path'
import type { Command } from 'commander'
import { requireSlurm } from '../../cluster/slurm.js'
import type { Devices } from '../../config/devices.js'
import { UsageError } from '../../config/errors.js'
import { digest, loadExperiment, resolve, toYaml } from '../../config/resolve.js'
import type { Experiment } from '../../config/schema.js'
import type { FinishedRun } from '../../engine/run.js'
import { discard } from '../../journal/discard.js'
import { JournalError } from '../../journal/errors.js'
import { findRunFolder, type RunFolder } from '../../journal/folder.js'
import { readJob } from '../../journal/job.js'
import { readJournal, repairJournal } from '../../journal/journal.js'
import { fold } from '../../journal/reduce.js'
import { writtenExperiment } from '../../journal/written.js'
import { costInWords } from '../../needs/cost.js'
import { describePlan } from '../../plan/describe.js'
import { plan } from '../../plan/plan.js'
import { shellQuoted } from '../../view/shell.js'
import { type ClusterOptions, checkCluster, withCluster } from '../cluster/options.js'
import { showScript, submitRun } from '../cluster/submit-run.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { checkLogs } from '../shared/log.js'
import {
  collect,
  type OutputOptions,
  type RunsOption,
  wholeNumber,
  withDevices,
  withOutput,
  withRuns,
} from '../shared/options.js'
import { runDetached } from './detached.js'
import { machineOf, newRun, requireAll, runNew } from './new-run.js'
import { runSession } from './session.js'

export interface RunOptions extends RunsOption, OutputOptions, ClusterOptions {
  readonly set?: readonly string[]
  readonly seed?: number
  readonly name?: string
  readonly dryRun?: boolean
  readonly write?: string
  readonly detach?: boolean
}

export function addRun(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('run')
    .summary('run an experiment')
    .description('Run an experiment: a name (mini, mini-short) or a YAML file.')
    .argument('<experiment>', 'name of a shipped experiment, or path of a YAML file')
    .option(
      '--set <path=value>',
      'change one value, e.g. recipe.lambda_image=0.5; repeatable',
      collect,
    )
    .option('--seed <n>', 'seed of data order and augmentation', wholeNumber)
    .option('--name <run>', 'name of the run folder (default: the name of the experiment)')
    .option('--dry-run', 'print the resolved experiment and the plan, and run nothing')
    .option('--write <file.yaml>', 'write the resolved experiment to a new file, and run nothing')
    .option('--detach', 'run in the background; it keeps running after this terminal is closed')
  withCluster(withOutput(withRuns(command))).action(async (source: string, options: RunOptions) => {
    checkOutput(options)
    checkCluster(options)
    const experiment = loadExperiment(source, {
      ...(options.set && { set: options.set }),
      ...(options.seed !== undefined && { seed: options.seed }),
    })
    if (options.write !== undefined) return writeExperiment(context, experiment, options.write)
    if (options.dryRun && options.on === 'slurm')
      return showScript(context, experiment, options, options.name ?? experiment.name)
    if (options.dryRun) return dryRun(context, experiment, options)
    const make = () => newRun(context, experiment, options, options.name)
    if (options.on === 'slurm') return newJob(context, experiment, options, make)
    if (options.detach) return runDetached(context, await make(), options)
    const { folder, result } = await runNew(context, experiment, options, options.name)
    exit(sayHowToResume(context, folder, options, result))
  })
}

export function addResume(
  program: Command,
  context: Context,
  exit: (code: ExitCode) => void,
): void {
  const command = program
    .command('resume')
    .summary('resume an interrupted run')
    .description(
      'Resume a run that was interrupted, killed or failed, from its last good checkpoint.',
    )
    .argument('<run>', 'name of the run, or path of its folder')
    .option('--repair', 'truncate a damaged journal at its first bad line (a copy is kept)')
    .option('--detach', 'run in the background; it keeps running after this terminal is closed')
  type Options = RunsOption &
    OutputOptions &
    ClusterOptions & { repair?: boolean; detach?: boolean }
  withDevices(withCluster(withOutput(withRuns(command))))
  command.action(async (run: string, options: Options) => {
    checkOutput(options)
    checkCluster(options)
    const folder = findRunFolder(runsFolder(context, options.runs), run)
    if (options.repair) repairJournal(folder.journal)
    const state = fold(readJournal(folder.journal).events)
    if (state.status === 'finished') {
      context.stderr.write(
        `The run ${folder.name} is already finished: see \`zscl show ${folder.name}\`.\n`,
      )
      return
    }
    await checkLogs(context, options.log)
    const experiment = experimentOf(folder, state.run?.experiment_digest, options.devices)
    await requireAll(context, [experiment], options)
    if (options.on === 'slurm') return submitRun(context, experiment, folder, options)
    if (options.detach) return runDetached(context, folder, options)
    const { result } = await runSession(context, experiment, folder, options)
    exit(sayHowToResume(context, folder, options, result))
  })
}

/** The experiment of an existing run, as it was resolved when it began; `devices` in place of its own. */
export function experimentOf(
  folder: RunFolder,
  expectedDigest: string | undefined,
  devices?: Devices,
): Experiment {
  const written = writtenExperiment(folder)
  const experiment = resolve(written, folder.experiment)
  // Over what is written: an option that a later version has added is no change of this run.
  if (expectedDigest !== undefined && digest(written) !== expectedDigest)
    throw new JournalError(
      'corrupt-experiment',
      `${folder.experiment} has changed since this run started. Undo the change, or start a new run with it: \`zscl run ${folder.experiment}\`.`,
    )
  return devices === undefined ? experiment : { ...experiment, devices }
}

/** A run whose folder `make` makes, as a job; one that Slurm does not take leaves nothing behind. */
export async function newJob(
  context: Context,
  experiment: Experiment,
  options: RunOptions,
  make: () => Promise<RunFolder>,
): Promise<void> {
  requireSlurm(context.env)
  const runs = runsFolder(context, options.runs)
  const isFirst = !existsSync(runs)
  const folder = await make()
  try {
    await submitRun(context, experiment, folder, options)
  } catch (error) {
    if (readJob(folder) === null) discard(folder.path)
    if (isFirst && readdirSync(runs).length === 0) rmdirSync(runs)
    throw error
  }
}

export function dryRun(context: Context, experiment: Experiment, options: OutputOptions): void {
  const steps = plan(experiment)
  if (options.json) context.stdout.write(`${JSON.stringify({ experiment, plan: steps })}\n`)
  else {
    const cost = costInWords(experiment, machineOf(context), availableParallelism())
    context.stdout.write(`${toYaml(experiment)}\n${describePlan(steps).join('\n')}\n${cost}\n`)
  }
}

/** @throws UsageError where the file is there already */
function writeExperiment({ cwd, stdout }: Context, experiment: Experiment, file: string): void {
  try {
    writeFileSync(absolute(cwd, file), toYaml(experiment), { flag: 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why =
      code === 'EEXIST' ? 'it is there already. Choose another name, or remove it' : message
    throw new UsageError(`\`--write ${file}\`: cannot write it: ${why}.`)
  }
  stdout.write(`Wrote ${file}. Run it with: zscl run ${shellQuoted(file)}\n`)
}

export function checkOutput(options: OutputOptions): void {
  if (options.json && options.plain)
    throw new UsageError('`--json` and `--plain` cannot be combined: choose one.')
}

/** After an interruption the exact command that goes on. */
export function sayHowToResume(
  context: Context,
  folder: RunFolder,
  options: RunsOption,
  result: FinishedRun['result'],
): ExitCode {
  if (result === 'finished') return 0
  const runs = options.runs === undefined ? '' : ` --runs ${shellQuoted(options.runs)}`
  context.stderr.write(
    `Interrupted; everything is saved. Continue with:\n  zscl resume ${shellQuoted(folder.name)}${runs}\n`,
  )
  return 130
}
