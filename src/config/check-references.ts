/** What a recipe distils from: references, pairs, and terms that reach what trains. */
import { type Problem, suggestion } from './errors.js'
import { isUsed, WEIGHT_KEYS } from './loss-weights.js'
import type { Benchmark, Recipe } from './schema.js'

/** Named reference sets. */
export const REFERENCE_SETS = {
  images: ['mini', 'imagenet', 'conceptual-captions'],
  texts: ['mini', 'conceptual-captions', 'imagenet-prompts'],
} as const

/** @param benchmark the setting that a named recipe is adapted to, where it could be read */
export function checkReferences(recipe: Recipe, benchmark?: Benchmark): Problem[] {
  const found: Problem[] = []
  const { images, texts } = recipe.reference
  const similarity = (['lambda_image', 'lambda_text'] as const).filter((key) => isUsed(recipe[key]))
  const users = usedTerms(recipe)
    .map((key) => `\`${key}\``)
    .join(' and ')
  if (users !== '' && images.kind === 'none')
    found.push({
      path: 'recipe.reference.images.kind',
      message: `${users} need reference images, got none. Use set, folder, current-task, task-images, memory or noise, or set the weights to 0.`,
    })
  if (similarity.length > 0 && texts.kind === 'none')
    found.push({
      path: 'recipe.reference.texts.kind',
      message: `${similarity.map((key) => `\`${key}\``).join(' and ')} need reference texts, got none. Use set, file, class-prompts, random-tokens or paired.`,
    })
  if (images.kind === 'memory' && recipe.memory.capacity === 0)
    found.push({
      path: 'recipe.memory.capacity',
      message: 'reference images come from the memory, whose capacity is 0.',
    })
  for (const part of ['images', 'texts'] as const) {
    const { kind, set, path } = recipe.reference[part]
    // The benchmark's own, where the benchmark could not be read.
    if (kind === 'set' && set !== 'benchmark') found.push(...checkSet(part, set))
    if ((kind === 'folder' || kind === 'file') && path === '')
      found.push({
        path: `recipe.reference.${part}.path`,
        message: `expected the path of a ${kind}, got nothing.`,
      })
  }
  if (recipe.memory.capacity > 0 && images.kind !== 'memory')
    found.push({
      path: 'recipe.memory.capacity',
      message: `there is an exemplar memory, but reference images come from \`${images.kind}\`: set \`recipe.reference.images.kind: memory\`, or the capacity to 0.`,
    })
  found.push(...checkPairs(recipe), ...checkAdaptive(recipe, benchmark), ...checkReach(recipe))
  return found
}

/** What compares images with their own texts needs images that have some. */
function checkPairs(recipe: Recipe): Problem[] {
  const found: Problem[] = []
  const { reference, distillation } = recipe
  const { images, texts } = reference
  const isPaired = distillation.text_term === 'paired'
  if ((isPaired || isUsed(recipe.lambda_alignment)) && texts.kind !== 'paired')
    found.push({
      path: 'recipe.reference.texts.kind',
      message: `${isPaired ? '`text_term: paired`' : '`lambda_alignment`'} needs \`paired\` texts, got ${texts.kind}.`,
    })
  if (isUsed(recipe.lambda_alignment) && !isPaired)
    found.push({
      path: 'recipe.distillation.text_term',
      message: `\`lambda_alignment\` needs \`paired\`, got ${distillation.text_term}.`,
    })
  if (texts.kind === 'paired' && images.kind !== 'set' && images.kind !== 'folder')
    found.push({
      path: 'recipe.reference.images.kind',
      message: `\`paired\` texts belong to images of a set or folder, got ${images.kind}.`,
    })
  if (texts.template !== undefined && texts.kind !== 'paired')
    found.push({
      path: 'recipe.reference.texts.template',
      message: 'has no effect here: it needs `reference.texts.kind` paired.',
    })
  return found
}

/** Consolidation that follows the gradient of the reference terms. */
function checkAdaptive(recipe: Recipe, benchmark: Benchmark | undefined): Problem[] {
  if (recipe.consolidation !== 'adaptive') return []
  if (isUsed(recipe.wc) && usedTerms(recipe).length > 0) return []
  const isReplaced = !isUsed(recipe.wc) && benchmark?.replace.wc === 0
  const why = isReplaced
    ? `; the benchmark \`${benchmark.name}\` replaces it by 0 (\`replace.wc\`). Set \`recipe.wc\`, or \`recipe.consolidation=equal\` to do without.`
    : ', and a reference term whose gradient it follows.'
  return [{ path: 'recipe.consolidation', message: `\`adaptive\` needs \`wc\` above 0${why}` }]
}

/** A term without a gradient for the part that trains would only be computed. */
function checkReach(recipe: Recipe): Problem[] {
  const { trains, distillation } = recipe
  if (trains !== 'image' && trains !== 'text') return []
  if (distillation.text_term === 'paired') return [] // every term has a gradient for both
  const other = trains === 'image' ? 'text' : 'image'
  const reaches = (key: (typeof WEIGHT_KEYS)[number]) =>
    key === 'lambda_text' && distillation.text_term === 'encoder' ? 'text' : 'image'
  const unreached = usedTerms(recipe).filter((key) => reaches(key) === other)
  return unreached.map((key) => ({
    path: `recipe.${key}`,
    message: `has no gradient for the ${trains} encoder, and \`recipe.trains\` is ${trains}: set it to 0, or train the whole model.`,
  }))
}

/** The weights of terms that look at reference data, where they are above 0 anywhere. */
function usedTerms(recipe: Recipe) {
  return WEIGHT_KEYS.filter((key) => key.startsWith('lambda') && isUsed(recipe[key]))
}

function checkSet(part: 'images' | 'texts', set: string): Problem[] {
  const path = `recipe.reference.${part}.set`
  const known: readonly string[] = REFERENCE_SETS[part]
  if (known.includes(set)) return []
  return [
    {
      path,
      message: `unknown set \`${set}\`.${suggestion(set, known)} Known: ${known.join(', ')}.`,
    },
  ]
}
