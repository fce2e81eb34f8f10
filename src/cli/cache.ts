/** `zscl cache`: what lies in the cache, and how to make room. Losing any of it costs time, never a run. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { UsageError } from '../config/errors.js'
import { bytes, localTimeOf } from '../view/format.js'
import { toText } from '../view/span.js'
import { type Column, table } from '../view/table.js'
import { type Context, cacheFolder } from './shared/context.js'

/** Folders of the cache, and what they save. */
const KINDS: Readonly<Record<string, string>> = {
  images: 'decoded and resized images',
  teacher: "the teacher's embeddings of reference images and texts",
  data: 'drawn data of mini',
  sizes: 'heights and widths of training images',
  damaged: 'which images cannot be read',
  listings: 'the files of large folders',
  facts: 'their sizes and times',
  shards: 'where files lie in WebDataset shards',
  tokens: 'reference texts as tokens',
  node: 'the compiled program, in the usual folder only',
}

interface Entry {
  readonly kind: string
  readonly path: string
  readonly size: number
  /** Last read or written. */
  readonly used: Date
}

interface ClearOptions {
  readonly maxSize?: number
  readonly olderThan?: number
  readonly dryRun?: boolean
}

export function addCache(program: Command, context: Context): void {
  const cache = program
    .command('cache')
    .summary('list or clear the cache')
    .description('The cache of decoded images and teacher embeddings, shared by all runs.')
  cache
    .command('ls')
    .description('sizes and ages by kind')
    .option('--json', 'every entry, as JSON')
    .action(({ json }: { json?: boolean }) => list(context, json ?? false))
  cache
    .command('clear')
    .description('remove everything, some kinds, or the least recently used entries')
    .argument('[kind...]', `any of ${Object.keys(KINDS).join(', ')}`)
    .option(
      '--max-size <size>',
      'remove the least recently used until this is left, e.g. 20G or 500M',
      size,
    )
    .option('--older-than <days>', 'remove only what has not been used for this many days', days)
    .option('--dry-run', 'print what would be removed, and remove nothing')
    .action((kinds: string[], options: ClearOptions) => clear(context, kinds, options))
}

function list(context: Context, json: boolean): void {
  const folder = cacheFolder(context)
  const found = entries(folder)
  if (json) {
    context.stdout.write(`${JSON.stringify({ folder, entries: found }, null, 2)}\n`)
    return
  }
  const columns: Column[] = [
    { title: 'kind' },
    { title: 'entries', align: 'right' },
    { title: 'size', align: 'right' },
    { title: 'last used' },
    { title: 'what' },
  ]
  const rows = [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, all]) => [
    kind,
    String(all.length),
    bytes(total(all)),
    localTimeOf(new Date(Math.max(...all.map(({ used }) => used.getTime())))),
    KINDS[kind] ?? '',
  ])
  const head = `${folder}: ${found.length} entries, ${bytes(total(found))}`
  context.stdout.write(
    `${head}\n${found.length > 0 ? `${toText(table(columns, rows), false)}\n` : ''}`,
  )
}

function clear(context: Context, kinds: readonly string[], options: ClearOptions): void {
  const unknown = kinds.find((kind) => KINDS[kind] === undefined)
  if (unknown !== undefined)
    throw new UsageError(`no kind \`${unknown}\`. Kinds: ${Object.keys(KINDS).join(', ')}.`)
  const folder = cacheFolder(context)
  const candidates = entries(folder).filter(
    ({ kind }) => kinds.length === 0 || kinds.includes(kind),
  )
  const going = chosen(candidates, options)
  if (!options.dryRun) for (const { path } of going) rmSync(path, { force: true })
  const verb = options.dryRun ? 'Would remove' : 'Removed'
  context.stdout.write(`${verb} ${going.length} of ${candidates.length}, ${bytes(total(going))}.\n`)
}

/** The least recently used first, until what is left is small enough. */
function chosen(all: readonly Entry[], { maxSize, olderThan }: ClearOptions): Entry[] {
  const oldest = all.toSorted((a, b) => a.used.getTime() - b.used.getTime())
  const before =
    olderThan === undefined ? Number.POSITIVE_INFINITY : Date.now() - olderThan * 86_400_000
  let left = total(all)
  return oldest.filter(({ size: own, used }) => {
    if (used.getTime() > before || (maxSize !== undefined && left <= maxSize)) return false
    left -= own
    return true
  })
}

function entries(folder: string): Entry[] {
  if (!existsSync(folder)) return []
  return Object.keys(KINDS).flatMap((kind) => {
    const inside = join(folder, kind)
    if (!existsSync(inside)) return []
    return readdirSync(inside)
      .filter((name) => !name.startsWith('.'))
      .map((name) => {
        const path = join(inside, name)
        const { size: room, blocks, atime, mtime } = statSync(path)
        const own = name.endsWith('.part') ? Math.min(room, 512 * blocks) : room // not filled yet
        return { kind, path, size: own, used: new Date(Math.max(atime.getTime(), mtime.getTime())) }
      })
  })
}

function total(all: readonly Entry[]): number {
  return all.reduce((sum, one) => sum + one.size, 0)
}

function size(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([KMGT]?)i?B?$/i.exec(text)
  if (match === null) throw new InvalidArgumentError('Expected a size such as 20G or 500M.')
  return Number(match[1]) * 1024 ** ['', 'K', 'M', 'G', 'T'].indexOf(match[2]!.toUpperCase())
}

function days(text: string): number {
  const value = Number(text)
  if (!(value >= 0)) throw new InvalidArgumentError('Expected a number of days.')
  return value
}
