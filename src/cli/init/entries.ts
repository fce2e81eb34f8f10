/** Folders and the images in them, counted the way the readers of `python/zscl/data` list them. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const IMAGE = /^[^.].*\.(jpe?g|jfif|png|webp|avif|heic|heif|bmp|gif|tiff?|ppm|pgm)$/i

export const isImage = (name: string) => IMAGE.test(name.slice(name.lastIndexOf('/') + 1))

export interface Entry {
  readonly name: string
  readonly path: string
}

/** Folders in a folder, links to folders too, without hidden ones. */
export function childrenOf(path: string): Entry[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .filter(
      (entry) =>
        entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(path, entry.name))),
    )
    .map(({ name }) => ({ name, path: join(path, name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Images in a folder itself. */
export function imagesIn(path: string): number {
  return readdirSync(path).filter((name) => IMAGE.test(name)).length
}

/** Images in a folder and below it; links below it are not followed. */
export function countImages(path: string): number {
  const entries = readdirSync(path, { withFileTypes: true })
  return entries.reduce((total, entry) => {
    if (entry.isDirectory()) return total + countImages(join(path, entry.name))
    return total + (IMAGE.test(entry.name) ? 1 : 0)
  }, 0)
}

/** True where a folder or one below it holds an image. */
export function hasImages(path: string): boolean {
  const entries = readdirSync(path, { withFileTypes: true })
  if (entries.some((entry) => !entry.isDirectory() && IMAGE.test(entry.name))) return true
  return entries.some((entry) => entry.isDirectory() && hasImages(join(path, entry.name)))
}
