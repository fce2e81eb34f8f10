/** What a person did with the tabs of a run; pure. */

export const TABS = ['Live', 'Matrix', 'Losses', 'Plan', 'Settings', 'Log'] as const
export type Tab = (typeof TABS)[number]

export interface RunTabs {
  readonly tab: Tab
  /** First line of a tab that is text; null: where it opens. */
  readonly line: number | null
  /** Rows and columns moved in the matrix. */
  readonly down: number
  readonly right: number
  /** Whose losses are shown; null: of the task in progress. */
  readonly task: number | null
  /** Which of its terms, from 1; 0: all. */
  readonly term: number
  /** Of the updates the last half, fourth or eighth; 0: all. */
  readonly zoom: number
}

export const initialTabs: RunTabs = {
  tab: 'Live',
  line: null,
  down: 0,
  right: 0,
  task: null,
  term: 0,
  zoom: 0,
}
const ZOOMS = 4

export type TabsAction =
  | { readonly kind: 'tab'; readonly tab: Tab }
  | { readonly kind: 'next'; readonly by: number }
  | {
      readonly kind: 'scroll'
      readonly down: number
      readonly right: number
      readonly limit: number
    }
  | { readonly kind: 'line'; readonly line: number | null }
  | { readonly kind: 'task'; readonly task: number | null }
  /** Of so many terms the next. */
  | { readonly kind: 'term'; readonly terms: number }
  | { readonly kind: 'zoom' }

export function reduceTabs(state: RunTabs, action: TabsAction): RunTabs {
  switch (action.kind) {
    case 'tab':
      return { ...state, tab: action.tab, line: null, down: 0, right: 0 }
    case 'next': {
      const at = (TABS.indexOf(state.tab) + action.by + TABS.length) % TABS.length
      return { ...state, tab: TABS[at] ?? 'Live', line: null, down: 0, right: 0 }
    }
    case 'scroll': {
      const within = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value))
      return {
        ...state,
        down: within(state.down + action.down, action.limit),
        right: within(state.right + action.right, action.limit),
      }
    }
    case 'line':
      return { ...state, line: action.line }
    case 'task':
      return { ...state, task: action.task }
    case 'term':
      return { ...state, term: (state.term + 1) % (action.terms + 1) }
    case 'zoom':
      return { ...state, zoom: (state.zoom + 1) % ZOOMS }
  }
}
