/** The app: a stack of screens over all runs. Import this module only for an interactive terminal: it imports Ink. */
import { useReducer, useState, useSyncExternalStore } from 'react'
import { CompareScreen } from './compare/screen.js'
import type { AppFeed } from './feed.js'
import { NewScreen } from './new/screen.js'
import { home, navigate, type Place } from './router.js'
import { RunScreen } from './run/screen.js'
import { RunsScreen, useRuns } from './runs/screen.js'

export interface AppProps {
  readonly feed: AppFeed
  readonly leave: () => void
}

export function App({ feed, leave }: AppProps) {
  const runs = useSyncExternalStore(feed.subscribe, feed.runs)
  const [stack, go] = useReducer(navigate, home)
  const [state, dispatch] = useRuns()
  const [said, say] = useState('')
  const run = (words: readonly string[]) => {
    say(`zscl ${words.join(' ')}  …`)
    void feed.run(words).then((answer) => say(`zscl ${words.join(' ')}   ${answer}`))
  }
  const open = (place: Place) => {
    say('')
    go({ kind: 'open', place })
  }
  const back = () => go({ kind: 'back' })
  const shared = { said, run, open, back, leave }
  const top = stack.at(-1) ?? { screen: 'runs' }
  if (top.screen === 'run') {
    const shown = runs.find(({ folder }) => folder.path === top.path)
    const name = shown?.sweep === '' ? shown.folder.name : top.path
    return (
      <RunScreen
        key={top.path}
        {...shared}
        feed={feed}
        path={top.path}
        name={name}
        isLive={shown?.isLive ?? false}
      />
    )
  }
  if (top.screen === 'new') return <NewScreen {...shared} feed={feed} />
  if (top.screen === 'compare') {
    const chosen = top.paths.flatMap((path) => runs.filter(({ folder }) => folder.path === path))
    const compared = {
      runs: chosen,
      published: chosen.map(({ folder }) => feed.published(folder.path)),
      differences: feed.differences(top.paths),
    }
    const words = [
      'results',
      ...chosen.map(({ folder, sweep }) => (sweep === '' ? folder.name : folder.path)),
      '--per',
      'run',
    ]
    return <CompareScreen {...shared} compared={compared} words={words} />
  }
  return (
    <RunsScreen
      {...shared}
      runs={runs}
      unread={feed.unread()}
      place={feed.place}
      state={state}
      dispatch={dispatch}
    />
  )
}
