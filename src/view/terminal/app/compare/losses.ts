/** One loss term of several runs in one chart with one scale. */
import type { RunState } from '../../../../journal/state.js'
import { compact } from '../../../format.js'
import {
  bold,
  clean,
  dim,
  type Line,
  padStart,
  shortenLine,
  span,
  type Tone,
} from '../../../span.js'
import { shownTerms, type Term, termNames } from '../../../terms.js'
import { braille, range } from '../../braille.js'
import { rule } from '../../rule.js'
import type { Size } from '../frame.js'

export interface Curve {
  /** The letter that the run has in the comparison. */
  readonly letter: string
  readonly name: string
  readonly state: RunState
}

/** What a person has chosen: a task from 0, and a term by its place among those that any run has. */
export interface Chosen {
  readonly task: number
  readonly term: number
}

const SCALE = 8
/** Room on the right for the letters of the runs, at the height where their curves end. */
const LETTERS = 4
const TONES: readonly Tone[] = ['accent', 'good', 'warn', 'bad']

/** The terms of a task that any of the runs has. */
export function termsOf(curves: readonly Curve[], task: number): Term[] {
  const found = new Set(curves.flatMap(({ state }) => shownTerms(state.history[task] ?? [])))
  return (Object.keys(termNames) as Term[]).filter((term) => found.has(term))
}

export function overlayLines(
  curves: readonly Curve[],
  { task, term: at }: Chosen,
  { columns, rows }: Size,
): Line[] {
  const terms = termsOf(curves, task)
  const term = terms[at % Math.max(1, terms.length)]
  const names = [...new Set(curves.flatMap(({ state }) => state.run?.tasks[task] ?? []))]
  const where = `task ${task + 1}, ${names.map(clean).join(' / ')}`
  if (term === undefined) return [rule(`Loss of ${where}`, columns), [dim('no update yet')]]
  const values = curves.map(({ state }) => (state.history[task] ?? []).map((row) => row[term]))
  const total = Math.max(1, ...curves.map(({ state }) => state.run?.updates[task] ?? 0))
  const height = Math.max(3, rows - curves.length - 2)
  const [low, high] = range(values.flat())
  const drawn = values.map((one) =>
    braille(one, total, columns - SCALE - LETTERS - 1, height, [low, high]),
  )
  const scale = (i: number) => (i === 0 ? compact(high) : i === height - 1 ? compact(low) : '')
  const heightOf = (value: number) =>
    high === low ? height >> 1 : Math.round(((high - value) / (high - low)) * (height - 1))
  const endsAt = (i: number): Line =>
    curves.flatMap(({ letter }, j) => {
      const last = values[j]?.at(-1)
      return last !== undefined && heightOf(last) === i ? [span(letter, toneOf(j), true)] : []
    })
  const others = terms.filter((one) => one !== term).map((one) => termNames[one])
  return [
    rule(
      `${termNames[term]} of ${where}`,
      columns,
      others.length > 0 ? `t: ${others.join(', ')}` : '',
    ),
    ...Array.from(
      { length: height },
      (_, i): Line => [
        dim(`${padStart(scale(i), SCALE)} `),
        ...merged(drawn.map((lines) => lines[i] ?? '')),
        span(' '),
        ...endsAt(i),
      ],
    ),
    ...curves.map(({ letter, name }, i): Line => {
      const last = values[i]?.at(-1)
      return [
        span(`${' '.repeat(SCALE)} ${letter} `, toneOf(i), true),
        bold(padStart(last === undefined ? '–' : compact(last), 9)),
        span(`  ${clean(name)}`),
      ]
    }),
  ].map((line) => shortenLine(line, columns))
}

const toneOf = (i: number): Tone => TONES[i % TONES.length]!

/** Curves over each other; where several pass through one character its dots are all there, and it has no colour. */
function merged(rows: readonly string[]): Line {
  const width = Math.max(...rows.map((row) => row.length))
  const line: Line[number][] = []
  let [text, tone]: [string, Tone | undefined] = ['', undefined]
  for (let x = 0; x < width; x += 1) {
    const there = rows.flatMap((row, i) => (bitsAt(row, x) > 0 ? [i] : []))
    const bits = rows.reduce((all, row) => all | bitsAt(row, x), 0)
    const own = there.length === 1 ? toneOf(there[0]!) : undefined
    if (own !== tone && text !== '') {
      line.push(span(text, tone))
      text = ''
    }
    tone = own
    text += String.fromCharCode(0x2800 + bits)
  }
  return [...line, span(text, tone)]
}

const bitsAt = (row: string, x: number) => Math.max(0, (row.charCodeAt(x) || 0x2800) - 0x2800)
