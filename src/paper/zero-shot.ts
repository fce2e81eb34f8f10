/** The zero-shot row of a benchmark against the published one: the first thing that must agree, before anything trains. */
import { perDatasetTables } from './mtil-datasets.js'

/** Published zero-shot accuracies in percent by the benchmark's tasks, in order; null where none are published. */
export function publishedZeroShot(benchmark: string): readonly number[] | null {
  return perDatasetTables[benchmark]?.['zero-shot']?.average ?? null
}

/**
 * What an independent re-run of the same protocol has found, by kind of dataset: on EuroSAT it is 0.4 points above the paper,
 * so that either number speaks for a right set-up.
 */
export const independentZeroShot: Readonly<Record<string, number>> = {
  aircraft: 24.3,
  caltech101: 88.42,
  cifar100: 68.22,
  dtd: 44.68,
  eurosat: 55.26,
  flowers102: 71.04,
  food101: 88.52,
  mnist: 59.45,
  'oxford-pets': 89.04,
  'stanford-cars': 64.71,
}

/** Published numbers have one decimal, and devices round differently: so much, in points, is no difference. */
export const AGREES = 0.15

export interface ZeroShotRow {
  readonly task: string
  readonly correct: number
  readonly total: number
  /** Images of the test set as published; 0 where that is not known. */
  readonly expected: number
  readonly published: number
  /** Of the independent re-run; null where it has none. */
  readonly rerun: number | null
}

export const accuracyOf = ({ correct, total }: ZeroShotRow): number => (100 * correct) / total
export const differenceOf = (row: ZeroShotRow): number => accuracyOf(row) - row.published
/** With the published number, or with that of the re-run. */
const agrees = (row: ZeroShotRow) =>
  [row.published, row.rerun].some(
    (value) => value !== null && Math.abs(accuracyOf(row) - value) <= AGREES,
  )
const isOtherSplit = ({ expected, total }: ZeroShotRow) => expected > 0 && total !== expected

/** What a difference usually means; '' where there is none. */
export function meaningOf(row: ZeroShotRow): string {
  if (isOtherSplit(row))
    return `another split: ${row.total} test images, published with ${row.expected}`
  if (agrees(row)) return ''
  const size = Math.abs(differenceOf(row))
  if (size > 10) return 'labels and class names in another order, or other weights'
  if (size > 1) return 'class names or templates: are they those of the protocol?'
  return 'the transform (bicubic, resize then centre crop), one name, or copies of images'
}

/** What all rows say together. */
export function meaningOfAll(rows: readonly ZeroShotRow[]): string {
  const off = rows.filter((row) => meaningOf(row) !== '')
  if (off.length === 0) return 'Every dataset is as published.'
  const split = off.filter(isOtherSplit)
  if (split.length > 0 && split.length === off.length)
    return `${split.length} of ${rows.length} have other test sets than the published ones: mend those first, accuracies on them do not compare.`
  if (rows.length > 2 && off.length === rows.length && split.length === 0) {
    const low = off.filter((row) => differenceOf(row) < 0).length
    const sides = low === 0 || low === off.length ? 'on the same side' : 'on both sides'
    return `All of them differ, ${sides}: suspect the weights (OpenAI's need ViT-B-16-quickgelu) and the transform before the datasets.`
  }
  return `${off.length} of ${rows.length} differ, by more than ${AGREES} points or in their images. Numbers on these datasets would not be comparable with the paper's.`
}
