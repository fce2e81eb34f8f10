/** In what experiments differ, in words. */
import { isPlain, type Plain, without } from './plain.js'

/**
 * A label per experiment: its recipe's name, and the values in which it differs from the others of that recipe.
 * @param experiments as written in their run folders; names and seeds are no difference
 */
export function labels(experiments: readonly Plain[]): string[] {
  const flat = experiments.map((experiment) => flattened(experiment))
  const recipeOf = (leaves: ReadonlyMap<string, string>) => leaves.get('recipe.name') ?? '?'
  return flat.map((leaves) => {
    const recipe = recipeOf(leaves)
    const others = flat.filter((other) => recipeOf(other) === recipe)
    const differing = [...leaves].filter(([path, value]) =>
      others.some((other) => other.get(path) !== value),
    )
    const words = differing.map(([path, value]) => `${shortName(path)} ${value}`)
    return words.length === 0 ? recipe : `${recipe}, ${words.join(', ')}`
  })
}

/** Every setting that is not the same in all, with its value in each; '' = it has none. */
export function differing(
  experiments: readonly Plain[],
): { readonly path: string; readonly values: readonly string[] }[] {
  const flat = experiments.map((experiment) => flattened(experiment))
  const paths = [...new Set(flat.flatMap((leaves) => [...leaves.keys()]))]
  return paths
    .map((path) => ({ path, values: flat.map((leaves) => leaves.get(path) ?? '') }))
    .filter(({ values }) => new Set(values).size > 1)
}

/** What makes two runs seeds of one setting: everything but name and seed. */
export function settingOf(experiment: Plain): string {
  const leaves = [...flattened(experiment)].sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(leaves)
}

/** Where a run computed, how it was cut into pieces and what was only measured: no part of what it did. */
const MACHINE = [
  ['device'],
  ['devices'],
  ['threads'],
  ['precision'],
  ['compile'],
  ['checkpoint'],
  ['evaluation'],
  ['schedule', 'micro_batch'],
  ['benchmark', 'also_evaluate'],
]

/** What makes two runs the same method on the same benchmark: everything but name, seed and machine. */
export function methodOf(experiment: Plain): string {
  const rest = MACHINE.reduce<Plain>((value, path) => lacking(value, path), experiment)
  return settingOf(rest)
}

function lacking(value: Plain, [key = '', ...rest]: readonly string[]): Plain {
  const inner = value[key]
  if (rest.length === 0 || !isPlain(inner)) return without(value, key)
  return { ...value, [key]: lacking(inner, rest) }
}

/** Leaves by path; lists count as one value. Names, seeds and prose are left out. */
function flattened(value: Plain, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, inner] of Object.entries(value)) {
    if (prefix === '' && key === 'resources') continue // asked of a cluster: no setting
    const path = prefix === '' ? key : `${prefix}.${key}`
    if (['name', 'seed', 'recipe.summary', 'recipe.source', 'benchmark.summary'].includes(path))
      continue
    if (isPlain(inner)) for (const [leaf, text] of flattened(inner, path)) found.set(leaf, text)
    else found.set(path, typeof inner === 'string' ? inner : JSON.stringify(inner))
  }
  return found
}

function shortName(path: string): string {
  return path
    .split('.')
    .slice(-2)
    .join('.')
    .replace(/^recipe\./, '')
}
