/** Two to six runs side by side: their numbers, and their losses over each other. */
import { type Key, useInput } from 'ink'
import { useReducer, useState } from 'react'
import type { RunState } from '../../../../journal/state.js'
import { commandLine } from '../../../shell.js'
import { type Line, shorten } from '../../../span.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import { type Compared, compareLines, letter } from './lines.js'
import { type Curve, overlayLines } from './losses.js'
import { initialCompare, reduceCompare } from './state.js'

export interface CompareProps {
  readonly compared: Compared
  /** The states of the runs, with their curves; read when they are looked at. */
  readonly histories: () => readonly RunState[]
  /** The command that prints the same numbers. */
  readonly words: readonly string[]
  /** The name of a file that is not there yet, like the given one. */
  readonly free: (file: string) => string
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  readonly run: (words: readonly string[]) => void
  readonly palette: () => void
}

const FORMATS: Readonly<Record<string, readonly [format: string, end: string]>> = {
  e: ['markdown', '.md'],
  l: ['latex', '.tex'],
  v: ['csv', '.csv'],
}

/** What the files are called that a comparison is written to. */
function stemOf({ runs }: Compared): string {
  const names = runs.map(({ folder }) => folder.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-'))
  return shorten(`compare-${names.join('-')}`, 60).replace('…', '')
}

export function CompareScreen(props: CompareProps) {
  const { compared, histories, words, free, said, back, leave, run } = props
  const [state, dispatch] = useReducer(reduceCompare, initialCompare)
  const [total, setTotal] = useState(0)
  const [curves, setCurves] = useState<readonly Curve[]>([])
  const tasks = compared.runs[0]?.summary?.tasks.length ?? 1
  useInput((input, key) => {
    const by = scrolled(input, key)
    if (key.ctrl && input === 'c') leave()
    else if (key.escape) back()
    else if (input === 'q') leave()
    else if (input === ':') props.palette()
    else if (key.tab) {
      if (curves.length === 0) setCurves(curvesOf(compared, histories()))
      dispatch({ kind: 'other' })
    } else if (by !== 0) dispatch({ kind: 'scroll', by, limit: total })
    else if (key.leftArrow || key.rightArrow)
      dispatch({ kind: 'task', by: key.rightArrow ? 1 : -1, limit: tasks })
    else if (input === 't') dispatch({ kind: 'term' })
    else if (input === 'g')
      run([
        'figure',
        'history',
        ...words.slice(1, -2),
        '--out',
        free(`${stemOf(compared)}-history.svg`),
      ])
    else {
      const [format, end] = FORMATS[input] ?? []
      if (format && end)
        run([...words, '--format', format, '--out', free(`${stemOf(compared)}${end}`)])
    }
  })
  const body = (size: Size): readonly Line[] => {
    if (state.shows === 'losses') return overlayLines(curves, state, size)
    const lines = compareLines(compared, size)
    if (lines.length !== total) setTotal(lines.length)
    const first = Math.max(0, Math.min(state.down, lines.length - size.rows))
    return lines.slice(first)
  }
  const messages = saidMessages(said === '' ? commandLine(words) : said)
  return <Frame body={body} messages={messages} keys={keysOf(state.shows)} />
}

function scrolled(input: string, key: Key): number {
  if (key.upArrow || input === 'k') return -1
  if (key.downArrow || input === 'j') return 1
  if (key.pageUp) return -10
  return key.pageDown ? 10 : 0
}

function curvesOf({ runs }: Compared, states: readonly RunState[]): Curve[] {
  return runs.flatMap(({ folder }, i): Curve[] => {
    const state = states[i]
    return state === undefined ? [] : [{ letter: letter(i), name: folder.name, state }]
  })
}

function keysOf(shows: 'numbers' | 'losses'): readonly (readonly [string, string])[] {
  if (shows === 'losses')
    return [
      ['Esc', 'back'],
      ['Tab', 'numbers'],
      ['← →', 'task'],
      ['t', 'term'],
      ['q', 'leave'],
    ]
  return [
    ['Esc', 'back'],
    ['Tab', 'losses'],
    ['↑ ↓', 'scroll'],
    ['e', 'Markdown'],
    ['l', 'LaTeX'],
    ['v', 'CSV'],
    ['g', 'SVG'],
    ['q', 'leave'],
  ]
}
