/** The accuracies of a setting's runs, cell by cell: row 0 is before training, columns end with the only measured. */
import type { RunState } from '../../journal/state.js'
import { type Spread, spread } from '../../metrics/seeds.js'
import type { Setting } from './runs.js'

export function columnsOf({ run }: RunState): readonly string[] {
  return [...(run?.tasks ?? []), ...(run?.also_evaluate ?? [])]
}

/** `zero-shot`, then the tasks: what has been trained before each row. */
export function rowNamesOf({ run }: RunState): readonly string[] {
  return ['zero-shot', ...(run?.tasks ?? [])]
}

/** Mean and spread per cell; null where a run has not measured it. */
export function meanCells({ runs }: Setting): (Spread | null)[][] {
  const all = runs.map(({ state }) => rows(state))
  return all[0]!.map((row, i) =>
    row.map((_, j) => spread(all.map((cells) => cells[i]![j] ?? null))),
  )
}

function rows(state: RunState): (number | null)[][] {
  return [
    [...state.zero_shot, ...state.also_zero_shot],
    ...state.matrix.map((row, i) => [...row, ...(state.also_matrix[i] ?? [])]),
  ]
}
