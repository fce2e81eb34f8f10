/** Lets a run begin where another ended a task or its training, or with the zero-shot numbers of another. */
import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Experiment } from '../config/schema.js'
import { liveSlots, standing } from '../engine/commands.js'
import { companionsOf } from '../engine/run.js'
import { commitCheckpoint, stageCheckpoint } from '../journal/checkpoints.js'
import type { CheckpointSaved, Evaluated, StageSaved } from '../journal/events.js'
import type { RunFolder } from '../journal/folder.js'
import type { Journal } from '../journal/journal.js'
import type { RunState } from '../journal/state.js'
import { endOfTraining } from '../plan/plan.js'
import type { SavedFile, Step } from '../plan/step.js'
import type { Trial } from './expand.js'
import { keptAt, type Stages, startOf } from './stages.js'

/** A run whose work is taken over. */
interface Giver {
  readonly folder: RunFolder
  readonly state: RunState
}

/** A run that has just begun, and takes work over. */
interface Taker {
  readonly folder: RunFolder
  readonly journal: Journal
  readonly plan: readonly Step[]
}

export interface Source extends Giver {
  readonly trial: Trial
  readonly stages: Stages
}

interface Target extends Taker {
  readonly trial: Trial
  readonly stages: Stages
}

/** Takes over training up to the end of `task`; false when the source has not kept it. */
export function adoptStage(target: Target, source: Source, task: number): boolean {
  const stage = source.state.stages.find((one) => one.task === task)
  if (stage === undefined || !existsSync(join(source.folder.path, stage.folder))) return false
  const { trial, folder, plan } = target
  const next_step = endOfTraining(trial.experiment, companionsOf(folder), task)
  const files = wantedFiles(target, source, stage, liveSlots(plan, next_step))
  if (files === null) return false
  takeOver(target, source, { task, next_step, from: stage.folder, files })
  return true
}

/**
 * Takes over everything up to the row of the accuracy matrix after a task: the target is a fork of the source.
 * @param end the checkpoint after that task, which the caller has found sound
 */
export function adoptTask(
  target: Taker & { readonly experiment: Experiment },
  source: Giver,
  { task, folder: from, files: all }: CheckpointSaved,
): void {
  const next_step = startOf(target.experiment, task + 1)
  const slots = liveSlots(target.plan, next_step)
  const files = all.filter(({ slot }) => slot === '' || slots.includes(slot))
  takeOver(target, source, { task, next_step, from, files, fork: true })
}

interface Taken {
  readonly task: number
  readonly next_step: number
  /** Folder of the files, relative to the source's. */
  readonly from: string
  readonly files: readonly SavedFile[]
  readonly fork?: true
}

function takeOver(
  { folder, journal, plan }: Taker,
  source: Giver,
  { task, next_step, from, files, fork }: Taken,
): void {
  const position = { next_step, ...standing(plan, next_step) }
  const staged = stageCheckpoint(folder, position)
  for (const { path } of files) linkOrCopy(join(source.folder.path, from, path), join(staged, path))
  const checkpoint = commitCheckpoint(folder, staged, position, files)
  const training = source.state.history.slice(0, task + 1).map((rows) => ({
    losses: rows.map(({ learning_rate: _, ...row }) => row),
    learning_rates: rows.map((row) => row.learning_rate),
  }))
  journal.append({
    kind: 'stage-adopted',
    from: source.folder.name,
    next_step,
    task,
    training,
    evaluations: measured(plan.slice(0, next_step), source.state),
    ...(fork && { fork }),
  })
  journal.append({ kind: 'checkpoint-saved', ...position, folder: checkpoint, files, seconds: 0 })
  journal.sync()
}

/** Takes over what was measured before training; false when the source has not measured it all. */
export function adoptZeroShot({ journal, plan }: Target, { folder, state }: Source): boolean {
  const next_step = plan.findIndex((step) => step.kind !== 'evaluate')
  const steps = plan.slice(0, next_step)
  const before = steps.filter((step) => step.kind === 'evaluate' && step.after_task === -1)
  const evaluations = measured(before, state)
  if (before.length === 0 || evaluations.length < before.length) return false
  journal.append({
    kind: 'stage-adopted',
    from: folder.name,
    next_step: before.length,
    task: -1,
    training: [],
    evaluations,
  })
  return true
}

/** The source's evaluations in the place of those steps; they took this run no time. */
function measured(steps: readonly Step[], { evaluations }: RunState): Evaluated[] {
  return steps.flatMap((step, index) => {
    if (step.kind !== 'evaluate') return []
    const found = evaluations.find(
      (one) =>
        one.slot === step.slot &&
        one.variant === step.variant &&
        one.after_task === step.after_task &&
        one.dataset_index === step.dataset_index,
    )
    if (found === undefined) return []
    const { kind, slot, variant, after_task, dataset_index, dataset, correct, total } = found
    const where = { slot, variant, after_task, dataset_index, dataset }
    return [{ kind, step: index, ...where, correct, total, seconds: 0 }]
  })
}

/** The files of the slots that the target needs, under its own names for them, and what belongs to no slot; or null. */
function wantedFiles(
  target: Target,
  source: Source,
  stage: StageSaved,
  slots: readonly string[],
): SavedFile[] | null {
  const carried = companionsOf(source.folder).find((one) => one.task === stage.task)
  const kept = keptAt(source.stages.own[stage.task]!, carried)
  const ownNames = new Map(
    [...target.stages.own[stage.task]!.averages].map(([key, { slot }]) => [
      slot,
      kept.averages.get(key)?.slot,
    ]),
  )
  const named = slots.flatMap((slot): SavedFile[] => {
    const there = ownNames.has(slot) ? ownNames.get(slot) : slot
    const file = stage.files.find((one) => one.slot === there)
    return file === undefined ? [] : [{ ...file, slot }]
  })
  if (named.length < slots.length) return null
  return [...named, ...stage.files.filter((file) => file.slot === '')]
}

/** The same bytes, once on disk where the file system can. */
function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch (error) {
    if (
      !['EPERM', 'EXDEV', 'ENOTSUP', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '')
    )
      throw error
    copyFileSync(from, to)
  }
}
