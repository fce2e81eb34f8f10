/**
 * Published class-incremental numbers of arXiv:2303.06628 (ICCV 2023), CLIP ViT-B/16: Avg and Last in percent, per number
 * of steps. Few cells were checked against a second source; the others come from secondary citation.
 */

interface Row {
  readonly recipe: string
  readonly method: string
  /** Per number of steps: Avg and Last. */
  readonly cells: readonly (readonly number[])[]
}

const cifar100: readonly Row[] = [
  {
    recipe: 'zero-shot',
    method: 'Zero-shot',
    cells: [
      [74.47, 65.92],
      [75.2, 65.74],
      [75.67, 65.94],
    ],
  },
  {
    recipe: 'finetune',
    method: 'Continual FT',
    cells: [
      [65.46, 53.23],
      [59.69, 43.13],
      [39.23, 18.89],
    ],
  },
  {
    recipe: 'lwf',
    method: 'LwF',
    cells: [
      [65.86, 48.04],
      [60.64, 40.56],
      [47.69, 32.9],
    ],
  },
  {
    recipe: 'icarl',
    method: 'iCaRL',
    cells: [
      [79.35, 70.97],
      [73.32, 64.55],
      [71.28, 59.07],
    ],
  },
  {
    recipe: 'lwf-vr',
    method: 'LwF-VR',
    cells: [
      [78.81, 70.75],
      [74.54, 63.54],
      [71.02, 59.45],
    ],
  },
  {
    recipe: 'zscl',
    method: 'ZSCL',
    cells: [
      [82.15, 73.65],
      [80.39, 69.58],
      [79.92, 67.36],
    ],
  },
]

const tinyimagenet: readonly Row[] = [
  {
    recipe: 'zero-shot',
    method: 'Zero-shot',
    cells: [
      [69.62, 65.3],
      [69.55, 65.59],
      [69.49, 65.3],
    ],
  },
  {
    recipe: 'finetune',
    method: 'Continual FT',
    cells: [
      [61.54, 46.66],
      [57.05, 41.54],
      [54.62, 44.55],
    ],
  },
  {
    recipe: 'lwf',
    method: 'LwF',
    cells: [
      [60.97, 48.77],
      [57.6, 44.0],
      [54.79, 42.26],
    ],
  },
  {
    recipe: 'icarl',
    method: 'iCaRL',
    cells: [
      [77.02, 70.39],
      [73.48, 65.97],
      [69.65, 64.68],
    ],
  },
  {
    recipe: 'lwf-vr',
    method: 'LwF-VR',
    cells: [
      [77.56, 70.89],
      [74.12, 67.05],
      [69.94, 63.89],
    ],
  },
  {
    recipe: 'zscl',
    method: 'ZSCL',
    cells: [
      [80.27, 73.57],
      [78.61, 71.62],
      [77.18, 68.3],
    ],
  },
]

export interface ClassIncrementalTable {
  /** Benchmarks in the order of the cells, and what each is called above its columns. */
  readonly benchmarks: readonly string[]
  readonly steps: readonly (number | string)[]
  /** Without cells where no published number is known. */
  readonly rows: readonly Row[]
  /** `recipe/steps/metric` of what was checked against a second source. */
  readonly confirmed: readonly string[]
}

export const classIncrementalTables: Readonly<Record<string, ClassIncrementalTable>> = {
  'cil-cifar100': {
    benchmarks: [10, 20, 50].map((steps) => `cifar100-${steps}-steps`),
    steps: [10, 20, 50],
    rows: cifar100,
    confirmed: ['lwf/10/last', 'icarl/10/last', 'zscl/10/last', 'zscl/50/last'],
  },
  'cil-imagenet100': {
    benchmarks: ['imagenet100-10-steps', 'imagenet100-b50-10-steps'],
    steps: [10, 'B50-10'],
    rows: cifar100.map(({ recipe, method }) => ({ recipe, method, cells: [] })),
    confirmed: [],
  },
  'cil-tinyimagenet': {
    benchmarks: [5, 10, 20].map((steps) => `tinyimagenet-${steps}-steps`),
    steps: [5, 10, 20],
    rows: tinyimagenet,
    confirmed: [],
  },
}
