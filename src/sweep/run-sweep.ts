/** Runs the trials of a sweep that are still to do, several at once; one that fails never ends the others. */
import {
  type FinishedRun,
  type OpenRun,
  type RunDependencies,
  RunFailed,
  runInFolder,
} from '../engine/run.js'
import type { Trial } from './expand.js'
import { type SweepFolder, stateOf, trialFolder } from './folder.js'
import type { TrialProgress } from './progress.js'
import { SharedWork } from './shared-work.js'

export interface SweepOptions {
  readonly trials: readonly Trial[]
  readonly folder: SweepFolder
  /** Trials at once. */
  readonly jobs: number
  /** What a trial in place `slot` (from 0) runs with: each has a GPU of its own where there are several. */
  readonly dependencies: (slot: number) => RunDependencies
  readonly retryFailed: boolean
  /** Whether trials begin where others have been; it changes no number. */
  readonly share: boolean
  readonly failFast: boolean
  /** Called for every trial once at the start, and whenever its status or its run's state changes. */
  readonly onChange: (progress: TrialProgress) => void
  /** Called when a run is open; returns what to call when it is not any more. */
  readonly onOpen?: (trial: Trial, run: OpenRun) => () => void | Promise<void>
}

/** Failures one after the other, without a success between, after which something is wrong with more than a trial. */
export const MAX_FAILURES_IN_A_ROW = 3

export type SweepResult = 'finished' | 'failures' | 'gave-up' | 'interrupted'

export class SweepRunner {
  readonly #open = new Set<OpenRun>()
  readonly #all: Map<string, TrialProgress>
  #stopped = false
  #failures = 0
  #gaveUp = false
  readonly #waiting: (() => void)[] = []
  readonly #shared: SharedWork | null

  constructor(private readonly options: SweepOptions) {
    this.#all = new Map(options.trials.map((trial) => [trial.id, this.#found(trial)] as const))
    this.#shared = options.share
      ? new SharedWork(options.trials, options.folder, (trial) => this.#all.get(trial.id)!)
      : null
  }

  get progress(): readonly TrialProgress[] {
    return [...this.#all.values()]
  }

  /** Every running trial finishes its segment and saves a checkpoint; no other begins. */
  stop(): void {
    this.#stopped = true
    this.#wake()
    for (const { engine } of this.#open) engine.stop()
  }

  async run(): Promise<SweepResult> {
    for (const one of this.progress) this.options.onChange(one)
    const queue = this.progress.filter(({ status }) => status === 'waiting').map((one) => one.trial)
    const place = async (slot: number): Promise<void> => {
      while (queue.length > 0 && !this.#stopped && !this.#gaveUp) {
        const next = this.#next(queue)
        if (next === undefined) await this.#somethingChanged()
        else await this.#runTrial(next, slot)
      }
    }
    await Promise.all(Array.from({ length: this.options.jobs }, (_, slot) => place(slot)))
    if (this.progress.every(({ status }) => status === 'finished')) this.#shared?.forget()
    if (this.#stopped) return 'interrupted'
    if (this.#gaveUp) return 'gave-up'
    return this.progress.some(({ status }) => status === 'failed') ? 'failures' : 'finished'
  }

  /** The first trial that need not wait for what another is computing. */
  #next(queue: Trial[]): Trial | undefined {
    const index = queue.findIndex((trial) => this.#shared?.isReady(trial) ?? true)
    return index < 0 ? undefined : queue.splice(index, 1)[0]
  }

  #somethingChanged(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  /** What an earlier call has left: finished trials are not touched, failed ones only when that was asked for. */
  #found(trial: Trial): TrialProgress {
    const state = stateOf(this.options.folder, trial)
    if (state?.status === 'finished') return { trial, status: 'finished', state, error: null }
    if (state?.status === 'failed' && !this.options.retryFailed)
      return { trial, status: 'failed', state, error: state.error?.message ?? 'failed before' }
    return { trial, status: 'waiting', state, error: null }
  }

  async #runTrial(trial: Trial, slot: number): Promise<void> {
    const { folder, dependencies } = this.options
    const { state } = this.#all.get(trial.id)!
    this.#change({ trial, status: 'running', state, error: null })
    try {
      const attach = (run: OpenRun) => this.#attach(trial, run)
      const runFolder = trialFolder(folder, trial)
      const shared = this.#shared?.begin(trial, runFolder)
      const all = { ...dependencies(slot), ...(shared && { adopt: shared }) }
      this.#ended(trial, await runInFolder(trial.experiment, runFolder, all, attach))
    } catch (error) {
      this.#failed(trial, error)
    }
  }

  async #attach(trial: Trial, run: OpenRun): Promise<() => Promise<void>> {
    this.#open.add(run)
    const closed = this.options.onOpen?.(trial, run)
    const unsubscribe = run.journal.subscribe((_, state) =>
      this.#change({ trial, status: 'running', state, error: null }),
    )
    if (this.#stopped) run.engine.stop()
    return async () => {
      unsubscribe()
      await closed?.()
      this.#open.delete(run)
    }
  }

  #ended(trial: Trial, { result, state }: FinishedRun): void {
    if (result === 'finished') this.#failures = 0
    this.#change({ trial, status: result, state, error: null })
  }

  #failed(trial: Trial, error: unknown): void {
    const cause = error instanceof RunFailed ? error.cause : error
    const message = cause instanceof Error ? cause.message : String(cause)
    const state = stateOf(this.options.folder, trial)
    this.#failures += 1
    this.#gaveUp ||= this.options.failFast || this.#failures >= MAX_FAILURES_IN_A_ROW
    this.#change({ trial, status: 'failed', state, error: message })
    if (this.options.failFast) for (const { engine } of this.#open) engine.stop()
  }

  #change(progress: TrialProgress): void {
    this.#all.set(progress.trial.id, progress)
    this.#wake()
    this.options.onChange(progress)
  }
}
