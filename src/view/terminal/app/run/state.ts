/** What a person did with the tabs of a run; pure. */

export const TABS = ['Live', 'Matrix', 'Losses', 'Plan', 'Settings', 'Log'] as const
export type Tab = (typeof TABS)[number]

export interface RunTabs {
  readonly tab: Tab
  /** Lines scrolled, of a tab that is text; rows and columns moved in the matrix. */
  readonly down: number
  readonly right: number
  /** Whose losses are shown; null: of the task in progress. */
  readonly task: number | null
}

export const initialTabs: RunTabs = { tab: 'Live', down: 0, right: 0, task: null }

export type TabsAction =
  | { readonly kind: 'tab'; readonly tab: Tab }
  | { readonly kind: 'next'; readonly by: number }
  | {
      readonly kind: 'scroll'
      readonly down: number
      readonly right: number
      readonly limit: number
    }
  | { readonly kind: 'task'; readonly task: number | null }

export function reduceTabs(state: RunTabs, action: TabsAction): RunTabs {
  switch (action.kind) {
    case 'tab':
      return { ...state, tab: action.tab, down: 0, right: 0 }
    case 'next': {
      const at = (TABS.indexOf(state.tab) + action.by + TABS.length) % TABS.length
      return { ...state, tab: TABS[at] ?? 'Live', down: 0, right: 0 }
    }
    case 'scroll': {
      const within = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value))
      const isText = state.tab === 'Plan' || state.tab === 'Settings' || state.tab === 'Log'
      const down = within(state.down + action.down, action.limit)
      return {
        ...state,
        down: isText ? Math.max(0, down) : down,
        right: within(state.right + action.right, action.limit),
      }
    }
    case 'task':
      return { ...state, task: action.task }
  }
}
