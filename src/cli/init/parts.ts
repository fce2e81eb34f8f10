/** Folders that are called like the parts of a dataset, and what belongs to each. A test set never becomes a task. */
import { join } from 'node:path'
import { amongClasses, besideATest, noClasses } from './beside.js'
import { childrenOf, type Entry, hasImages, imagesIn } from './entries.js'
import { below, classesOf, innermost, type Named, type PartsLook } from './named.js'
import {
  type Folders,
  isClasses,
  joined,
  leftOut,
  listed,
  measured,
  NOTHING,
  notesOn,
  type Place,
  shared,
} from './tasks.js'
import { fusedParts, partOf, stemOf } from './words.js'

/** Test sets are taken from classes that are nearly the same. */
const NEARLY = 0.8

/** The tasks of `train/`, `test/` and so on among some folders; null where none is called like a part. */
export function partsAt(
  path: string,
  children: readonly Entry[],
  relative: string,
  name: string,
): PartsLook | null {
  const fused = fusedParts(children.map((child) => child.name))
  const all = children.map((child): Named => {
    const isDeep = childrenOf(child.path).some((one) => hasImages(one.path))
    const part = partOf(child.name) ?? fused.get(child.name) ?? null
    return { ...child, place: join(relative, child.name), part, isDeep }
  })
  const parts = all.filter(({ part }) => part !== null)
  if (!parts.some(({ isDeep }) => isDeep)) return amongClasses(all)
  const { trains, tests } = sides(parts)
  const others = all.filter((one) => !trains.includes(one) && !tests.includes(one))
  if (trains.length === 0 && isClasses(others))
    return besideATest(path, tests, others, relative, name)
  const loose = all.find(({ part, isDeep }) => part?.role === 'train' && !isDeep && part.isPlain)
  if (trains.length === 0 && loose !== undefined && imagesIn(loose.path) > 0)
    return { ...NOTHING, notes: noClasses(loose), rest: [] }
  if (trains.length + tests.length === 0) return null
  return sets(trains, tests, others, name)
}

/** What is trained on and what is measured; folders like `test_tube` only where nothing is called `train` alone. */
function sides(parts: readonly Named[]) {
  const isTrain = ({ part }: Named) => part!.role === 'train'
  const deepTrains = parts.filter((one) => isTrain(one) && one.isDeep)
  const plain = deepTrains.filter(({ part }) => part!.isPlain)
  const trains = plain.length > 0 ? plain : deepTrains
  const belongs = (test: Named) =>
    test.part!.isPlain ||
    (plain.length === 0 && test.isDeep) ||
    trains.some(({ part }) => part!.stem === test.part!.stem)
  const tests = parts.filter((one) => !isTrain(one) && belongs(one)).sort(byRole)
  // Without a test set, `bullet_train` is a folder like others.
  return { trains: plain.length === 0 && tests.length === 0 ? [] : trains, tests }
}

/** Of several for testing those that are called `test` come first. */
const byRole = (a: Named, b: Named) =>
  Number(a.part!.role !== 'test') - Number(b.part!.role !== 'test')

/** Every training set with the test sets that are its own. */
function sets(
  trains: readonly Named[],
  tests: readonly Named[],
  others: readonly Named[],
  name: string,
): PartsLook {
  const asked = twice(trains)
  if (asked.length > 0) return { ...NOTHING, questions: asked, rest: [] }
  const owners = new Map<Named, Named[]>(trains.map((train) => [train, []]))
  const questions: string[] = []
  for (const test of tests) {
    const owner = ownerOf(test, trains, others)
    if (owner === null) questions.push(...unclear(test, [...trains, ...others]))
    else owners.set(owner, [...(owners.get(owner) ?? []), test])
  }
  const plain = trains.find(({ part }) => part!.isPlain)
  const unowned = others.filter((one) => !owners.has(one))
  const aside = unowned.filter((one) => plain !== undefined || likeOf(one, owners) !== undefined)
  const notes = aside.flatMap((one) => beside(one, likeOf(one, owners), plain))
  const rest = unowned.filter((one) => !aside.includes(one))
  const isOnly = owners.size === 1 && rest.length === 0
  const looks = [...owners].map(([train, own]) =>
    trainedOn(isOnly ? name : nameOf(train, trains), train, own),
  )
  return { ...joined([...looks, { ...NOTHING, notes, questions }]), rest }
}

/** The training set that has the classes of a folder. */
function likeOf(one: Named, owners: ReadonlyMap<Named, unknown>): Named | undefined {
  return [...owners.keys()].find((train) => shared(classesOf(one), classesOf(train)) >= NEARLY)
}

/** Two sets to train on that one test set would belong to. */
function twice(trains: readonly Named[]): string[] {
  const other = trains.find((one, i) =>
    trains.slice(0, i).some(({ part }) => part!.exactStem === one.part!.exactStem),
  )
  if (other === undefined) return []
  const same = trains.filter(({ part }) => part!.exactStem === other.part!.exactStem)
  return [
    `${same.map(({ place }) => `${place}/`).join(' and ')} are all named like a training set: parts of one, or copies? Leave one here, or move each into its own folder`,
  ]
}

/** The set that is trained on with a test set: by the rest of its name, else by its classes; null where it is not clear. */
function ownerOf(test: Named, trains: readonly Named[], others: readonly Named[]): Named | null {
  const { stem, exactStem, isPlain } = test.part!
  const beside = others.filter(({ part, isDeep }) => part === null && isDeep)
  const classes = classesOf(test)
  const choices = [
    trains.filter(({ part }) => part!.exactStem === exactStem),
    trains.filter(({ part }) => part!.stem === stem),
    beside.filter(
      (one) => stem !== '' && stemOf(one.name) === stem && shared(classes, classesOf(one)) > 0,
    ),
    isPlain
      ? [...trains, ...beside].filter((one) => shared(classes, classesOf(one)) >= NEARLY)
      : [],
  ]
  const [found] = choices.filter((some) => some.length > 0)
  return found?.length === 1 ? found[0]! : null
}

function unclear(test: Named, others: readonly Named[]): string[] {
  if (!hasImages(test.path)) return []
  const near = others.filter((one) => shared(classesOf(test), classesOf(one)) >= NEARLY)
  const whose =
    near.length === 0
      ? 'no folder next to it has its classes to train on'
      : `${listed(near.map(({ place }) => place))} next to it has its classes`
  return [
    `${test.place}/: a test set, which is never trained on, or a task of its own? It is named like a test set, and ${whose}. Name the training set to match (\`train\`, \`test\`), or rename or move this folder`,
  ]
}

function nameOf(train: Named, trains: readonly Named[]): string {
  const stem = train.part?.stem ?? ''
  const isOnly = trains.filter(({ part }) => part!.stem === stem).length === 1
  return stem !== '' && isOnly ? stem : train.name
}

function beside(one: Named, like: Named | undefined, plain: Named | undefined): string[] {
  if (like === undefined) return leftOut(one, `it is next to ${plain!.name}/`)
  const asked = `and has the same classes; if it is the test set, write \`test: ${one.place}\``
  return leftOut(one, `it is next to ${like.name}/, ${asked}`)
}

/** Called like a test set, with folders of images in it: no class of that name. */
function isTestSet({ name, path }: Entry): boolean {
  const part = partOf(name)
  const isDeep = () => childrenOf(path).some((one) => hasImages(one.path))
  return part !== null && part.role !== 'train' && part.isPlain && isDeep()
}

const within = ({ name }: Entry, { place }: Place) =>
  `${place}/${name}/: a test set, which is never trained on, or something to train on? It is called like a test set and lies in ${place}/, which is trained on. Move it out of there, or give it another name`

/** One task, or one for every folder in a training set that holds classes. */
function trainedOn(name: string, train: Place, tests: readonly Place[]): Folders {
  const inner = innermost(train)
  const inside = childrenOf(inner.path)
  const [hidden] = inside.filter(isTestSet)
  if (hidden !== undefined) return { ...NOTHING, questions: [within(hidden, inner)] }
  if (isClasses(inside)) {
    const trail = inner.place.slice(train.place.length)
    const own = tests.map((test) => below(test, trail) ?? innermost(test))
    const notes = notesOn(inner.path, inside)
    return joined([measured(name, inner.place, inside, own), { ...NOTHING, notes }])
  }
  const tasks = inside.filter((one) => isClasses(childrenOf(one.path)))
  if (tasks.length === 0) return { ...NOTHING, notes: noClasses(inner) }
  return joined(
    tasks.map((one) => {
      const own = tests.flatMap((test) => below(test, `/${one.name}`) ?? [])
      return measured(one.name, join(inner.place, one.name), childrenOf(one.path), own)
    }),
  )
}
