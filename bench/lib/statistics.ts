/** Numbers of a benchmark that a noisy machine moves least. */

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
}

/** Where the median lies with about 95 % certainty, from the ranks of the sorted numbers. */
export function medianRange(numbers: readonly number[]): readonly [low: number, high: number] {
  const sorted = numbers.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.floor((sorted.length - 1.96 * Math.sqrt(sorted.length)) / 2))
  return [sorted[rank - 1] ?? 0, sorted[sorted.length - rank] ?? 0]
}
