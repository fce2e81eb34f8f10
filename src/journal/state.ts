/** The state of a run: what its journal folds to. Views, resume and results read nothing else. */
import type { LossRow } from '../bridge/worker.js'
import type { Timings } from '../metrics/estimate.js'
import type { CheckpointSaved, Evaluated, RunStarted, StageSaved, WorkerStarted } from './events.js'

export type RunStatus = 'starting' | 'running' | 'paused' | 'interrupted' | 'failed' | 'finished'

/** One update as a view draws it. */
export interface UpdateRow extends LossRow {
  readonly learning_rate: number
}

export interface RunState {
  readonly status: RunStatus
  readonly run: RunStarted | null
  readonly worker: WorkerStarted | null
  /** Index of the next step of the plan. */
  readonly next_step: number
  /** Task in progress, -1 before the first. */
  readonly task: number
  /** What the task in progress distils from; 0 = nothing, or its own images. */
  readonly reference_images: number
  readonly reference_texts: number
  /** Updates done, per task. */
  readonly updates_done: readonly number[]
  /** Another run, whose work this one began with, and the last task that was trained there. */
  readonly adopted: { readonly from: string; readonly task: number; readonly fork: boolean } | null
  /** Rows of losses, per task. */
  readonly history: readonly (readonly UpdateRow[])[]
  /** Accuracy in percent; row -1 (zero-shot) apart, rows by after_task, columns by dataset; null = not yet. */
  readonly zero_shot: readonly (number | null)[]
  readonly matrix: readonly (readonly (number | null)[])[]
  /** Class-incremental: accuracy over all classes seen, after each task, and before training over all; else null. */
  readonly seen: readonly (number | null)[] | null
  readonly seen_zero_shot: number | null
  /** The same for the datasets that are only measured; they enter no metric. */
  readonly also_zero_shot: readonly (number | null)[]
  readonly also_matrix: readonly (readonly (number | null)[])[]
  /** Every evaluation that is valid, variants included, in order. */
  readonly evaluations: readonly Evaluated[]
  /** Checkpoints in order of saving; older ones may have been pruned from disk. */
  readonly checkpoints: readonly CheckpointSaved[]
  /** Ends of training that were kept for other trials. */
  readonly stages: readonly StageSaved[]
  readonly model_folder: string | null
  readonly timings: Timings
  /** Of the last segment: what the live screen shows. */
  readonly updates_per_second: number | null
  readonly images_per_second: number | null
  readonly memory_mib: number
  readonly peak_memory_mib: number
  readonly device_memory_mib: number
  readonly workers_lost: number
  readonly warnings: readonly string[]
  readonly error: { readonly code: string; readonly message: string } | null
  readonly started_at: string | null
  /** Time of the last event. */
  readonly updated_at: string | null
}

export const initialState: RunState = {
  status: 'starting',
  run: null,
  worker: null,
  next_step: 0,
  task: -1,
  reference_images: 0,
  reference_texts: 0,
  updates_done: [],
  adopted: null,
  history: [],
  zero_shot: [],
  matrix: [],
  seen: null,
  seen_zero_shot: null,
  also_zero_shot: [],
  also_matrix: [],
  evaluations: [],
  checkpoints: [],
  stages: [],
  model_folder: null,
  timings: { set_up: 0, train: 0, evaluate: 0, weights: 0, save: 0 },
  updates_per_second: null,
  images_per_second: null,
  memory_mib: 0,
  peak_memory_mib: 0,
  device_memory_mib: 0,
  workers_lost: 0,
  warnings: [],
  error: null,
  started_at: null,
  updated_at: null,
}
