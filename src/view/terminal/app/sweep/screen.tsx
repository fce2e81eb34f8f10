/** A sweep: its trials as a heat map, values added to its axes, a trial opened. */
import { type Key, useInput } from 'ink'
import { useReducer } from 'react'
import type { Line } from '../../../span.js'
import { type Ask, useAsk } from '../ask.js'
import type { Answer, SweepView } from '../feed.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import type { Place } from '../router.js'
import { useTyped } from '../typed.js'
import { bestCell, bestTrial, sweepScreenLines, trialsAt } from './lines.js'
import { initialSweep, reduceSweep, type SweepAction, type SweepState } from './state.js'

export interface SweepProps {
  readonly view: SweepView
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  readonly open: (place: Place) => void
  readonly run: (words: readonly string[]) => void
  readonly say: (text: string) => void
  readonly palette: () => void
  readonly preview: (words: readonly string[]) => Promise<Answer>
}

export function SweepScreen(props: SweepProps) {
  const { view, said } = props
  const [state, dispatch] = useReducer(reduceSweep(view.axes), view.axes, initialSweep)
  const ask = useAsk(props.preview)
  const typed = useTyped()
  const add = () => {
    const key = view.axes[state.down]?.key ?? ''
    const more = (text: string) => {
      if (!text.endsWith('='))
        ask.about(['sweep', view.source, '--add', text, '--detach'], props.run)
    }
    typed.begin(
      'add',
      'Values of a parameter, e.g. seed=3,4; what they cost is shown first.',
      more,
      `${key}=`,
    )
  }
  useInput((input, key) => {
    if (key.ctrl && input === 'c') props.leave()
    else if (ask.takes(key)) return
    else if (typed.takes(input, key)) return
    else if (input === 'a') add()
    else onKey(input, key, props, state, dispatch, ask)
  })
  const body = (size: Size): readonly Line[] => sweepScreenLines(view, state, size)
  return (
    <Frame
      body={body}
      messages={ask.messages ?? typed.messages ?? saidMessages(said)}
      keys={ask.keys ?? typed.keys ?? keys}
      isAsked={ask.keys === null && typed.keys === null}
    />
  )
}

const keys = [
  ['Enter', 'open a trial'],
  ['b', 'best'],
  ['x y', 'axes'],
  ['m', 'metric'],
  ['a', 'add values'],
  ['r', 'run pending trials'],
  ['Esc', 'back'],
  ['q', 'leave'],
] as const

function onKey(
  input: string,
  key: Key,
  { view, open, back, leave, run, say, palette }: SweepProps,
  state: SweepState,
  dispatch: (action: SweepAction) => void,
  ask: Ask,
): void {
  const move = (row: number, column: number) => dispatch({ kind: 'move', row, column })
  if (key.escape) back()
  else if (input === 'q') leave()
  else if (input === ':') palette()
  else if (key.upArrow || input === 'k') move(-1, 0)
  else if (key.downArrow || input === 'j') move(1, 0)
  else if (key.leftArrow || input === 'h') move(0, -1)
  else if (key.rightArrow || input === 'l') move(0, 1)
  else if (input === 'x') dispatch({ kind: 'axis', which: 'across' })
  else if (input === 'y') dispatch({ kind: 'axis', which: 'down' })
  else if (input === 'm') dispatch({ kind: 'metric' })
  else if (input === 'b') {
    const best = bestCell(view, state)
    if (best === null) say('No trial is finished yet.')
    else move(best.row - state.row, best.column - state.column)
  } else if (input === 'r') ask.about(['sweep', view.source, '--detach'], run)
  else if (key.return) {
    const trial = bestTrial(trialsAt(view, state, state.row, state.column), state.metric)
    if (trial?.run) open({ screen: 'run', path: trial.run.folder.path })
    else say('No trial with these values has begun.')
  }
}
