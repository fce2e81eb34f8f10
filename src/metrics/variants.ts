/** What a task could have ended with: other intervals, other mixing fractions, measured along one training. */

export interface Measurement {
  /** '' for the model itself. */
  readonly variant: string
  readonly after_task: number
  readonly dataset_index: number
  readonly correct: number
  readonly total: number
}

export interface VariantRow {
  readonly variant: string
  readonly after_task: number
  /** Accuracy in percent per dataset; null where not measured. */
  readonly accuracies: readonly (number | null)[]
  /** On the dataset just trained: the x axis of the paper's Figure 3. */
  readonly on_task: number | null
  /** Mean over the datasets not trained yet: its y axis; null after the last task. */
  readonly on_later: number | null
}

/** One row per task and variant, in order of measurement, for every task that has variants besides the model itself. */
export function variantRows(
  measurements: readonly Measurement[],
  datasets: number,
): readonly VariantRow[] {
  const withVariants = new Set(
    measurements.filter((m) => m.variant !== '').map((m) => m.after_task),
  )
  const relevant = measurements.filter(
    (m) => withVariants.has(m.after_task) && m.dataset_index < datasets,
  )
  const groups = Map.groupBy(relevant, (m) => `${m.after_task}/${m.variant}`)
  return [...groups.values()]
    .map((group) => row(group, datasets))
    .sort((a, b) => a.after_task - b.after_task)
}

function row(group: readonly Measurement[], datasets: number): VariantRow {
  const { variant, after_task } = group[0]!
  const accuracies: (number | null)[] = Array.from({ length: datasets }, () => null)
  for (const m of group) accuracies[m.dataset_index] = (100 * m.correct) / m.total
  const later = accuracies.slice(after_task + 1)
  const known = later.filter((value) => value !== null)
  return {
    variant,
    after_task,
    accuracies,
    on_task: accuracies[after_task] ?? null,
    on_later:
      later.length > 0 && known.length === later.length
        ? known.reduce((sum, value) => sum + value, 0) / known.length
        : null,
  }
}
