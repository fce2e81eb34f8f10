/** Mixes: a slider between two models, or soups of more; what is found is saved for open_clip. */
import { useInput } from 'ink'
import { useEffect, useState } from 'react'
import { commandLine } from '../../../shell.js'
import { clean, type Line, span } from '../../../span.js'
import type { MixFeed } from '../feed.js'
import { Frame, type Size, saidMessages } from '../frame.js'
import { folded } from '../pages/lines.js'
import { type Typed, useTyped } from '../typed.js'
import { mixLines } from './lines.js'
import { bestOf, moved, nextPoints } from './state.js'

export interface MixProps {
  readonly feed: MixFeed
  readonly said: string
  readonly back: () => void
  readonly leave: () => void
  readonly run: (words: readonly string[]) => void
  readonly say: (text: string) => void
  readonly palette: () => void
  /** One model more, as `zscl merge` takes it. */
  readonly add: (model: string) => void
  /** Other datasets to measure on. */
  readonly measureOn: (on: string) => void
}

/** Of so many models at most. */
const MOST = 8

export function MixScreen(props: MixProps) {
  return props.feed.names.length === 2 ? <Slider {...props} /> : <Soups {...props} />
}

/** The keys that change what is mixed and where it is measured; true when one of them was pressed. */
function changes(input: string, { feed, say, add, measureOn }: MixProps, typed: Typed): boolean {
  if (input === 'a' && feed.names.length >= MOST) say(`At most ${MOST} models are mixed.`)
  else if (input === 'a')
    typed.begin('add', 'A run, a folder of a model, or open_clip NAME:TAG.', add)
  else if (input === 'd')
    typed.begin(
      'measure on',
      'A benchmark (mini), one of its tasks (mini/digits), a YAML file, or a folder of images.',
      measureOn,
    )
  else return false
  return true
}

const CHANGES = [
  ['a', 'add a model'],
  ['d', 'datasets'],
] as const

function Slider(props: MixProps) {
  const { feed, said, back, leave, run } = props
  const typed = useTyped()
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
    else if (typed.takes(input, key)) return
    else if (key.escape) back()
    else if (input === 'q') leave()
    else if (input === ':') props.palette()
    else if (changes(input, props, typed)) return
    else if (key.leftArrow || input === 'h') setAlpha(moved(alpha, -1))
    else if (key.rightArrow || input === 'l') setAlpha(moved(alpha, 1))
    else if (input === 'b') setAlpha(bestOf(points)?.alpha ?? alpha)
    else if (input === 's') run(feed.words(alpha, out))
    else if (input === 'r') setProblem('')
  })
  const body = (size: Size): readonly Line[] =>
    mixLines({ ...feed, alpha, points, measuring }, size)
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
    ...CHANGES,
  ] as const
  return (
    <Frame
      body={body}
      messages={typed.messages ?? messages}
      keys={typed.keys ?? keys}
      isAsked={typed.keys === null}
    />
  )
}

function Soups(props: MixProps) {
  const { feed, said, back, leave, run } = props
  const typed = useTyped()
  const [down, setDown] = useState(0)
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
    const by = key.downArrow || input === 'j' ? 1 : key.upArrow || input === 'k' ? -1 : 0
    if (key.ctrl && input === 'c') leave()
    else if (typed.takes(input, key)) return
    else if (key.escape) back()
    else if (input === 'q') leave()
    else if (input === ':') props.palette()
    else if (changes(input, props, typed)) return
    else if (by !== 0) setDown(Math.max(0, Math.min(lines.length - 1, down + by)))
    else if (input === 'u') run(feed.soupWords('uniform', out('uniform')))
    else if (input === 'g') run(feed.soupWords('greedy', out('greedy')))
  })
  const body = ({ columns, rows }: Size): readonly Line[] => {
    const head = [
      `Soups of ${feed.names.map(clean).join(', ')} on ${clean(feed.on)}`,
      feed.warning,
      '',
    ]
    const all = [...head.filter((line, i) => line !== '' || i === 2), ...lines]
    return folded(all, columns)
      .slice(down, down + rows)
      .map((line): Line => [span(line)])
  }
  const keys = [
    ['u', 'save the uniform soup'],
    ['g', 'save the greedy soup'],
    ['Esc', 'back'],
    ['q', 'leave'],
    ['↑ ↓', 'scroll'],
    ...CHANGES,
  ] as const
  return (
    <Frame
      body={body}
      messages={typed.messages ?? saidMessages(said)}
      keys={typed.keys ?? keys}
      isAsked={typed.keys === null}
    />
  )
}
