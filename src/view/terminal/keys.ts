/** What a key means. */
import type { Key } from 'ink'
import type { ScreenAction, ScreenState } from './screen-state.js'

export type PressedKey = Pick<
  Key,
  'ctrl' | 'escape' | 'home' | 'upArrow' | 'downArrow' | 'leftArrow' | 'rightArrow'
>

/** For the help screen and the README. */
export const keyHelp = [
  ['q', 'stop: save a checkpoint and quit; `zscl resume` continues from there'],
  ['p', 'pause or continue'],
  ['Ctrl-C', 'like q; twice: exit now, losing work since the last checkpoint'],
  ['Ctrl-Z', 'suspend to the shell, `fg` returns; the run pauses meanwhile'],
  ['arrows', 'scroll the accuracy matrix; Home: follow the run'],
  ['?', 'this help; ? Esc or q closes it'],
] as const

/** The same for a run that another process runs. */
export const attachedKeyHelp = [
  ['q', 'quit; the run keeps running'],
  ['s', 'stop: save a checkpoint and end the run; `zscl resume` continues from there'],
  ...keyHelp.filter(([key]) => key === 'p' || key === 'arrows' || key === '?'),
] as const

export function actionFor(
  input: string,
  key: PressedKey,
  screen: ScreenState,
  isOwner = true,
): ScreenAction | null {
  if (key.ctrl) return input !== 'c' ? null : isOwner ? ctrlC(screen) : { kind: 'leave' }
  if (screen.help)
    return key.escape || input === '?' || input === 'q' ? { kind: 'help', shown: false } : null
  if (key.home) return { kind: 'follow' }
  if (key.upArrow) return { kind: 'move', down: -1, right: 0 }
  if (key.downArrow) return { kind: 'move', down: 1, right: 0 }
  if (key.leftArrow) return { kind: 'move', down: 0, right: -1 }
  if (key.rightArrow) return { kind: 'move', down: 0, right: 1 }
  if (input === '?') return { kind: 'help', shown: true }
  if (!isOwner && input === 'q') return { kind: 'leave' }
  if (!isOwner && input === 's') return screen.asked === 'nothing' ? { kind: 'stop' } : null
  if (input === 'q') return screen.asked === 'nothing' ? { kind: 'stop' } : null
  if (input === 'p') return screen.asked === 'nothing' ? { kind: 'toggle-pause' } : null
  return null
}

function ctrlC({ asked }: ScreenState): ScreenAction | null {
  if (asked === 'nothing') return { kind: 'stop' }
  return asked === 'stop' ? { kind: 'abort' } : null
}
