/** What a run decodes into its cache before it can use it: which images, and how many. */
import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Dataset } from '../config/dataset.js'
import { phases } from '../config/from-task.js'
import { paperDatasets } from '../config/paper-datasets.js'
import type { Experiment } from '../config/schema.js'
import { ofTask } from '../plan/begin.js'
import { measuredDatasets } from '../plan/datasets.js'
import { fewImages, fewRows } from './few-files.js'

export interface Decoding {
  /** At most, of those whose number is known and that the cache lacks. */
  readonly images: number
  readonly bytes: number
  /** In words: what is decoded as well, and is counted when it is listed. */
  readonly uncounted: readonly string[]
  readonly freeBytes: number
}

/** Images that are decoded together, into one file of the cache. */
interface Batch {
  readonly what: string
  /** Null where it is known once they are listed. */
  readonly count: number | null
  /** Pixels of a side. */
  readonly side: number
}

/** Kinds that come as arrays of pixels, which are held in memory as they are. */
const ARRAYS = new Set(['cifar10', 'cifar100', 'mnist', 'mini'])
const IMAGENET_TRAIN = 1_281_167
/** At most, in ImageNet's training images. */
const IMAGENET_CLASS = 1300
const CONCEPTUAL_CAPTIONS = 15_840

/** All that these experiments decode and the cache lacks; what several of them decode counts once. */
export function decodingOf(experiments: readonly Experiment[], cacheFolder: string): Decoding {
  const all = experiments.flatMap(phases).flatMap(batches)
  const once = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
  const kept = keptFiles(cacheFolder)
  const lacking = once.filter((one) => one.count !== null && !taken(kept, bytesOf(one)))
  return {
    images: lacking.reduce((sum, { count }) => sum + (count ?? 0), 0),
    bytes: lacking.reduce((sum, one) => sum + bytesOf(one), 0),
    uncounted: once.filter(({ count }) => count === null).map(({ what }) => what),
    freeBytes: freeBytes(cacheFolder),
  }
}

function batches(experiment: Experiment): Batch[] {
  const { benchmark, recipe } = experiment
  const measured = measuredDatasets(benchmark).map((one) => datasetBatch(experiment, one, 'test'))
  const trained = trainingImages(experiment).map((one) => datasetBatch(experiment, one, 'train'))
  const references = recipe.reference.images.kind === 'none' ? [] : referenceBatches(experiment)
  return [...measured, ...trained, ...references].filter(({ count }) => count !== 0)
}

/** Datasets whose training images are looked at as they are, beside the crops that train. */
function trainingImages({ benchmark, recipe }: Experiment): readonly Dataset[] {
  if (recipe.trains === 'none') return []
  if (recipe.memory.capacity > 0) return benchmark.tasks
  const { images } = recipe.reference
  if (images.kind !== 'task-images') return []
  return benchmark.tasks.filter(({ name }) => images.set === 'benchmark' || images.set === name)
}

function datasetBatch(experiment: Experiment, one: Dataset, part: 'train' | 'test'): Batch {
  const what = `the ${part === 'test' ? 'test' : 'training'} images of ${one.name}`
  const count = ARRAYS.has(one.kind) ? 0 : countOf(experiment, one, part)
  return { what, count, side: sideOf(experiment.model.name) }
}

function countOf({ benchmark }: Experiment, one: Dataset, part: 'train' | 'test'): number | null {
  const all = paperDatasets.get(one.kind)?.[part] ?? 0
  const isOther = 'split' in one && one.split !== '' // whose sizes are others
  const asked = { train: one.train_size, test: one.test_size }[part]
  if (part === 'train' && one.shots !== undefined) return null
  if (all === 0 || isOther) return asked || ownCount(one, part)
  if (one.classes === undefined) return Math.min(all, asked || all)
  const together = benchmark.tasks.filter(({ kind }) => kind === one.kind)
  const classes = together.reduce((sum, task) => sum + (task.classes?.length ?? 0), 0)
  return Math.round((all * one.classes.length) / Math.max(classes, one.classes.length))
}

/** Of a dataset of one's own that a look tells the size of. */
function ownCount(one: Dataset, part: 'train' | 'test'): number | null {
  if (one.kind === 'folder') return fewImages((part === 'test' && one.test) || one.images)
  if (one.kind === 'table' && one.split_column === undefined)
    return fewRows((part === 'test' && one.test_table) || one.table)
  return null
}

function referenceBatches({ benchmark, recipe, model }: Experiment): Batch[] {
  const { images } = recipe.reference
  const side = sideOf(model.name)
  const { kind, set, count, classes = 0, data_seed, path } = images
  const how = `${count === 0 ? '' : ` (${count} by seed ${data_seed})`}${classes === 0 ? '' : ` of ${classes} classes`}`
  if (kind === 'folder') {
    const places = benchmark.tasks.map((_, task) => ofTask(path, benchmark, task))
    return [...new Set(places)].map((place) => ({
      what: `the reference images of ${place}${how}`,
      count: count || fewImages(place),
      side,
    }))
  }
  if (kind !== 'set') return []
  const whole =
    set === 'imagenet' ? IMAGENET_TRAIN : set === 'conceptual-captions' ? CONCEPTUAL_CAPTIONS : 0
  const most = classes === 0 ? whole : Math.min(whole, classes * IMAGENET_CLASS)
  return [
    { what: `the reference images of ${set}${how}`, count: Math.min(most, count || most), side },
  ]
}

/** Most models say it in their names where it is not 224. */
function sideOf(model: string): number {
  if (model === 'mini-clip') return 32
  const larger: Record<string, number> = { RN50x4: 288, RN50x16: 384, RN50x64: 448 }
  const said = [...model.matchAll(/[-_](\d{3})(?=$|-)/g)].at(-1)?.[1]
  return larger[model.replace('-quickgelu', '')] ?? Number(said ?? 224)
}

const bytesOf = ({ count, side }: Batch) => (count ?? 0) * 3 * side * side

/** Sizes of what the cache holds, each with how often. */
function keptFiles(cacheFolder: string): Map<number, number> {
  const folder = join(cacheFolder, 'images')
  if (!existsSync(folder)) return new Map()
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith('.u8'))
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
  return new Map(
    [...Map.groupBy(sizes, (size) => size)].map(([size, { length }]) => [size, length]),
  )
}

/** A file is named by its content, which only listing the images tells: one of that size is taken for it. */
function taken(kept: Map<number, number>, size: number): boolean {
  const left = kept.get(size) ?? 0
  if (left > 0) kept.set(size, left - 1)
  return left > 0
}

function freeBytes(path: string): number {
  let at = path
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  const { bavail, bsize } = statfsSync(at)
  return bavail * bsize
}
