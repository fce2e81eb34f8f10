/** The reference sets of a recipe with the benchmark's own in place of `benchmark`. */
import { resolve as absolute } from 'node:path'
import type { Benchmark, Recipe } from './schema.js'

export function withReferences(recipe: Recipe, benchmark: Benchmark): Recipe {
  const reference = structuredClone(recipe.reference)
  for (const part of ['images', 'texts'] as const) {
    const own = benchmark.reference[part]
    const asked = reference[part]
    if (asked.kind !== 'set' || asked.set !== 'benchmark') continue
    if (asked.count === 0) asked.count = own.count
    if ('classes' in own && !('classes' in asked)) Object.assign(asked, { classes: own.classes })
    if ('decoding' in own && !('decoding' in asked))
      Object.assign(asked, { decoding: own.decoding })
    if ('column' in own && !('column' in asked)) Object.assign(asked, { column: own.column })
    if (own.path === '') asked.set = own.set
    else Object.assign(asked, { kind: part === 'images' ? 'folder' : 'file', path: own.path })
  }
  // A run is resumed from any folder, so a path that --set gave is made whole as well.
  for (const part of [reference.images, reference.texts])
    if (part.path !== '') part.path = absolute(part.path)
  return { ...recipe, reference }
}
