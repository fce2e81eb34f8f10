/**
 * Options of a recipe that mean something only beside a certain `kind`. Written without it they are refused; inherited
 * from a base whose kind was changed they go back to their default, so that equal meanings have equal digests.
 */

import type { Problem } from './errors.js'
import { isPlain, type Plain } from './plain.js'
import { Recipe } from './schema.js'

interface Rule {
  /** Below `recipe`. */
  readonly path: readonly [string, string] | readonly [string, string, string]
  readonly isUsed: (recipe: Recipe) => boolean
  /** What would make it mean something; null where writing it without is no mistake: a sweep crosses it with recipes. */
  readonly needs: string | null
}

const RULES: readonly Rule[] = [
  { path: ['average', 'interval'], isUsed: ({ average }) => average.kind !== 'none', needs: null },
  average('decay', ['ema', 'pull']),
  average('beta', ['we-wise']),
  average('tail_start', ['swa']),
  average('tail_learning_rate', ['swa']),
  {
    path: ['after_task', 'alpha'],
    isUsed: ({ after_task }) => after_task.kind === 'wise-ft',
    needs: '`after_task.kind: wise-ft`; to measure only, use `after_task.alphas`',
  },
  {
    path: ['after_task', 'reference'],
    isUsed: ({ after_task }) => after_task.kind === 'wise-ft' || after_task.alphas.length > 0,
    needs: '`after_task.kind: wise-ft` or `after_task.alphas`',
  },
  {
    path: ['teacher', 'alpha'],
    isUsed: ({ teacher }) => teacher.source === 'wise',
    needs: '`teacher.source: wise`',
  },
  {
    path: ['distillation', 'text_sample'],
    isUsed: ({ distillation }) => distillation.text_term === 'encoder',
    needs: '`distillation.text_term: encoder`',
  },
  images('set', ['set', 'task-images']),
  images('path', ['folder']),
  images('count', ['set', 'folder', 'noise']),
  images('data_seed', ['set', 'folder', 'noise']),
  texts('set', ['set']),
  texts('path', ['file']),
  texts('count', ['set', 'file', 'random-tokens']),
  texts('data_seed', ['set', 'file', 'random-tokens']),
  texts('length', ['random-tokens']),
  texts('of', ['class-prompts']),
]

function average(key: string, kinds: readonly Recipe['average']['kind'][]): Rule {
  return {
    path: ['average', key],
    isUsed: (recipe) => kinds.includes(recipe.average.kind),
    needs: `\`average.kind: ${kinds.join(' or ')}\``,
  }
}

function images(key: string, kinds: readonly Recipe['reference']['images']['kind'][]): Rule {
  return {
    path: ['reference', 'images', key],
    isUsed: (recipe) => kinds.includes(recipe.reference.images.kind),
    needs: `\`reference.images.kind\` ${kinds.join(' or ')}`,
  }
}

function texts(key: string, kinds: readonly Recipe['reference']['texts']['kind'][]): Rule {
  return {
    path: ['reference', 'texts', key],
    isUsed: (recipe) => kinds.includes(recipe.reference.texts.kind),
    needs: `\`reference.texts.kind\` ${kinds.join(' or ')}`,
  }
}

let parsed: Recipe | undefined
/** What a recipe is that says nothing. */
const defaults = () => (parsed ??= Recipe.parse({ name: 'defaults' }))

/** @param written the recipe as the person wrote it, without what it inherits */
export function unusedOptions(written: Plain, recipe: Recipe): Problem[] {
  return RULES.filter(({ path, isUsed, needs }) => {
    const value = at(written, path)
    return needs && value !== undefined && value !== at(defaults(), path) && !isUsed(recipe)
  }).map(({ path, needs }) => ({
    path: `recipe.${path.join('.')}`,
    message: `has no effect here: it needs ${needs}.`,
  }))
}

export function withoutUnused(recipe: Recipe): Recipe {
  const unused = RULES.filter(({ isUsed }) => !isUsed(recipe))
  return unused.reduce((found: Recipe, { path }) => put(found, path, at(defaults(), path)), recipe)
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, key) => (isPlain(inner) ? inner[key] : undefined), value)
}

function put<T>(value: T, [key, ...rest]: readonly string[], leaf: unknown): T {
  if (key === undefined) return leaf as T
  const inner = value as Record<string, unknown>
  return { ...inner, [key]: put(inner[key], rest, leaf) } as T
}
