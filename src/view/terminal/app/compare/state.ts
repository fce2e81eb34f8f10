/** What a person did with a comparison; pure. */

export interface CompareState {
  readonly shows: 'numbers' | 'losses'
  readonly down: number
  /** Whose losses are shown, from 0. */
  readonly task: number
  /** Which of the terms; counted on without end. */
  readonly term: number
}

export const initialCompare: CompareState = { shows: 'numbers', down: 0, task: 0, term: 0 }

export type CompareAction =
  | { readonly kind: 'other' }
  | { readonly kind: 'scroll'; readonly by: number; readonly limit: number }
  | { readonly kind: 'task'; readonly by: number; readonly limit: number }
  | { readonly kind: 'term' }

export function reduceCompare(state: CompareState, action: CompareAction): CompareState {
  const within = (value: number, limit: number) => Math.max(0, Math.min(limit - 1, value))
  switch (action.kind) {
    case 'other':
      return { ...state, shows: state.shows === 'numbers' ? 'losses' : 'numbers' }
    case 'scroll':
      return { ...state, down: within(state.down + action.by, action.limit) }
    case 'task':
      return { ...state, task: within(state.task + action.by, action.limit) }
    case 'term':
      return { ...state, term: state.term + 1 }
  }
}
