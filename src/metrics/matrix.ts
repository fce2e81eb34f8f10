/** The metrics of continual learning: pure functions of an accuracy matrix (method.md section 4). */

/** A[i][j] = accuracy in percent on dataset j after training task i; null = not measured (yet). */
export type AccuracyMatrix = readonly (readonly (number | null)[])[]

/** Mean over j >= 1 of the mean over i < j of A[i][j]; null for a single task or while a cell is missing. */
export function transfer(matrix: AccuracyMatrix): number | null {
  const perDataset = transferPerDataset(matrix).slice(1)
  return meanOrNull(perDataset)
}

/** Per dataset j the mean over i < j of A[i][j]; null for the first, which has no Transfer. */
export function transferPerDataset(matrix: AccuracyMatrix): (number | null)[] {
  return matrix.map((_, j) => meanOrNull(matrix.slice(0, j).map((row) => row[j] ?? null)))
}

/** Mean of the whole matrix; null while a cell is missing. */
export function average(matrix: AccuracyMatrix): number | null {
  return meanOrNull(matrix.flat())
}

/** Per dataset the mean of its column. */
export function averagePerDataset(matrix: AccuracyMatrix): (number | null)[] {
  return matrix.map((_, j) => meanOrNull(matrix.map((row) => row[j] ?? null)))
}

/** Mean of the last row; null while a cell is missing. */
export function last(matrix: AccuracyMatrix): number | null {
  return meanOrNull(matrix.at(-1) ?? [])
}

/** The diagonal: each dataset right after its own training. */
export function justTrained(matrix: AccuracyMatrix): (number | null)[] {
  return matrix.map((row, i) => row[i] ?? null)
}

/**
 * Per dataset the best accuracy over all rows minus the last; null while a cell is missing. Class-incremental: no class
 * is measured before its own task.
 */
export function forgetting(matrix: AccuracyMatrix): (number | null)[] {
  return matrix.map((_, j) => {
    const whole = matrix.map((row) => row[j] ?? null)
    const column = whole.slice(0, j).some((value) => value !== null) ? whole : whole.slice(j)
    const known = column.filter((value) => value !== null)
    const end = column.at(-1)
    return known.length < column.length || end == null ? null : Math.max(...known) - end
  })
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Sample standard deviation (n - 1); 0 for a single value. */
export function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0
  const centre = mean(values)
  const squares = values.map((value) => (value - centre) ** 2)
  return Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / (values.length - 1))
}

/** Null for nothing, and where a value is missing. */
export function meanOrNull(values: readonly (number | null)[]): number | null {
  if (values.length === 0 || values.some((value) => value === null)) return null
  return mean(values as readonly number[])
}

/** What is missing is left out. */
export function meanOfKnown(values: readonly (number | null)[]): number | null {
  return meanOrNull(values.filter((value) => value !== null))
}

/**
 * A metric as the paper prints it: rounded to two decimals and then, half up, to one. One of the 42 published numbers
 * needs both roundings (Avg of continual fine-tuning, order I: 55.8496 is printed as 55.9); all 42 agree with them.
 */
export function asPrinted(value: number): string {
  const hundredths = Math.round(value * 100)
  return (Math.round(hundredths / 10) / 10).toFixed(1)
}
