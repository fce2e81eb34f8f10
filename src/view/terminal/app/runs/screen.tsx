/** The first screen: all runs. */
import { type Key, useInput } from 'ink'
import { useReducer } from 'react'
import type { LibraryRun } from '../../../../journal/library.js'
import { bold, clean, dim, type Line, padEnd, span, widthOf } from '../../../span.js'
import { rule } from '../../rule.js'
import { Frame, type Size } from '../frame.js'
import type { Place } from '../router.js'
import { type Deed, deeds, listKeys } from './keys.js'
import { headLine, listLines, matching, previewLines } from './lines.js'
import { initialRuns, type RunsState, reduceRuns } from './state.js'

export interface RunsProps {
  readonly runs: readonly LibraryRun[]
  readonly unread: number
  readonly place: string
  /** What was done last, as a command, and what it said. */
  readonly said: string
  /** Kept by the app, so that coming back finds the list as it was. */
  readonly state: RunsState
  readonly dispatch: (action: Parameters<typeof reduceRuns>[1]) => void
  readonly open: (place: Place) => void
  readonly leave: () => void
  readonly run: (words: readonly string[]) => void
}

export const useRuns = () => useReducer(reduceRuns, initialRuns)

export function RunsScreen(props: RunsProps) {
  const { state, said, place, unread } = props
  const shown = matching(props.runs, state.filter)
  const chosen = shown.find(({ folder }) => folder.path === state.chosen) ?? shown[0]
  useInput((input, key) => {
    for (const one of state.mode === 'list' ? single(input) : [input])
      onKey(one, key, props, shown, chosen)
  })
  const body = (size: Size): readonly Line[] => {
    if (state.mode === 'help') return helpLines()
    if (state.mode === 'palette') return paletteLines(state, chosen)
    const preview = Math.min(Math.floor(size.rows * 0.45), 4 + (chosen?.summary?.tasks.length ?? 0))
    const list = Math.max(3, size.rows - preview - 2)
    const lines = listLines(shown, state, size.columns, list)
    const below = size.rows >= 14 ? previewLines(chosen, size.columns, preview) : []
    return [
      headLine(props.runs, unread, size.columns),
      ...lines,
      ...(below.length > 0 ? [rule(clean(place), size.columns), ...below] : []),
    ]
  }
  return <Frame body={body} messages={messages(state, said)} keys={keysOf(state)} />
}

/**
 * A slow line delivers several keys at once. The same key again is pressed again; of different ones only the first counts:
 * what it changes is not yet on the screen that the person saw when the next was pressed.
 */
function single(input: string): readonly string[] {
  const [first = ''] = input
  if (input.length < 2) return [input]
  return [...input].every((one) => one === first) ? [...input] : [first]
}

function messages(state: RunsState, said: string): Line[] {
  if (state.asks !== null)
    return [
      [
        span(
          `zscl ${state.asks.join(' ')}   — for good? y removes, any other key does not`,
          'warn',
          true,
        ),
      ],
    ]
  if (state.mode === 'filter') return [[bold('/'), span(state.typed), span('█', 'dim')]]
  if (state.mode === 'palette') return [[bold(':'), span(state.typed), span('█', 'dim')]]
  return said === '' ? [] : [[dim(clean(said))]]
}

function keysOf({ mode }: RunsState): readonly (readonly [string, string])[] {
  if (mode === 'filter')
    return [
      ['Enter', 'keep'],
      ['Esc', 'all'],
    ]
  if (mode === 'palette')
    return [
      ['Enter', 'do it'],
      ['Esc', 'back'],
    ]
  if (mode === 'help') return [['Esc', 'back']]
  return [
    ['Enter', 'open'],
    ['n', 'new'],
    ['c', 'compare'],
    ['s', 'stop'],
    ['r', 'resume'],
    ['/', 'filter'],
    [':', 'all'],
    ['?', 'help'],
    ['q', 'leave'],
  ]
}

function helpLines(): Line[] {
  const width = Math.max(...listKeys.map(([key]) => widthOf(key)))
  return [
    [bold('Keys')],
    ...listKeys.map(
      ([key, text]): Line => [span(`  ${padEnd(key, width)}  `, 'accent'), span(text)],
    ),
    [],
    [
      dim(
        'Everything here is a command, which is shown when it is done: a session can become a script.',
      ),
    ],
  ]
}

/** The deeds whose name begins with what is typed. */
export function found(typed: string, chosen: LibraryRun | undefined): readonly Deed[] {
  return deeds.filter(
    ({ name, fits, words }) =>
      name.startsWith(typed.trim()) && (words === null || (chosen !== undefined && fits(chosen))),
  )
}

function paletteLines(state: RunsState, chosen: LibraryRun | undefined): Line[] {
  return [
    [
      bold(
        chosen === undefined
          ? 'All that can be done'
          : `All that can be done with ${clean(chosen.folder.name)}`,
      ),
    ],
    ...found(state.typed, chosen).map(
      ({ key, name, what }): Line => [
        span(`  ${padEnd(name, 12)}`, 'accent'),
        span(padEnd(what, 46)),
        dim(key),
      ],
    ),
  ]
}

type Shown = readonly LibraryRun[]

function onKey(
  input: string,
  key: Key,
  props: RunsProps,
  shown: Shown,
  chosen: LibraryRun | undefined,
): void {
  const { state, dispatch } = props
  if (key.ctrl && input === 'c') return props.leave()
  if (state.asks !== null) {
    if (input === 'y') props.run(state.asks)
    return dispatch({ kind: 'ask', words: null })
  }
  if (state.mode !== 'list') return whileTyping(input, key, props, chosen)
  const paths = shown.map(({ folder }) => folder.path)
  const move = (by: number) => dispatch({ kind: 'move', by, paths })
  if (key.upArrow || input === 'k') move(-1)
  else if (key.downArrow || input === 'j') move(1)
  else if (key.pageUp) move(-10)
  else if (key.pageDown) move(10)
  else if (key.home) move(-paths.length)
  else if (key.end) move(paths.length)
  else if (key.escape) dispatch({ kind: 'unmark-all' })
  else if (input === ' ' && chosen) {
    dispatch({ kind: 'mark', path: chosen.folder.path })
    move(1)
  } else if (input === '/') dispatch({ kind: 'mode', mode: 'filter' })
  else if (input === ':') dispatch({ kind: 'mode', mode: 'palette' })
  else if (input === '?') dispatch({ kind: 'mode', mode: 'help' })
  else if (input === 'q') props.leave()
  else {
    const deed = deeds.find(
      (one) => one.key !== '' && (key.return ? one.key === 'enter' : one.key === input),
    )
    if (deed !== undefined) act(deed, props, chosen)
  }
}

function whileTyping(
  input: string,
  key: Key,
  props: RunsProps,
  chosen: LibraryRun | undefined,
): void {
  const { state, dispatch } = props
  if (key.escape)
    return dispatch(
      state.mode === 'filter' ? { kind: 'unmark-all' } : { kind: 'mode', mode: 'list' },
    )
  if (state.mode === 'help') return dispatch({ kind: 'mode', mode: 'list' })
  if (key.return) {
    const [deed] = state.mode === 'palette' ? found(state.typed, chosen) : []
    dispatch({ kind: 'mode', mode: 'list' })
    if (deed !== undefined) act(deed, props, chosen)
  } else if (key.backspace || key.delete) dispatch({ kind: 'erase' })
  else if (input !== '' && !key.ctrl && !key.meta) dispatch({ kind: 'type', text: input })
}

function act(
  deed: Deed,
  { state, dispatch, open, run }: RunsProps,
  chosen: LibraryRun | undefined,
): void {
  if (deed.name === 'new') return open({ screen: 'new' })
  if (chosen === undefined) return
  const { path } = chosen.folder
  if (deed.name === 'open') return open({ screen: 'run', path })
  if (deed.name === 'compare') {
    const paths = state.marked.length > 0 ? state.marked : [path]
    return open({ screen: 'compare', paths: paths.slice(0, 6) })
  }
  if (deed.words === null || !deed.fits(chosen)) return
  const words = deed.words(chosen)
  if (deed.isFinal) dispatch({ kind: 'ask', words })
  else run(words)
}
