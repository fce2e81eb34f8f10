/** Lets a trial begin where another ended its training of a task, or with the zero-shot numbers of another. */
import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { liveSlots, standing } from '../engine/commands.js'
import { companionsOf } from '../engine/run.js'
import { commitCheckpoint, stageCheckpoint } from '../journal/checkpoints.js'
import type { Evaluated, StageSaved } from '../journal/events.js'
import type { RunFolder } from '../journal/folder.js'
import type { Journal } from '../journal/journal.js'
import type { RunState } from '../journal/state.js'
import { endOfTraining } from '../plan/plan.js'
import type { SavedFile, Step } from '../plan/step.js'
import type { Trial } from './expand.js'
import { keptAt, type Stages } from './stages.js'

export interface Source {
  readonly trial: Trial
  readonly folder: RunFolder
  readonly state: RunState
  readonly stages: Stages
}

interface Target {
  readonly trial: Trial
  readonly stages: Stages
  readonly folder: RunFolder
  readonly journal: Journal
  readonly plan: readonly Step[]
}

/** Takes over training up to the end of `task`; false when the source has not kept it. */
export function adoptStage(target: Target, source: Source, task: number): boolean {
  const stage = source.state.stages.find((one) => one.task === task)
  if (stage === undefined || !existsSync(join(source.folder.path, stage.folder))) return false
  const { trial, folder, journal, plan } = target
  const next_step = endOfTraining(trial.experiment, companionsOf(folder), task)
  const position = { next_step, ...standing(plan, next_step) }
  const files = wantedFiles(target, source, stage, liveSlots(plan, next_step))
  if (files === null) return false
  const staged = stageCheckpoint(folder, position)
  for (const { path } of files)
    linkOrCopy(join(source.folder.path, stage.folder, path), join(staged, path))
  const checkpoint = commitCheckpoint(folder, staged, position, files)
  const training = source.state.history.slice(0, task + 1).map((rows) => ({
    losses: rows.map(({ learning_rate: _, ...row }) => row),
    learning_rates: rows.map((row) => row.learning_rate),
  }))
  const evaluations = measured(plan.slice(0, next_step), source.state)
  journal.append({
    kind: 'stage-adopted',
    from: source.folder.name,
    next_step,
    task,
    training,
    evaluations,
  })
  journal.append({ kind: 'checkpoint-saved', ...position, folder: checkpoint, files, seconds: 0 })
  journal.sync()
  return true
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
  const kept = keptAt(source.stages, carried)
  const ownNames = new Map(
    [...target.stages.own.averages].map(([key, { slot }]) => [slot, kept.averages.get(key)?.slot]),
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
