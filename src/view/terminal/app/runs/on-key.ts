/** From a key to what it does to the list, or to a run. */
import type { Key } from 'ink'
import type { LibraryRun } from '../../../../journal/library.js'
import type { Place } from '../router.js'
import { type Deed, deeds } from './keys.js'
import type { RunsAction, RunsState } from './state.js'

/** What a key can reach. */
export interface Hand {
  readonly state: RunsState
  readonly shown: readonly LibraryRun[]
  readonly chosen: LibraryRun | undefined
  readonly dispatch: (action: RunsAction) => void
  readonly open: (place: Place) => void
  readonly leave: () => void
  readonly run: (words: readonly string[]) => void
  /** Every run, shown or not: what is marked may be filtered away. */
  readonly all: readonly LibraryRun[]
  readonly say: (text: string) => void
}

interface Pressed {
  readonly input: string
  readonly key: Key
}

/** The deeds whose name begins with what is typed. */
export function found(typed: string, chosen: LibraryRun | undefined): readonly Deed[] {
  return deeds.filter(
    ({ name, fits, words }) =>
      name.startsWith(typed.trim()) &&
      (chosen === undefined ? words === null && name !== 'fork' : fits(chosen)),
  )
}

/**
 * A slow line delivers several keys at once. The same key again is pressed again; of different ones only the first counts:
 * what it changes is not yet on the screen that the person saw when the next was pressed.
 */
export function single(input: string): readonly string[] {
  const [first = ''] = input
  if (input.length < 2) return [input]
  return [...input].every((one) => one === first) ? [...input] : [first]
}

export function onKey(pressed: Pressed, hand: Hand): void {
  const { input, key } = pressed
  const { state, dispatch } = hand
  if (key.ctrl && input === 'c') hand.leave()
  else if (state.asks !== null) {
    if (input === 'y') hand.run(state.asks)
    dispatch({ kind: 'ask', words: null })
  } else if (state.mode !== 'list') whileTyping(pressed, hand)
  else if (!moved(pressed, hand)) inList(pressed, hand)
}

/** The keys that choose a run; false for any other. */
function moved({ input, key }: Pressed, { shown, dispatch }: Hand): boolean {
  const paths = shown.map(({ folder }) => folder.path)
  const by = [
    [key.upArrow || input === 'k', -1],
    [key.downArrow || input === 'j', 1],
    [key.pageUp, -10],
    [key.pageDown, 10],
    [key.home, -paths.length],
    [key.end, paths.length],
  ].find(([isPressed]) => isPressed)?.[1]
  if (by === undefined) return false
  dispatch({ kind: 'move', by: Number(by), paths })
  return true
}

function inList({ input, key }: Pressed, hand: Hand): void {
  const { chosen, dispatch, shown } = hand
  if (key.escape) dispatch({ kind: 'unmark-all' })
  else if (input === ' ' && chosen?.trials !== undefined)
    hand.say('A sweep is not marked: Enter opens it, / finds its trials.')
  else if (input === ' ' && chosen) {
    dispatch({ kind: 'mark', path: chosen.folder.path })
    dispatch({ kind: 'move', by: 1, paths: shown.map(({ folder }) => folder.path) })
  } else if (input === '/') dispatch({ kind: 'mode', mode: 'filter' })
  else if (input === ':') dispatch({ kind: 'mode', mode: 'palette' })
  else if (input === '?') dispatch({ kind: 'mode', mode: 'help' })
  else if (input === 'q') hand.leave()
  else {
    const name = key.return ? 'enter' : input
    const deed = deeds.find((one) => one.key !== '' && one.key === name)
    if (deed !== undefined) act(deed, hand)
  }
}

function whileTyping({ input, key }: Pressed, hand: Hand): void {
  const { state, dispatch, chosen } = hand
  if (key.escape && state.mode === 'filter') dispatch({ kind: 'unmark-all' })
  else if (key.escape || state.mode === 'help') dispatch({ kind: 'mode', mode: 'list' })
  else if (key.return) {
    const [deed] = state.mode === 'palette' ? found(state.typed, chosen) : []
    dispatch({ kind: 'mode', mode: 'list' })
    if (deed !== undefined) act(deed, hand)
  } else if (key.backspace || key.delete) dispatch({ kind: 'erase' })
  else if (input !== '' && !key.ctrl && !key.meta) {
    // A slow line delivers what was typed and Enter at once. A filter is kept then; an action waits for its own Enter.
    const [text = '', ...more] = input.split(/[\r\n]/)
    dispatch({ kind: 'type', text })
    if (more.length > 0 && state.mode === 'filter') dispatch({ kind: 'mode', mode: 'list' })
  }
}

function act(deed: Deed, { state, dispatch, open, run, chosen, all, say }: Hand): void {
  const marked = all.filter(({ folder }) => state.marked.includes(folder.path))
  // Compare and mix are of all that is marked; everything else is of the chosen run.
  const isOfSeveral = deed.name === 'compare' || deed.name === 'mix'
  const meant = isOfSeveral && marked.length > 0 ? marked : chosen === undefined ? [] : [chosen]
  const paths = meant.map(({ folder }) => folder.path)
  if (deed.name === 'new') open({ screen: 'new' })
  else if (deed.name === 'tables' || deed.name === 'data')
    open({ screen: 'pages', kind: deed.name })
  else if (chosen === undefined) say('There is no run yet: n begins one.')
  else if (!meant.every(deed.fits)) say(unfit(deed, meant.find((run) => !deed.fits(run))!))
  else if (deed.most !== undefined && paths.length > deed.most)
    say(`${deed.name} takes at most ${deed.most} runs; ${paths.length} are marked.`)
  else if (deed.name === 'open')
    open(
      chosen.trials === undefined
        ? { screen: 'run', path: chosen.folder.path }
        : { screen: 'sweep', name: chosen.folder.name },
    )
  else if (deed.name === 'fork') open({ screen: 'fork', path: chosen.folder.path })
  else if (deed.name === 'compare') open({ screen: 'compare', paths })
  else if (deed.name === 'mix') open({ screen: 'mix', paths })
  else if (deed.words !== null) {
    const words = deed.words(chosen)
    if (deed.isFinal) dispatch({ kind: 'ask', words })
    else run(words)
  }
}

function unfit({ name, needs }: Deed, { folder, trials, summary }: LibraryRun): string {
  const what = trials === undefined ? (summary?.status ?? 'unreadable') : 'a sweep'
  return `${name} needs ${needs}; ${folder.name} is ${what}.`
}
