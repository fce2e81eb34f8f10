/** The app: a stack of screens over all runs. Import this module only for an interactive terminal: it imports Ink. */
import { useMemo, useReducer, useState, useSyncExternalStore } from 'react'
import { commandLine } from '../../shell.js'
import { CompareScreen } from './compare/screen.js'
import type { AppFeed } from './feed.js'
import { FormScreen } from './form/screen.js'
import { type MixProps, MixScreen } from './mix/screen.js'
import { type PagesProps, PagesScreen } from './pages/screen.js'
import { home, navigate, type Place } from './router.js'
import { RunScreen } from './run/screen.js'
import { RunsScreen, useRuns } from './runs/screen.js'
import { SweepScreen } from './sweep/screen.js'

export interface AppProps {
  readonly feed: AppFeed
  readonly leave: () => void
}

export function App({ feed, leave }: AppProps) {
  const runs = useSyncExternalStore(feed.subscribe, feed.runs)
  const [stack, go] = useReducer(navigate, home)
  const [state, dispatch] = useRuns()
  const [said, say] = useState('')
  const run = async (words: readonly string[]) => {
    say(`${commandLine(words)}  …`)
    const { isGood, text } = await feed.run(words)
    say(`${text}\n${commandLine(words)}`)
    return isGood
  }
  const begin = (words: readonly string[]) => say(`${feed.begin(words)}\n${commandLine(words)}`)
  const open = (place: Place) => {
    say('')
    go({ kind: 'open', place })
  }
  const back = () => {
    say('')
    go({ kind: 'back' })
  }
  const top = stack.at(-1) ?? { screen: 'runs' }
  /** The palette is the list's, with the run in hand chosen. */
  const palette = () => {
    if ('path' in top) dispatch({ kind: 'choose', path: top.path })
    dispatch({ kind: 'mode', mode: 'palette' })
    go({ kind: 'home' })
  }
  const shared = { said, say, run, open, back, leave, palette }
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
  if (top.screen === 'new' || top.screen === 'fork')
    return (
      <FormScreen
        {...shared}
        feed={feed}
        parent={top.screen === 'fork' ? top.path : null}
        done={() => go({ kind: 'back' })}
      />
    )
  if (top.screen === 'sweep')
    return (
      <SweepScreen key={top.name} {...shared} preview={feed.preview} view={feed.sweep(top.name)} />
    )
  if (top.screen === 'mix')
    return <Mix key={top.paths.join()} {...shared} feed={feed} paths={top.paths} />
  if (top.screen === 'pages')
    return (
      <Pages
        key={top.kind}
        {...shared}
        feed={feed}
        kind={top.kind}
        begin={begin}
        preview={feed.preview}
      />
    )
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
    const histories = () =>
      chosen.map(({ folder }) => {
        const followed = feed.open(folder.path)
        const state = followed.getState()
        followed.close()
        return state
      })
    return (
      <CompareScreen
        {...shared}
        compared={compared}
        histories={histories}
        words={words}
        free={feed.free}
      />
    )
  }
  return (
    <RunsScreen
      {...shared}
      runs={runs}
      unread={feed.unread()}
      gpus={feed.gpus()}
      place={feed.place}
      state={state}
      dispatch={dispatch}
    />
  )
}

type MixOf = Omit<MixProps, 'feed' | 'add' | 'measureOn'> & {
  readonly feed: AppFeed
  readonly paths: readonly string[]
}

/** What is measured stays with the screen. */
function Mix({ feed, paths, ...shared }: MixOf) {
  const [more, setMore] = useState<readonly string[]>([])
  const [on, setOn] = useState('')
  const mix = useMemo(() => feed.mix(paths, more, on), [feed, paths, more, on])
  const add = (model: string) => setMore([...more, model])
  return (
    <MixScreen key={[...more, on].join('\n')} {...shared} feed={mix} add={add} measureOn={setOn} />
  )
}

type PagesOf = Omit<PagesProps, 'feed'> & {
  readonly feed: AppFeed
  readonly kind: 'tables' | 'data'
}

function Pages({ feed, kind, ...shared }: PagesOf) {
  const pages = useMemo(() => feed.pages(kind), [feed, kind])
  return <PagesScreen {...shared} feed={pages} />
}
