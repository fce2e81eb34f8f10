/** Where images and texts come from: the schema of datasets and of reference data. Default, check and doc stand together. */
import { z } from 'zod'

export const seed = z.int().min(0).max(0xffff_ffff)
export const label = z.string().min(1).max(200)

/** What reference data is when nothing is named: drawn pictures and their captions. */
export const FALLBACK_SET = 'mini'

const dataset = {
  name: label,
  /** How many images; 0 = all. */
  train_size: z.int().min(0).default(0),
  test_size: z.int().min(0).default(0),
  /** Draws them, and what is held out. */
  data_seed: seed.default(0),
  /** Few-shot: so many training images of every class, drawn by `data_seed`. Left out: all. */
  shots: z.int().min(1).optional(),
  /** Only these classes, in this order: by index into the sorted labels, or by name. */
  classes: z.union([z.array(z.int().min(0)).min(1), z.array(label).min(1)]).optional(),
}

/** Prompts with `{}` for the class name; the first one trains, all of them evaluate. */
const templates = z
  .array(z.string().regex(/\{\}/, 'text with {} where the class name stands'))
  .min(1)

/** `scaled`: JPEGs far larger than the model needs are decoded at a fraction of their size: faster, a few levels off. */
export const Decoding = z.enum(['exact', 'scaled'])

const own = {
  ...dataset,
  templates: templates.default(['a photo of a {}.']),
  /**
   * Names as prompts use them, by label or in the order of the sorted labels; by default the labels, with spaces for
   * underscores.
   */
  class_names: z
    .union([z.array(z.string().min(1)), z.record(z.string(), z.string().min(1))])
    .default([]),
  /** Without a test set: the share of every class that is held out. */
  held_out: z.number().gt(0).lt(1).default(0.2),
  /** What becomes of images that cannot be decoded. */
  unreadable: z.enum(['fatal', 'skip']).default('fatal'),
  decoding: Decoding.optional(),
}

/** The paper's datasets, each read in its published layout. */
export const PAPER_KINDS = [
  'aircraft',
  'caltech101',
  'cifar10',
  'cifar100',
  'dtd',
  'eurosat',
  'flowers102',
  'food101',
  'imagenet100',
  'mnist',
  'oxford-pets',
  'stanford-cars',
  'sun397',
  'tiny-imagenet',
] as const

/** Where a task's images come from. */
export const Dataset = z.discriminatedUnion('kind', [
  z.strictObject({
    ...dataset,
    kind: z.literal('mini'),
    mini_task: z.string(),
    /** Instead of the task's own. */
    templates: templates.optional(),
    class_names: z.array(z.string().min(1)).min(1).optional(),
  }),
  z.strictObject({
    ...own,
    kind: z.literal('folder'),
    /** A folder per class, and the same for testing. */
    images: z.string().min(1),
    test: z.string().default(''),
  }),
  z.strictObject({
    ...own,
    kind: z.literal('table'),
    /** CSV, TSV or JSONL with a column of paths and one of labels; and the same for testing. */
    table: z.string().min(1),
    test_table: z.string().default(''),
    /** Folder that the paths are relative to, and that they do not leave; '' = that of the table. */
    images: z.string().default(''),
    /** How the table writes its characters, e.g. `cp1252`; '' = UTF-8, or UTF-16 where it says so. */
    encoding: z.string().default(''),
    path_column: label.default('path'),
    label_column: label.default('label'),
    /** The column that says which rows are for what; rows that are neither of `split` nor `test_split` are left out. */
    split_column: label.optional(),
    split: label.optional(),
    /** Left out: `test` where such rows have classes, else a share of `split` is held out. */
    test_split: label.optional(),
  }),
  z.strictObject({
    ...own,
    kind: z.literal('saved'),
    /** A Hugging Face dataset on disk, as `save_to_disk` writes it or as the hub has it in Parquet files. */
    saved: z.string().min(1),
    split: label.default('train'),
    /** '' = `test` where there is one, else a share of `split` is held out. */
    test_split: z.string().default(''),
    image_column: label.default('image'),
    label_column: label.default('label'),
    /** Of Parquet files: the column that says which split a row is of, where their names do not. */
    split_column: label.optional(),
  }),
  z.strictObject({
    ...dataset,
    kind: z.enum(PAPER_KINDS),
    /** Folder that holds it in its published layout; '' = its usual folder in the data folder of the machine. */
    root: z.string().default(''),
    /** Named split protocol; '' = the dataset's own; hub = that of a copy (sun397). Numbers of different protocols do not compare. */
    split: z.enum(['', 'coop', 'hub']).default(''),
    /**
     * Whose class names and templates: CLIP's own (`openai`, also where nothing is said), or those of the paper's
     * benchmarks of many domains (`mtil`) and of classes one after the other (`cil`).
     */
    prompts: z.enum(['openai', 'mtil', 'cil']).optional(),
    /** Instead of these. */
    templates: templates.optional(),
    /** Names as prompts use them, in the order of the dataset's labels. */
    class_names: z.array(z.string().min(1)).min(1).optional(),
  }),
])

const reference = {
  set: z.string().default(''),
  path: z.string().default(''),
  count: z.int().min(0).default(0),
}
/** A reference set by name, or a folder of images of one's own. */
export const OwnImages = z.strictObject({
  ...reference,
  classes: z.int().min(1).optional(),
  decoding: Decoding.optional(),
})
/** A reference set by name, or a file of texts of one's own. */
export const OwnTexts = z.strictObject({ ...reference, column: label.optional() })

export type Dataset = z.infer<typeof Dataset>
export type DatasetKind = Dataset['kind']
