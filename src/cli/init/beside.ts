/** Parts of a dataset among folders of classes, or called like classes: what is not clear is asked. */
import { childrenOf, hasImages, imagesIn } from './entries.js'
import { classesOf, innermost, type Named, type PartsLook } from './named.js'
import { joined, listed, measured, NOTHING, notesOn, type Place, shared } from './tasks.js'

export function noClasses({ path, place }: Place): string[] {
  const inside = childrenOf(path).filter((one) => hasImages(one.path))
  const loose = imagesIn(path)
  if (inside.length === 1)
    return [`${place}/ has a single class (${inside[0]!.name}); at least two are needed`]
  return loose === 0
    ? []
    : [
        `${place}/ has ${loose} images and no class folders, so labels are unknown; it is not treated as a class itself`,
      ]
}

/** Names of parts among folders that hold images themselves: classes, or parts without classes. */
export function amongClasses(all: readonly Named[]): PartsLook | null {
  const flat = all.filter(({ path }) => imagesIn(path) > 0)
  const isTrain = ({ part }: Named) => part?.role === 'train'
  const plain = flat.filter(({ part }) => part?.isPlain)
  const classes = flat.filter((one) => !plain.includes(one))
  const [test] = plain.filter((one) => !isTrain(one))
  const [train] = plain.filter(isTrain)
  const asked = (note: readonly string[]): PartsLook => ({ ...NOTHING, notes: note, rest: [] })
  if (train !== undefined && (test !== undefined || classes.length < 2))
    return asked(noClasses(train))
  if (test !== undefined && classes.length > 0) return asked([classOrTest(test)])
  const pair = flat.flatMap((one) =>
    flat
      .filter((two) => isTrain(one) && two.part !== null && !isTrain(two))
      .filter((two) => one.part!.stem === two.part!.stem)
      // `tr` and `te` among others are languages.
      .filter((two) => two.part!.stem !== '' || flat.every(({ part }) => part !== null))
      .map((two) => `${one.place}/ and ${two.place}/`),
  )
  if (pair.length === 0) return null
  return asked([
    `${listed(pair)}: the training and the test images of one class, or two classes? They are named like splits of a dataset and contain images themselves. In the first case move them to train/CLASS and test/CLASS, in the second rename them`,
  ])
}

/** Classes with a test set among them: `a/`, `b/`, `test/`. Its images are never trained on. */
export function besideATest(
  path: string,
  tests: readonly Named[],
  classes: readonly Named[],
  relative: string,
  name: string,
): PartsLook {
  const names = classes.map((one) => one.name)
  const known = tests.filter((one) => shared(classesOf(one), names) > 0)
  const strange = tests.find(
    (one) => !known.includes(one) && one.part!.isPlain && hasImages(one.path),
  )
  const asked = (note: string): PartsLook => ({ ...NOTHING, notes: [note], rest: [] })
  if (strange !== undefined) return asked(classOrTest(strange))
  if (known.length > 1)
    return asked(
      `${listed(known.map(({ place }) => `${place}/`))} are next to class folders, and only one can be the test set; the others would be classes. Move them elsewhere`,
    )
  const kept = [...classes, ...tests.filter((one) => !known.includes(one))]
  const look = measured(name, relative, kept, known.map(innermost))
  return { ...joined([look, { ...NOTHING, notes: notesOn(path, kept) }]), rest: [] }
}

function classOrTest({ name, place }: Named): string {
  return `${place}/ is next to class folders: it may be a class of that name or a test set. Move or rename ${name}/ and try again`
}
