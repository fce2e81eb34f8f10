/** Tables of a folder as tasks: which is trained on, which is measured, which are left out. */
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { childrenOf, hasImages } from './entries.js'
import type { PackedLook, PackedTask } from './packed-task.js'
import { imagesOf, type Pair, withoutCopies, withSplits, wordsOf } from './table-pairs.js'
import { type LabelTable, labelTable } from './tables.js'
import { partOf } from './words.js'

const TABLE = /^[^.].*\.(csv|tsv|tab|jsonl|ndjson|xlsx|ods)$/i
/** A table of the hub's imagefolder, which lies with its images. */
const HUB = /^metadata\.(csv|jsonl)$/i

/** Tasks of the tables in a folder, and why others are not taken; null where there are none. */
export function tablesAt(path: string, relative: string, name: string): PackedLook | null {
  const files = tablesIn(path)
  if (files.length === 0) return null
  const bases = ['', ...basesIn(path)]
  const read = files.map((file) => ({ file, found: labelTable(path, file, bases) }))
  const left = read.flatMap(({ file, found }) => ('why' in found ? [{ file, ...found }] : []))
  const tables = read.flatMap(({ found }) => ('why' in found ? [] : [found]))
  const { kept, copies } = withoutCopies(tables)
  const { pairs, left: aside, questions } = withSplits(kept)
  const said = (words: string) => (relative === '.' ? words : `${relative}/${words}`)
  const splits = left
    .filter(({ isSplit }) => isSplit)
    .map(({ file, why }) => `${said(file)}: ${why}`)
  const isWhole = pairs.length > 0 && pairs.every(({ test }) => test === null)
  return {
    tasks: pairs.map((pair) => taskOf(pair, pairs.length === 1 ? name : nameOf(pair), relative)),
    notes: pairs
      .flatMap(({ train, test }) => [train, ...(test ? [test] : [])].flatMap(lost))
      .map(said),
    questions: [...questions.map(said), ...(isWhole || pairs.length === 0 ? splits : [])],
    splits,
    left: [...left, ...copies, ...aside].map(({ file, why }) => `left out: ${said(file)}: ${why}`),
  }
}

const nameOf = ({ train }: Pair) => wordsOf(train) || basename(train.file)

/** In the folder, in folders without images, and the hub's in the parts of a dataset. */
function tablesIn(path: string): string[] {
  const own = readdirSync(path).filter((file) => TABLE.test(file))
  const below = childrenOf(path).flatMap((child) => {
    const inside = readdirSync(child.path).filter((file) => TABLE.test(file))
    if (inside.length === 0) return []
    const isPart = partOf(child.name)?.isPlain ?? false
    const files = isPart ? inside.filter((file) => HUB.test(file)) : inside
    return isPart || !hasImages(child.path) ? files.map((file) => join(child.name, file)) : []
  })
  return [...own.sort(), ...below]
}

/** Folders whose images a table may name without them. */
function basesIn(path: string): string[] {
  const children = childrenOf(path).slice(0, 100)
  const deeper = children.flatMap((child) =>
    childrenOf(child.path)
      .slice(0, 10)
      .map(({ name }) => join(child.name, name)),
  )
  return [...children.map(({ name }) => name), ...deeper]
}

function taskOf({ train, test }: Pair, name: string, relative: string): PackedTask {
  if (train.split !== null) return dividedTask(train, train.split, name, relative)
  const place = (file: string) => join(relative, file)
  const isElsewhere = train.base !== null || (test !== null && test.base !== null)
  const { file, labels, labelColumn, pathColumn, isNamed } = train
  const kinds = [...new Set(labels)].sort()
  const tested =
    test === null
      ? 'a fifth of every class for the test'
      : `test on ${test.labels.length} in ${test.file}`
  return {
    kind: 'table',
    isFirm: HUB.test(basename(file)) || test !== null || (isNamed && !areFolders(train)),
    name,
    place: place(file),
    test: test === null ? null : place(test.file),
    images: isElsewhere ? place(imagesOf(train)) : null,
    options: {
      ...(pathColumn !== 'path' && { path_column: pathColumn }),
      ...(labelColumn !== 'label' && { label_column: labelColumn }),
    },
    words: `${kinds.length} classes (${kinds.slice(0, 5).join(', ')}${kinds.length > 5 ? ', …' : ''}) in column \`${labelColumn}\` of ${file}, ${labels.length} images, ${tested}`,
  }
}

/** One table with both sides in it. */
function dividedTask(
  { file, base, labels, labelColumn, pathColumn }: LabelTable,
  { column, train, test, left, rows }: NonNullable<LabelTable['split']>,
  name: string,
  relative: string,
): PackedTask {
  const count = (value: string) => rows.filter((row) => row === value).length
  const kinds = [...new Set(labels.filter((_, i) => rows[i] === train))].sort()
  const tested =
    test === null ? 'a fifth of every class for the test' : `test on ${count(test)} of \`${test}\``
  const besides = left.map((value) => `${count(value)} of \`${value}\``)
  return {
    kind: 'table',
    isFirm: true,
    name,
    place: join(relative, file),
    test: null,
    images: base === null ? null : join(relative, base, '.'),
    options: {
      ...(pathColumn !== 'path' && { path_column: pathColumn }),
      ...(labelColumn !== 'label' && { label_column: labelColumn }),
      split_column: column,
      split: train,
      ...(test !== null && { test_split: test }),
    },
    words: `${kinds.length} classes (${kinds.slice(0, 5).join(', ')}${kinds.length > 5 ? ', …' : ''}) in column \`${labelColumn}\` of ${file}, split by column \`${column}\`: ${count(train)} images of \`${train}\`, ${tested}${besides.length === 0 ? '' : `; left out: ${besides.join(', ')}`}`,
  }
}

/** The classes are the folders of the images, which say the same. */
function areFolders({ images, labels }: LabelTable): boolean {
  return images.every((image, i) => basename(dirname(image)) === labels[i])
}

/** What the reader would refuse. */
function lost({ file, missing, labels, split }: LabelTable): string[] {
  const isUsed = (i: number) =>
    split === null || split.rows[i] === split.train || split.rows[i] === split.test
  const of = (side: string | null | undefined) =>
    new Set(labels.filter((label, i) => label !== '' && split?.rows[i] === side))
  const trained = of(split?.train)
  const strangers = split === null ? [] : [...of(split.test)].filter((one) => !trained.has(one))
  const empty = labels.filter((label, i) => label === '' && isUsed(i)).length
  return [
    ...(missing === 0
      ? []
      : [
          `${file}: of the images that were looked for ${missing} are not there; \`zscl run\` needs all of them`,
        ]),
    ...(strangers.length === 0
      ? []
      : [
          `${file}: no training image has the class ${strangers.join(', ')}, and \`zscl run\` refuses to test on it`,
        ]),
    ...(empty === 0
      ? []
      : [`${file}: ${empty} rows have no class; \`zscl run\` needs one in each`]),
  ]
}
