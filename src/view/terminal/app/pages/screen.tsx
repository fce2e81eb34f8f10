/** The paper's tables, and the datasets: what a command says of one of several, and what can be begun for it. */
import { useInput, useWindowSize } from 'ink'
import { useEffect, useState } from 'react'
import { commandLine } from '../../../shell.js'
import { clean, dim, type Line } from '../../../span.js'
import type { PagesFeed } from '../feed.js'
import { Frame, type Size } from '../frame.js'
import { folded, pageLines } from './lines.js'

export interface PagesProps {
  readonly feed: PagesFeed
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  /** Begins a command that goes on without the app. */
  readonly begin: (words: readonly string[]) => void
}

export function PagesScreen({ feed, said: answer, back, leave, begin }: PagesProps) {
  const [at, setAt] = useState(0)
  const [down, setDown] = useState(0)
  const [said, setSaid] = useState<readonly string[] | null>(null)
  const { columns } = useWindowSize()
  const text = said === null ? null : folded(said, columns)
  const choice = feed.choices[at] ?? ''
  useEffect(() => {
    let isShown = true
    setSaid(null)
    void feed.show(choice).then((lines) => {
      if (isShown) setSaid(lines)
    })
    return () => {
      isShown = false
    }
  }, [feed, choice])
  const turn = (by: number) => {
    setAt((at + by + feed.choices.length) % feed.choices.length)
    setDown(0)
  }
  useInput((input, key) => {
    const scroll = (by: number) =>
      setDown(Math.max(0, Math.min((text?.length ?? 1) - 1, down + by)))
    const action = feed.actions.find((one) => one.key === input)
    if (key.ctrl && input === 'c') leave()
    else if (key.escape) back()
    else if (input === 'q') leave()
    else if (key.leftArrow || input === 'h') turn(-1)
    else if (key.rightArrow || input === 'l') turn(1)
    else if (key.upArrow || input === 'k') scroll(-1)
    else if (key.downArrow || input === 'j') scroll(1)
    else if (key.pageUp) scroll(-10)
    else if (key.pageDown) scroll(10)
    else if (action !== undefined) begin(action.words(choice))
  })
  const body = (size: Size): readonly Line[] =>
    pageLines({ title: feed.title, choices: feed.choices, at, text, down }, size)
  const message = answer === '' ? commandLine(feed.words(choice)) : answer
  const keys = [
    ['← →', 'choose'] as const,
    ['↑ ↓', 'scroll'] as const,
    ...feed.actions.map(({ key, name }) => [key, name] as const),
    ['Esc', 'back'] as const,
    ['q', 'leave'] as const,
  ]
  return <Frame body={body} messages={[[dim(clean(message))]]} keys={keys} />
}
