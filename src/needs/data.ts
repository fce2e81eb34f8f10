/** The datasets and references that a benchmark needs, what of them is there, and how the rest comes. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { names } from '../config/catalogue.js'
import {
  type PaperDataset,
  paperDataset,
  paperDatasets,
  usualRoot,
} from '../config/paper-datasets.js'
import { paperReferences } from '../config/paper-references.js'
import { resolve } from '../config/resolve.js'
import { datasetSpec } from '../plan/datasets.js'

export interface Wanted {
  readonly kind: string
  readonly root: string
  readonly dataset: PaperDataset
}

/** The datasets of a benchmark, one dataset, or all, in `folder`. */
export function wanted(folder: string, what: string | undefined): Wanted[] {
  if (what !== undefined && names('benchmark').includes(what)) {
    const { benchmark } = resolve({ benchmark: what, recipe: 'zero-shot' }, what)
    const all = benchmark.tasks.flatMap((task) => {
      const dataset = paperDatasets.get(task.kind)
      if (dataset === undefined) return []
      return [{ kind: task.kind, root: datasetSpec(task, folder).root, dataset }]
    })
    // The tasks of a class-incremental benchmark are classes of one dataset.
    return all.filter(({ root }, i) => all.findIndex((other) => other.root === root) === i)
  }
  const kinds = what === undefined ? [...paperDatasets.keys()] : [what]
  return kinds.map((kind) => {
    const dataset = paperDataset(kind)
    return { kind, root: usualRoot(kind, folder), dataset }
  })
}

export const isThere = ({ root }: Wanted) => existsSync(root) && readdirSync(root).length > 0

export interface WantedReference {
  readonly kind: 'reference images' | 'reference texts'
  readonly part: 'images' | 'texts'
  readonly path: string
  readonly there: boolean
  readonly source: string
  readonly holds: string
}

/** What the methods distil from on a benchmark of the paper; nothing for a single dataset. */
export function references(folder: string, what: string | undefined): WantedReference[] {
  if (what === undefined || !names('benchmark').includes(what)) return []
  const { benchmark } = resolve({ benchmark: what, recipe: 'zero-shot' }, what)
  return (['images', 'texts'] as const).flatMap((part): WantedReference[] => {
    const found = paperReferences[part][benchmark.reference[part].set]
    if (found === undefined) return []
    const path = join(folder, found.place)
    const { source, holds } = found
    return [{ kind: `reference ${part}`, part, path, there: existsSync(path), source, holds }]
  })
}

export function howToGet(kind: string, { downloads, source, layout }: PaperDataset): string {
  return downloads
    ? `zscl data get ${kind}`
    : `by hand from ${source}; the folder then holds: ${layout}`
}
