/** The live screen of a sweep, never larger than the terminal. */
import { Box, useInput, useWindowSize } from 'ink'
import { useReducer, useSyncExternalStore } from 'react'
import { bold, dim, type Line, padEnd, span, widthOf } from '../span.js'
import { Lines } from './lines.js'
import { initialScreen, reduceScreen, type ScreenAction, type ScreenState } from './screen-state.js'
import type { SweepSnapshots } from './sweep-feed.js'
import { sweepActionFor, sweepKeyHelp } from './sweep-keys.js'
import { sweepLines } from './sweep-panels.js'

/** What a person can ask of a sweep. */
export interface SweepControls {
  /** Running trials save a checkpoint: q, or Ctrl-C for the first time. */
  stop(): void
  /** Leave at once: Ctrl-C after a stop was asked for. */
  abort(): void
}

interface Props {
  readonly snapshots: SweepSnapshots
  readonly controls: SweepControls
}

const keys: Line = [bold('q'), dim(' stop'), bold('   ?'), dim(' help')]

export function SweepScreen({ snapshots, controls }: Props) {
  const snapshot = useSyncExternalStore(snapshots.subscribe, snapshots.get)
  const { columns, rows } = useWindowSize()
  const [screen, dispatch] = useReducer(
    (state: ScreenState, action: ScreenAction) =>
      fromTop(reduceScreen(state, action, snapshot.trials.length)),
    initialScreen,
  )
  useInput((input, key) => {
    const action = sweepActionFor(input, key, screen)
    if (action === null) return
    dispatch(action)
    if (action.kind === 'stop') controls.stop()
    if (action.kind === 'abort') controls.abort()
  })
  const messages = asked(screen)
  const room = Math.max(0, rows - messages.length - 1)
  const body = screen.help
    ? helpLines().slice(0, room)
    : sweepLines(snapshot, columns, room, screen).slice(0, room)
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Lines lines={body} width={columns} />
      <Box flexGrow={1} />
      <Lines lines={messages} width={columns} />
      <Lines lines={[keys]} width={columns} />
    </Box>
  )
}

/** The list begins with its first trial. */
function fromTop(screen: ScreenState): ScreenState {
  return screen.down < 0 ? { ...screen, down: 0 } : screen
}

function asked(screen: ScreenState): Line[] {
  if (screen.asked === 'stop')
    return [[span('Stopping at checkpoints … Ctrl-C: exit now', 'warn', true)]]
  return screen.asked === 'abort' ? [[span('Exiting …', 'bad', true)]] : []
}

function helpLines(): Line[] {
  const width = Math.max(...sweepKeyHelp.map(([key]) => widthOf(key)))
  return [
    [bold('Keys')],
    ...sweepKeyHelp.map(
      ([key, text]): Line => [span(`  ${padEnd(key, width)}  `, 'accent'), span(text)],
    ),
    [],
    [bold('Numbers')],
    [span('  Avg and the rest are means over the finished seeds of a setting.')],
    [span('  Time left: trials left, at the pace since this screen was opened.')],
  ]
}
