/** The paper's tables, and the datasets: what a command says of one of several, and what can be begun for it. */
import { useInput, useWindowSize } from 'ink'
import { useEffect, useState } from 'react'
import { commandLine } from '../../../shell.js'
import { type Line, widthOf } from '../../../span.js'
import { useAsk } from '../ask.js'
import type { Answer, PagesFeed, Said } from '../feed.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import { folded, pageLines, saidLines } from './lines.js'

export interface PagesProps {
  readonly feed: PagesFeed
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  /** Begins a command that goes on without the app. */
  readonly begin: (words: readonly string[]) => void
  readonly say: (text: string) => void
  readonly palette: () => void
  readonly preview: (words: readonly string[]) => Promise<Answer>
}

/** How often it is looked at what commands have printed, and, while one runs, what has become of it. */
const LOOK_MS = 1_000
const AGAIN_MS = 5_000
/** Columns that `<` and `>` move by. */
const SIDEWAYS = 20

export function PagesScreen(props: PagesProps) {
  const { feed, said: answer, back, leave, begin, say } = props
  const ask = useAsk(props.preview)
  const [at, setAt] = useState(0)
  const [down, setDown] = useState(0)
  const [across, setAcross] = useState(0)
  const { columns } = useWindowSize()
  const choice = feed.choices[at] ?? ''
  const begun = useBegun(feed, choice)
  const running = begun.find(({ isRunning }) => isRunning)
  const shown = useShown(feed, choice, running !== undefined)
  const text = shown === null ? null : folded([...shown, ...saidLines(begun)], columns)
  const isWide = (text ?? []).some((line) => widthOf(line) - across > columns)
  const turn = (by: number) => {
    setAt((at + by + feed.choices.length) % feed.choices.length)
    setDown(0)
    setAcross(0)
  }
  useInput((input, key) => {
    const scroll = (by: number) =>
      setDown(Math.max(0, Math.min((text?.length ?? 1) - 1, down + by)))
    const action = feed.actions.find((one) => one.key === input)
    if (key.ctrl && input === 'c') leave()
    else if (ask.takes(key)) return
    else if (key.escape) back()
    else if (input === 'q') leave()
    else if (input === ':') props.palette()
    else if (key.leftArrow || input === 'h') turn(-1)
    else if (key.rightArrow || input === 'l') turn(1)
    else if (key.upArrow || input === 'k') scroll(-1)
    else if (key.downArrow || input === 'j') scroll(1)
    else if (input === '<') setAcross(Math.max(0, across - SIDEWAYS))
    else if (input === '>' && isWide) setAcross(across + SIDEWAYS)
    else if (key.pageUp) scroll(-10)
    else if (key.pageDown) scroll(10)
    else if (action?.isAsked) ask.about(action.words(choice), begin)
    else if (action !== undefined) begin(action.words(choice))
    else if (input === 's' && running !== undefined) say(feed.stop(running.words))
  })
  const body = (size: Size): readonly Line[] =>
    pageLines({ title: feed.title, choices: feed.choices, at, text, down, across }, size)
  const messages = saidMessages(answer === '' ? commandLine(feed.words(choice)) : answer)
  const keys = [
    ['← →', 'choose'] as const,
    ['↑ ↓', 'scroll'] as const,
    ...(isWide || across > 0 ? [['< >', 'sideways'] as const] : []),
    ...feed.actions.map(({ key, name }) => [key, name] as const),
    ...(running === undefined ? [] : [['s', 'stop it'] as const]),
    ['Esc', 'back'] as const,
    ['q', 'leave'] as const,
  ]
  return (
    <Frame
      body={body}
      messages={ask.messages ?? messages}
      keys={ask.keys ?? keys}
      isAsked={ask.keys === null}
    />
  )
}

/** What a command says of the choice: asked once, again while something runs for it, and once more when that is over. */
function useShown(feed: PagesFeed, choice: string, isRunning: boolean) {
  const [shown, setShown] = useState<{ of: string; lines: readonly string[] } | null>(null)
  useEffect(() => {
    let isOver = false
    let timer: NodeJS.Timeout | undefined
    const ask = async () => {
      const lines = await feed.show(choice)
      if (isOver) return
      setShown({ of: choice, lines })
      if (isRunning) timer = setTimeout(ask, AGAIN_MS)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [feed, choice, isRunning])
  return shown?.of === choice ? shown.lines : null
}

/** What was begun for the choice; the same array while nothing is new. */
function useBegun(feed: PagesFeed, choice: string): readonly Said[] {
  const [begun, setBegun] = useState<readonly Said[]>([])
  useEffect(() => {
    const look = () => {
      const now = feed.said(choice)
      setBegun((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [feed, choice])
  return begun
}
