/** What a table says of images: which column names them, which their class, and which part of a dataset it is. */
import { existsSync } from 'node:fs'
import { basename, isAbsolute, join, normalize } from 'node:path'
import { isImage } from './entries.js'
import { readTable, type TableFile } from './table-file.js'
import { splitOf, type TableSplit, WHOLE } from './table-splits.js'
import { isTested, partOf, type Role } from './words.js'

export interface LabelTable {
  /** Relative to the folder. */
  readonly file: string
  readonly role: Role | null
  /** The folder that its paths are relative to; null: that of the table. */
  readonly base: string | null
  readonly pathColumn: string
  readonly labelColumn: string
  /** Relative to the folder, one for every row. */
  readonly images: readonly string[]
  readonly labels: readonly string[]
  /** Where a column of its own says which rows are for what. */
  readonly split: (TableSplit & { readonly rows: readonly string[] }) | null
  /** The column of the class is called like one. */
  readonly isNamed: boolean
  /** How many of those looked at are not there. */
  readonly missing: number
}

export const LABELS = ['label', 'class', 'class_name', 'category', 'species', 'target', 'labels']
/** Columns that are no class. */
const TEXTS = /^(text|texts|caption|captions|description|prompt|title|url|id)$/i
const PATHS = ['file_name', 'path', 'filename', 'image', 'filepath', 'file', 'image_path']
const SAMPLED = 200 // rows whose images are looked for
const ENDINGS = ['.jpg', '.jpeg', '.png', '.webp']

/** Why a table is not taken. */
export interface NoTable {
  readonly why: string
  /** It says that some images are for testing. */
  readonly isSplit?: boolean
}

/** A table of the folder, or why it is none: `bases` are folders that hold images. */
export function labelTable(
  folder: string,
  file: string,
  bases: readonly string[],
): LabelTable | NoTable {
  const table = readTable(join(folder, file))
  if (typeof table === 'string') return { why: table }
  const paths = pathsIn(folder, file, table, bases)
  if (typeof paths === 'string') return { why: paths }
  const images = table.rows.map((row) => placeOf(paths.from, row[paths.column] ?? ''))
  const label = classColumn(table, paths.column)
  const said = splitOf(table, typeof label === 'string' ? null : label.column, [paths.column])
  const split = said === WHOLE ? null : said
  if (typeof split === 'string') return { why: split, isSplit: true }
  const unclear = split === null ? mixed(images) : twice(images, table, split)
  if (unclear !== null) return { why: unclear, isSplit: true }
  if (typeof label === 'string')
    return split === null
      ? { why: label }
      : { why: `column \`${split.column}\` marks the test images; ${label}`, isSplit: true }
  const labels = table.rows.map((row) => row[label.column] ?? '')
  const wrong = several(images, labels)
  if (wrong !== null) return { why: wrong }
  const places = images.filter((image) => partsOf(image).some(isTested))
  return {
    file,
    role: said === WHOLE ? 'test' : (roleOf(file) ?? (places.length > 0 ? 'test' : null)),
    base: paths.base,
    pathColumn: table.columns[paths.column]!,
    labelColumn: table.columns[label.column]!,
    images,
    labels,
    split: split === null ? null : { ...split, rows: cellsOf(table, split) },
    isNamed: label.isNamed,
    missing: paths.missing,
  }
}

function cellsOf({ columns, rows }: TableFile, { column }: TableSplit): string[] {
  const place = columns.indexOf(column)
  return rows.map((row) => row[place] ?? '')
}

/** Images that are to be trained on and measured with. */
function twice(images: readonly string[], table: TableFile, split: TableSplit): string | null {
  const cells = cellsOf(table, split)
  const trained = new Set(images.filter((_, i) => cells[i] === split.train))
  const both = images.filter((image, i) => cells[i] === split.test && trained.has(image))
  return both.length === 0
    ? null
    : `${both.length} of its images are both \`${split.train}\` and \`${split.test}\` in column \`${split.column}\`, e.g. ${both[0]}; leave one row of each`
}

const folderOf = (file: string) => file.slice(0, file.length - basename(file).length)
const placeOf = (from: string, written: string) =>
  normalize(join(from, written.replaceAll('\\', '/')))

/** Of the file, or of the folder it lies in: `train.csv`, `train/metadata.csv`. */
function roleOf(file: string): Role | null {
  const name = basename(file).replace(/\.\w+$/, '')
  return partOf(name)?.role ?? partOf(basename(folderOf(file)))?.role ?? null
}

/** The column whose cells name files that are there. */
function pathsIn(
  folder: string,
  file: string,
  { columns, rows }: TableFile,
  bases: readonly string[],
) {
  const step = Math.max(1, Math.floor(rows.length / SAMPLED))
  const sample = rows.filter((_, i) => i % step === 0)
  const order = columns
    .map((name, column) => ({ column, rank: PATHS.indexOf(name.toLowerCase()) }))
    .sort((a, b) => (a.rank < 0 ? 99 : a.rank) - (b.rank < 0 ? 99 : b.rank))
  const own = folderOf(file)
  const froms = [own, ...bases.filter((base) => join(base, '.') !== join(own, '.'))]
  const there = (from: string, written: string, ending = '') =>
    written !== '' && existsSync(join(folder, placeOf(from, written + ending)))
  for (const { column } of order)
    for (const from of froms) {
      const named = sample.filter((row) => isImage(row[column] ?? ''))
      const found = named.filter((row) => there(from, row[column]!))
      if (found.length > sample.length / 2) {
        const missing = sample.length - found.length
        return { column, from, base: from === own ? null : from, missing }
      }
    }
  const ends = (row: readonly string[], column: number) =>
    froms.some((from) => ENDINGS.some((one) => there(from, row[column] ?? '', one)))
  const bare = order.find(
    ({ column }) => sample.filter((row) => ends(row, column)).length > sample.length / 2,
  )
  if (bare !== undefined)
    return `column \`${columns[bare.column]}\` names images without their ending, e.g. .jpg; write whole file names`
  const lost = order.find(({ column }) => isImage(rows[0]?.[column] ?? ''))
  return lost === undefined
    ? `no column names images. Columns: ${columns.slice(0, 20).join(', ')}`
    : `the images of column \`${columns[lost.column]}\` are not there, e.g. ${rows[0]![lost.column]}${isAbsolute(rows[0]![lost.column]!) ? '; write paths that begin at the table or at the folder of the images' : ''}`
}

/** The column of the class by its name, or the only other one whose values repeat. */
function classColumn({ columns, rows }: TableFile, path: number) {
  const named = columns.flatMap((name, i) => (LABELS.includes(name.toLowerCase()) ? [i] : []))
  const [only] = named
  if (named.length === 1) return { column: only!, isNamed: true }
  const others = columns.flatMap((name, i) => (i === path || TEXTS.test(name) ? [] : [i]))
  const [other] = others
  if (named.length === 0 && others.length === 1 && repeats(rows.map((row) => row[other!] ?? '')))
    return { column: other!, isNamed: false }
  const which =
    named.length === 0
      ? `none is named ${LABELS.join(', ')}`
      : `several could be: ${named.map((i) => columns[i]).join(', ')}`
  return `which column is the class? ${which}. Columns: ${columns.slice(0, 20).join(', ')}. Write the task yourself: \`table:\`, \`path_column: ${columns[path]}\`, \`label_column: …\``
}

function repeats(values: readonly string[]): boolean {
  const kinds = new Set(values).size
  return kinds > 1 && kinds <= values.length / 2
}

/** Images of both `train/` and `test/`. */
function mixed(images: readonly string[]): string | null {
  const tested = images.filter((image) => partsOf(image).some(isTested)).length
  return tested === 0 || tested === images.length
    ? null
    : `${tested} of its ${images.length} images are in folders named like test sets, and no column says so; add one (\`split_column\`), or make one table per split, e.g. train.csv and test.csv`
}

const partsOf = (image: string) => image.split('/').slice(0, -1)

/** As of boxes in pictures: not one class for an image. */
function several(images: readonly string[], labels: readonly string[]): string | null {
  const known = new Map<string, string>()
  const other = images.find(
    (image, i) => (known.get(image) ?? labels[i]) !== labels[i] || !known.set(image, labels[i]!),
  )
  return other === undefined
    ? null
    : `${other} has several classes in it; one for each image is expected`
}
