/**
 * What happened, one event per line of `journal.jsonl`: `{"v":2,"seq":n,"at":"<ISO time>","kind":…,…,"crc":"…"}`; version 1
 * has no checksum.
 * Everything downstream (state, views, results) is a fold of these events.
 */
import type { DatasetFacts, LossRow } from '../bridge/worker.js'
import type { LossWeights, SavedFile } from '../plan/step.js'
import type { Wish } from './requests.js'

/** What a view needs to know about the experiment; the whole of it is in `experiment.yaml`. */
export interface RunStarted {
  readonly kind: 'run-started'
  readonly name: string
  readonly recipe: string
  readonly benchmark: string
  readonly protocol: string
  readonly model: string
  readonly seed: number
  /** Absent: task-incremental. */
  readonly setting?: 'class-incremental'
  /** Task names in training order: rows and columns of the accuracy matrix. */
  readonly tasks: readonly string[]
  /** Datasets that are only measured: columns of their own, absent in runs without. */
  readonly also_evaluate?: readonly string[]
  /** Updates of each task. */
  readonly updates: readonly number[]
  /** Length of the plan. */
  readonly steps: number
  /** SHA-256 of the resolved experiment; a resumed run must match. */
  readonly experiment_digest: string
}

export interface WorkerStarted {
  readonly kind: 'worker-started'
  /** Launch number of the worker process within the run, from 1. */
  readonly epoch: number
  readonly pid: number
  readonly device: string
  readonly threads: number
  readonly precision: string
  readonly versions: { readonly python: string; readonly torch: string; readonly open_clip: string }
  readonly parameters: number
  readonly parameters_trained: number
  readonly model_digest: string
  readonly datasets: readonly DatasetFacts[]
  /** Wall time of set-up (process start, imports, model, data), seconds. */
  readonly seconds: number
}

export interface TaskStarted {
  readonly kind: 'task-started'
  readonly step: number
  readonly task: number
  /** What it distils from; absent in journals of earlier versions. */
  readonly reference_images?: number
  readonly reference_texts?: number
  readonly seconds: number
}

/** One segment. */
export interface Trained {
  readonly kind: 'trained'
  readonly step: number
  readonly task: number
  readonly first_update: number
  readonly learning_rates: readonly number[]
  readonly loss_weights: LossWeights
  readonly losses: readonly LossRow[]
  readonly images: number
  /** Updates of the segment that were not done, because a person wanted to stop within it; absent: none. */
  readonly rest?: number
  readonly seconds: number
  readonly memory_mib: number
  readonly device_memory_mib: number
}

/** Weights were changed outside the optimiser: lerp, combine, drop, remember. */
export interface WeightsChanged {
  readonly kind: 'weights-changed'
  readonly step: number
  readonly operation: 'lerp' | 'combine' | 'drop' | 'remember'
  readonly slot: string
  readonly seconds: number
}

export interface Evaluated {
  readonly kind: 'evaluated'
  readonly step: number
  readonly slot: string
  /** '' for the model itself, otherwise a variant that is only measured. */
  readonly variant: string
  /** Index of the last task trained, -1 before training. */
  readonly after_task: number
  readonly dataset_index: number
  readonly dataset: string
  readonly correct: number
  readonly total: number
  readonly seconds: number
}

export interface CheckpointSaved {
  readonly kind: 'checkpoint-saved'
  /** Index of the next step of the plan when resumed from here. */
  readonly next_step: number
  /** Relative to the run folder. */
  readonly folder: string
  readonly task: number
  readonly update: number
  /** Updates of step `next_step` that are done already, where it was stopped within a segment; absent: none. */
  readonly offset?: number
  readonly files: readonly SavedFile[]
  readonly seconds: number
}

/** The end of a task's training was kept for other trials. */
export interface StageSaved {
  readonly kind: 'stage-saved'
  readonly step: number
  readonly task: number
  /** Relative to the run folder. */
  readonly folder: string
  readonly files: readonly SavedFile[]
  readonly seconds: number
}

/** A run begins with what another has computed: the numbers are those it would have computed itself. */
export interface StageAdopted {
  readonly kind: 'stage-adopted'
  /** Name of the run that computed it. */
  readonly from: string
  readonly next_step: number
  /** The last task whose training is taken over; -1 = only the evaluations before training. */
  readonly task: number
  /** Per task that is taken over: a row of losses and a learning rate for every update. */
  readonly training: readonly {
    readonly losses: readonly LossRow[]
    readonly learning_rates: readonly number[]
  }[]
  readonly evaluations: readonly Evaluated[]
  /** Set where a person has forked the other run; absent in a sweep, whose trials share their beginnings. */
  readonly fork?: true
}

export interface ModelPublished {
  readonly kind: 'model-published'
  readonly step: number
  /** Relative to the run folder. */
  readonly folder: string
  readonly seconds: number
}

/** The worker was lost; what follows its last checkpoint will be done again. */
export interface WorkerLost {
  readonly kind: 'worker-lost'
  readonly epoch: number
  readonly code: string
  readonly message: string
}

/** Work goes on from a checkpoint (or from the start, next_step 0): results of later steps are void. */
export interface Rewound {
  readonly kind: 'rewound'
  readonly next_step: number
  /** Task and its updates done at that point: task -1 before the first. */
  readonly task: number
  readonly update: number
  readonly checkpoint: string | null
  /** Why: 'worker-lost' within a run, 'resumed' by a new process. */
  readonly reason: 'worker-lost' | 'resumed'
}

export interface Paused {
  readonly kind: 'paused'
}
export interface Continued {
  readonly kind: 'continued'
}
/** Stopped by the user with everything saved. */
export interface Interrupted {
  readonly kind: 'interrupted'
}
export interface Failed {
  readonly kind: 'failed'
  readonly code: string
  readonly message: string
  /** The last good checkpoint, relative to the run folder. */
  readonly checkpoint: string | null
}
export interface Finished {
  readonly kind: 'finished'
}
/** A person asked for something through the run folder. */
export interface Requested {
  readonly kind: 'requested'
  readonly wish: Wish
  readonly by: string
}
/** Something the user should know that stops nothing. */
export interface Warned {
  readonly kind: 'warned'
  readonly message: string
}

export type EventBody =
  | RunStarted
  | WorkerStarted
  | TaskStarted
  | Trained
  | WeightsChanged
  | Evaluated
  | CheckpointSaved
  | StageSaved
  | StageAdopted
  | ModelPublished
  | WorkerLost
  | Rewound
  | Paused
  | Continued
  | Interrupted
  | Failed
  | Finished
  | Warned
  | Requested

/** One line of the journal. */
export type JournalEvent = {
  readonly v: 1 | 2
  readonly seq: number
  readonly at: string
} & EventBody
