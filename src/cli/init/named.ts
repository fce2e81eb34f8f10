/** Folders with the part of a dataset that their names say. */
import { join } from 'node:path'
import { childrenOf, type Entry, hasImages, imagesIn, isFolder } from './entries.js'
import type { Folders, Place } from './tasks.js'
import { type PartName, partOf } from './words.js'

export interface Named extends Place {
  readonly part: PartName | null
  /** It holds folders with images; else images lie in it alone, as in a class. */
  readonly isDeep: boolean
}

export interface PartsLook extends Folders {
  /** Folders that are no part: they may be tasks of their own. */
  readonly rest: readonly Entry[]
}

export const classesOf = (one: Place) => {
  const { path } = innermost(one)
  return childrenOf(path)
    .filter((child) => hasImages(child.path))
    .map(({ name }) => name)
}

/** `seg_train/seg_train/`: the folder that holds more than a single folder of folders. */
export function innermost(one: Place): Place {
  const filled = childrenOf(one.path).filter(({ path }) => hasImages(path))
  const [single] = filled
  const isWrapped =
    filled.length === 1 &&
    imagesIn(one.path) + imagesIn(single!.path) === 0 &&
    (isTested(one.name) || !isTested(single!.name))
  return isWrapped ? innermost({ ...single!, place: join(one.place, single!.name) }) : one
}

function isTested(name: string): boolean {
  return (partOf(name)?.role ?? 'train') !== 'train'
}

export function below(one: Place, trail: string): Place | null {
  const path = join(one.path, trail)
  return trail !== '' && isFolder(path) ? { ...one, path, place: join(one.place, trail) } : null
}
