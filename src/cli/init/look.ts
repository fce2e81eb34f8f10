/** What a folder of images holds: tasks, classes, splits; what is left out and why. Nothing is written here. */
import { join } from 'node:path'
import { childrenOf, type Entry, hasImages, imagesIn } from './entries.js'
import { packedAt } from './packed.js'
import type { PackedTask } from './packed-task.js'
import { partsAt } from './parts.js'
import { splitLists } from './split-lists.js'
import {
  type Folders,
  isClasses,
  joined,
  leftOut,
  listed,
  NOTHING,
  notesOn,
  shared,
  task,
} from './tasks.js'
import { partOf } from './words.js'

export interface Look extends Folders {
  /** Tasks that are no folders of classes. */
  readonly packed: readonly PackedTask[]
}

/** A look at one folder, and folders in it that may be tasks of their own. */
interface Found extends Look {
  /** Files that were seen and not taken. */
  readonly left: readonly string[]
  readonly rest: readonly Entry[]
}

/** One task when the folder itself holds classes or parts, else one for each folder in it that does. */
export function lookAt(folder: string, name: string): Look {
  const own = anyAt(folder, '.', name)
  const children = isEmpty(own) ? childrenOf(folder) : own.rest
  const look = both([own, inside(children)])
  return {
    ...look,
    notes: [...look.notes, ...own.left, ...sameClasses(look)],
    questions: [...look.questions, ...listsBeside(folder, look)],
  }
}

/** Class folders that would be trained on whole, beside a list of the images that are for testing. */
function listsBeside(folder: string, { tasks }: Look): string[] {
  const whole = tasks.filter(({ test }) => test === null)
  if (whole.length === 0) return []
  const beside = childrenOf(folder).filter(({ path }) => !hasImages(path))
  const places = ['.', ...beside.map(({ name }) => name), ...whole.map(({ images }) => images)]
  const lists = [...new Set(places)].flatMap((place) =>
    splitLists(join(folder, place)).map((file) => join(place, file)),
  )
  return lists.length === 0
    ? []
    : [
        `${listed(lists)}: by its name it says which images are for testing, and all of ${listed(whole.map(({ images }) => images))} would be trained on. Move those images into train/ and test/ with class folders in each, write a table of paths and classes with a column that says it (\`split_column\`), or move the list elsewhere if all are to be trained on`,
      ]
}

function inside(children: readonly Entry[]): Look {
  const split = splitClasses(children)
  if (split !== null) return { ...NOTHING, packed: [], notes: [split] }
  const looks = children.map((child) => {
    const { rest, left, ...look } = anyAt(child.path, child.name, child.name)
    const without = isEmpty(look) ? leftOut(child, 'it has no class folders') : []
    const aside = rest.flatMap((one) => leftOut(one, 'it is next to the splits of a dataset'))
    const notes = [...look.notes, ...without, ...aside, ...left]
    return { ...look, notes, questions: [...look.questions, ...testedAt(child, look)] }
  })
  const look = both(looks)
  const { tasks } = look
  const isDeep = ({ test, images }: (typeof tasks)[number]) =>
    test === null && !images.includes('/')
  const deeper =
    tasks.length > 1 && tasks.every(isDeep)
      ? [
          `if this is one task with the classes ${listed(tasks.map((task) => task.name))}: write \`images: .\` as the only task`,
        ]
      : []
  return { ...look, notes: [...look.notes, ...deeper] }
}

/** `test_set/` with files of its own beside `training_set/`. */
function testedAt({ name }: Entry, { packed }: Look): string[] {
  const role = partOf(name)?.role ?? 'train'
  return packed.length === 0 || role === 'train'
    ? []
    : [
        `${name}/: a test set, which is never trained on, or a task of its own? It contains ${packed[0]!.words}. Put it next to the training set, in one folder (train…, test…), or rename it`,
      ]
}

function both(looks: readonly Look[]): Look {
  return { ...joined(looks), packed: looks.flatMap(({ packed }) => packed) }
}

function isEmpty({ tasks, packed, notes, questions }: Look): boolean {
  return tasks.length + packed.length + notes.length + questions.length === 0
}

/** Which of files and folders says what the images are; a test set that only one of them knows is not trained on. */
function anyAt(path: string, relative: string, name: string): Found {
  const folders = taskAt(path, relative, name)
  const found = packedAt(path, relative, name)
  if (found === null) return { ...folders, packed: [], left: [] }
  const files = { ...NOTHING, ...found, packed: found.tasks, tasks: [], rest: [] }
  if (folders.tasks.length + folders.questions.length === 0) return files
  const isWhole = folders.tasks.every(({ test }) => test === null)
  if (isWhole && found.tasks.some(({ isFirm }) => isFirm)) {
    const classes = listed(folders.tasks.flatMap((task) => task.classes))
    const other = `may be meant otherwise: the folders (${classes}) as classes; then write \`images: ${relative}\` as the task`
    return { ...files, notes: [...files.notes, other] }
  }
  const asked = isWhole ? [...found.questions, ...found.splits] : []
  const beside = found.tasks.map(
    ({ words }) => `left out: ${words}: there are class folders next to it`,
  )
  return {
    ...folders,
    packed: [],
    questions: [...folders.questions, ...asked],
    left: [...beside, ...found.left],
  }
}

function taskAt(path: string, relative: string, name: string): Folders & Pick<Found, 'rest'> {
  const children = childrenOf(path)
  const parts = partsAt(path, children, relative, name)
  if (parts !== null) return parts
  if (!isClasses(children)) return { ...NOTHING, rest: [] }
  const notes = [...notesOn(path, children), ...calledLikeParts(children)]
  return { ...NOTHING, tasks: [task(name, relative, children, null, [])], notes, rest: [] }
}

/** Classes whose names could be those of parts. */
function calledLikeParts(children: readonly Entry[]): string[] {
  const [one] = children.filter(({ name, path }) => partOf(name)?.isPlain && imagesIn(path) > 0)
  return one === undefined
    ? []
    : [
        `${one.name}/ is treated as a class of that name; if it is a split of the dataset, move it elsewhere`,
      ]
}

/** `cat/train`, `cat/test`, `dog/train`, …: parts below the classes. */
function splitClasses(children: readonly Entry[]): string | null {
  const isSplit = ({ path }: Entry) => {
    const flat = childrenOf(path).filter((one) => imagesIn(one.path) > 0)
    const roles = flat.map(({ name }) => partOf(name)).filter((part) => part?.isPlain)
    return roles.some((part) => part!.role === 'train') && roles.length > 1
  }
  const names = children.filter(isSplit).map(({ name }) => name)
  if (names.length < 2) return null
  const [first] = names
  return `${listed(names)}: each contains splits (such as train/, test/) with images and no class folders. If they are the classes of one task, swap the levels: train/${first}/, test/${first}/, or write tables of paths and labels (\`table:\`, \`test_table:\`). If they are tasks, each split needs class folders`
}

/** Tasks with the same classes may be the two halves of one. */
function sameClasses({ tasks }: Look): string[] {
  const alone = tasks.filter(({ test }) => test === null)
  const isLike = (a: readonly string[], b: readonly string[]) =>
    shared(a, b) >= 0.8 && shared(b, a) >= 0.8
  const found = alone.find((one, i) =>
    alone.slice(0, i).some(({ classes }) => isLike(one.classes, classes)),
  )
  if (found === undefined) return []
  const same = alone.filter(({ classes }) => isLike(classes, found.classes))
  const [first, second] = same
  return [
    `train and test? ${listed(same.map(({ name }) => name))} have the same classes (${listed(found.classes.slice(0, 5))}). They are treated as separate tasks, all trained on; if ${second!.name} is the test set of ${first!.name}, write \`test: ${second!.images}\` there and remove its own task`,
  ]
}
