/** Values as YAML gives them, before anything is checked. */

export type Plain = Record<string, unknown>

/** Deep merge of plain objects; lists and other values of the later one win. */
export function merge(first: unknown, ...later: readonly unknown[]): unknown {
  let merged = first
  for (const value of later) merged = mergeTwo(merged, value)
  return merged
}

function mergeTwo(left: unknown, right: unknown): unknown {
  if (!isPlain(left) || !isPlain(right)) return right
  const merged: Plain = { ...left }
  for (const [key, value] of Object.entries(right))
    merged[key] = key in left ? mergeTwo(left[key], value) : value
  return merged
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function without(value: Plain, key: string): Plain {
  const { [key]: _, ...rest } = value
  return rest
}
