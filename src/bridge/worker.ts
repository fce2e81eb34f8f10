/** How a command reaches Python: the interface that the engine sees. Tests plug in an in-memory twin. */
import type { Command, SavedFile } from '../plan/step.js'

export interface DatasetFacts {
  readonly name: string
  readonly classes: readonly string[]
  readonly train_size: number
  readonly test_size: number
  readonly templates: readonly string[]
  /** Images that were left out because they cannot be decoded, with the reason. */
  readonly skipped: readonly string[]
  /** What a person should know of it: classes with the same prompt, prompts that are cut, classes without a test image. */
  readonly notes: readonly string[]
}

export interface LossRow {
  readonly ce: number
  readonly distill_image: number
  readonly distill_text: number
  readonly feature: number
  readonly image_image: number
  readonly alignment: number
  readonly wc: number
  readonly total: number
}

export interface SetUpDone {
  readonly kind: 'set-up-done'
  readonly device: string
  readonly threads: number
  readonly precision: string
  readonly parameters: number
  readonly parameters_trained: number
  readonly model_digest: string
  readonly datasets: readonly DatasetFacts[]
}

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'begin-task-done'
      readonly reference_images: number
      readonly reference_texts: number
    }
  | SetUpDone
  | { readonly kind: 'train-done'; readonly losses: readonly LossRow[]; readonly images: number }
  | { readonly kind: 'evaluate-done'; readonly correct: number; readonly total: number }
  | { readonly kind: 'save-done'; readonly files: readonly SavedFile[] }

/** The answer to one command. */
export interface Report {
  /** Wall time of the command in Python, seconds. */
  readonly seconds: number
  readonly memory_mib: number
  readonly device_memory_mib: number
  readonly outcome: Outcome
}

export type Section = 'idle' | 'set-up' | 'train' | 'evaluate' | 'save'

/** What the worker is doing right now, from its heartbeat (about twice a second). */
export interface Progress {
  readonly section: Section
  readonly done: number
  readonly total: number
  readonly memory_mib: number
  readonly device_memory_mib: number
}

export interface Worker {
  readonly pid: number
  readonly versions: { readonly python: string; readonly torch: string; readonly open_clip: string }
  /**
   * Queues a command; may be called again before it settles. Commands run one at a time, in order.
   * @throws WorkerError when the command fails or the worker is lost (then every pending command rejects).
   */
  run(command: Command): Promise<Report>
  /** Never resolves; rejects with the WorkerError when the process is lost, also while no command is pending. */
  readonly lost: Promise<never>
  /** Discards every command that has not started: their `run` resolves with outcome `cancelled`. */
  cancel(): void
  /** The same, and ends a running command that changes nothing before its end, as set-up and evaluation. */
  abandon(): void
  /** Ends the process by the stopping ladder; resolves when it is gone. Safe to call twice. */
  close(): Promise<void>
}

/** Starts a worker: `epoch` counts launches within one run, from 1. */
export type LaunchWorker = (options: LaunchOptions) => Promise<Worker>

export interface LaunchOptions {
  readonly epoch: number
  /** stdout and stderr of the process are appended here. */
  readonly logFile: string
  readonly onProgress: (progress: Progress) => void
}

export type WorkerErrorCode =
  // mistakes of the user or facts of the machine, reported by Python
  | 'bad-input'
  | 'model-not-found'
  | 'data-not-found'
  | 'device-unavailable'
  | 'missing-package'
  | 'checkpoint-unreadable'
  | 'disk-full'
  | 'out-of-memory'
  | 'non-finite-loss'
  // our bugs, reported by Python
  | 'protocol'
  | 'internal'
  // the process itself
  | 'start-failed'
  | 'worker-died'
  | 'worker-stuck'

/** The one error of the bridge. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError'
  constructor(
    readonly code: WorkerErrorCode,
    message: string,
    readonly details: {
      /** Python traceback, or the tail of the worker's log. */
      readonly traceback?: string
      /** True when slots and optimiser are as they were before the command. */
      readonly stateGood?: boolean
      /** non-finite-loss: the update within the task and its terms. */
      readonly update?: number
      readonly losses?: LossRow
      readonly cause?: unknown
    } = {},
  ) {
    super(message, { cause: details.cause })
  }

  /** True when a fresh worker may succeed: the process was lost, nothing is known to be wrong with the input. */
  get isLoss(): boolean {
    return this.code === 'worker-died' || this.code === 'worker-stuck'
  }
}
