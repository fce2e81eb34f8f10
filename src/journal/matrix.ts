/** The accuracy matrices of a run, from its evaluations. */
import type { RunState } from './state.js'

/** The state with the matrices that its evaluations make. */
export function withMatrix(state: RunState): RunState {
  const tasks = state.matrix.length
  const columns = tasks + state.also_zero_shot.length
  const row = (afterTask: number): (number | null)[] => {
    const values: (number | null)[] = Array.from({ length: columns }, () => null)
    for (const e of state.evaluations)
      if (e.variant === '' && e.after_task === afterTask)
        values[e.dataset_index] = (100 * e.correct) / e.total
    return values
  }
  const [zero, rows] = [row(-1), state.matrix.map((_, i) => row(i))]
  return {
    ...state,
    zero_shot: zero.slice(0, tasks),
    matrix: rows.map((values) => values.slice(0, tasks)),
    ...seenAccuracies(state),
    also_zero_shot: zero.slice(tasks),
    also_matrix: rows.map((values) => values.slice(tasks)),
  }
}

/** All images of the classes seen so far count alike, whatever task they belong to. */
function seenAccuracies({ seen, matrix, evaluations }: RunState) {
  if (seen === null) return { seen: null, seen_zero_shot: null }
  const over = (afterTask: number, tasks: number): number | null => {
    const cells = evaluations.filter(
      (e) => e.variant === '' && e.after_task === afterTask && e.dataset_index < tasks,
    )
    if (cells.length < tasks) return null
    const [correct, total] = [sum(cells.map((e) => e.correct)), sum(cells.map((e) => e.total))]
    return (100 * correct) / total
  }
  return {
    seen: matrix.map((_, task) => over(task, task + 1)),
    seen_zero_shot: over(-1, matrix.length),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
