/** Checkpoints and the published model: the worker writes tensors, this side commits them. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Report } from '../bridge/worker.js'
import {
  commitCheckpoint,
  type Position,
  pruneCheckpoints,
  type Retention,
  stageCheckpoint,
} from '../journal/checkpoints.js'
import { writeDigests } from '../journal/digests.js'
import { type RunFolder, stageFolder } from '../journal/folder.js'
import type { Journal } from '../journal/journal.js'
import type { Export, Save, Step } from '../plan/step.js'
import { liveSlots, standing, taskInTraining } from './commands.js'
import { modelCard } from './model-card.js'
import { expect } from './record.js'

export class Saver {
  constructor(
    private readonly folder: RunFolder,
    private readonly journal: Journal,
    private readonly plan: readonly Step[],
    private readonly retention: Retention,
  ) {}

  /** The command that saves everything needed to go on at step `nextStep`, of which `offset` updates are done. */
  save(nextStep: number, offset = 0): Save {
    return {
      kind: 'save',
      folder: stageCheckpoint(this.folder, this.position(nextStep, offset)),
      slots: liveSlots(this.plan, nextStep),
      optimiser: taskInTraining(this.plan, nextStep) !== null,
    }
  }

  commitSave(nextStep: number, command: Save, report: Report, offset = 0): void {
    const position = this.position(nextStep, offset)
    const { files } = expect(report.outcome, 'save-done')
    this.journal.sync() // everything before the checkpoint must outlive a crash as the checkpoint does
    const folder = commitCheckpoint(this.folder, command.folder, position, files)
    const { seconds } = report
    this.journal.append({ kind: 'checkpoint-saved', ...position, folder, files, seconds })
    this.journal.sync()
    pruneCheckpoints(this.folder, this.journal.state, this.retention)
  }

  /** The command that keeps everything at the end of a task's training for other trials. */
  saveStage(index: number, task: number): Save {
    const folder = `${stageFolder(this.folder, task)}.tmp`
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    return { kind: 'save', folder, slots: liveSlots(this.plan, index), optimiser: false }
  }

  commitStage(index: number, task: number, command: Save, report: Report): void {
    const { files } = expect(report.outcome, 'save-done')
    const folder = stageFolder(this.folder, task)
    rmSync(folder, { recursive: true, force: true })
    renameSync(command.folder, folder)
    const { seconds } = report
    this.journal.append({
      kind: 'stage-saved',
      step: index,
      task,
      folder: relative(this.folder.path, folder),
      files,
      seconds,
    })
  }

  export(slot: string): Export {
    const folder = `${this.folder.model}.tmp`
    rmSync(folder, { recursive: true, force: true })
    return { kind: 'export', slot, folder }
  }

  async commitExport(index: number, command: Export, report: Report): Promise<void> {
    expect(report.outcome, 'done')
    writeFileSync(join(command.folder, 'README.md'), modelCard(this.journal.state))
    await writeDigests(command.folder)
    rmSync(this.folder.model, { recursive: true, force: true })
    renameSync(command.folder, this.folder.model)
    const { seconds } = report
    this.journal.append({ kind: 'model-published', step: index, folder: 'model', seconds })
  }

  position(nextStep: number, offset = 0): Position {
    const { task, update } = standing(this.plan, nextStep)
    const position = { next_step: nextStep, task, update: update + offset }
    return offset === 0 ? position : { ...position, offset }
  }
}
