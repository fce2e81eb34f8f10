/** What a person did with the heat map of a sweep; pure. */
import type { MetricName, SweepAxis } from '../feed.js'

export const METRIC_NAMES: readonly MetricName[] = ['transfer', 'average', 'last']

export interface SweepState {
  /** Indices into the axes; across is -1 where there is only one. */
  readonly down: number
  readonly across: number
  readonly metric: MetricName
  readonly row: number
  readonly column: number
}

export function initialSweep(axes: readonly SweepAxis[]): SweepState {
  const [down = 0, across = -1] = longest(axes)
  return { down, across, metric: 'average', row: 0, column: 0 }
}

/** The axes that say most: those with most values, the seed last. */
function longest(axes: readonly SweepAxis[]): number[] {
  const weight = ({ key, values }: SweepAxis) => (key === 'seed' ? 0 : values.length)
  return [...axes.keys()]
    .filter((i) => axes[i]!.values.length > 1)
    .sort((a, b) => weight(axes[b]!) - weight(axes[a]!))
    .slice(0, 2)
}

export type SweepAction =
  | { readonly kind: 'move'; readonly row: number; readonly column: number }
  | { readonly kind: 'axis'; readonly which: 'down' | 'across' }
  | { readonly kind: 'metric' }

export function reduceSweep(axes: readonly SweepAxis[]) {
  return (state: SweepState, action: SweepAction): SweepState => {
    const within = (value: number, axis: number) =>
      Math.max(0, Math.min((axes[axis]?.values.length ?? 1) - 1, value))
    switch (action.kind) {
      case 'move':
        return {
          ...state,
          row: within(state.row + action.row, state.down),
          column: within(state.column + action.column, state.across),
        }
      case 'axis':
        return { ...state, [action.which]: next(axes, state, action.which), row: 0, column: 0 }
      case 'metric': {
        const at = METRIC_NAMES.indexOf(state.metric)
        return { ...state, metric: METRIC_NAMES[(at + 1) % METRIC_NAMES.length]! }
      }
    }
  }
}

/** The next axis that the other side does not show; across may show none. */
function next(axes: readonly SweepAxis[], state: SweepState, which: 'down' | 'across'): number {
  const other = which === 'down' ? state.across : state.down
  const all = [...axes.keys()].filter((i) => i !== other && axes[i]!.values.length > 1)
  const choices = which === 'across' ? [...all, -1] : all
  if (choices.length === 0) return state[which]
  return choices[(choices.indexOf(state[which]) + 1) % choices.length] ?? state[which]
}
