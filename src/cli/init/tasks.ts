/** A task out of folders of classes: its images, its test set, and what is said of both. */
import { childrenOf, countImages, type Entry, imagesIn } from './entries.js'
import { partOf } from './words.js'

export interface FoundTask {
  readonly name: string
  /** Relative to the folder; '.' for itself. */
  readonly images: string
  /** Null: a share is held out. */
  readonly test: string | null
  readonly classes: readonly string[]
  readonly counts: { readonly train: number; readonly test: number }
}

/** A folder, and how the experiment names it. */
export interface Place extends Entry {
  readonly place: string
}

export interface Folders {
  readonly tasks: readonly FoundTask[]
  /** Sentences for a person: what was left out, what may be meant otherwise. */
  readonly notes: readonly string[]
  /** What could be a test set or something to train on: nothing is written before a person has answered. */
  readonly questions: readonly string[]
}

export const NOTHING: Folders = { tasks: [], notes: [], questions: [] }

export function joined(looks: readonly Folders[]): Folders {
  return {
    tasks: looks.flatMap((look) => look.tasks),
    notes: looks.flatMap((look) => look.notes),
    questions: looks.flatMap((look) => look.questions),
  }
}

/** A task with the first test set that says which classes its images have; why others are not taken. */
export function measured(
  name: string,
  images: string,
  classes: readonly Entry[],
  tests: readonly Place[],
): Folders {
  const usable = tests.filter((one) =>
    childrenOf(one.path).some((two) => countImages(two.path) > 0),
  )
  const [test] = usable
  const left = (one: Place, why: string) => leftOut({ ...one, name: one.place }, why)
  const unlabelled = tests
    .filter((one) => !usable.includes(one))
    .flatMap((one) => left(one, 'it has no class folders, so its labels are unknown'))
  if (test === undefined)
    return { ...NOTHING, tasks: [task(name, images, classes, null, [])], notes: unlabelled }
  const further = usable.slice(1).flatMap((one) => left(one, `${test.place}/ is the test set`))
  const tested = childrenOf(test.path)
  return {
    ...NOTHING,
    tasks: [task(name, images, classes, test.place, tested)],
    notes: [...agreement(name, classes, tested), ...unlabelled, ...further],
  }
}

/** Which classes only one of both sides has. */
function agreement(name: string, classes: readonly Entry[], tested: readonly Entry[]): string[] {
  const filled = (entries: readonly Entry[]) =>
    entries.filter((one) => countImages(one.path) > 0).map((one) => one.name)
  const [train, test] = [filled(classes), filled(tested)]
  const untested = train.filter((one) => !test.includes(one))
  const untrained = test.filter((one) => !train.includes(one))
  return [
    ...(untested.length === 0 ? [] : [`${name}: no test image has the class ${listed(untested)}`]),
    ...(untrained.length === 0
      ? []
      : [
          `${name}: no training image has the class ${listed(untrained)}, and \`zscl run\` refuses to test on it; move it away, or list the classes (\`classes: [${train.slice(0, 2).join(', ')}, …]\`)`,
        ]),
  ]
}

export function task(
  name: string,
  images: string,
  classes: readonly Entry[],
  test: string | null,
  tested: readonly Entry[],
): FoundTask {
  const sum = (entries: readonly Entry[]) =>
    entries.reduce((total, { path }) => total + countImages(path), 0)
  const filled = classes.filter(({ path }) => countImages(path) > 0).map((one) => one.name)
  return { name, images, test, classes: filled, counts: { train: sum(classes), test: sum(tested) } }
}

export function notesOn(path: string, classes: readonly Entry[]): string[] {
  const loose = imagesIn(path)
  const empty = classes.filter((one) => countImages(one.path) === 0).map((one) => one.name)
  return [
    ...(loose === 0 ? [] : [`left out: ${loose} images next to the class folders`]),
    ...(empty.length === 0 ? [] : [`left out: ${listed(empty)}: no images in it`]),
  ]
}

export function leftOut(entry: Entry, why: string): string[] {
  const images = countImages(entry.path)
  return images === 0 ? [] : [`left out: ${entry.name}/ with ${images} images: ${why}`]
}

/** True for at least two folders that hold images themselves, unless they are called like the parts of a dataset. */
export function isClasses(children: readonly Entry[]): boolean {
  const filled = children.filter(({ path }) => imagesIn(path) > 0)
  return filled.length > 1 && !filled.every(({ name }) => partOf(name)?.isPlain)
}

export function listed(names: readonly string[]): string {
  return names.slice(0, 10).join(', ') + (names.length > 10 ? `, … (${names.length})` : '')
}

/** How many of the classes of a test set are classes of the other folder: 0 to 1. */
export function shared(tested: readonly string[], trained: readonly string[]): number {
  const known = new Set(trained.map((name) => name.toLowerCase()))
  const both = tested.filter((name) => known.has(name.toLowerCase())).length
  return tested.length === 0 ? 0 : both / tested.length
}
