/** Forks: a new run that begins where another has ended a task, and goes on in another way. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toYaml } from '../config/resolve.js'
import type { Experiment } from '../config/schema.js'
import { beginRun } from '../engine/run.js'
import { damageOf, endsOfTasks } from '../journal/checkpoints.js'
import type { CheckpointSaved } from '../journal/events.js'
import { createRunFolder, type RunFolder } from '../journal/folder.js'
import type { RunState } from '../journal/state.js'
import { adoptTask } from './adopt.js'
import { stagesOf } from './stages.js'

/** A run that is forked. */
export interface Parent {
  readonly folder: RunFolder
  readonly experiment: Experiment
  readonly state: RunState
}

/** Why no run can begin there, in words for a person. */
export class ForkError extends Error {
  override readonly name = 'ForkError'
}

/** After which tasks a run can be forked: their ends are on disk and measured, and another task follows. From 0. */
export function forkableAfter(folder: RunFolder, state: RunState): number[] {
  const last = (state.run?.tasks.length ?? 0) - 1
  return endsOfTasks(state)
    .filter(({ task, folder: own }) => task < last && existsSync(join(folder.path, own)))
    .filter(({ task }) => isMeasured(state, task))
    .map(({ task }) => task)
}

function isMeasured({ matrix, seen }: RunState, task: number): boolean {
  const row = matrix[task] ?? []
  return seen === null ? row.every((value) => value !== null) : seen[task] !== null
}

/**
 * The checkpoint from which `child` can go on after `task` as if it had done everything itself.
 * @param task from 0
 * @throws ForkError
 */
export async function endToAdopt(
  { folder, experiment, state }: Parent,
  child: Experiment,
  task: number,
): Promise<CheckpointSaved> {
  const count = experiment.benchmark.tasks.length
  const after = `${folder.name} cannot be forked after task ${task + 1}`
  if (task < 0 || task >= count - 1)
    throw new ForkError(
      `${after}: it has ${count} tasks, and a fork needs at least one more to train. Expected 1 to ${count - 1}.`,
    )
  const end = endsOfTasks(state).find((one) => one.task === task)
  if (end === undefined || !isMeasured(state, task))
    throw new ForkError(
      `${after}, which it has not finished yet. Wait for it, or name an earlier task.`,
    )
  if (!existsSync(join(folder.path, end.folder)))
    throw new ForkError(`${after}: ${notKept(folder, state)}`)
  const damage = await damageOf(folder, end)
  if (damage !== null) throw new ForkError(`${after}: its checkpoint is damaged: ${damage}.`)
  if (stagesOf(child).ends[task] !== stagesOf(experiment).ends[task])
    throw new ForkError(
      `${after} with these changes: they affect tasks that are already done, so the numbers would not be those of a single experiment. Change values of the recipe, or \`schedule.updates\` and \`schedule.learning_rate\`, which then count from task ${task + 2} on.`,
    )
  return end
}

function notKept(folder: RunFolder, state: RunState): string {
  const kept = forkableAfter(folder, state).map((one) => one + 1)
  const others =
    kept.length > 0
      ? `It has kept the ends of: ${kept.join(', ')}.`
      : 'It has kept no end of a task that can be forked.'
  return `the checkpoint of that task end is no longer on disk. ${others} Runs with \`--set checkpoint.tasks=all\` keep them all; with \`--from-start\` the fork retrains the earlier tasks.`
}

/**
 * Makes the folder of the fork, with everything up to the end of `task` taken over from the parent: hard links where the
 * file system can, so that it needs the parent no more.
 * @throws ForkError
 */
export async function fork(
  parent: Parent,
  child: Experiment,
  task: number,
  runs: string,
  names: { readonly asked?: string; readonly default: string },
): Promise<RunFolder> {
  const end = await endToAdopt(parent, child, task)
  const folder = createRunFolder(runs, names, toYaml(child))
  beginRun(child, folder, (journal, own, plan) =>
    adoptTask({ experiment: child, folder: own, journal, plan }, parent, end),
  )
  return folder
}
