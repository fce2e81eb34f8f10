/** Two to six runs side by side. */
import { useInput } from 'ink'
import { useState } from 'react'
import { clean, dim, type Line } from '../../../span.js'
import { Frame, type Size } from '../frame.js'
import { type Compared, compareLines } from './lines.js'

export interface CompareProps {
  readonly compared: Compared
  /** The command that prints the same numbers. */
  readonly words: readonly string[]
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  readonly run: (words: readonly string[]) => void
}

export function CompareScreen({ compared, words, said, back, leave, run }: CompareProps) {
  const [down, setDown] = useState(0)
  const [total, setTotal] = useState(0)
  useInput((input, key) => {
    const scroll = (by: number) => setDown(Math.max(0, Math.min(total - 1, down + by)))
    if (key.ctrl && input === 'c') leave()
    else if (key.escape) back()
    else if (input === 'q') leave()
    else if (key.upArrow || input === 'k') scroll(-1)
    else if (key.downArrow || input === 'j') scroll(1)
    else if (key.pageUp) scroll(-10)
    else if (key.pageDown) scroll(10)
    else if (input === 'e') run([...words, '--format', 'markdown', '--out', 'compare.md'])
    else if (input === 'l') run([...words, '--format', 'latex', '--out', 'compare.tex'])
  })
  const body = (size: Size): readonly Line[] => {
    const lines = compareLines(compared, size)
    if (lines.length !== total) setTotal(lines.length)
    const first = Math.max(0, Math.min(down, lines.length - size.rows))
    return lines.slice(first)
  }
  const command = `zscl ${words.join(' ')}`
  const keys = [
    ['Esc', 'back'],
    ['↑ ↓', 'scroll'],
    ['e', 'Markdown'],
    ['l', 'LaTeX'],
    ['q', 'leave'],
  ] as const
  return <Frame body={body} messages={[[dim(clean(said === '' ? command : said))]]} keys={keys} />
}
