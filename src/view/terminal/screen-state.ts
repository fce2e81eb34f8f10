/** What the person did with the screen; the run's own state is not here. */

export interface ScreenState {
  readonly help: boolean
  /** Asked of the run and perhaps not yet done. */
  readonly asked: 'nothing' | 'stop' | 'abort'
  /** The matrix, moved by hand. */
  readonly down: number
  readonly right: number
}

export type ScreenAction =
  | { readonly kind: 'help'; readonly shown: boolean }
  | { readonly kind: 'leave' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'abort' }
  | { readonly kind: 'toggle-pause' }
  | { readonly kind: 'move'; readonly down: number; readonly right: number }
  | { readonly kind: 'follow' }

export const initialScreen: ScreenState = { help: false, asked: 'nothing', down: 0, right: 0 }

/** `limit` is the number of tasks: the matrix never moves further. */
export function reduceScreen(
  screen: ScreenState,
  action: ScreenAction,
  limit = Number.POSITIVE_INFINITY,
): ScreenState {
  const within = (value: number) => Math.max(-limit, Math.min(limit, value))
  switch (action.kind) {
    case 'help':
      return { ...screen, help: action.shown }
    case 'stop':
      return screen.asked === 'nothing' ? { ...screen, asked: 'stop' } : screen
    case 'abort':
      return { ...screen, asked: 'abort' }
    case 'toggle-pause':
    case 'leave':
      return screen
    case 'move':
      return {
        ...screen,
        down: within(screen.down + action.down),
        right: within(screen.right + action.right),
      }
    case 'follow':
      return { ...screen, down: 0, right: 0 }
  }
}
