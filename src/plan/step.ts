/**
 * What can be asked of a worker. A plan is an ordered list of `Step`s; each carries every number it needs.
 * Field names are those of proto/zscl.proto, journal and YAML, so nothing is renamed on the way.
 */
import type { DatasetKind } from '../config/dataset.js'
import type { WEIGHT_KEYS } from '../config/loss-weights.js'

export interface ModelSpec {
  readonly name: string
  readonly pretrained: string
}

/** Every field that some kind of dataset needs; those of other kinds are empty. */
export interface DatasetSpec {
  readonly name: string
  readonly kind: DatasetKind
  readonly mini_task: string
  /** 0 = all. */
  readonly train_size: number
  readonly test_size: number
  readonly data_seed: number
  readonly images: string
  readonly test: string
  readonly table: string
  readonly test_table: string
  readonly path_column: string
  readonly label_column: string
  readonly held_out: number
  readonly templates: readonly string[]
  readonly class_names: readonly string[]
  readonly unreadable: 'fatal' | 'skip'
  /** The paper's datasets: their folder, and the split protocol; '' = the dataset's own. */
  readonly root: string
  readonly split: string
  /** Only these classes, in this order: by index or by name; both empty = all. */
  readonly class_indices: readonly number[]
  readonly classes: readonly string[]
  readonly saved: string
  readonly test_split: string
  readonly image_column: string
  /** The paper's datasets: whose class names and templates; '' = openai. */
  readonly prompts: string
  /** Of a table; '' = UTF-8, or UTF-16 where the file says so. */
  readonly encoding: string
  /** Training images of every class; 0 = all. */
  readonly shots: number
  /** Which label each of `class_names` is for; empty: in the order of the sorted labels. */
  readonly class_labels: readonly string[]
  /** Files: exact ('' as well) | scaled. */
  readonly decoding: string
  /** Tables and Parquet files: the column that says which rows are of `split` and of `test_split`; '' = none. */
  readonly split_column: string
}

export interface ImageSource {
  readonly kind: 'none' | 'set' | 'folder' | 'current-task' | 'task-images' | 'memory' | 'noise'
  readonly set: string
  readonly count: number
  readonly data_seed: number
  readonly path: string
  /** kind folder: only the first so many folders of classes; 0 = all. */
  readonly classes: number
  /** kind folder: as of a dataset. */
  readonly decoding: string
}

export interface TextSource {
  readonly kind: 'none' | 'set' | 'file' | 'class-prompts' | 'random-tokens' | 'paired'
  readonly set: string
  readonly count: number
  readonly data_seed: number
  readonly length: number
  readonly datasets: readonly string[]
  readonly path: string
  /** kind file: column of a parquet file. */
  readonly column: string
  /** kind paired: the text of an image by the name of its class folder. */
  readonly template: string
}

export interface Objective {
  readonly label_smoothing: number
  readonly temperature: number
  readonly direction: 'teacher-target' | 'as-printed'
  readonly text_term: 'transposed' | 'encoder' | 'paired'
  readonly text_sample: number
  /** How weight consolidation weighs the weights. */
  readonly consolidation: 'equal' | 'adaptive'
}

export interface Optimiser {
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
  readonly weight_decay: number
}

/** The value of every loss weight in an update. */
export type LossWeights = Readonly<Record<(typeof WEIGHT_KEYS)[number], number>>

/** Loads model and data on a fresh worker; not part of a plan, sent first on every launch. */
export interface SetUp {
  readonly kind: 'set-up'
  readonly model: ModelSpec
  readonly datasets: readonly DatasetSpec[]
  readonly seed: number
  readonly device: string
  /** Several ranks; see `devices` of the schema. */
  readonly devices?: string
  readonly threads: number
  readonly precision: 'fp32' | 'tf32' | 'bf16'
  /** `everything` trains nothing, but slots hold logit_scale as well: for merging. */
  readonly trains: 'whole' | 'image' | 'text' | 'everything'
  readonly cache_folder: string
  /** Absent: false. */
  readonly compile?: boolean
  /** What the tasks to come distil on, each once: looked at before anything is decoded. */
  readonly references?: readonly ReferenceSources[]
}

export interface ReferenceSources {
  readonly images: ImageSource
  readonly texts: TextSource
}

export interface BeginTask {
  readonly kind: 'begin-task'
  readonly task: number
  readonly dataset: string
  readonly objective: Objective
  readonly teacher_slot: string
  readonly anchor_slot: string
  readonly reference_images: ImageSource
  readonly reference_texts: TextSource
  readonly optimiser: Optimiser
}

/** A segment: consecutive updates of one task, one learning rate per update, one set of loss weights. */
export interface Train {
  readonly kind: 'train'
  readonly task: number
  readonly first_update: number
  readonly learning_rates: readonly number[]
  readonly loss_weights: LossWeights
  readonly batch_size: number
  readonly reference_batch_size: number
  /** At most so many images or texts with activations in memory at a time; absent = all. */
  readonly micro_batch?: number
}

export interface Lerp {
  readonly kind: 'lerp'
  readonly slot: string
  readonly towards: string
  readonly fraction: number
}

export interface Combine {
  readonly kind: 'combine'
  readonly slot: string
  readonly terms: readonly { readonly slot: string; readonly weight: number }[]
}

export interface Drop {
  readonly kind: 'drop'
  readonly slots: readonly string[]
}

/** The test images in a seeded order, cut in two: the first `share` selects between models, the rest reports. */
export interface EvaluationPart {
  readonly share: number
  readonly seed: number
  readonly selecting: boolean
}

export interface Evaluate {
  readonly kind: 'evaluate'
  readonly slot: string
  readonly dataset: string
  readonly batch_size: number
  /** Absent: the whole test set. */
  readonly part?: EvaluationPart
  /** Class-incremental: datasets whose classes compete, this one among them; absent: its own classes only. */
  readonly among?: readonly string[]
  /** Row of the accuracy matrix: index of the last task trained, or -1 before training. */
  readonly after_task: number
  /** Column of the accuracy matrix. */
  readonly dataset_index: number
  /** '' for the model itself; otherwise the name of a variant that is only measured, e.g. `we-10`, `wise-ft-0.5`. */
  readonly variant: string
}

export interface Remember {
  readonly kind: 'remember'
  readonly task: number
  readonly dataset: string
  readonly slot: string
  readonly capacity: number
}

/** A scheduled checkpoint. The engine chooses the folder and turns this into a `Save`. */
export interface Checkpoint {
  readonly kind: 'checkpoint'
  readonly task: number
  /** Updates of the task done so far. */
  readonly update: number
}

/** Keeps everything at the end of a task's training for other trials. The engine chooses the folder. */
export interface Stage {
  readonly kind: 'stage'
  readonly task: number
}

/** Writes the result as an open_clip folder. The engine chooses the folder and turns this into an `Export`. */
export interface Publish {
  readonly kind: 'publish'
  readonly slot: string
}

/** One step of a plan. */
export type Step =
  | BeginTask
  | Train
  | Lerp
  | Combine
  | Drop
  | Evaluate
  | Remember
  | Checkpoint
  | Stage
  | Publish

export interface SavedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly slot: string
}

export interface Save {
  readonly kind: 'save'
  readonly folder: string
  readonly slots: readonly string[]
  readonly optimiser: boolean
}

export interface Restore {
  readonly kind: 'restore'
  readonly folder: string
  readonly files: readonly SavedFile[]
  /** The task to begin again before its optimiser is put back; absent between tasks. */
  readonly task?: BeginTask
}

/** Puts the weights of another model of the same architecture into a slot. */
export interface Load {
  readonly kind: 'load'
  readonly slot: string
  /** An empty name with a file as `pretrained`: only its weights are looked at. */
  readonly model: ModelSpec
}

export interface Export {
  readonly kind: 'export'
  readonly slot: string
  readonly folder: string
}

/** What crosses to a worker. */
export type Command =
  | SetUp
  | Restore
  | BeginTask
  | Train
  | Lerp
  | Combine
  | Drop
  | Evaluate
  | Remember
  | Save
  | Load
  | Export
