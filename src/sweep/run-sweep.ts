/**
 * Runs the trials of a sweep that are still to do, several at once; one that fails never ends the others. Trials that
 * another process runs, of this host or of another that shares the folder, are left to it and waited for.
 */
import {
  type FinishedRun,
  type OpenRun,
  type RunDependencies,
  RunFailed,
  runInFolder,
} from '../engine/run.js'
import { JournalError } from '../journal/errors.js'
import type { LockOptions } from '../journal/holder.js'
import { readState } from '../journal/read-state.js'
import { TrialStates } from './elsewhere.js'
import type { Trial } from './expand.js'
import { type SweepFolder, trialFolder } from './folder.js'
import type { TrialProgress } from './progress.js'
import { SharedWork } from './shared-work.js'
import { showSweeper } from './sweepers.js'

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
  /** What locks of other hosts are judged by. */
  readonly lock?: LockOptions
  readonly lookMs?: number
  /** Called for every trial once at the start, and whenever its status or its run's state changes. */
  readonly onChange: (progress: TrialProgress) => void
  /** Called when a run is open; returns what to call when it is not any more. */
  readonly onOpen?: (trial: Trial, run: OpenRun) => Closed | Promise<Closed>
}

type Closed = () => void | Promise<void>

/** Failures one after the other, without a success between, after which something is wrong with more than a trial. */
export const MAX_FAILURES_IN_A_ROW = 3

/** How often it is looked how trials of other processes stand. */
const LOOK_MS = 2_000

/** Another process has finished the trial between a look and the lock. */
class FinishedElsewhere extends Error {}

export type SweepResult = 'finished' | 'failures' | 'gave-up' | 'interrupted'

export class SweepRunner {
  readonly #open = new Set<OpenRun>()
  readonly #all: Map<string, TrialProgress>
  #stopped = false
  #failures = 0
  #gaveUp = false
  readonly #waiting: (() => void)[] = []
  readonly #shared: SharedWork | null
  readonly #queue: Trial[] = []
  readonly #states: TrialStates

  constructor(private readonly options: SweepOptions) {
    this.#states = new TrialStates(options.folder, options.lock)
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
    this.#queue.push(
      ...this.progress.filter(({ status }) => status === 'waiting').map((one) => one.trial),
    )
    const look = setInterval(() => this.#lookElsewhere(), this.options.lookMs ?? LOOK_MS)
    const hide = showSweeper(this.options.folder, () => this.stop(), this.options.lock)
    const places = Array.from({ length: this.options.jobs }, (_, slot) => this.#place(slot))
    await Promise.all(places).finally(() => {
      clearInterval(look)
      hide()
    })
    if (this.progress.every(({ status }) => status === 'finished')) this.#shared?.forget()
    if (this.#stopped) return 'interrupted'
    if (this.#gaveUp) return 'gave-up'
    return this.progress.some(({ status }) => status === 'failed') ? 'failures' : 'finished'
  }

  /** Runs one trial after the other until there is none left, and none that another process may give back. */
  async #place(slot: number): Promise<void> {
    while (!this.#stopped && !this.#gaveUp) {
      const next = this.#next()
      const isElsewhere = this.progress.some(({ status }) => status === 'elsewhere')
      if (next !== undefined) await this.#runTrial(next, slot)
      else if (this.#queue.length > 0 || isElsewhere) await this.#somethingChanged()
      else return
    }
  }

  /** A trial that need not wait for what another is computing: the first that others wait for, else the first. */
  #next(): Trial | undefined {
    const ready = this.#queue.filter((trial) => this.#shared?.isReady(trial) ?? true)
    const next = ready.find((trial) => this.#shared?.isAwaited(trial)) ?? ready[0]
    if (next !== undefined) this.#queue.splice(this.#queue.indexOf(next), 1)
    return next
  }

  /** What other processes have begun since, what they do, and what they have left. */
  #lookElsewhere(): void {
    for (const before of this.progress) {
      const { trial, status } = before
      if (status !== 'elsewhere' && !this.#queue.includes(trial)) continue
      const now = this.#found(trial)
      if (now.status === status && now.state?.updated_at === before.state?.updated_at) continue
      const index = this.#queue.indexOf(trial)
      if (now.status === 'waiting' && index < 0) this.#queue.push(trial)
      if (now.status !== 'waiting' && index >= 0) this.#queue.splice(index, 1)
      this.#change(now)
    }
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
    const state = this.#states.of(trial)
    if (state?.status === 'finished') return { trial, status: 'finished', state, error: null }
    if (this.#states.isRun(trial)) return { trial, status: 'elsewhere', state, error: null }
    if (state?.status === 'failed' && !this.options.retryFailed)
      return { trial, status: 'failed', state, error: state.error?.message ?? 'failed before' }
    return { trial, status: 'waiting', state, error: null }
  }

  async #runTrial(trial: Trial, slot: number): Promise<void> {
    const { folder, dependencies } = this.options
    const found = this.#found(trial)
    if (found.status !== 'waiting') return this.#change(found)
    this.#change({ trial, status: 'running', state: found.state, error: null })
    try {
      const attach = (run: OpenRun) => this.#attach(trial, run)
      const all = { ...dependencies(slot), ...this.#sharedBy(trial) }
      this.#ended(
        trial,
        await runInFolder(trial.experiment, trialFolder(folder, trial), all, attach),
      )
    } catch (error) {
      const cause = error instanceof RunFailed ? error.cause : error
      if (cause instanceof FinishedElsewhere) this.#change(this.#found(trial))
      else if (cause instanceof JournalError && cause.code === 'in-use')
        this.#change({ trial, status: 'elsewhere', state: found.state, error: null })
      else this.#failed(trial, cause)
    }
  }

  /** What is done once the trial's folder is this process's alone. */
  #sharedBy(trial: Trial): Pick<RunDependencies, 'prepare' | 'adopt'> {
    let adopt: RunDependencies['adopt']
    return {
      prepare: (folder) => {
        if (readState(folder).status === 'finished') throw new FinishedElsewhere()
        adopt = this.#shared?.begin(trial, folder)
      },
      adopt: (...all) => adopt?.(...all),
    }
  }

  async #attach(trial: Trial, run: OpenRun): Promise<() => Promise<void>> {
    this.#open.add(run)
    const closed = await this.options.onOpen?.(trial, run)
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

  #failed(trial: Trial, cause: unknown): void {
    const message = cause instanceof Error ? cause.message : String(cause)
    const state = this.#states.of(trial)
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
