/** The datasets and references that a benchmark needs, what of them is there, and how the rest comes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { names } from '../config/catalogue.js'
import { downloads } from '../config/data-sources.js'
import {
  type PaperDataset,
  paperDataset,
  paperDatasets,
  usualRoot,
} from '../config/paper-datasets.js'
import { paperReferences, type ReferenceData, referenceSets } from '../config/paper-references.js'
import { resolve } from '../config/resolve.js'
import { datasetSpec } from '../plan/datasets.js'

export interface Wanted {
  readonly kind: string
  readonly root: string
  readonly dataset: PaperDataset
}

/** The datasets of a benchmark, one dataset, or all, in `folder`; none for a reference set. */
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
  if (what !== undefined && referenceSets.has(what)) return []
  const kinds = what === undefined ? [...paperDatasets.keys()] : [what]
  return kinds.map((kind) => {
    const dataset = paperDataset(kind)
    return { kind, root: usualRoot(kind, folder), dataset }
  })
}

export const isThere = ({ root }: Pick<Wanted, 'root'>) =>
  existsSync(root) && readdirSync(root).length > 0

/** How the set of a reference comes: by its name in `zscl data get`, or by hand. */
export const howToGetReference = ({
  download,
  source,
  holds,
}: Pick<ReferenceData, 'download' | 'source' | 'holds'>) =>
  `zscl data get ${download} (${inShort(download)}), or by hand from ${source}; it contains ${holds}`

export interface WantedReference {
  readonly kind: 'reference images' | 'reference texts'
  readonly part: 'images' | 'texts'
  readonly path: string
  readonly there: boolean
  readonly source: string
  readonly holds: string
  /** What `zscl data get` calls it. */
  readonly download: string
  /** As `ReferenceData` has it. */
  readonly count: number
}

/** A reference set by its name, what the methods distil from on a benchmark, or nothing for a single dataset. */
export function references(folder: string, what: string | undefined): WantedReference[] {
  if (what === undefined) return []
  const named = referenceSets.get(what)
  if (named !== undefined) return [wantedReference(folder, named.part, named)]
  if (!names('benchmark').includes(what)) return []
  const { benchmark } = resolve({ benchmark: what, recipe: 'zero-shot' }, what)
  return (['images', 'texts'] as const).flatMap((part): WantedReference[] => {
    const found = paperReferences[part][benchmark.reference[part].set]
    return found === undefined ? [] : [wantedReference(folder, part, found)]
  })
}

function wantedReference(
  folder: string,
  part: 'images' | 'texts',
  { place, source, holds, download, count }: ReferenceData,
): WantedReference {
  const path = join(folder, place)
  const there = existsSync(path)
  const expected = isPart(download, path) ? 0 : count
  return { kind: `reference ${part}`, part, path, there, source, holds, download, count: expected }
}

/** Of a set that a person asked for by a source of its own: how many there are is not known. */
function isPart(download: string, path: string): boolean {
  const record = sourceRecord(path)
  if (record === null || record === 'unreadable') return false
  const { sources } = downloads()[download]!
  return sources.some(({ name, asked }) => asked && name === record.source)
}

/** What `zscl data get` wrote beside what it fetched: null where it did not, `unreadable` where it is damaged. */
export function sourceRecord(
  folder: string,
): { readonly source: string; readonly at: string } | 'unreadable' | null {
  const file = join(folder, 'zscl-source.json')
  if (!existsSync(file)) return null
  try {
    const { source, at } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    return { source: String(source), at: String(at) }
  } catch {
    return 'unreadable'
  }
}

/** By a download where one is known, said with its size and licence; else by hand. */
export function howToGet(kind: string, { source, layout }: PaperDataset): string {
  const byHand = `by hand from ${source}; the folder must then contain: ${layout}`
  const download = inShort(kind)
  return download === null ? byHand : `zscl data get ${kind} (${download})`
}

/** What a download is, in few words; null where there is none. */
export function inShort(name: string): string | null {
  const found = downloads()[name]
  return found === undefined ? null : `${inBytes(found.bytes)}; licence: ${found.licence}`
}

export const inBytes = (bytes: number) =>
  bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1).replace('.0', '')} GB`
