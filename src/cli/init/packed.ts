/** Datasets that are not folders of classes: the hub's Parquet files, WebDataset shards, a table beside the images. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { childrenOf } from './entries.js'

export interface PackedTask {
  readonly kind: 'saved' | 'table'
  readonly name: string
  /** Relative to the folder: that of the shards, or the table. */
  readonly place: string
  readonly test: string | null
  /** What to write beside the place, as YAML. */
  readonly options: Readonly<Record<string, string>>
  /** For a person: what was found. */
  readonly words: string
}

export interface PackedLook {
  readonly tasks: readonly PackedTask[]
  readonly notes: readonly string[]
}

const TABLES = ['metadata.csv', 'metadata.jsonl']
const LABELS = ['label', 'class', 'class_name', 'category', 'species', 'target']
const SPLITS: Readonly<Record<string, string>> = {
  ...{ train: 'train', training: 'train', test: 'test', testing: 'test' },
  ...{ val: 'validation', valid: 'validation', validation: 'validation', dev: 'validation' },
}
/** What splits for testing are called; of several the first in this order. */
const TESTS = ['test', 'validation', 'val', 'valid', 'dev']
const SHARD = /\.(parquet|tar)$/i
const HEAD = 65_536 // bytes of a table that are enough for its first line

/** What lies in a folder in one of these forms; null where nothing does. */
export function packedAt(path: string, relative: string, name: string): PackedLook | null {
  return tableAt(path, relative, name) ?? shardsAt(path, relative, name)
}

function shardsAt(path: string, relative: string, name: string): PackedLook | null {
  const inside = childrenOf(path)
    .filter(({ name }) => name === 'data' || SPLITS[name.toLowerCase()] !== undefined)
    .flatMap((child) => shardsIn(child.path).map((file) => `${child.name}/${file}`))
  // Parquet files lie in the folder itself or in data/, where the reader looks for them.
  const files = [...shardsIn(path), ...inside].filter(
    (file) => !/^(?!data\/).+\/.*\.parquet$/i.test(file),
  )
  if (files.length === 0) return null
  const isTar = files.some((file) => /\.tar$/i.test(file))
  const isBoth = isTar && files.some((file) => /\.parquet$/i.test(file))
  if (isBoth)
    return {
      tasks: [],
      notes: [`${relative}: Parquet files and shards (.tar) mixed; keep one kind`],
    }
  const what = isTar ? 'WebDataset shards' : 'Parquet files'
  const splits = [...new Set(files.map(splitOf))].sort()
  const test = TESTS.find((split) => splits.includes(split)) ?? null
  const first = splits.includes('train') ? 'train' : splits[0]!
  const task: PackedTask = {
    kind: 'saved',
    name,
    place: relative,
    test: null,
    options: {
      ...(first !== 'train' && { split: first }),
      ...(test !== null && test !== 'test' && { test_split: test }),
    },
    words: `${files.length} ${what} (splits: ${splits.join(', ')}), test on ${test ?? 'a held-out fifth'}`,
  }
  const notes = [
    ...(test !== null && test !== 'test'
      ? [`${name}: there is no split \`test\`; \`${test}\` is used instead`]
      : []),
    isTar
      ? `${name}: the class is looked for in \`.cls\` or in \`label\` of \`.json\` (\`label_column\`)`
      : `${name}: images are looked for in the column \`image\`, classes in \`label\` (\`image_column\`, \`label_column\`)`,
  ]
  return { tasks: [task], notes }
}

const shardsIn = (path: string) =>
  readdirSync(path).filter((name) => SHARD.test(name) && !name.startsWith('.'))

/** As the readers find them: what a Parquet file is called before its number; words in the name of a shard or its folder. */
function splitOf(file: string): string {
  if (/\.parquet$/i.test(file))
    return basename(file).replace(/(-\d+-of-\d+)?(-[0-9a-f]{16})?\.parquet$/i, '')
  const words = file.toLowerCase().split(/[^a-z0-9]+/)
  return words.map((word) => SPLITS[word]).find((split) => split !== undefined) ?? 'train'
}

function tableAt(path: string, relative: string, name: string): PackedLook | null {
  const found = ['train', '.']
    .map((part) => tableIn(path, part))
    .find((table) => table !== null && table !== undefined)
  if (found === undefined || found === null) return null
  const test = found.part === 'train' ? (tableIn(path, 'test')?.file ?? null) : null
  const labels = found.columns.filter((column) => LABELS.includes(column.toLowerCase()))
  const [label] = labels
  if (label === undefined || labels.length > 1) {
    const which = label === undefined ? 'none is named' : 'several could be'
    const note = `${join(relative, found.file)}: which column is the class? ${which} ${label === undefined ? LABELS.join(', ') : labels.join(', ')}. Columns: ${found.columns.slice(0, 20).join(', ')}. Write the task yourself: \`table: ${found.file}\`, \`path_column: file_name\`, \`label_column: …\``
    return { tasks: [], notes: [note] }
  }
  const task: PackedTask = {
    kind: 'table',
    name,
    place: join(relative, found.file),
    test: test === null ? null : join(relative, test),
    options: { path_column: 'file_name', ...(label !== 'label' && { label_column: label }) },
    words: `classes in column \`${label}\` of ${found.file}, ${test === null ? 'a fifth of every class held out for testing' : `test on ${test}`}`,
  }
  return { tasks: [task], notes: [] }
}

/** A table of the hub's imagefolder in one part of a dataset, and its columns. */
function tableIn(path: string, part: string) {
  for (const name of TABLES) {
    const file = part === '.' ? name : join(part, name)
    let head: string
    try {
      head = readFileSync(join(path, file), 'utf8').slice(0, HEAD)
    } catch {
      continue // it is not there
    }
    const columns = columnsOf(name, head.split(/\r?\n/, 1)[0] ?? '')
    if (columns.includes('file_name')) return { part, file, columns }
  }
  return null
}

function columnsOf(name: string, first: string): string[] {
  if (name.endsWith('.csv'))
    return first
      .replace(/^\uFEFF/, '')
      .split(/[,;\t]/)
      .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  try {
    return Object.keys(JSON.parse(first) as object)
  } catch {
    return []
  }
}
