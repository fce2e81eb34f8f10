/** One run with its tabs, whether it goes on or is over. */
import { type Key, useInput, useWindowSize } from 'ink'
import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import type { RunState } from '../../../../journal/state.js'
import type { Line } from '../../../span.js'
import { snapshots } from '../../feed.js'
import type { AppFeed } from '../feed.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import type { Place } from '../router.js'
import { firstLine, markedPlan, tabBody, tabLine, termsOf, wholeLines } from './lines.js'
import { initialTabs, type RunTabs, reduceTabs, TABS, type Tab } from './state.js'

const TEXTS: readonly Tab[] = ['Plan', 'Settings', 'Log']
/** Of a tab, until it is drawn. */
const ROWS = 20

export interface RunProps {
  readonly feed: AppFeed
  readonly path: string
  readonly isLive: boolean
  readonly name: string
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  readonly open: (place: Place) => void
  readonly run: (words: readonly string[]) => void
  /** All that can be done with it, by name. */
  readonly palette: () => void
}

export function RunScreen(props: RunProps) {
  const { feed, path, said } = props
  const [source] = useState(() => {
    const followed = feed.open(path)
    const taken = snapshots(followed)
    return {
      ...taken,
      end: () => {
        taken.close()
        followed.close()
      },
    }
  })
  useEffect(() => source.end, [source])
  const snapshot = useSyncExternalStore(source.subscribe, source.get)
  const [tabs, dispatch] = useReducer(reduceTabs, initialTabs)
  const { columns } = useWindowSize()
  const text = wholeLines(textOf(feed, path, tabs, snapshot.state), columns)
  const tasks = snapshot.state.run?.tasks.length ?? 0
  const shown = useRef(ROWS)
  useInput((input, key) =>
    onKey(input, key, props, {
      tabs,
      dispatch,
      tasks,
      terms: termsOf(snapshot.state, tabs).length,
      text,
      rows: shown.current,
      task: snapshot.state.task,
      isPaused: snapshot.state.status === 'paused',
    }),
  )
  const body = ({ rows }: Size): readonly Line[] => {
    shown.current = rows - 2
    return [tabLine(tabs), [], ...tabBody(snapshot, tabs, text, { columns, rows: rows - 2 })]
  }
  return (
    <Frame
      body={body}
      messages={saidMessages(said)}
      keys={keysOf(props, tabs, snapshot.state.status)}
    />
  )
}

function textOf(feed: AppFeed, path: string, { tab }: RunTabs, state: RunState): readonly string[] {
  if (tab === 'Plan') return markedPlan(feed.plan(path), state)
  if (tab === 'Settings') return feed.settings(path)
  return tab === 'Log' ? feed.log(path) : []
}

function keysOf(
  { isLive }: RunProps,
  { tab }: RunTabs,
  status: RunState['status'],
): readonly (readonly [string, string])[] {
  return [
    ['Esc', 'back'],
    ['Tab', 'next'],
    ...(tab === 'Losses'
      ? ([
          ['← →', 'task'],
          ['t', 'term'],
          ['z', 'zoom'],
        ] as const)
      : ([['↑ ↓', 'scroll']] as const)),
    ...(isLive
      ? ([
          ['p', 'pause'],
          ['s', 'stop'],
        ] as const)
      : status === 'finished'
        ? []
        : ([['r', 'resume']] as const)),
    ['f', 'fork'],
    ['c', 'compare'],
    ...(isLive ? [] : ([['m', 'mix']] as const)),
    [':', 'all actions'],
    ['q', 'leave'],
  ]
}

interface Hand {
  readonly tabs: RunTabs
  readonly dispatch: (action: Parameters<typeof reduceTabs>[1]) => void
  readonly tasks: number
  readonly terms: number
  /** Of a tab that is text, and how much of it is on the screen. */
  readonly text: readonly string[]
  readonly rows: number
  readonly task: number
  readonly isPaused: boolean
}

function onKey(input: string, key: Key, props: RunProps, hand: Hand): void {
  const { dispatch, tabs, tasks, text, rows } = hand
  const isText = TEXTS.includes(tabs.tab)
  const scroll = (down: number, right: number) => {
    if (isText) turnTo(firstLine(tabs, text, rows) + down)
    else dispatch({ kind: 'scroll', down, right, limit: tasks })
  }
  const turnTo = (line: number) =>
    dispatch({ kind: 'line', line: Math.max(0, Math.min(line, text.length - 1)) })
  const number = Number(input)
  if (key.ctrl && input === 'c') props.leave()
  else if (key.escape) props.back()
  else if (key.tab) dispatch({ kind: 'next', by: key.shift ? -1 : 1 })
  else if (number >= 1 && number <= TABS.length)
    dispatch({ kind: 'tab', tab: TABS[number - 1] ?? 'Live' })
  else if (tabs.tab === 'Losses' && (key.leftArrow || key.rightArrow)) {
    const task = Math.max(
      0,
      Math.min(tasks - 1, (tabs.task ?? Math.max(0, hand.task)) + (key.rightArrow ? 1 : -1)),
    )
    dispatch({ kind: 'task', task })
  } else if (tabs.tab === 'Losses' && input === 't') dispatch({ kind: 'term', terms: hand.terms })
  else if (tabs.tab === 'Losses' && input === 'z') dispatch({ kind: 'zoom' })
  else if (isText && key.home) turnTo(0)
  else if (isText && key.end) turnTo(text.length)
  else if (key.upArrow || input === 'k') scroll(-1, 0)
  else if (key.downArrow || input === 'j') scroll(1, 0)
  else if (key.pageUp) scroll(-10, 0)
  else if (key.pageDown) scroll(10, 0)
  else if (key.leftArrow) scroll(0, -1)
  else if (key.rightArrow) scroll(0, 1)
  else if (input === 'c') props.open({ screen: 'compare', paths: [props.path] })
  else if (input === 'f' && tasks > 1) props.open({ screen: 'fork', path: props.path })
  else if (input === 'm' && !props.isLive) props.open({ screen: 'mix', paths: [props.path] })
  else if (input === 'q') props.leave()
  else if (input === ':') props.palette()
  else if (props.isLive && input === 's') props.run(['stop', props.name])
  else if (props.isLive && input === 'p')
    props.run([hand.isPaused ? 'continue' : 'pause', props.name])
  else if (!props.isLive && input === 'r') props.run(['resume', props.name, '--detach'])
}
