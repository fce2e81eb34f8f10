/** What a benchmark or a dataset needs, what is there, and how the rest comes. */
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
import { type Context, dataFolder, type ExitCode } from './context.js'

export interface DataOptions {
  readonly data?: string
  readonly json?: boolean
  readonly split?: string
}

export interface Wanted {
  readonly kind: string
  readonly root: string
  readonly dataset: PaperDataset
}

/** The datasets of a benchmark, one dataset, or all. */
export function wanted(
  context: Context,
  what: string | undefined,
  { data }: DataOptions,
): Wanted[] {
  const folder = dataFolder(context, data)
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

export function listed(all: readonly Wanted[]): string {
  return all
    .map(
      ({ kind, dataset: { train, test, folder, downloads, source } }) =>
        `${kind.padEnd(14)} ${(train === 0 ? '?' : String(train)).padStart(6)} + ${String(test).padStart(5)}  ${folder.padEnd(20)} ${downloads ? 'zscl data get' : 'by hand      '}  ${source}`,
    )
    .join('\n')
}

export const isThere = ({ root }: Wanted) => existsSync(root) && readdirSync(root).length > 0

interface WantedReference {
  readonly kind: 'reference images' | 'reference texts'
  readonly part: 'images' | 'texts'
  readonly path: string
  readonly there: boolean
  readonly source: string
  readonly holds: string
}

/** What the methods distil from on a benchmark of the paper; nothing for a single dataset. */
export function references(context: Context, what: string | undefined, { data }: DataOptions) {
  if (what === undefined || !names('benchmark').includes(what)) return []
  const folder = dataFolder(context, data)
  const { benchmark } = resolve({ benchmark: what, recipe: 'zero-shot' }, what)
  return (['images', 'texts'] as const).flatMap((part): WantedReference[] => {
    const found = paperReferences[part][benchmark.reference[part].set]
    if (found === undefined) return []
    const path = join(folder, found.place)
    const { source, holds } = found
    return [{ kind: `reference ${part}`, part, path, there: existsSync(path), source, holds }]
  })
}

export function status(
  context: Context,
  all: readonly Wanted[],
  references: readonly WantedReference[],
  { json }: DataOptions,
): ExitCode {
  const found = all.map((one) => ({ ...one, there: isThere(one) }))
  const line = (there: boolean, kind: string, path: string, how: string) => [
    `${there ? 'there  ' : 'MISSING'}  ${kind.padEnd(16)} ${path}`,
    ...(there ? [] : [`         → ${how}`]),
  ]
  const lines = [
    ...found.flatMap(({ kind, root, there, dataset }) =>
      line(there, kind, root, howToGet(kind, dataset)),
    ),
    ...references.flatMap(({ kind, path, there, source, holds }) =>
      line(there, kind, path, `by hand from ${source}; it holds ${holds}`),
    ),
  ]
  const both = { datasets: found, references }
  context.stdout.write(`${json ? JSON.stringify(both, null, 2) : lines.join('\n')}\n`)
  return [...found, ...references].every(({ there }) => there) ? 0 : 1
}

export function howToGet(kind: string, { downloads, source, layout }: PaperDataset): string {
  return downloads
    ? `zscl data get ${kind}`
    : `by hand from ${source}; the folder then holds: ${layout}`
}
