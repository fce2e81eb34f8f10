/** The loss terms of the task in progress, each with a curve and a scale of its own. */
import type { RunState, UpdateRow } from '../../journal/state.js'
import { compact } from '../format.js'
import { bold, dim, type Line, padStart, shortenLine, span, spread } from '../span.js'
import { shownTerms, type Term, termNames } from '../terms.js'
import { braille, range } from './braille.js'
import { rule } from './rule.js'

const SCALE = 7
const NARROWEST = 22
/** A curve below this many lines says little, so charts stand next to each other first. */
const COMFORTABLE = 7
const LOWEST = 3
const HIGHEST = 12

export interface Shown {
  /** One term alone; left out: all. */
  readonly term?: Term
  /** Of the updates that were done, the last of this share. */
  readonly share?: number
}

export function lossLines(
  state: RunState,
  width: number,
  height: number,
  { term, share = 1 }: Shown = {},
): Line[] {
  if (height < LOWEST) return []
  const task = shownTask(state)
  const all = state.history[task] ?? []
  const first = Math.floor(all.length * (1 - share))
  const rows = all.slice(first)
  const name = state.run?.tasks[task]
  const since = first === 0 ? '' : ` from update ${first + 1}`
  const title = name === undefined ? 'Loss' : `Loss of task ${task + 1}, ${name}${since}`
  if (rows.length === 0) return [rule(title, width), [dim('no update yet')]]
  const every = shownTerms(rows)
  const terms = term === undefined || !every.includes(term) ? every : [term]
  const most = terms.length === 1 ? height : HIGHEST
  const grid = gridFor(terms.length, width, height - 1, most)
  const shown = terms.slice(0, grid.across * grid.down)
  const bands = Array.from({ length: Math.ceil(shown.length / grid.across) }, (_, i) =>
    shown.slice(i * grid.across, (i + 1) * grid.across),
  )
  const total = first > 0 ? rows.length : (state.run?.updates[task] ?? rows.length)
  return [
    rule(title, width, alsoNote(terms.slice(shown.length), rows)),
    ...bands.flatMap((band) => sideBySide(band.map((term) => chart(term, rows, total, grid)))),
  ]
}

/** The terms without a chart, with their newest values. */
function alsoNote(terms: readonly Term[], rows: readonly UpdateRow[]): string {
  const values = terms.map((term) => `${termNames[term]} ${compact(rows.at(-1)?.[term] ?? 0)}`)
  return values.length === 0 ? '' : `also ${values.join(', ')}`
}

/** The task in progress, or the one before until it has its first update. */
function shownTask({ history, task }: RunState): number {
  for (let i = Math.max(0, task); i >= 0; i--) if ((history[i]?.length ?? 0) > 0) return i
  return Math.max(0, task)
}

interface Grid {
  readonly across: number
  readonly down: number
  /** Of one chart. */
  readonly width: number
  readonly height: number
}

/** As few columns of charts as leave them a comfortable height; perhaps not room for all. */
function gridFor(charts: number, width: number, height: number, most: number): Grid {
  const widest = Math.min(charts, Math.max(1, Math.floor((width + 2) / (NARROWEST + 2))))
  let columns = 1
  while (columns < widest && Math.ceil(charts / columns) * COMFORTABLE > height) columns++
  const down = Math.max(1, Math.min(Math.ceil(charts / columns), Math.floor(height / LOWEST)))
  const across = Math.min(columns, Math.ceil(charts / down))
  return {
    across,
    down,
    width: Math.floor((width - 2 * (across - 1)) / across),
    height: Math.min(Math.floor(height / down), most),
  }
}

function chart(
  term: Term,
  rows: readonly UpdateRow[],
  total: number,
  { width, height }: Grid,
): Line[] {
  const values = rows.map((row) => row[term])
  const [low, high] = range(values)
  const curve = braille(values, total, Math.max(1, width - SCALE - 1), height - 1)
  const scale = (i: number) =>
    i === 0 ? compact(high) : i === curve.length - 1 ? compact(low) : ''
  const head = spread([bold(termNames[term])], [bold(compact(values.at(-1) ?? 0))], width)
  return [
    head,
    ...curve.map((dots, i): Line => [dim(`${padStart(scale(i), SCALE)} `), span(dots, 'accent')]),
  ].map((line) => shortenLine(line, width))
}

function sideBySide(charts: readonly Line[][]): Line[] {
  const [first = []] = charts
  return first.map((_, i) =>
    charts.flatMap((lines, j) => [...(j > 0 ? [span('  ')] : []), ...(lines[i] ?? [])]),
  )
}
