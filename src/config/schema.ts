/**
 * What can be asked for: the schema of a resolved experiment. Default, check and doc of an option stand together.
 * Every object is strict, so a misspelt key is an error and never ignored.
 */
import { z } from 'zod'
import { Dataset, Decoding, FALLBACK_SET, label, OwnImages, OwnTexts, seed } from './dataset.js'
import { Devices } from './devices.js'
import { Resources } from './resources.js'

const fraction = z.number().min(0).max(1)
const positiveInteger = z.int().min(1)

/** Names become folder names and slot names. */
export const Name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'letters, digits, dot, dash and underscore')

/**
 * A loss weight: one number, one per task, or a schedule over the updates of every task. A schedule is a list of
 * points; between them the value is held (`constant`) or drawn as a line (`linear`: segments of one update).
 */
export const Weight = z
  .union([
    z.number().min(0),
    z.strictObject({ per_task: z.array(z.number().min(0)).min(1) }),
    z.strictObject({
      points: z.array(z.strictObject({ update: z.int().min(0), value: z.number().min(0) })).min(1),
      interpolation: z.enum(['constant', 'linear']).default('constant'),
    }),
  ])
  .describe(
    'a number of at least 0, {per_task: [NUMBER, …]} or {points: [{update: N, value: NUMBER}, …]}',
  )

export const Distillation = z.strictObject({
  /** T of method.md section 1. */
  temperature: z.number().positive().default(2),
  /** Which of the two is the target: as everybody does it, or as equation (3) is printed. */
  direction: z.enum(['teacher-target', 'as-printed']).default('teacher-target'),
  /**
   * The authors' code (S transposed, no gradient for the text encoder), the paper's text (student texts), or GIFT's: both terms
   * compare the images of the batch with their own texts, through both encoders of the student.
   */
  text_term: z.enum(['transposed', 'encoder', 'paired']).default('transposed'),
  /** Texts sampled per update for `encoder`. */
  text_sample: positiveInteger.default(64),
})

export const Teacher = z.strictObject({
  /** `previous` is the model at the start of the task; `wise` mixes: (1 - alpha) initial + alpha previous. */
  source: z.enum(['initial', 'previous', 'wise']).default('initial'),
  alpha: fraction.default(0.5),
})

export const ImageReference = z.strictObject({
  /** `current-task`: the images that train; `task-images`: a second batch of the task, not augmented. */
  kind: z
    .enum(['none', 'set', 'folder', 'current-task', 'task-images', 'memory', 'noise'])
    .default('none'),
  /** kind set: a named set, or `benchmark` for the one the benchmark names; task-images: another task by its name. */
  set: z.string().default('benchmark'),
  /** set, folder, noise: how many (0 = all there are). */
  count: z.int().min(0).default(0),
  data_seed: seed.default(1),
  /** kind folder: every image below it; relative to the file that says so. `{task}` stands for the task's name. */
  path: z.string().default(''),
  /** Of a folder per class, such as ImageNet: only the first so many classes. */
  classes: positiveInteger.optional(),
  /** Files: `scaled` as of a dataset. */
  decoding: Decoding.optional(),
})

export const TextReference = z.strictObject({
  /** `paired`: the text of every reference image, from `image_text.csv` beside them or the folders of their classes. */
  kind: z.enum(['none', 'set', 'file', 'class-prompts', 'random-tokens', 'paired']).default('none'),
  set: z.string().default('benchmark'),
  count: z.int().min(0).default(0),
  data_seed: seed.default(1),
  /** random-tokens: tokens per sentence. */
  length: z.int().min(1).max(75).default(10),
  /** class-prompts: of which tasks. */
  of: z.enum(['current', 'earlier', 'seen', 'all']).default('current'),
  /** file: one text per line, .tsv or .parquet; relative to the file that says so. */
  path: z.string().default(''),
  /** Of a parquet file: by default `caption`, or the only column with texts. */
  column: label.optional(),
  /** paired: the text of an image in a folder per class, `{}` for the class; left out: `a photo of a {}.` */
  template: z.string().regex(/\{\}/, 'text with `{}` for the class').optional(),
})

export const Average = z.strictObject({
  /** What is averaged while a task trains (method.md section 2). */
  kind: z.enum(['none', 'we', 'ema', 'we-wise', 'swa', 'pull']).default('none'),
  /** I: updates between two samples. */
  interval: positiveInteger.default(100),
  /** More intervals to keep and measure along the same training; each costs one copy of the weights. */
  intervals: z.array(positiveInteger).default([]),
  /** ema: d; pull: what is left of the trained weights at every sample. */
  decay: fraction.default(0.999),
  /** pull: where the trained weights are pulled to; `previous-sample` is what they were at the sample before. */
  towards: z.enum(['task-start', 'initial', 'previous-sample']).optional(),
  /** we-wise: beta. */
  beta: fraction.default(0.98),
  /** swa: the share of a task's updates after which averaging begins, and the learning rate from there on. */
  tail_start: fraction.default(0.75),
  tail_learning_rate: z.number().positive().default(1e-5),
})

export const AfterTask = z.strictObject({
  kind: z.enum(['keep-last', 'take-average', 'wise-ft']).default('keep-last'),
  /** wise-ft: (1 - alpha) reference + alpha trained. */
  alpha: fraction.default(0.8),
  /** More alphas to measure from the same end point. */
  alphas: z.array(fraction).default([]),
  reference: z.enum(['task-start', 'initial']).default('task-start'),
})

/** `authors-code`: one update more, samples after updates 1, I+1, 2I+1, … (method.md section 2). */
export const Counting = z.enum(['paper', 'authors-code'])

/** The loss weights; `proto/zscl.proto` says what each multiplies. */
export const lossWeights = {
  ce: Weight.default(1),
  lambda_image: Weight.default(0),
  lambda_text: Weight.default(0),
  lambda_feature: Weight.default(0),
  lambda_image_image: Weight.default(0),
  wc: Weight.default(0),
  /** GIFT: cross entropy of reference images and their own texts, in both directions. Left out: 0. */
  lambda_alignment: Weight.optional(),
}

export const Recipe = z.strictObject({
  name: Name,
  /** One line for `zscl recipes`, and what it reproduces. */
  summary: z.string().default(''),
  source: z.string().default(''),
  /** Parts that train; logit_scale never does. */
  trains: z.enum(['none', 'whole', 'image', 'text']).default('whole'),
  label_smoothing: z.number().min(0).lt(1).default(0.2),
  ...lossWeights,
  /** How wc weighs the weights: `adaptive` (GIFT) by the squared gradient of the reference terms. Left out: equal. */
  consolidation: z.enum(['equal', 'adaptive']).optional(),
  distillation: Distillation.prefault({}),
  teacher: Teacher.prefault({}),
  reference: z
    .strictObject({ images: ImageReference.prefault({}), texts: TextReference.prefault({}) })
    .prefault({}),
  average: Average.prefault({}),
  after_task: AfterTask.prefault({}),
  /** Exemplar memory (iCaRL): images kept of earlier tasks, shared evenly; 0 = none. */
  memory: z.strictObject({ capacity: z.int().min(0).default(0) }).prefault({}),
  /** What the recipe asks of the experiment's schedule; the experiment's own value wins. */
  schedule: z.strictObject({ counting: Counting.optional() }).optional(),
})

/** A number for every task, or one per task, or by task name with `default`. Resolved to one per task. */
export const PerTask = z.union([
  z.number().positive(),
  z.array(z.number().positive()).min(1),
  z.record(z.string(), z.number().positive()),
])
export const PerTaskUpdates = z.union([positiveInteger, z.array(positiveInteger).min(1)])

export const Schedule = z.strictObject({
  /** Optimiser steps per task. The defaults are those of the paper for most datasets. */
  updates: PerTaskUpdates.default(1000),
  /** Updates of linear warm-up from learning_rate / warmup. */
  warmup: z.int().min(0).default(100),
  learning_rate: PerTask.default(1e-5),
  /** After the warm-up: cosine to 0, or constant. */
  decay: z.enum(['cosine', 'constant']).default('cosine'),
  counting: Counting.default('paper'),
  batch_size: positiveInteger.default(64),
  reference_batch_size: positiveInteger.default(64),
  /** At most so many images or texts with activations in memory at a time; the update is the same. */
  micro_batch: positiveInteger.optional(),
})

export const Optimiser = z.strictObject({
  beta1: z.number().min(0).lt(1).default(0.9),
  beta2: z.number().min(0).lt(1).default(0.999),
  epsilon: z.number().positive().default(1e-8),
  weight_decay: z.number().min(0).default(0),
})

export const Model = z.strictObject({
  /** `mini-clip`, or an open_clip model name. */
  name: label,
  /** open_clip tag, or path to a .safetensors file or OpenAI archive; '' = random weights (`mini-clip` brings its own). */
  pretrained: z.string().default(''),
})

export const Benchmark = z.strictObject({
  name: Name,
  summary: z.string().default(''),
  /** Which split and counting made the numbers; printed with them. */
  protocol: label.default('own data'),
  /** class-incremental: tasks are classes of one dataset, and all classes seen so far compete when it is measured. */
  setting: z.enum(['task-incremental', 'class-incremental']).optional(),
  tasks: z.array(Dataset).min(1),
  /** Datasets that are only measured, after every task: whether zero-shot ability is kept elsewhere. */
  also_evaluate: z.array(Dataset).default([]),
  /** What `set: benchmark` in a recipe stands for. */
  reference: z.strictObject({ images: OwnImages, texts: OwnTexts }).default({
    images: { set: FALLBACK_SET, path: '', count: 2000 },
    texts: { set: FALLBACK_SET, path: '', count: 1000 },
  }),
  model: Model.prefault({ name: 'ViT-B-16-quickgelu', pretrained: 'openai' }),
  schedule: Schedule.prefault({}),
  /** Values of this benchmark's setting that replace those of a named recipe, where the recipe uses them at all. */
  replace: z
    .strictObject({
      interval: positiveInteger.optional(),
      lambda: z.number().min(0).optional(),
      wc: z.number().min(0).optional(),
      memory: positiveInteger.optional(),
      tail_learning_rate: z.number().positive().optional(),
    })
    .prefault({}),
})

/** A resolved experiment: every default written out. */
export const Experiment = z.strictObject({
  name: Name,
  benchmark: Benchmark,
  model: Model,
  recipe: Recipe,
  /** Values of the recipe that change from a task on, by the task's number from 1 or its name. */
  from_task: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  seed: seed.default(0),
  schedule: Schedule,
  optimiser: Optimiser.prefault({}),
  evaluation: z.strictObject({ batch_size: positiveInteger.default(500) }).prefault({}),
  checkpoint: z
    .strictObject({
      /** Updates between two checkpoints within a task (there is always one after a task); 0 = only then. */
      every: z.int().min(0).default(50),
      /** How many of the newest are kept on disk. */
      keep: positiveInteger.default(2),
      /** Of those after a task, which are kept besides: `zscl fork` begins there. Left out: none. */
      tasks: z.union([z.enum(['all', 'last']), positiveInteger]).optional(),
    })
    .prefault({}),
  device: z
    .string()
    .regex(/^(auto|cpu|mps|cuda(:\d+)?)$/, 'one of auto, cpu, cuda, cuda:N, mps')
    .default('auto'),
  /** Devices that compute each update together: a number, all GPUs, or some of them. Left out: one. */
  devices: Devices.optional(),
  precision: z.enum(['fp32', 'tf32', 'bf16']).default('fp32'),
  /** Compiles the image encoder for training: faster on a GPU after a minute, and other last bits. */
  compile: z.boolean().optional(),
  /** CPU threads of the worker, of each of several; 0 = all it may use. */
  threads: z.int().min(0).max(1024).default(0),
  /** What a job on a cluster asks for; changes no number. */
  resources: Resources.optional(),
})

export type Weight = z.infer<typeof Weight>
export type Recipe = z.infer<typeof Recipe>
export type Benchmark = z.infer<typeof Benchmark>
export type Model = z.infer<typeof Model>
type ResolvedSchedule = Omit<z.infer<typeof Schedule>, 'updates' | 'learning_rate'> & {
  /** One per task, in task order. */
  readonly updates: readonly number[]
  readonly learning_rate: readonly number[]
}
export type Experiment = Omit<z.infer<typeof Experiment>, 'schedule'> & {
  readonly schedule: ResolvedSchedule
}
