/** `zscl data list` and `zscl data status` in words. */
import {
  howToGet,
  howToGetReference,
  inShort,
  isThere,
  type Wanted,
  type WantedReference,
} from '../../needs/data.js'
import type { Context, ExitCode } from '../shared/context.js'

export interface DataOptions {
  readonly data?: string
  readonly json?: boolean
  readonly split?: string
}

export function listed(all: readonly Wanted[], sets: readonly WantedReference[]): string {
  const datasets = all.map(
    ({ kind, dataset: { train, test, folder, source } }) =>
      `${kind.padEnd(14)} ${(train === 0 ? '?' : String(train)).padStart(6)} + ${String(test).padStart(5)}  ${folder.padEnd(20)} ${inShort(kind) ?? `by hand from ${source}`}`,
  )
  const references = sets.map(
    ({ download, part, count, path }) =>
      `${download.padEnd(26)} ${(count === 0 ? '?' : String(count)).padStart(7)} ${part.padEnd(6)}  ${path}  ${inShort(download)}`,
  )
  return [...datasets, '', 'Reference sets:', ...references].join('\n')
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
    ...references.flatMap((one) => line(one.there, one.kind, one.path, howToGetReference(one))),
  ]
  const both = { datasets: found, references }
  context.stdout.write(`${json ? JSON.stringify(both, null, 2) : lines.join('\n')}\n`)
  return [...found, ...references].every(({ there }) => there) ? 0 : 1
}
