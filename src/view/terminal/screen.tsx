/** The live screen: lays the parts out, never larger than the terminal. */
import { Box, useInput, useWindowSize } from 'ink'
import { useReducer, useSyncExternalStore } from 'react'
import type { Snapshot, Snapshots } from './feed.js'
import { actionFor } from './keys.js'
import { type Layout, layout } from './layout.js'
import { Lines } from './lines.js'
import { lossLines } from './losses.js'
import {
  headerLines,
  helpLines,
  keyLine,
  matrixPanel,
  messageLines,
  progressLines,
  statusLine,
} from './panels.js'
import { initialScreen, reduceScreen, type ScreenAction, type ScreenState } from './screen-state.js'

/** What a person can ask of a run. */
export interface RunControls {
  /** False for a run of another process: q then leaves it, and s stops it. */
  readonly isOwner?: boolean
  /** Where it is not the owner: close the screen, the run goes on. */
  leave?(): void
  /** Save a checkpoint and leave: q, or Ctrl-C for the first time. */
  stop(): void
  /** Leave at once: Ctrl-C after a stop was asked for. */
  abort(): void
  togglePause(): void
}

export interface ScreenProps {
  readonly snapshots: Snapshots
  readonly controls: RunControls
}

export function Screen({ snapshots, controls }: ScreenProps) {
  const snapshot = useSyncExternalStore(snapshots.subscribe, snapshots.get)
  const size = useWindowSize()
  const tasks = snapshot.state.run?.tasks.length ?? 0
  const [screen, dispatch] = useReducer(
    (state: ScreenState, action: ScreenAction) => reduceScreen(state, action, tasks),
    initialScreen,
  )
  useInput((input, key) => {
    const action = actionFor(input, key, screen, controls.isOwner ?? true)
    if (action === null) return
    dispatch(action)
    ask(action, controls)
  })
  const lines = messageLines(snapshot.state, screen)
  const plan = layout(size.columns, size.rows, tasks, lines.length)
  return (
    <Box flexDirection="column" width={plan.columns} height={plan.rows} overflow="hidden">
      <Lines lines={headerLines(snapshot, plan)} width={plan.columns} />
      <Gap shown={plan.gaps} />
      {screen.help ? (
        <Lines
          lines={helpLines(controls.isOwner ?? true).slice(0, plan.help)}
          width={plan.columns}
        />
      ) : (
        <Body snapshot={snapshot} screen={screen} plan={plan} />
      )}
      <Box flexGrow={1} />
      <Lines lines={lines.slice(0, plan.messages)} width={plan.columns} />
      <Lines lines={[keyLine(snapshot.state, controls.isOwner ?? true)]} width={plan.columns} />
    </Box>
  )
}

interface BodyProps {
  readonly snapshot: Snapshot
  readonly screen: ScreenState
  readonly plan: Layout
}

function Body({ snapshot, screen, plan }: BodyProps) {
  const { losses, matrix } = plan
  return (
    <>
      <Lines lines={progressLines(snapshot, plan)} width={plan.columns} />
      <Lines lines={[statusLine(snapshot)]} width={plan.columns} />
      <Gap shown={plan.gaps} />
      <Box flexDirection={plan.beside ? 'row' : 'column'} columnGap={3} rowGap={plan.gaps ? 1 : 0}>
        <Lines
          lines={lossLines(snapshot.state, losses.width, losses.height)}
          width={losses.width}
        />
        <Lines lines={matrixPanel(snapshot, plan, screen)} width={matrix.width} />
      </Box>
    </>
  )
}

function Gap({ shown }: { readonly shown: boolean }) {
  return shown ? <Box height={1} flexShrink={0} /> : null
}

function ask(action: ScreenAction, controls: RunControls): void {
  if (action.kind === 'leave') controls.leave?.()
  if (action.kind === 'stop') controls.stop()
  if (action.kind === 'abort') controls.abort()
  if (action.kind === 'toggle-pause') controls.togglePause()
}
