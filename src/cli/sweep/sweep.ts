/** `zscl sweep`: many experiments from one file. */
import { join } from 'node:path'
import type { Command } from 'commander'
import { UsageError } from '../../config/errors.js'
import { baseOf, type Sweep } from '../../config/sweep.js'
import { expand, type Trial } from '../../sweep/expand.js'
import { recordOf, type SweepFolder, sweepFolder } from '../../sweep/folder.js'
import { groups } from '../../sweep/groups.js'
import type { TrialProgress } from '../../sweep/progress.js'
import { SweepRunner } from '../../sweep/run-sweep.js'
import { shellQuoted } from '../../view/shell.js'
import { wantsColour } from '../../view/terminal/environment.js'
import { settingsTable } from '../../view/text/settings.js'
import { render } from '../../view/text/tabular.js'
import { type ClusterOptions, checkCluster, withCluster } from '../cluster/options.js'
import { showScripts, sweepOnSlurm } from '../cluster/sweep.js'
import { startDetached } from '../run/detached.js'
import { requireAll } from '../run/new-run.js'
import { dependencies, exitAtOnce, listenToSignals, warmed } from '../run/session.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { recordEnvironment } from '../shared/environment.js'
import { checkLogs, recordLogs } from '../shared/log.js'
import {
  collect,
  type OutputOptions,
  type RunsOption,
  wholeNumber,
  withOutput,
  withRuns,
} from '../shared/options.js'
import { lockOptions } from '../shared/scheduler.js'
import { recordTensorboard } from '../shared/tensorboard.js'
import { dryRun } from './dry-run.js'
import { prepared } from './prepared.js'
import { slotsOf } from './slots.js'
import { sweepOf } from './source.js'
import { sweepView } from './view.js'

export interface SweepRunOptions extends RunsOption, OutputOptions {
  readonly jobs?: number
  readonly retryFailed?: boolean
  readonly failFast?: boolean
  /** False with --no-share. */
  readonly share: boolean
  readonly allowChangedCode?: boolean
}

interface Options extends SweepRunOptions, ClusterOptions {
  readonly detach?: boolean
  readonly dryRun?: boolean
  readonly only?: readonly string[]
  readonly add?: readonly string[]
}

export function addSweep(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('sweep')
    .summary('run many experiments from one file')
    .description(
      'Run every combination of values in a sweep file. Run it again to complete only what is missing.',
    )
    .argument(
      '<sweep>',
      'name of a built-in sweep (mini-all-recipes), path of a YAML file, or folder of a sweep that was started',
    )
    .option(
      '--jobs <n>',
      'trials to run in parallel (default: one per GPU; without one, one more than there are cores)',
      wholeNumber,
    )
    .option('--dry-run', 'print the trials, and run nothing')
    .option('--detach', 'run in the background; it keeps running after this terminal is closed')
    .option('--add <key=values>', 'add values to a parameter, e.g. seed=3,4; repeatable', collect)
    .option('--only <id>', 'run only this trial, by id or name; repeatable', collect)
    .option('--retry-failed', 'retry failed trials')
    .option('--fail-fast', 'stop everything at the first failure')
    .option('--no-share', 'disable work sharing between trials (same results, slower)')
    .option('--allow-changed-code', 'keep trials made by another version of the code')
  withCluster(withOutput(withRuns(command))).action(async (source: string, options: Options) => {
    checkCluster(options)
    if (options.on !== undefined && options.failFast)
      throw new UsageError(
        '`--fail-fast` and `--on slurm` cannot be combined: jobs run independently.',
      )
    const { sweep, origin, folder } = sweepOf(source, options.add)
    const trials = chosen(expand(sweep, baseOf(sweep), origin, folder), options.only)
    if (options.dryRun && options.on === undefined) return dryRun(context, sweep, trials, options)
    const runs = options.runs === undefined ? '' : ` --runs ${shellQuoted(options.runs)}`
    const again = `zscl sweep ${shellQuoted(source)}${runs}`
    const asked = { sweep, trials, options, again }
    if (options.on !== undefined && options.dryRun) return showScripts(context, asked)
    if (options.on !== undefined) return exit(await sweepOnSlurm(context, asked))
    if (options.detach) return detached(context, sweep, trials, again, options)
    exit(await runSweep(context, sweep, trials, again, options))
  })
}

/** The same command without `--detach`, apart from this terminal. */
async function detached(
  context: Context,
  sweep: Sweep,
  trials: readonly Trial[],
  again: string,
  options: Options,
): Promise<void> {
  await requireAll(
    context,
    trials.map(({ experiment }) => experiment),
  )
  const { path } = sweepFolder(runsFolder(context, options.runs), sweep.name)
  const words = context.argv.filter((word) => word !== '--detach')
  const log = join(path, 'runner.log')
  const { pid } = startDetached(context, [...words, '--plain'], log)
  const runs = options.runs === undefined ? '' : ` --runs ${shellQuoted(options.runs)}`
  context.stdout.write(
    `${sweep.name} is running in the background (process ${pid}), ${trials.length} trials. It keeps running after this terminal is closed.\n` +
      `  ${again}    when it has finished: show the results, run what is missing\n` +
      `  zscl stop ${shellQuoted(sweep.name)}${runs}    save checkpoints and stop the trials; output: ${log}\n`,
  )
}

function chosen(trials: readonly Trial[], only: readonly string[] | undefined): readonly Trial[] {
  if (only === undefined) return trials
  const unknown = only.filter((wanted) => !trials.some((trial) => isCalled(trial, wanted)))
  if (unknown.length > 0)
    throw new UsageError(
      `\`--only ${unknown[0]}\`: no such trial. \`--dry-run\` lists them with their ids.`,
    )
  return trials.filter((trial) => only.some((wanted) => isCalled(trial, wanted)))
}

function isCalled({ id, name }: Trial, wanted: string): boolean {
  return id === wanted || name === wanted
}

/** @param again the command that goes on with it */
export async function runSweep(
  context: Context,
  sweep: Sweep,
  trials: readonly Trial[],
  again: string,
  options: SweepRunOptions,
): Promise<ExitCode> {
  await checkLogs(context, options.log)
  await requireAll(
    context,
    trials.map(({ experiment }) => experiment),
  )
  const folder = prepared(context, sweep, trials, options)
  const { jobs, gpusOf } = slotsOf(context, sweep, trials, options.jobs)
  // One alone takes what stands by, and loads nothing for itself.
  const warm = trials.length > 1 ? warmed(context) : undefined
  const stop = () => {
    view.announceStop()
    runner.stop()
  }
  const abort = () => exitAtOnce(context, again)
  const view = await sweepView(context, options, trials.length, folder, { stop, abort })
  const runner = new SweepRunner({
    trials,
    folder,
    jobs,
    dependencies: (slot) => dependencies(context, gpusOf(slot), warm),
    retryFailed: options.retryFailed ?? false,
    share: options.share,
    failFast: options.failFast ?? false,
    lock: lockOptions(context),
    onChange: (progress) => view.accept(progress, runner.progress),
    onOpen: async (_, { folder: own, journal }) => {
      const recorders = [
        recordEnvironment(context, own, journal),
        ...(options.tensorboard === false ? [] : [recordTensorboard(context, own, journal)]),
      ]
      const endLogs = await recordLogs(context, options.log, own, journal)
      return async () => {
        for (const end of recorders) end()
        await endLogs()
      }
    },
  })
  const release = listenToSignals({
    stop,
    abort: () => {
      view.restoreTerminal()
      abort()
    },
  })
  const result = await runner.run().finally(async () => {
    warm?.close()
    release()
    await view.finish()
  })
  return conclude(context, { folder, again, options, result }, runner.progress)
}

interface Ending {
  readonly folder: SweepFolder
  readonly again: string
  readonly options: SweepRunOptions
  readonly result: Awaited<ReturnType<SweepRunner['run']>>
}

function conclude(
  context: Context,
  { folder, again, options, result }: Ending,
  progress: readonly TrialProgress[],
): ExitCode {
  const { stdout, stderr } = context
  if (!options.json) {
    const rows = groups(progress).map(({ label, trials }) => ({
      label,
      states: trials.map(({ status, state }) => (status === 'finished' ? state : null)),
    }))
    const colour = wantsColour(context.env, stdout)
    stdout.write(`\n${render(settingsTable(rows), 'table', colour)}\n`)
    if (recordOf(folder)?.earlier_code_versions !== undefined)
      stdout.write(
        'Some of these trials may have been made by another version of the code (--allow-changed-code).\n',
      )
    stdout.write(`\nRuns: ${folder.path}\n`)
  }
  if (result === 'interrupted') {
    stderr.write(`Interrupted; everything is saved. Continue with:\n  ${again}\n`)
    return 130
  }
  if (result === 'finished') return 0
  const failed = progress.filter(({ status }) => status === 'failed').length
  const isRestLeft = progress.some(({ status }) => status === 'waiting')
  const why = isRestLeft ? ' The rest were not started.' : ''
  stderr.write(`${failed} of ${progress.length} trials failed.${why} Once the cause is fixed:\n`)
  stderr.write(`  ${again} --retry-failed\n`)
  return 1
}
