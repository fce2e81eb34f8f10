/** One run with its tabs, whether it goes on or is over. */
import { type Key, useInput } from 'ink'
import { useEffect, useReducer, useState, useSyncExternalStore } from 'react'
import type { Line } from '../../../span.js'
import { snapshots } from '../../feed.js'
import type { AppFeed } from '../feed.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import type { Place } from '../router.js'
import { tabBody, tabLine } from './lines.js'
import { initialTabs, type RunTabs, reduceTabs, TABS } from './state.js'

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
  const text = textOf(feed, path, tabs)
  const tasks = snapshot.state.run?.tasks.length ?? 0
  useInput((input, key) =>
    onKey(input, key, props, {
      tabs,
      dispatch,
      tasks,
      lines: text.length,
      task: snapshot.state.task,
      isPaused: snapshot.state.status === 'paused',
    }),
  )
  const body = ({ columns, rows }: Size): readonly Line[] => [
    tabLine(tabs),
    [],
    ...tabBody(snapshot, tabs, text, { columns, rows: rows - 2 }),
  ]
  return <Frame body={body} messages={saidMessages(said)} keys={keysOf(props, tabs)} />
}

function textOf(feed: AppFeed, path: string, { tab }: RunTabs): readonly string[] {
  if (tab === 'Plan') return feed.plan(path)
  if (tab === 'Settings') return feed.settings(path)
  return tab === 'Log' ? feed.log(path) : []
}

function keysOf({ isLive }: RunProps, { tab }: RunTabs): readonly (readonly [string, string])[] {
  return [
    ['Esc', 'back'],
    ['Tab', 'next'],
    ...(tab === 'Losses' ? [['← →', 'task'] as const] : [['↑ ↓', 'scroll'] as const]),
    ...(isLive
      ? ([
          ['p', 'pause'],
          ['s', 'stop'],
        ] as const)
      : ([['r', 'resume']] as const)),
    ['f', 'fork'],
    ['c', 'compare'],
    ...(isLive ? [] : ([['m', 'mix']] as const)),
    ['q', 'leave'],
  ]
}

interface Hand {
  readonly tabs: RunTabs
  readonly dispatch: (action: Parameters<typeof reduceTabs>[1]) => void
  readonly tasks: number
  readonly lines: number
  readonly task: number
  readonly isPaused: boolean
}

function onKey(input: string, key: Key, props: RunProps, hand: Hand): void {
  const { dispatch, tabs, tasks, lines } = hand
  const scroll = (down: number, right: number) =>
    dispatch({ kind: 'scroll', down, right, limit: Math.max(tasks, lines) })
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
  } else if (key.upArrow || input === 'k') scroll(-1, 0)
  else if (key.downArrow || input === 'j') scroll(1, 0)
  else if (key.pageUp) scroll(-10, 0)
  else if (key.pageDown) scroll(10, 0)
  else if (key.leftArrow) scroll(0, -1)
  else if (key.rightArrow) scroll(0, 1)
  else if (input === 'c') props.open({ screen: 'compare', paths: [props.path] })
  else if (input === 'f' && tasks > 1) props.open({ screen: 'fork', path: props.path })
  else if (input === 'm' && !props.isLive) props.open({ screen: 'mix', paths: [props.path] })
  else if (input === 'q') props.leave()
  else if (props.isLive && input === 's') props.run(['stop', props.name])
  else if (props.isLive && input === 'p')
    props.run([hand.isPaused ? 'continue' : 'pause', props.name])
  else if (!props.isLive && input === 'r') props.run(['resume', props.name, '--detach'])
}
