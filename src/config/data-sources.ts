/** Where the paper's datasets and reference data can be had: data-sources.yaml, checked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { packageRoot } from './package-root.js'

const text = z.string().min(1)

const File = z.strictObject({
  url: z.url(),
  digest: z
    .string()
    .regex(/^(md5:[0-9a-f]{32}|sha256:[0-9a-f]{64})$/)
    .optional(),
  /** Below the data folder; left out where the archive brings the dataset's own folder. */
  into: text.optional(),
  unpack: z.boolean().optional(),
  /** Archives in this one that are unpacked as well. */
  inside: z.array(text).optional(),
})

const Source = z.strictObject({
  name: text,
  /** Of this source, where it is not what the others have. */
  bytes: z.int().positive().optional(),
  files: z.array(File).min(1).optional(),
  hub: z
    .strictObject({ repo: text, revision: text, patterns: z.array(text).min(1), into: text })
    .optional(),
  /** Parquet files of the hub as one table of columns, separated by tabs. */
  table: z.strictObject({ columns: z.array(text).min(1), to: text }).optional(),
  changes: text.optional(),
  seen: text.optional(),
  asked: z.boolean().optional(),
})

const Download = z.strictObject({
  folder: text,
  licence: text,
  bytes: z.int().positive(),
  sources: z.array(Source).min(1),
})

export type DataSource = z.infer<typeof Source>
export type Download = z.infer<typeof Download>

const file = join(packageRoot, 'src/config/data-sources.yaml')
let known: Readonly<Record<string, Download>> | null = null

/** By kind of dataset and by name of reference set. */
export function downloads(): Readonly<Record<string, Download>> {
  known ??= z.record(z.string(), Download).parse(parse(readFileSync(file, 'utf8')))
  return known
}

/** Sources that are tried: all but those that change what numbers mean, or the one that a person names. */
export function sourcesOf(name: string, asked: string | undefined): readonly DataSource[] {
  const all = downloads()[name]?.sources ?? []
  return all.filter((source) => (asked === undefined ? !source.asked : source.name === asked))
}

/** Archives that are taken from the data folder where their checksum fits; of sources of one archive. */
export function archivesOf(sources: readonly DataSource[]): string[] {
  const known = sources.flatMap(({ files = [] }) =>
    files.length === 1 && files[0]!.digest !== undefined && files[0]!.unpack !== false ? files : [],
  )
  return [...new Set(known.map(({ url }) => url.slice(url.lastIndexOf('/') + 1)))]
}
