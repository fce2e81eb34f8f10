/**
 * Published numbers of the multi-domain benchmark: arXiv:2303.06628 (ICCV 2023), table 1 for order I and the table of
 * order II in its supplement; CLIP ViT-B/16, top-1 accuracy in percent.
 */

export interface Published {
  /** The recipe that reproduces it. */
  readonly recipe: string
  /** As the paper calls it. */
  readonly method: string
  readonly transfer: number
  readonly average: number
  readonly last: number
  readonly footnote?: string
}

type Row = readonly [
  recipe: string,
  method: string,
  transfer: number,
  average: number,
  last: number,
]

const order1: readonly Row[] = [
  ['zero-shot', 'Zero-shot', 69.4, 65.3, 65.3],
  ['finetune', 'Continual FT', 44.6, 55.9, 77.3],
  ['lwf', 'LwF', 56.9, 64.7, 74.6],
  ['icarl', 'iCaRL', 50.4, 65.7, 80.1],
  ['lwf-vr', 'LwF-VR', 57.2, 65.1, 76.6],
  ['wise-ft', 'WiSE-FT', 52.3, 60.7, 77.7],
  ['zscl-star', 'ZSCL*', 62.2, 72.6, 84.5],
  ['zscl', 'ZSCL', 68.1, 75.4, 83.6],
  ['gift', 'GIFT', 69.3, 77.3, 86.0],
]

const order2: readonly Row[] = [
  ['zero-shot', 'Zero-shot', 65.4, 65.3, 65.3],
  ['finetune', 'Continual FT', 46.6, 56.2, 67.4],
  ['lwf', 'LwF', 53.2, 62.2, 71.9],
  ['icarl', 'iCaRL', 50.9, 56.9, 71.6],
  ['lwf-vr', 'LwF-VR', 53.1, 60.6, 68.3],
  ['wise-ft', 'WiSE-FT', 51.0, 61.5, 72.2],
  ['zscl-star', 'ZSCL*', 59.8, 71.8, 83.3],
  ['zscl', 'ZSCL', 64.2, 74.5, 83.4],
]

/** The authors' own matrix has a row at chance level, which the published numbers include. */
const icarlOrder2 =
  "iCaRL, order II: in the authors' data the row after Aircraft is at chance on all eleven datasets; without it Transfer is 53.3 and Avg 62.3."

const giftOrder1 =
  'GIFT (Wu et al., CVPR 2025): fine-tuning on 1,000 synthetic image-text pairs per task. Ours takes the reference images with their own texts, unless a folder of synthetic ones is named.'

function published(rows: readonly Row[], notes: Readonly<Record<string, string>>): Published[] {
  return rows.map(([recipe, method, transfer, average, last]) => ({
    recipe,
    method,
    transfer,
    average,
    last,
    ...(notes[recipe] !== undefined && { footnote: notes[recipe] }),
  }))
}

/** A method that cannot be run here, beside those that can. */
export interface OtherMethod {
  readonly method: string
  /** What kind of method it is. */
  readonly kind: string
  readonly source: string
  /** Null where no number is known for certain. */
  readonly transfer: number | null
  readonly average: number | null
  readonly last: number | null
}

const others: readonly OtherMethod[] = [
  {
    method: 'MoE-Adapters',
    kind: 'adapters with a router, CLIP frozen',
    source: 'Yu et al., CVPR 2024, arXiv:2403.11549',
    transfer: 68.9,
    average: null,
    last: null,
  },
  {
    method: 'SnD',
    kind: 'fine-tuning, distilled from two teachers',
    source: 'Yu et al., ECCV 2024, arXiv:2403.09296, which measures other sequences of datasets',
    transfer: null,
    average: null,
    last: null,
  },
  {
    method: 'CMAP',
    kind: 'prompts and gates chosen per task, CLIP frozen',
    source: 'Mandalika, 2026, arXiv:2605.25708, abstract',
    transfer: 74.2,
    average: 80.5,
    last: 88.7,
  },
]

/** What else is published on a benchmark, by its name. */
export const otherMethods: Readonly<Record<string, readonly OtherMethod[]>> = {
  'mtil-order-1': others,
}

/** By the name of the benchmark that reproduces it. */
export const publishedTables: Readonly<Record<string, readonly Published[]>> = {
  'mtil-order-1': published(order1, { gift: giftOrder1 }),
  'mtil-order-2': published(order2, { icarl: icarlOrder2 }),
}
