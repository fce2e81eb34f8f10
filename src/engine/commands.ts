/** From the plan to what crosses to the worker: set-up, restore, and the slots that are alive at a step. */
import { join } from 'node:path'
import { devicesText } from '../config/devices.js'
import type { Experiment } from '../config/schema.js'
import type { CheckpointSaved } from '../journal/events.js'
import type { RunFolder } from '../journal/folder.js'
import { datasetSpec, measuredDatasets } from '../plan/datasets.js'
import type { BeginTask, ReferenceSources, Restore, SetUp, Step } from '../plan/step.js'

/** Folders of this machine: not part of an experiment, whose numbers do not depend on them. */
export interface Places {
  /** Caches keyed by content. */
  readonly cacheFolder: string
  /** The paper's datasets. */
  readonly dataFolder: string
}

export function setUp(experiment: Experiment, { cacheFolder, dataFolder }: Places): SetUp {
  const { model, benchmark, seed, device, devices, threads, precision, recipe, compile } =
    experiment
  return {
    kind: 'set-up',
    model,
    datasets: measuredDatasets(benchmark).map((dataset) => datasetSpec(dataset, dataFolder)),
    seed,
    device,
    ...(devices !== undefined && { devices: devicesText(devices) }),
    threads,
    precision,
    trains: recipe.trains === 'none' ? 'whole' : recipe.trains,
    cache_folder: cacheFolder,
    ...(compile === true && { compile }),
  }
}

/**
 * The slots that hold something when step `index` is about to run, but `initial`, which set-up makes again.
 */
export function liveSlots(plan: readonly Step[], index: number): string[] {
  const slots = new Set(['trained'])
  for (const step of plan.slice(0, index)) {
    if (step.kind === 'combine') slots.add(step.slot)
    if (step.kind === 'drop') for (const slot of step.slots) slots.delete(slot)
  }
  return [...slots]
}

/** The task that is in training when step `index` is about to run: begun before it, with updates still to come. */
export function taskInTraining(plan: readonly Step[], index: number): BeginTask | null {
  const next = plan.slice(index).find((step) => step.kind === 'train' || step.kind === 'begin-task')
  if (next?.kind !== 'train') return null
  const begun = plan.slice(0, index).findLast((step) => step.kind === 'begin-task')
  return begun ?? null
}

export function restore(
  folder: RunFolder,
  plan: readonly Step[],
  checkpoint: CheckpointSaved,
): Restore {
  const task = taskInTraining(plan, checkpoint.next_step)
  const command: Restore = {
    kind: 'restore',
    folder: join(folder.path, checkpoint.folder),
    files: checkpoint.files,
  }
  return task === null ? command : { ...command, task }
}

/** What the tasks distil on that still train when step `index` is about to run, each once. */
export function referencesFrom(plan: readonly Step[], index: number): ReferenceSources[] {
  const current = taskInTraining(plan, index)
  const tasks = plan.slice(index).filter((step) => step.kind === 'begin-task')
  const all = [...(current === null ? [] : [current]), ...tasks].map(
    ({ reference_images: images, reference_texts: texts }) => ({ images, texts }),
  )
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** Task and update at which step `index` stands: what a checkpoint before it is called. */
export function standing(plan: readonly Step[], index: number): { task: number; update: number } {
  const done = plan.slice(0, index)
  const train = done.findLast((step) => step.kind === 'train')
  const begun = done.findLast((step) => step.kind === 'begin-task')
  if (begun === undefined) return { task: -1, update: 0 }
  if (train === undefined || train.task < begun.task) return { task: begun.task, update: 0 }
  return { task: train.task, update: train.first_update + train.learning_rates.length }
}
