/** What a key means on the screen of a sweep: as on that of a run, without pausing and without a matrix to move. */
import { actionFor, type PressedKey } from './keys.js'
import type { ScreenAction, ScreenState } from './screen-state.js'

export const sweepKeyHelp = [
  ['q', 'stop: running trials save a checkpoint; the same command continues'],
  ['Ctrl-C', 'like q; twice: exit now, losing work since the last checkpoint'],
  ['Ctrl-Z', 'suspend to the shell, `fg` returns; trials pause meanwhile'],
  ['arrows', 'scroll the trials; Home: back to the top'],
  ['?', 'this help; ? Esc or q closes it'],
] as const

export function sweepActionFor(
  input: string,
  key: PressedKey,
  screen: ScreenState,
): ScreenAction | null {
  const action = actionFor(input, key, screen)
  if (action === null || action.kind === 'toggle-pause') return null
  if (action.kind === 'move') return action.down === 0 ? null : action
  return action
}
