/** `zscl fork`: from the end of a task on in another way. */
import { type Command, InvalidArgumentError } from 'commander'
import { suggestion, UsageError } from '../../config/errors.js'
import { forked } from '../../config/forked.js'
import type { Plain } from '../../config/plain.js'
import { resolve } from '../../config/resolve.js'
import type { Experiment } from '../../config/schema.js'
import { findRunFolder, type RunFolder } from '../../journal/folder.js'
import { readState } from '../../journal/read-state.js'
import { writtenExperiment } from '../../journal/written.js'
import { ForkError, fork, forkableAfter, type Parent } from '../../sweep/fork.js'
import { checkCluster, withCluster } from '../cluster/options.js'
import { showScript } from '../cluster/submit-run.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { checkLogs } from '../shared/log.js'
import { collect, withOutput, withRuns } from '../shared/options.js'
import { runDetached } from './detached.js'
import { checkName, newRun, requireAll } from './new-run.js'
import {
  checkOutput,
  dryRun,
  experimentOf,
  newJob,
  type RunOptions,
  sayHowToResume,
} from './run.js'
import { runSession } from './session.js'

interface ForkOptions extends Omit<RunOptions, 'seed'> {
  readonly afterTask: string
  readonly fromStart?: boolean
}

export function addFork(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('fork')
    .summary('start a new run from the end of a task, with other settings')
    .description(
      'Start a new run where another run finished a task, with other settings from there on. The numbers are the same as if the experiment had run from the beginning.',
    )
    .argument('<run>', 'name of the run, or path of its folder')
    .requiredOption('--after-task <task>', 'number (from 1) or name of the last task to keep', task)
    .option(
      '--set <path=value>',
      'change one value from there on, e.g. recipe.lambda_image=5; repeatable',
      collect,
    )
    .option('--name <run>', 'name of the run folder (default: RUN-after-N)')
    .option('--from-start', 'retrain the earlier tasks if the end of the task was not kept')
    .option('--dry-run', 'print the resolved experiment and the plan, and run nothing')
    .option('--detach', 'run in the background; it keeps running after this terminal is closed')
  withCluster(withOutput(withRuns(command)))
  command.action(async (run: string, options: ForkOptions) => {
    checkOutput(options)
    checkCluster(options)
    const parent = loadParent(findRunFolder(runsFolder(context, options.runs), run))
    const done = taskNumber(parent, options.afterTask)
    const child = forkedExperiment(parent, done, options.set ?? [], options.name)
    if (options.dryRun && options.on === 'slurm')
      return showScript(context, child, options, options.name ?? child.name)
    if (options.dryRun) return dryRun(context, child, options)
    const make = () =>
      options.fromStart
        ? newRun(context, child, options, options.name)
        : makeFork(context, parent, child, done, options)
    if (options.on === 'slurm') return newJob(context, child, options, make)
    const folder = await make()
    if (options.detach) return runDetached(context, folder, options)
    const { result } = await runSession(context, child, folder, options)
    exit(sayHowToResume(context, folder, options, result))
  })
}

function task(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Expected the number or name of a task.')
  return text
}

export function loadParent(folder: RunFolder): Parent {
  const state = readState(folder)
  return { folder, state, experiment: experimentOf(folder, state.run?.experiment_digest) }
}

/** @throws UsageError */
function taskNumber({ folder, experiment, state }: Parent, text: string): number {
  const names = experiment.benchmark.tasks.map(({ name }) => name)
  const number = /^\d+$/.test(text) ? Number(text) : names.indexOf(text) + 1
  if (number >= 1 && number < names.length) return number
  const can = forkableAfter(folder, state).map((one) => `${one + 1} ${names[one]}`)
  const where = can.length > 0 ? can.join(', ') : 'none (it has kept no end of a task)'
  const problem =
    number === names.length
      ? `is the last task of ${folder.name}, so nothing is left to train.`
      : `no such task of ${folder.name}.${suggestion(text, names)}`
  throw new UsageError(`\`--after-task ${text}\`: ${problem} It can be forked after: ${where}.`)
}

/**
 * @param done how many tasks are taken over
 * @throws UsageError where nothing changes, ConfigError
 */
export function forkedExperiment(
  { folder, experiment }: Parent,
  done: number,
  set: readonly string[],
  name?: string,
): Experiment {
  if (set.length === 0)
    throw new UsageError(
      'nothing changes: set at least one value, e.g. `--set recipe.lambda_image=5 --set recipe.lambda_text=5`.',
    )
  checkName(name)
  const written: Plain = {
    ...writtenExperiment(folder),
    name: name ?? `${experiment.name}-after-${done}`,
  }
  return resolve(forked(written, done, set), `the fork of ${folder.name}`)
}

/** @throws UsageError where no run can begin there */
export async function makeFork(
  context: Context,
  parent: Parent,
  child: Experiment,
  done: number,
  options: Pick<ForkOptions, 'runs' | 'name' | 'log' | 'json' | 'on' | 'dataOnNodes'>,
): Promise<RunFolder> {
  await requireAll(context, [child], options)
  await checkLogs(context, options.log)
  const names = {
    default: `${parent.folder.name}-after-${done}`,
    ...(options.name !== undefined && { asked: options.name }),
  }
  try {
    const folder = await fork(parent, child, done - 1, runsFolder(context, options.runs), names)
    const own = child.benchmark.tasks[done]?.name
    if (!options.json)
      context.stdout.write(
        `${folder.name} reuses ${done === 1 ? 'task 1' : `tasks 1 to ${done}`} of ${parent.folder.name} and trains from task ${done + 1} (${own}) on.\n`,
      )
    return folder
  } catch (error) {
    if (error instanceof ForkError) throw new UsageError(error.message, { cause: error })
    throw error
  }
}
