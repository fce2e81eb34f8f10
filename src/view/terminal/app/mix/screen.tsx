/** Mixes: a slider between two models, or soups of more; what is found is saved for open_clip. */
import { useInput } from 'ink'
import { useEffect, useState } from 'react'
import { commandLine } from '../../../shell.js'
import { clean, type Line, span } from '../../../span.js'
import type { MixFeed } from '../feed.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import { mixLines } from './lines.js'
import { bestOf, moved, nextPoints } from './state.js'

export interface MixProps {
  readonly feed: MixFeed
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  readonly run: (words: readonly string[]) => void
}

export function MixScreen(props: MixProps) {
  return props.feed.names.length === 2 ? <Slider {...props} /> : <Soups {...props} />
}

function Slider({ feed, said, back, leave, run }: MixProps) {
  const [alpha, setAlpha] = useState(0.5)
  const [points, setPoints] = useState(feed.known)
  const [measuring, setMeasuring] = useState<readonly number[]>([])
  const [problem, setProblem] = useState('')
  // One command at a time: what the person looks at first, then what says most about the curve.
  const isKnown = points.some((point) => point.alpha === alpha)
  useEffect(() => {
    if (measuring.length > 0 || problem !== '') return
    const coarse = nextPoints(points)
    const wanted = isKnown || points.length === 0 ? coarse : [alpha]
    if (wanted === null) return
    setMeasuring(wanted)
    void feed.measure(wanted).then((failed) => {
      setPoints(feed.known())
      setProblem(failed)
      setMeasuring([])
    })
  }, [feed, alpha, points, measuring, problem, isKnown])
  const out = `mixes/${feed.names.join('-')}-${alpha}`
  useInput((input, key) => {
    if (key.ctrl && input === 'c') leave()
    else if (key.escape) back()
    else if (input === 'q') leave()
    else if (key.leftArrow || input === 'h') setAlpha(moved(alpha, -1))
    else if (key.rightArrow || input === 'l') setAlpha(moved(alpha, 1))
    else if (input === 'b') setAlpha(bestOf(points)?.alpha ?? alpha)
    else if (input === 's') run(feed.words(alpha, out))
    else if (input === 'r') setProblem('')
  })
  const body = (size: Size): readonly Line[] =>
    mixLines({ names: feed.names, alpha, points, measuring }, size)
  const messages: Line[] =
    problem === ''
      ? saidMessages(said === '' ? commandLine(feed.words(alpha, out)) : said)
      : [[span(`${clean(problem)}  r tries again`, 'bad')]]
  const keys = [
    ['← →', 'α'],
    ['b', 'best'],
    ['s', 'save for open_clip'],
    ['Esc', 'back'],
    ['q', 'leave'],
  ] as const
  return <Frame body={body} messages={messages} keys={keys} />
}

function Soups({ feed, said, back, leave, run }: MixProps) {
  const [lines, setLines] = useState<readonly string[]>(['measuring the models and their soups …'])
  useEffect(() => {
    let isShown = true
    void feed.soups().then((found) => {
      if (isShown) setLines(found)
    })
    return () => {
      isShown = false
    }
  }, [feed])
  const out = (kind: string) => `mixes/${kind}-${feed.names[0]}-and-${feed.names.length - 1}-more`
  useInput((input, key) => {
    if (key.ctrl && input === 'c') leave()
    else if (key.escape) back()
    else if (input === 'q') leave()
    else if (input === 'u') run(feed.soupWords('uniform', out('uniform')))
    else if (input === 'g') run(feed.soupWords('greedy', out('greedy')))
  })
  const body = ({ rows }: Size): readonly Line[] =>
    lines.slice(0, rows).map((line): Line => [span(line)])
  const keys = [
    ['u', 'save the uniform soup'],
    ['g', 'save the greedy soup'],
    ['Esc', 'back'],
    ['q', 'leave'],
  ] as const
  return <Frame body={body} messages={saidMessages(said)} keys={keys} />
}
