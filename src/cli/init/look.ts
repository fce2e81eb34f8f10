/** What a folder of images holds: tasks, classes, splits; what is left out and why. Nothing is written here. */
import { join } from 'node:path'
import { childrenOf, countImages, type Entry, imagesIn, isFolder } from './entries.js'
import { type PackedTask, packedAt } from './packed.js'

/** What people call the parts of a dataset; of several for testing the first in this order is the test set. */
const TRAIN = ['train', 'training', 'trainset', 'train_set', 'trn']
const TEST = [
  ...['test', 'testing', 'testset', 'test_set', 'tst'],
  ...['val', 'valid', 'validation', 'valset', 'dev', 'eval', 'holdout'],
]
const PARTS = [...TRAIN, ...TEST]

export interface FoundTask {
  readonly name: string
  /** Relative to the folder; '.' for itself. */
  readonly images: string
  /** Null: a share is held out. */
  readonly test: string | null
  readonly classes: readonly string[]
  readonly counts: { readonly train: number; readonly test: number }
}

/** A part of a dataset, and how the experiment names it. */
interface Part extends Entry {
  readonly place: string
}

export interface Look {
  readonly tasks: readonly FoundTask[]
  /** Tasks that are no folders of classes. */
  readonly packed: readonly PackedTask[]
  /** Sentences for a person: what was left out, what may be meant otherwise. */
  readonly notes: readonly string[]
}

type Folders = Omit<Look, 'packed'>

/** One task when the folder itself holds classes, else one for each folder in it that does. */
export function lookAt(folder: string, name: string): Look {
  const own = anyAt(folder, '.', name)
  if (own.tasks.length + own.packed.length > 0 || own.notes.length > 0) return own
  const inside = childrenOf(folder).map((child) => ({
    child,
    look: anyAt(child.path, child.name, child.name),
  }))
  const packed = inside.flatMap(({ look }) => look.packed)
  const tasks = inside.flatMap(({ look }) => look.tasks)
  const without = inside
    .filter(({ look }) => look.tasks.length + look.packed.length === 0 && look.notes.length === 0)
    .flatMap(({ child }) => leftOut(child, 'it holds no folder per class'))
  const deeper =
    tasks.length > 1 && tasks.every(({ test, images }) => test === null && !images.includes('/'))
      ? [
          `may be meant otherwise: one task whose classes are ${listed(tasks.map((task) => task.name))}, with images in folders below them; then write \`images: .\` as the only task`,
        ]
      : []
  const notes = [...inside.flatMap(({ look }) => look.notes), ...without, ...deeper]
  return { tasks, packed, notes }
}

/** A table goes before folders, for it says what the images are; shards do not, for they may be what was unpacked. */
function anyAt(path: string, relative: string, name: string): Look {
  const found = packedAt(path, relative, name)
  const folders = taskAt(path, relative, name)
  if (found === null) return { ...folders, packed: [] }
  const isBeside = folders.tasks.length > 0 && found.tasks.some(({ kind }) => kind === 'saved')
  if (!isBeside) return { tasks: [], packed: found.tasks, notes: found.notes }
  const left = found.tasks.map(({ words }) => `left out: ${words}: folders of classes lie beside`)
  return { ...folders, packed: [], notes: [...folders.notes, ...left] }
}

function taskAt(path: string, relative: string, name: string): Folders {
  const children = childrenOf(path)
  const train = part(children, TRAIN)
  const tests = TEST.flatMap((word) =>
    children.filter((one) => one.name.toLowerCase() === word),
  ).map((one) => ({ ...one, place: join(relative, one.name) }))
  if (train !== undefined) return split(train, tests, children, relative, name)
  if (tests.length > 0) return besideATest(path, tests, children, relative, name)
  return isClasses(children)
    ? { tasks: [task(name, relative, children, null, [])], notes: notesOn(path, children) }
    : { tasks: [], notes: [] }
}

/** `train/` and what lies beside it. */
function split(
  train: Entry,
  tests: readonly Part[],
  children: readonly Entry[],
  relative: string,
  name: string,
): Folders {
  const inside = childrenOf(train.path)
  const others = children.filter(
    (one) => one !== train && !tests.some(({ path }) => path === one.path),
  )
  const aside = others.flatMap((one) => leftOut(one, `it lies beside ${train.name}/`))
  if (isClasses(inside)) {
    const look = measured(name, join(relative, train.name), inside, tests)
    return { tasks: look.tasks, notes: [...look.notes, ...aside, ...notesOn(train.path, inside)] }
  }
  const tasks = inside.filter((one) => isClasses(childrenOf(one.path)))
  if (tasks.length === 0) return { tasks: [], notes: noClasses(train, inside) }
  const looks = tasks.map((one) => {
    const own = tests
      .map(({ path, place }) => ({
        name: one.name,
        path: join(path, one.name),
        place: join(place, one.name),
      }))
      .filter(({ path }) => isFolder(path))
    const images = join(relative, train.name, one.name)
    return measured(one.name, images, childrenOf(one.path), own)
  })
  return {
    tasks: looks.flatMap((look) => look.tasks),
    notes: [...looks.flatMap((look) => look.notes), ...aside],
  }
}

function noClasses(train: Entry, inside: readonly Entry[]): string[] {
  const loose = imagesIn(train.path)
  if (inside.length === 1)
    return [`${train.name}/ holds a single class (${inside[0]!.name}); two are the least`]
  return loose === 0
    ? []
    : [
        `${train.name}/ holds ${loose} images and no folder per class: nobody knows their classes. It is not taken for a class itself`,
      ]
}

/** Classes with a test set among them: `a/`, `b/`, `test/`. Its images are never trained on. */
function besideATest(
  path: string,
  tests: readonly Part[],
  children: readonly Entry[],
  relative: string,
  name: string,
): Folders {
  const classes = children.filter((one) => !tests.some(({ path }) => path === one.path))
  if (!isClasses(classes)) return { tasks: [], notes: [] }
  const [test] = tests
  const inside = childrenOf(test!.path).map((one) => one.name)
  const known = classes.some((one) => inside.includes(one.name))
  const look = known ? measured(name, relative, classes, tests) : { tasks: [], notes: [] }
  if (look.tasks.length > 0) return { ...look, notes: [...look.notes, ...notesOn(path, classes)] }
  const note = `${test!.name}/ lies among folders of classes: it may be a class of that name or a test set. Move it out of \`${relative}\`, or rename it, and look again`
  return { tasks: [], notes: [note] }
}

/** A task with the first test set that says which classes its images have; why others are not taken. */
function measured(
  name: string,
  images: string,
  classes: readonly Entry[],
  tests: readonly Part[],
): Folders {
  const usable = tests.filter((one) =>
    childrenOf(one.path).some((two) => countImages(two.path) > 0),
  )
  const [test] = usable
  const left = (one: Part, why: string) => leftOut({ ...one, name: one.place }, why)
  const unlabelled = tests
    .filter((one) => !usable.includes(one))
    .flatMap((one) => left(one, 'it holds no folder per class, so nobody knows the classes'))
  if (test === undefined)
    return { tasks: [task(name, images, classes, null, [])], notes: unlabelled }
  const further = usable.slice(1).flatMap((one) => left(one, `${test.place}/ is the test set`))
  const tested = childrenOf(test.path)
  return {
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
          `${name}: no training image has the class ${listed(untrained)}, and \`zscl run\` refuses to test on it; move it away, or name the classes (\`classes: [${train.slice(0, 2).join(', ')}, …]\`)`,
        ]),
  ]
}

function task(
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

function notesOn(path: string, classes: readonly Entry[]): string[] {
  const loose = imagesIn(path)
  const empty = classes.filter((one) => countImages(one.path) === 0).map((one) => one.name)
  return [
    ...(loose === 0
      ? []
      : [`left out: ${loose} images that lie beside the folders of the classes`]),
    ...(empty.length === 0 ? [] : [`left out: ${listed(empty)}: no images in it`]),
  ]
}

function leftOut(entry: Entry, why: string): string[] {
  const images = countImages(entry.path)
  return images === 0 ? [] : [`left out: ${entry.name}/ with ${images} images: ${why}`]
}

/** True for at least two folders that hold images themselves, unless they are called like the parts of a dataset. */
function isClasses(children: readonly Entry[]): boolean {
  const filled = children.filter(({ path }) => imagesIn(path) > 0)
  return filled.length > 1 && !filled.every(({ name }) => PARTS.includes(name.toLowerCase()))
}

function part(children: readonly Entry[], words: readonly string[]): Entry | undefined {
  return children.find(({ name }) => words.includes(name.toLowerCase()))
}

function listed(names: readonly string[]): string {
  return names.slice(0, 10).join(', ') + (names.length > 10 ? `, … (${names.length})` : '')
}
