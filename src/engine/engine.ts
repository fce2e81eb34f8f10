/**
 * Makes it happen: the only loop. Sends the steps of a plan to a worker, a small window ahead, records every report in
 * the journal, commits checkpoints, and goes on from the last one when a worker is lost.
 */
import { type LaunchWorker, type Progress, type Worker, WorkerError } from '../bridge/worker.js'
import type { Experiment } from '../config/schema.js'
import { isDiskError } from '../journal/disk.js'
import type { RunFolder } from '../journal/folder.js'
import type { Journal } from '../journal/journal.js'
import { placed } from '../plan/datasets.js'
import type { Step } from '../plan/step.js'
import { type Places, referencesFrom, restore, setUp } from './commands.js'
import { otherMachine } from './other-machine.js'
import { expect, notesOn, skippedImages } from './record.js'
import { lastGoodCheckpoint } from './recovery.js'
import { Saver } from './saver.js'
import { type Standing, StepWindow } from './window.js'

/** Workers lost in a row without a single step done in between, before the run gives up. */
export const MAX_LOSSES_IN_A_ROW = 3

export interface EngineOptions {
  readonly experiment: Experiment
  readonly plan: readonly Step[]
  readonly folder: RunFolder
  readonly journal: Journal
  readonly launch: LaunchWorker
  readonly places: Places
  readonly onProgress?: (progress: Progress) => void
}

export type RunResult = 'finished' | 'interrupted'

type Wish = 'go' | 'pause' | 'checkpoint' | 'stop'

export class Engine {
  #wish: Wish = 'go'
  #worker: Worker | null = null
  #wakePaused: (() => void) | null = null
  readonly #saver: Saver
  readonly #plan: readonly Step[]

  constructor(private readonly options: EngineOptions) {
    const { folder, journal, plan, experiment, places } = options
    this.#plan = plan.map((step) =>
      step.kind === 'begin-task' ? placed(step, places.dataFolder) : step,
    )
    this.#saver = new Saver(folder, journal, this.#plan, experiment.checkpoint)
  }

  /** Finish the update, or leave what can be done again, save a checkpoint, end with 'interrupted'. */
  stop(): void {
    this.#wish = 'stop'
    this.#worker?.abandon()
    this.#wakePaused?.()
  }

  pause(): void {
    if (this.#wish === 'stop') return
    this.#wish = 'pause'
    this.#worker?.cancel()
  }

  continue(): void {
    if (this.#wish === 'stop') return
    this.#wish = 'go'
    this.#wakePaused?.()
  }

  togglePause(): void {
    if (this.#wish === 'pause') this.continue()
    else this.pause()
  }

  /** Finish the segment, save a checkpoint, go on; a run that is paused stays so. */
  checkpoint(): void {
    if (this.#wish !== 'go') return
    this.#wish = 'checkpoint'
    this.#worker?.cancel()
  }

  /**
   * Runs the plan from where the journal stands to its end.
   * @throws WorkerError for what a fresh worker cannot mend; the journal then ends with `failed`
   */
  async run(): Promise<RunResult> {
    const { journal } = this.options
    try {
      const result = await this.#runWithRecovery()
      journal.append({ kind: result })
      return result
    } catch (error) {
      this.#recordFailure(error)
      throw error
    }
  }

  async #runWithRecovery(): Promise<RunResult> {
    const { journal } = this.options
    let losses = 0
    let reason: 'worker-lost' | 'resumed' = 'resumed'
    for (;;) {
      const before = journal.state.next_step
      try {
        return await this.#runOnce(reason)
      } catch (error) {
        if (!(error instanceof WorkerError && (error.isLoss || this.#isRelaunch(error))))
          throw error
        losses = journal.state.next_step > before ? 1 : losses + 1
        this.#recordLoss(error)
        if (losses >= MAX_LOSSES_IN_A_ROW) throw error
        if (this.#wish === 'stop') return 'interrupted'
        reason = 'worker-lost'
      }
    }
  }

  /** Whether a worker died before its hello where another has worked already: a loss like any other. */
  #isRelaunch({ code }: WorkerError): boolean {
    return code === 'start-failed' && this.options.journal.state.worker !== null
  }

  /** One life of a worker: launch, set up, restore, and steps until the end, a wish to stop, or an error. */
  async #runOnce(reason: 'worker-lost' | 'resumed'): Promise<RunResult> {
    const { launch, folder, onProgress } = this.options
    const epoch = this.#nextEpoch()
    const started = performance.now()
    const worker = await launch({
      epoch,
      logFile: folder.workerLog,
      onProgress: onProgress ?? (() => {}),
    })
    this.#worker = worker
    try {
      const next = await this.#prepare(worker, epoch, started, reason)
      if (next === null) return 'interrupted'
      const stoppedAt = await this.#runSteps(worker, next)
      if (stoppedAt.index === this.#plan.length) return 'finished'
      await this.#saveNow(worker, stoppedAt)
      return 'interrupted'
    } finally {
      this.#worker = null
      await worker.close()
    }
  }

  /**
   * Set-up and, after a loss or on resume, the last good checkpoint.
   * @returns the step to go on with; null where a wish to stop came before it could be
   */
  async #prepare(
    worker: Worker,
    epoch: number,
    started: number,
    reason: 'worker-lost' | 'resumed',
  ): Promise<Standing | null> {
    const { experiment, places, journal, folder } = this.options
    if (this.#wish === 'stop') return null
    const saved = journal.state.checkpoints.at(-1)?.next_step ?? 0
    const references = referencesFrom(this.#plan, saved)
    const report = await worker.run({ ...setUp(experiment, places), references })
    if (report.outcome.kind === 'cancelled') return null
    const { kind: _, ...facts } = expect(report.outcome, 'set-up-done')
    const seconds = (performance.now() - started) / 1000
    const { pid, versions } = worker
    const before = journal.state.worker
    journal.append({ kind: 'worker-started', epoch, pid, versions, ...facts, seconds })
    if (journal.state.next_step === 0) {
      for (const message of [...skippedImages(facts.datasets), ...notesOn(facts.datasets)])
        journal.append({ kind: 'warned', message })
      return { index: 0, offset: 0 }
    }
    const change = before && otherMachine(before, { versions, ...facts })
    if (change) journal.append({ kind: 'warned', message: change })
    const checkpoint = await lastGoodCheckpoint(folder, journal)
    if (checkpoint !== null) {
      const { outcome } = await worker.run(restore(folder, this.#plan, checkpoint))
      if (outcome.kind === 'cancelled') return null
    }
    const next = checkpoint?.next_step ?? Math.min(journal.state.next_step, this.#untouched())
    const offset = checkpoint?.offset ?? 0
    const { task, update } = this.#saver.position(next, offset)
    journal.append({
      kind: 'rewound',
      next_step: next,
      task,
      update,
      checkpoint: checkpoint?.folder ?? null,
      reason,
    })
    return { index: next, offset }
  }

  /** The first step that changes something: what is measured before it needs no checkpoint. */
  #untouched(): number {
    return this.#plan.findIndex((step) => step.kind !== 'evaluate')
  }

  /** Runs steps from `next`; returns where it stopped, the plan's length at the end. */
  async #runSteps(worker: Worker, next: Standing): Promise<Standing> {
    const { journal } = this.options
    const plan = this.#plan
    let at = next
    while (at.index < plan.length) {
      if (this.#wish === 'stop') return at
      if (this.#wish === 'checkpoint') {
        await this.#saveNow(worker, at)
        if (this.#wish === 'checkpoint') this.#wish = 'go'
        continue
      }
      if (this.#wish === 'pause') {
        journal.append({ kind: 'paused' })
        await this.#unpaused(worker)
        journal.append({ kind: 'continued' })
        continue
      }
      const window = new StepWindow(plan, worker, journal, this.#saver, () => this.#wish === 'go')
      at = await window.runFrom(at)
    }
    return at
  }

  /** Resolves when the wish is no longer to pause; rejects when the worker is lost meanwhile. */
  async #unpaused(worker: Worker): Promise<void> {
    while (this.#wish === 'pause') {
      const woken = new Promise<void>((resolve) => {
        this.#wakePaused = resolve
      })
      await Promise.race([woken, worker.lost])
    }
    this.#wakePaused = null
  }

  async #saveNow(worker: Worker, { index, offset }: Standing): Promise<void> {
    const saved = this.options.journal.state.checkpoints.at(-1)
    if (index === 0 || (saved?.next_step === index && (saved.offset ?? 0) === offset)) return
    const command = this.#saver.save(index, offset)
    this.#saver.commitSave(index, command, await worker.run(command), offset)
  }

  #nextEpoch(): number {
    const { worker, workers_lost: lost } = this.options.journal.state
    return Math.max(worker?.epoch ?? 0, lost) + 1
  }

  #recordLoss(error: WorkerError): void {
    const { journal } = this.options
    const epoch = journal.state.worker?.epoch ?? 0
    journal.append({ kind: 'worker-lost', epoch, code: error.code, message: error.message })
  }

  /** A disk may refuse even this line: then the journal simply ends, and the error still reaches the caller. */
  #recordFailure(error: unknown): void {
    const { journal } = this.options
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'internal'
    const message = error instanceof Error ? error.message : String(error)
    const checkpoint = journal.state.checkpoints.at(-1)?.folder ?? null
    try {
      journal.append({ kind: 'failed', code, message, checkpoint })
    } catch (refused) {
      if (!isDiskError(refused)) throw refused
    }
  }
}
