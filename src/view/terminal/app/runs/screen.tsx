/** The first screen: all runs. */
import { useInput } from 'ink'
import { useReducer } from 'react'
import type { LibraryRun } from '../../../../journal/library.js'
import { commandLine } from '../../../shell.js'
import { bold, clean, dim, type Line, padEnd, span, widthOf } from '../../../span.js'
import { rule } from '../../rule.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import type { Place } from '../router.js'
import { listKeys } from './keys.js'
import { headLine, listLines, matching, previewLines } from './lines.js'
import { found, onKey, single } from './on-key.js'
import { initialRuns, type RunsState, reduceRuns } from './state.js'
import { collapsed } from './sweeps.js'

export interface RunsProps {
  readonly runs: readonly LibraryRun[]
  readonly unread: number
  /** What the GPUs of this machine do, in words; '' where there are none. */
  readonly gpus: string
  readonly place: string
  /** What was done last, as a command, and what it said. */
  readonly said: string
  /** Kept by the app, so that coming back finds the list as it was. */
  readonly state: RunsState
  readonly dispatch: (action: Parameters<typeof reduceRuns>[1]) => void
  readonly open: (place: Place) => void
  readonly leave: () => void
  readonly run: (words: readonly string[]) => void
  readonly say: (text: string) => void
}

export const useRuns = () => useReducer(reduceRuns, initialRuns)

export function RunsScreen(props: RunsProps) {
  const { state, said, place, unread } = props
  // What is searched for may be a trial; else a sweep is one row.
  const shown = state.filter === '' ? collapsed(props.runs) : matching(props.runs, state.filter)
  const isMeant = ({ folder }: LibraryRun) => folder.path === state.chosen
  // The palette may be of a trial, which the list shows only as a part of its sweep.
  const hidden = state.mode === 'palette' ? props.runs.find(isMeant) : undefined
  const chosen = shown.find(isMeant) ?? hidden ?? shown[0]
  useInput((input, key) => {
    for (const one of state.mode === 'list' ? single(input) : [input])
      onKey({ input: one, key }, { ...props, shown, chosen, all: props.runs })
  })
  const body = (size: Size): readonly Line[] => {
    if (state.mode === 'help') return helpLines()
    if (state.mode === 'palette') return paletteLines(state, chosen)
    const preview = Math.min(Math.floor(size.rows * 0.45), 4 + (chosen?.summary?.tasks.length ?? 0))
    const list = Math.max(3, size.rows - preview - 2)
    const lines = listLines(shown, state, size.columns, list)
    const below = size.rows >= 14 ? previewLines(chosen, size.columns, preview) : []
    return [
      headLine(props.runs, unread, size.columns, props.gpus),
      ...lines,
      ...(below.length > 0 ? [rule(clean(place), size.columns), ...below] : []),
    ]
  }
  return (
    <Frame
      body={body}
      messages={messages(state, said)}
      keys={state.asks === null ? keysOf(state) : asksKeys}
      isAsked={false}
    />
  )
}

function messages(state: RunsState, said: string): Line[] {
  if (state.asks !== null)
    return [
      [span('Remove for good?  y removes, any other key keeps it', 'warn', true)],
      [span(clean(commandLine(state.asks)), 'warn')],
    ]
  if (state.mode === 'filter') return [[bold('/'), span(state.typed), span('█', 'dim')]]
  if (state.mode === 'palette') return [[bold(':'), span(state.typed), span('█', 'dim')]]
  return saidMessages(said)
}

const asksKeys = [
  ['y', 'remove'],
  ['any other key', 'keep'],
] as const

export function keysOf({ mode }: RunsState): readonly (readonly [string, string])[] {
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
    [':', 'all'],
    ['?', 'help'],
    ['q', 'leave'],
    ['/', 'filter'],
    ['f', 'fork'],
    ['c', 'compare'],
    ['m', 'mix'],
    ['s', 'stop'],
    ['r', 'resume'],
    ['t', 'tables'],
    ['d', 'data'],
    ['p', 'pause'],
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
    [dim('Every action shows the equivalent command, so a session can become a script.')],
  ]
}

function paletteLines(state: RunsState, chosen: LibraryRun | undefined): Line[] {
  const all = found(state.typed, chosen)
  const width = Math.max(0, ...all.map(({ what }) => widthOf(what)))
  return [
    [bold(chosen === undefined ? 'Actions' : `Actions for ${clean(chosen.folder.name)}`)],
    ...all.map(
      ({ key, name, what }): Line => [
        span(`  ${padEnd(name, 12)}`, 'accent'),
        span(padEnd(what, width)),
        dim(`  ${key}`),
      ],
    ),
  ]
}
