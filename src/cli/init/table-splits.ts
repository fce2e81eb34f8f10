/** A column of a table that says which rows are trained on and which are measured with. */
import type { TableFile } from './table-file.js'
import { partOf, type Role } from './words.js'

export interface TableSplit {
  readonly column: string
  /** What the rows of either side have in it; null: nothing to measure with, so a share is held out. */
  readonly train: string
  readonly test: string | null
  /** What is in it besides, and belongs to neither. */
  readonly left: readonly string[]
}

/** The column by its number, and every value in it with its part. */
interface Marked {
  readonly column: number
  readonly roles: ReadonlyMap<string, Role>
}

/** `is_valid`, `test`: columns that say yes or no. */
const ASKED = /^(?:is[ _-]?)?(train|test|val)(?:ing|id|idation)?(?:[ _-]?set)?$/i
const YES = /^(1(\.0+)?|true|yes|y|t)$/i
const NO = /^(0(\.0+)?|false|no|n|f)$/i
/** Words in the name of a column that says which part a row is of. */
const NAMES =
  /(^|[^a-z])(splits?|partitions?|subsets?|phase|usage|k?folds?)($|[^a-z])|^(data[ _-]?)?set$/i

/** For all of a table to be measured with. */
export const WHOLE = 'whole'

/**
 * Null for a table without such a column, WHOLE for one that is for testing; words for one whose sides are not clear.
 * @param known columns that are something else
 */
export function splitOf(
  table: TableFile,
  label: number | null,
  known: readonly number[],
): TableSplit | typeof WHOLE | string | null {
  const columns = table.columns.flatMap((_, i) => (i === label || known.includes(i) ? [] : [i]))
  const marked = columns.flatMap((column): Marked[] => {
    const roles = rolesIn(table, column)
    return roles === null ? [] : [{ column, roles }]
  })
  const [first, ...others] = marked
  if (first === undefined) return mayBeSplit(table, columns)
  const name = (one: Marked) => table.columns[one.column]!
  if (others.length > 0)
    return `several columns mark the test images (${marked.map(name).join(', ')}); leave one, or write the task yourself with its \`split_column\``
  const blank = blanks(table, first.column)
  if (blank > 0)
    return `column \`${name(first)}\` marks the test images, and ${blank} of its rows are blank; fill them in`
  const of = (role: Role) => [...first.roles].filter(([, one]) => one === role).map(([one]) => one)
  const [train, ...more] = of('train')
  if (train === undefined && first.roles.size === 1) return WHOLE
  if (train === undefined || more.length > 0)
    return `column \`${name(first)}\` marks the test images, and ${train === undefined ? 'none to train on' : `several parts to train on (${[train, ...more].join(', ')})`}; write the task yourself with \`split_column: ${name(first)}\` and its \`split\``
  const measured = [...of('test'), ...of('validation')]
  const test = measured.find((one) => hasLabels(table, first.column, one, label)) ?? null
  const left = [...first.roles.keys()].filter((one) => one !== train && one !== test)
  return { column: name(first), train, test, left }
}

/** A column called like one, or with a part of a dataset among its values, which do not say what they all stand for. */
function mayBeSplit(table: TableFile, columns: readonly number[]): string | null {
  const column = columns.find((i) => {
    const [name, values] = [table.columns[i]!, valuesOf(table, i)]
    const count = values.length + (blanks(table, i) > 0 ? 1 : 0)
    const isCalled = NAMES.test(name) || partOf(name) !== null
    const says = values.length <= 3 && values.some((value) => partOf(value)?.isPlain)
    return (isCalled || says) && count > 1 && count <= 10
  })
  if (column === undefined) return null
  const [name, values] = [table.columns[column]!, valuesOf(table, column)]
  const said = [...values, ...(blanks(table, column) > 0 ? ['blank'] : [])].join(', ')
  return `column \`${name}\` may say which images are for testing, and its values (${said}) do not tell which. Write the task yourself with \`split_column: ${name}\`, \`split: …\` and \`test_split: …\`, or take the column out if all are to be trained on`
}

const blanks = ({ rows }: TableFile, column: number) =>
  rows.filter((row) => (row[column] ?? '') === '').length

/** Without blanks. */
const valuesOf = ({ rows }: TableFile, column: number) =>
  [...new Set(rows.map((row) => row[column] ?? ''))].filter((value) => value !== '')

/** What every value of a column stands for, where all of them are parts of a dataset and one is not trained on. */
function rolesIn(table: TableFile, column: number): Map<string, Role> | null {
  const { columns } = table
  const values = valuesOf(table, column)
  if (values.length === 0 || values.length > 5) return null
  const asked = ASKED.exec(columns[column]!)?.[1]?.toLowerCase()
  if (asked !== undefined && values.length === 2 && values.some(isYes) && values.some(isNo)) {
    const yes: Role = asked === 'val' ? 'validation' : (asked as Role)
    const no: Role = yes === 'train' ? 'test' : 'train'
    return new Map(values.map((value) => [value, isYes(value) ? yes : no]))
  }
  const parts = values.map((value) => [value, partOf(value)] as const)
  const isNamed = NAMES.test(columns[column]!) // then also `PublicTest`
  const isPart = (one: ReturnType<typeof partOf>) => one !== null && (one.isPlain || isNamed)
  const isTested = parts.some(([, part]) => part?.role !== 'train')
  if (!parts.every(([, part]) => isPart(part)) || !isTested) return null
  return new Map(parts.map(([value, part]) => [value, part!.role]))
}

const isYes = (value: string) => YES.test(value)
const isNo = (value: string) => NO.test(value)

/** Contests hand out test images without their classes. */
function hasLabels({ rows }: TableFile, column: number, value: string, label: number | null) {
  return label === null || rows.every((row) => row[column] !== value || (row[label] ?? '') !== '')
}
