/** A sweep: its trials as a heat map, values added to its axes, a trial opened. */
import { type Key, useInput } from 'ink'
import { useReducer } from 'react'
import { bold, clean, dim, type Line, span } from '../../../span.js'
import type { SweepView } from '../feed.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import type { Place } from '../router.js'
import { sweepScreenLines, trialsAt } from './lines.js'
import { initialSweep, reduceSweep, type SweepAction, type SweepState } from './state.js'

export interface SweepProps {
  readonly view: SweepView
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  readonly open: (place: Place) => void
  readonly run: (words: readonly string[]) => void
}

export function SweepScreen(props: SweepProps) {
  const { view, said } = props
  const [state, dispatch] = useReducer(reduceSweep(view.axes), view.axes, initialSweep)
  useInput((input, key) =>
    state.adding === null
      ? onKey(input, key, props, state, dispatch)
      : whileAdding(input, key, props, state.adding, dispatch),
  )
  const body = (size: Size): readonly Line[] => sweepScreenLines(view, state, size)
  return <Frame body={body} messages={messages(state, said)} keys={keysOf(state)} />
}

function messages({ adding }: SweepState, said: string): Line[] {
  if (adding !== null)
    return [[bold('add '), span(clean(adding)), span('█', 'dim'), dim('  e.g. seed=3,4')]]
  return saidMessages(said)
}

function keysOf({ adding }: SweepState): readonly (readonly [string, string])[] {
  if (adding !== null)
    return [
      ['Enter', 'run what is missing'],
      ['Esc', 'back'],
    ]
  return [
    ['Enter', 'open a trial'],
    ['x y', 'axes'],
    ['m', 'metric'],
    ['a', 'add values'],
    ['r', 'run what is missing'],
    ['Esc', 'back'],
    ['q', 'leave'],
  ]
}

function onKey(
  input: string,
  key: Key,
  { view, open, back, leave, run }: SweepProps,
  state: SweepState,
  dispatch: (action: SweepAction) => void,
): void {
  const move = (row: number, column: number) => dispatch({ kind: 'move', row, column })
  if (key.ctrl && input === 'c') leave()
  else if (key.escape) back()
  else if (input === 'q') leave()
  else if (key.upArrow || input === 'k') move(-1, 0)
  else if (key.downArrow || input === 'j') move(1, 0)
  else if (key.leftArrow || input === 'h') move(0, -1)
  else if (key.rightArrow || input === 'l') move(0, 1)
  else if (input === 'x') dispatch({ kind: 'axis', which: 'across' })
  else if (input === 'y') dispatch({ kind: 'axis', which: 'down' })
  else if (input === 'm') dispatch({ kind: 'metric' })
  else if (input === 'a') dispatch({ kind: 'add', text: `${view.axes[state.down]?.key ?? ''}=` })
  else if (input === 'r') run(['sweep', view.source, '--detach'])
  else if (key.return) {
    const trial = trialsAt(view, state, state.row, state.column).find(({ run: one }) => one)
    if (trial?.run) open({ screen: 'run', path: trial.run.folder.path })
  }
}

function whileAdding(
  input: string,
  key: Key,
  { view, run }: SweepProps,
  text: string,
  dispatch: (action: SweepAction) => void,
): void {
  if (key.escape) dispatch({ kind: 'add', text: null })
  else if (key.return) {
    dispatch({ kind: 'add', text: null })
    if (!/=\s*$/.test(text)) run(['sweep', view.source, '--add', text, '--detach'])
  } else if (key.backspace || key.delete) dispatch({ kind: 'add', text: text.slice(0, -1) })
  else if (input !== '' && !key.ctrl && !key.meta) dispatch({ kind: 'add', text: text + input })
}
