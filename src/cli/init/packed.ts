/** Datasets that are not folders of classes: the hub's Parquet files, WebDataset shards, a table beside the images. */
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { childrenOf } from './entries.js'
import type { PackedLook, PackedTask } from './packed-task.js'
import { tablesAt } from './table-tasks.js'
import { partOf, type Role } from './words.js'

const SPLITS: Readonly<Record<string, string>> = {
  ...{ train: 'train', training: 'train', test: 'test', testing: 'test' },
  ...{ val: 'validation', valid: 'validation', validation: 'validation', dev: 'validation' },
}
const SHARD = /\.(parquet|tar)$/i

const EMPTY: PackedLook = { tasks: [], notes: [], questions: [], splits: [], left: [] }

/** What lies in a folder in one of these forms; null where nothing does. */
export function packedAt(path: string, relative: string, name: string): PackedLook | null {
  const [tables, shards] = [tablesAt(path, relative, name), shardsAt(path, relative, name)]
  if (tables === null || shards === null) return tables ?? shards
  const isTable = tables.tasks.length + tables.questions.length > 0
  return isTable ? tables : { ...shards, left: [...tables.left, ...shards.left] }
}

function shardsAt(path: string, relative: string, name: string): PackedLook | null {
  const inside = childrenOf(path)
    .filter(({ name }) => name === 'data' || SPLITS[name.toLowerCase()] !== undefined)
    .flatMap((child) => shardsIn(child.path).map((file) => `${child.name}/${file}`))
  const all = [...shardsIn(path), ...inside]
  // The reader looks for Parquet files in folders called like splits only where none lie in the folder itself or in data/.
  const isApart = (file: string) => /^(?!data\/).+\/.*\.parquet$/i.test(file)
  const isNear = all.some((file) => /\.parquet$/i.test(file) && !isApart(file))
  const files = isNear ? all.filter((file) => !isApart(file)) : all
  if (files.length === 0) return null
  const isTar = files.some((file) => /\.tar$/i.test(file))
  const isBoth = isTar && files.some((file) => /\.parquet$/i.test(file))
  if (isBoth)
    return {
      ...EMPTY,
      notes: [`${relative}: Parquet files and shards (.tar) mixed; keep one kind`],
    }
  const what = isTar ? 'WebDataset shards' : 'Parquet files'
  const splits = [...new Set(files.map(splitOf))].sort()
  const misread = isTar ? files.filter((file) => isTested(file) && splitOf(file) === 'train') : []
  const roles = splits.map((split) => ({ split, role: partOf(split)?.role ?? null }))
  const ofRole = (...wanted: readonly (Role | null)[]) =>
    wanted.flatMap((role) => roles.filter((one) => one.role === role)).map(({ split }) => split)
  const test = ofRole('test', 'validation')[0] ?? null
  const [first, ...more] = ofRole('train').length > 0 ? ofRole('train') : ofRole(null)
  const unclear = splitQuestion(first, more, splits, misread)
  if (unclear !== null || first === undefined)
    return { ...EMPTY, questions: [`${relative}: ${unclear}`] }
  const task: PackedTask = {
    kind: 'saved',
    isFirm: false,
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
  return { ...EMPTY, tasks: [task], notes }
}

/** Why it is not clear which split to train on; null where it is. */
function splitQuestion(
  first: string | undefined,
  more: readonly string[],
  splits: readonly string[],
  misread: readonly string[],
): string | null {
  if (misread.length > 0)
    return `${misread[0]} is named like a shard of a test set, but shards are recognised only by the separate words train, test and val: write test as a word of its own, e.g. birds-test-000.tar, or give it another name`
  if (first === undefined)
    return `only ${splits.join(', ')}, named like test splits, which are never trained on. If one is to be trained on, write the task yourself (\`saved:\`, \`split: ${splits[0]}\`)`
  return more.length === 0 || first === 'train'
    ? null
    : `which split is to be trained on? ${[first, ...more].join(', ')}. Write the task yourself (\`saved:\`, \`split: …\`, \`test_split: …\`)`
}

/** By any word that `init` knows, of the shard or its folder. */
const isTested = (file: string) =>
  file.split('/').some((part) => (partOf(part.replace(/\.\w+$/, ''))?.role ?? 'train') !== 'train')

const shardsIn = (path: string) =>
  readdirSync(path).filter((name) => SHARD.test(name) && !name.startsWith('.'))

/** As the readers find them: what a Parquet file is called before its number; words in the name of a shard or its folder. */
function splitOf(file: string): string {
  const folder = SPLITS[file.slice(0, Math.max(0, file.indexOf('/'))).toLowerCase()]
  if (folder !== undefined && /\.parquet$/i.test(file)) return folder
  if (/\.parquet$/i.test(file))
    return basename(file).replace(/(-\d+-of-\d+)?(-[0-9a-f]{16})?\.parquet$/i, '')
  const words = file.toLowerCase().split(/[^a-z0-9]+/)
  return words.map((word) => SPLITS[word]).find((split) => split !== undefined) ?? 'train'
}
