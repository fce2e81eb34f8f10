/** What a person did with the list of runs; pure. */

export interface RunsState {
  /** Path of the chosen run: it stays chosen while the list moves. */
  readonly chosen: string | null
  readonly marked: readonly string[]
  readonly filter: string
  /** What the keys are for now. */
  readonly mode: 'list' | 'filter' | 'palette' | 'help'
  readonly typed: string
  /** A command that waits for a yes. */
  readonly asks: readonly string[] | null
}

export const initialRuns: RunsState = {
  chosen: null,
  marked: [],
  filter: '',
  mode: 'list',
  typed: '',
  asks: null,
}

export type RunsAction =
  | { readonly kind: 'move'; readonly by: number; readonly paths: readonly string[] }
  | { readonly kind: 'choose'; readonly path: string }
  | { readonly kind: 'mark'; readonly path: string }
  | { readonly kind: 'unmark-all' }
  | { readonly kind: 'mode'; readonly mode: RunsState['mode'] }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'ask'; readonly words: readonly string[] | null }

export function reduceRuns(state: RunsState, action: RunsAction): RunsState {
  switch (action.kind) {
    case 'move':
      return { ...state, chosen: moved(state.chosen, action.by, action.paths) }
    case 'choose':
      return { ...state, chosen: action.path }
    case 'mark': {
      const isMarked = state.marked.includes(action.path)
      const without = state.marked.filter((path) => path !== action.path)
      return { ...state, marked: isMarked ? without : [...state.marked, action.path] }
    }
    case 'unmark-all':
      return { ...state, marked: [], filter: '', mode: 'list' }
    case 'mode':
      return { ...state, mode: action.mode, typed: action.mode === 'filter' ? state.filter : '' }
    case 'type':
      return typed(state, state.typed + action.text)
    case 'erase':
      return typed(state, state.typed.slice(0, -1))
    case 'ask':
      return { ...state, asks: action.words, mode: 'list' }
  }
}

/** The filter acts while it is typed. */
function typed(state: RunsState, text: string): RunsState {
  return state.mode === 'filter'
    ? { ...state, typed: text, filter: text }
    : { ...state, typed: text }
}

function moved(chosen: string | null, by: number, paths: readonly string[]): string | null {
  if (paths.length === 0) return null
  const at = Math.max(0, paths.indexOf(chosen ?? ''))
  return paths[Math.max(0, Math.min(paths.length - 1, at + by))] ?? null
}
