/** Which tables belong together: what is trained on, and what is measured with. */
import { basename, dirname, join } from 'node:path'
import type { LabelTable } from './tables.js'
import { partOf, stemOf } from './words.js'

/** Guesses of a model, not classes. */
const GUESSES = /submission|predict|result/i

export interface Left {
  readonly file: string
  readonly why: string
}

/** Tables of the same images and classes are one, written twice. */
export function withoutCopies(tables: readonly LabelTable[]) {
  const kept: LabelTable[] = []
  const copies: Left[] = []
  const said = ({ images, labels, split }: LabelTable) => JSON.stringify([images, labels, split])
  for (const table of tables) {
    const first = kept.find((one) => said(one) === said(table))
    if (first === undefined) kept.push(table)
    else copies.push({ file: table.file, why: `it says the same as ${first.file}` })
  }
  return { kept, copies }
}

export interface Pair {
  readonly train: LabelTable
  readonly test: LabelTable | null
}

interface Pairs {
  readonly pairs: readonly Pair[]
  readonly left: readonly Left[]
  readonly questions: readonly string[]
}

/** Tables that have both sides in them, where no others say the same with a table for each. */
export function withSplits(all: readonly LabelTable[]): Pairs {
  const whole = all.filter(({ split }) => split === null)
  const divided = all.filter(({ split }) => split !== null)
  const found = paired(whole)
  const isClear = found.pairs.length > 0 && found.pairs.every(({ test }) => test !== null)
  if (isClear || divided.length === 0) {
    const [first] = found.pairs
    return {
      ...found,
      left: [...found.left, ...divided.map((one) => leftBeside(first!.train)(one))],
    }
  }
  if (found.pairs.length === 0)
    return {
      pairs: divided.map((train) => ({ train, test: null })),
      left: found.left,
      questions: [...found.questions, ...overlaps(divided)],
    }
  const clear = divided.map(
    ({ file, split }) =>
      `${file}: its column \`${split!.column}\` says which images are for testing, and ${found.pairs[0]!.train.file} would train on all of its own. Leave one of the two here`,
  )
  return { ...found, questions: [...found.questions, ...clear] }
}

/** What is trained on and what is measured, by the names of the tables. */
function paired(all: readonly LabelTable[]): Pairs {
  const isGuess = ({ file }: LabelTable) => GUESSES.test(basename(file))
  const guesses = all
    .filter(isGuess)
    .map(({ file }) => ({ file, why: 'by its name it contains predictions, not labels' }))
  const tables = all.filter((table) => !isGuess(table))
  const tests = tables.filter(({ role }) => role !== null && role !== 'train')
  const called = tables.filter(({ role }) => role === 'train')
  const others = tables.filter(({ role }) => role === null)
  const trains = called.length > 0 ? called : others
  const aside = called.length > 0 ? others.map(leftBeside(called[0]!)) : []
  const sets =
    trains.length === 1
      ? [withTests(trains[0]!, tests)]
      : trains.map((train) => withTests(train, tests.filter(isOf(train))))
  const owned = sets.flatMap(({ tests }) => tests)
  const lone = tests.filter((test) => !owned.includes(test))
  return {
    pairs: sets.map(({ train, tests: [test = null] }) => ({ train, test })),
    left: [...guesses, ...aside, ...sets.flatMap(({ further }) => further)],
    questions: [...lone.map(alone), ...sets.flatMap(({ unclear }) => unclear), ...overlaps(trains)],
  }
}

export const wordsOf = ({ file }: LabelTable) => {
  const name = basename(file).replace(/\.\w+$/, '')
  return partOf(name)?.stem ?? stemOf(name)
}
const isOf = (train: LabelTable) => (test: LabelTable) => wordsOf(test) === wordsOf(train)
const leftBeside =
  (train: LabelTable) =>
  ({ file }: LabelTable) => ({
    file,
    why: `it is next to ${train.file}`,
  })

/** `test` goes before `val`; only one is measured with. */
function withTests(train: LabelTable, all: readonly LabelTable[]) {
  const isTest = ({ role }: LabelTable) => role === 'test'
  const tests = [...all.filter(isTest), ...all.filter((one) => !isTest(one))]
  const [test, ...more] = tests
  const further = more.map(({ file }) => ({ file, why: `${test!.file} is the test set` }))
  return { train, tests, further, unclear: test === undefined ? [] : clash(train, test) }
}

/** Why two tables cannot be the two sides of one task. */
function clash(train: LabelTable, test: LabelTable): string[] {
  const both = overlap(train, test)
  if (both > 0)
    return [
      `${test.file}: ${both} of its images are in ${train.file} as well: which are to be trained on, and which tested with? Take them out of one of the two`,
    ]
  if (train.base === null && test.base === null) return []
  const [one, two] = [imagesOf(train), imagesOf(test)]
  return one === two
    ? []
    : [
        `${test.file}: its paths start from ${two}, those of ${train.file} from ${one}, and a task has one folder of images (\`images\`). Let the paths of both start from the same folder`,
      ]
}

export const imagesOf = ({ base, file }: LabelTable) => join(base ?? dirname(file), '.')

function overlap(a: LabelTable, b: LabelTable): number {
  const known = new Set(a.images)
  return b.images.filter((image) => known.has(image)).length
}

const alone = ({ file }: LabelTable) =>
  `${file}: it is named like the table of a test set, which is never trained on, and it is unclear which table is its training set. Give them matching names, e.g. train.csv and test.csv`

/** Tables of the same images: one would test with what the other trains on. */
function overlaps(trains: readonly LabelTable[]): string[] {
  return trains.flatMap((one, i) => {
    const other = trains.slice(0, i).find((two) => overlap(one, two) > 0)
    return other === undefined
      ? []
      : [
          `${one.file} and ${other.file} name ${overlap(one, other)} images in common: tasks of their own, or a set and a part of it? Leave one here, or call them like what they are, e.g. train.csv and test.csv`,
        ]
  })
}
