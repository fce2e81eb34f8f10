/** The tables of the paper as one kind of value: what is published, and which runs are to stand beside it. */
import { names } from '../config/catalogue.js'
import { classIncrementalTables } from './cil.js'
import { type OtherMethod, otherMethods, publishedTables } from './mtil.js'
import { type PerDataset, perDatasetTables } from './mtil-datasets.js'

export type Metric = 'transfer' | 'average' | 'last'
export const METRICS: readonly Metric[] = ['transfer', 'average', 'last']
export const metricTitles: Readonly<Record<Metric, string>> = {
  transfer: 'Transfer',
  average: 'Avg',
  last: 'Last',
}

/** A number of the table: a metric of one benchmark. */
export interface PaperColumn {
  readonly benchmark: string
  readonly metric: Metric
  readonly title: string
}

export interface PaperCell {
  readonly value: number
  /** False for a number that was not checked against a second source. */
  readonly confirmed: boolean
}

export interface PaperRow {
  readonly recipe: string
  /** As the paper calls it. */
  readonly method: string
  /** Per column; null where nothing is published. */
  readonly cells: readonly (PaperCell | null)[]
  readonly footnote?: string
}

/** Per recipe what this machine lacks, in words; nothing for a method that can be run. */
export type Lacking = ReadonlyMap<string, readonly string[]>

export interface PaperTable {
  readonly name: string
  /** Null where nothing is published at all. */
  readonly source: string | null
  readonly benchmarks: readonly string[]
  /** What else is known about the published numbers, for the end of the table. */
  readonly remarks: readonly string[]
  /** Decimals that are published. */
  readonly digits: 1 | 2
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly PaperRow[]
  /** Per recipe the published numbers of every dataset, where there are any. */
  readonly perDataset: Readonly<Record<string, PerDataset>> | null
  /** Published methods that cannot be run here; shown when asked for. */
  readonly others: readonly OtherMethod[]
}

/** `mtil-exact.json`, independent_re_run: other settings than the published row's. */
const RE_RUN =
  'An independent re-run of ZSCL: Transfer 69.04, Avg 75.88, Last 83.79, with lr 5e-6, label smoothing 0.1, 1,500 updates, I = 50, wc 1, 10,599 captions (AlexieLinardatos/ZSCL, results_sync/ckpt/11task/ablation_zscl_only).'
const LISTED_ICARL =
  "Our iCaRL adds the distillation term, as the paper's text says; the authors' released script computes it and never adds it (recipe icarl-authors-code trains as finetune). The published row does not come from that script as released: on order I its Aircraft after the first task is 52.8, that of Continual FT 62.6."
const TRANSFORM =
  "Our numbers use the test transform; the authors' code evaluates with the training crop. In it the teacher of LwF, LwF-VR and iCaRL shares its weights with the student and so moves with it, and iCaRL distils by both terms from a memory that already holds the task being trained. How far those three rows differ from ours for that is not known."

export const tableNames: readonly string[] = [
  ...Object.keys(publishedTables),
  ...Object.keys(classIncrementalTables),
  'mini',
]

/** Null for a name that is none of `tableNames`. */
export function paperTable(name: string): PaperTable | null {
  if (name === 'mini') return ownTable('mini')
  return multiDomain(name) ?? classIncremental(name)
}

function columnsOf(benchmark: string): PaperColumn[] {
  return METRICS.map((metric) => ({ benchmark, metric, title: metricTitles[metric] }))
}

function multiDomain(name: string): PaperTable | null {
  const published = publishedTables[name]
  if (published === undefined) return null
  return {
    name,
    source: 'arXiv:2303.06628, tables of the multi-domain benchmark',
    benchmarks: [name],
    remarks: name === 'mtil-order-1' ? [RE_RUN, LISTED_ICARL] : [LISTED_ICARL],
    digits: 1,
    columns: columnsOf(name),
    rows: published.map(({ recipe, method, footnote, ...values }) => ({
      recipe,
      method,
      cells: METRICS.map((metric) => ({ value: values[metric], confirmed: true })),
      ...(footnote !== undefined && { footnote }),
    })),
    perDataset: perDatasetTables[name] ?? null,
    others: otherMethods[name] ?? [],
  }
}

function classIncremental(name: string): PaperTable | null {
  const table = classIncrementalTables[name]
  if (table === undefined) return null
  const { benchmarks, steps, rows, confirmed } = table
  const metrics = ['average', 'last'] as const
  return {
    name,
    source: 'arXiv:2303.06628, table of class-incremental learning',
    benchmarks,
    remarks: [TRANSFORM],
    digits: 2,
    columns: benchmarks.flatMap((benchmark, i) =>
      metrics.map((metric) => ({
        benchmark,
        metric,
        title: `${steps[i]} steps ${metricTitles[metric]}`,
      })),
    ),
    rows: rows.map(({ recipe, method, cells }) => ({
      recipe,
      method,
      cells: steps.flatMap((step, i) =>
        metrics.map((metric, m): PaperCell | null => {
          const value = cells[i]?.[m]
          const key = `${recipe}/${step}/${metric}`
          return value === undefined ? null : { value, confirmed: confirmed.includes(key) }
        }),
      ),
    })),
    perDataset: null,
    others: [],
  }
}

/** A benchmark of ours: every recipe, nothing published. */
function ownTable(benchmark: string): PaperTable {
  const columns = columnsOf(benchmark)
  return {
    name: benchmark,
    source: null,
    benchmarks: [benchmark],
    remarks: [],
    digits: 1,
    columns,
    rows: names('recipe').map((recipe) => ({
      recipe,
      method: recipe,
      cells: columns.map(() => null),
    })),
    perDataset: null,
    others: [],
  }
}
