/** What `zscl data get` fetches: which sets from which sources, how large, and what is said of them before. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DataSource, downloads, sourcesOf } from '../../config/data-sources.js'
import { UsageError } from '../../config/errors.js'
import { inBytes, isThere } from '../../needs/data.js'
import { plural } from '../../view/format.js'

/** Archives and what is unpacked from them lie side by side for a while; pictures hardly shrink in an archive. */
const ROOM = 2.1

export interface Job {
  readonly name: string
  readonly folder: string
  readonly licence: string
  /** Of the set; a source may have another size. */
  readonly bytes: number
  readonly sources: readonly DataSource[]
}

/** @throws UsageError for a source that it does not have */
export function jobOf(name: string, source: string | undefined): Job {
  const { folder, licence, bytes, sources } = downloads()[name]!
  const chosen = sourcesOf(name, source)
  if (chosen.length > 0) return { name, folder, licence, bytes, sources: chosen }
  throw new UsageError(
    `\`--source ${source}\`: \`${name}\` has no such source. Known: ${sources.map((one) => one.name).join(', ')}.`,
  )
}

/** What a set is read from is there: a table where it is one, else its folder with something in it. */
export function hasAll(data: string, { folder, sources }: Job): boolean {
  const table = sources[0]?.table?.to
  return table === undefined ? isThere({ root: join(data, folder) }) : existsSync(join(data, table))
}

export function announced(data: string, jobs: readonly Job[]): string {
  const lines = jobs.flatMap((job) => [
    `  ${job.name}: ${inBytes(sizeOf(job))}; licence: ${job.licence}; to ${join(data, job.folder)}`,
    ...job.sources.map((source, at) =>
      at === 0 ? `    from ${said(source)}` : `    else ${said({ changes: SAME, ...source })}`,
    ),
  ])
  const size = jobs.reduce((total, job) => total + sizeOf(job), 0)
  return [`${plural(jobs.length, 'download')}, ${(size / 1e9).toFixed(2)} GB:`, ...lines].join('\n')
}

const SAME = 'the same files'

/** What comes from the first source, which is tried first. */
const sizeOf = ({ bytes, sources }: Job) => sources[0]?.bytes ?? bytes

function said({ name, bytes, changes }: DataSource): string {
  const facts = [...(bytes === undefined ? [] : [inBytes(bytes)]), ...(changes ? [changes] : [])]
  return facts.length === 0 ? name : `${name} (${facts.join('; ')})`
}

/** A part that does as well for some, by its own name. */
export function smaller(name: string): string {
  const { bytes: all, sources } = downloads()[name]!
  return sources
    .filter(({ asked, bytes = all }) => asked && bytes < all)
    .map(
      ({ name: source, bytes, changes }) =>
        `, or \`zscl data get ${name} --source ${source}\` (${inBytes(bytes!)}: ${changes})`,
    )
    .join('')
}

/** For the process that fetches them. */
export function request(data: string, jobs: readonly Job[], atOnce: number): string {
  const wantedJobs = jobs.map(({ name, folder, bytes, sources }) => ({
    kind: name,
    folder,
    sources: sources.map(({ seen: _seen, asked: _asked, bytes: own = bytes, ...source }) => ({
      ...source,
      room: Math.round(own * (source.hub === undefined ? ROOM : 1)),
    })),
  }))
  return JSON.stringify({ data, jobs: atOnce, wanted: wantedJobs })
}
