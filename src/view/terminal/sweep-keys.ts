/** What a key means on the screen of a sweep: as on that of a run, without pausing and without a matrix to move. */
import { actionFor, type PressedKey } from './keys.js'
import type { ScreenAction, ScreenState } from './screen-state.js'

export const sweepKeyHelp = [
  ['q', 'stop: running trials save a checkpoint; the same command goes on from there'],
  ['Ctrl-C', 'like q; a second time: leave at once, back to the last checkpoints'],
  ['Ctrl-Z', 'to the shell, and `fg` back; running trials wait meanwhile'],
  ['arrows', 'move the list of trials; Home: back to its beginning'],
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
