/** The accuracy matrix as lines: legible without colour, the same on the live screen and in reports. */
import type { RunState } from '../journal/state.js'
import { meanOfKnown } from '../metrics/matrix.js'
import { isComplete, soFar } from '../metrics/results.js'
import { percent } from './format.js'
import { shortNames } from './names.js'
import {
  bold,
  clean,
  dim,
  type Line,
  padEnd,
  padStart,
  type Span,
  shorten,
  span,
  type Tone,
  widthOf,
} from './span.js'
import { table } from './table.js'

/** A smaller change than this, in points, counts as none. */
export const NOTICEABLE = 1

const NARROWEST_LABEL = 12

/** What the marks mean; stands above every matrix. */
export const matrixLegend = `▲ ▼ ${NOTICEABLE} point or more above/below zero-shot  [ ] just trained`

export interface MatrixWindow {
  readonly width: number
  /** Lines for the rows of tasks; the head and the zero-shot row come on top. */
  readonly rows: number
  /** What stays in sight when not everything fits. */
  readonly focus: number
  /** Moved by hand: rows down, columns to the right. */
  readonly down: number
  readonly right: number
}

type Matrix = Pick<RunState, 'zero_shot' | 'matrix' | 'seen' | 'seen_zero_shot'>

/** Width of the column of all classes seen, in a class-incremental matrix. */
const SEEN_WIDTH = 10

/** Head, zero-shot row, one row per task; class-incremental also the accuracy over all classes seen. */
export function matrixLines(
  tasks: readonly string[],
  results: Matrix,
  window?: MatrixWindow,
): Line[] {
  const { zero_shot, matrix, seen, seen_zero_shot } = results
  const width = (window?.width ?? Number.POSITIVE_INFINITY) - (seen === null ? 0 : SEEN_WIDTH)
  const { label, digits, stride, columns } = fitColumns(tasks, width, window)
  const rows = visible(tasks.length, window?.rows ?? tasks.length, window?.focus, window?.down)
  const names = rowNames(tasks, label)
  const short = shortNames(tasks, stride - 1)
  const line = (name: Span, first: Span, cells: readonly Span[]): Line => [
    { ...name, text: padEnd(name.text, label) },
    ...(seen === null ? [] : [{ ...first, text: padStart(first.text, SEEN_WIDTH) }]),
    ...cells.map((cell) => ({ ...cell, text: padStart(cell.text, stride) })),
  ]
  // Fewer classes compete while fewer are seen, so only the last row is like the one before training.
  const zero = (i: number, j: number) =>
    seen === null || i === matrix.length - 1 ? (zero_shot[j] ?? null) : null
  return [
    line(
      dim(more(columns, tasks.length)),
      bold('all seen '),
      columns.map((j) => bold(`${short[j] ?? ''} `)),
    ),
    line(
      bold('zero-shot'),
      span(`${percent(seen_zero_shot)} `),
      columns.map((j) => span(`${percent(zero_shot[j] ?? null, digits)} `)),
    ),
    ...rows.map((i) =>
      line(
        names[i]!,
        bold(`${percent(seen?.[i] ?? null)} `),
        columns.map((j) =>
          seen !== null && j > i
            ? span('')
            : cell(matrix[i]?.[j] ?? null, zero(i, j), i === j, digits),
        ),
      ),
    ),
  ]
}

/** The datasets that are only measured: a row before training and after every task. Nothing where there are none. */
export function alsoLines({ run, also_zero_shot, also_matrix }: RunState): Line[] {
  const names = run?.also_evaluate ?? []
  if (run === null || names.length === 0) return []
  const columns = [{ title: '' }, ...names.map((title) => ({ title, align: 'right' as const }))]
  const rows = [
    ['zero-shot', ...also_zero_shot.map((value) => percent(value))],
    ...also_matrix.map((row, i) => [rowTitle(run.tasks, i), ...row.map((value) => percent(value))]),
  ]
  return [
    [bold('Also measured, %'), dim('  in no metric')],
    ...table(columns, rows).map((line): Line => [span('  '), ...line]),
  ]
}

/** Which rows are another run's; nothing where there are none. */
export function adoptedLines({ run, adopted }: RunState): Line[] {
  if (run === null || adopted === null) return []
  const { from, task, fork } = adopted
  const tasks = task === 0 ? 'task 1' : `tasks 1 to ${task + 1}`
  const rows = fork
    ? `this is its fork; the rows up to “${rowTitle(run.tasks, task)}” are the same`
    : 'the two share their beginning'
  return [[dim(clean(`${tasks} trained in ${from}: ${rows}`))]]
}

/** Transfer, Avg and Last of what is measured so far. */
export function metricsLine(results: Matrix): Line {
  const { transfer, average, last } = soFar(results)
  const { seen, seen_zero_shot, zero_shot } = results
  const zero = seen === null ? meanOfKnown(zero_shot) : seen_zero_shot
  return [
    ...(seen === null ? named('Transfer', transfer) : []),
    ...named('Avg', average),
    ...named('Last', last),
    dim(`zero-shot ${percent(zero)}${isComplete(results) ? '' : '  (so far)'}`),
  ]
}

function named(name: string, value: number | null): Line {
  return [span(`${name} `), bold(percent(value)), span('   ')]
}

function cell(value: number | null, zero: number | null, trained: boolean, digits: number): Span {
  if (value === null) return dim(trained ? '[·]' : '· ')
  const change = zero === null ? 0 : value - zero
  const [mark, tone] = markOf(change)
  const number = value >= 99.95 ? '100' : percent(value, digits)
  return span(trained ? `[${number}${mark}]` : `${number}${mark} `, tone, trained)
}

function markOf(change: number): [mark: string, tone: Tone | undefined] {
  if (change >= NOTICEABLE) return ['▲', 'good']
  if (change <= -NOTICEABLE) return ['▼', 'bad']
  return [' ', undefined]
}

function rowTitle(tasks: readonly string[], task: number): string {
  return `after ${task + 1} ${tasks[task]}`
}

/** `after 3 letters` for all rows, or without `after` when that does not fit for all. */
function rowNames(tasks: readonly string[], width: number): Span[] {
  const full = tasks.map((_, i) => rowTitle(tasks, i))
  if (full.every((name) => widthOf(name) < width)) return full.map((name) => span(name))
  return tasks.map((name, i) => span(shorten(`${i + 1} ${name}`, width - 1)))
}

/** One decimal when that fits, else whole points, else as many columns as there is room for. */
function fitColumns(tasks: readonly string[], width: number, window?: MatrixWindow) {
  const all = tasks.map((_, i) => i)
  const longest = Math.max(0, ...tasks.map(widthOf))
  const full = Math.min(24, Math.max(10, ...tasks.map((_, i) => widthOf(rowTitle(tasks, i)) + 1)))
  for (const [digits, narrowest] of [[1, 7] as const, [0, 6] as const]) {
    const label = Math.min(full, width - narrowest * tasks.length)
    if (label < Math.min(full, NARROWEST_LABEL)) continue
    const room = Math.floor((width - label) / tasks.length)
    const stride = Math.min(room, Math.max(narrowest + 1, longest + 2))
    return { label, digits, stride, columns: all }
  }
  const label = Math.min(full, NARROWEST_LABEL)
  const shown = Math.max(1, Math.floor((width - label) / 7))
  const columns = visible(all.length, shown, window?.focus, window?.right)
  return { label, digits: 0, stride: 7, columns }
}

/** Which of `total` things to show when there is room for a few: around the focus, moved by hand. */
function visible(total: number, room: number, focus = 0, moved = 0): number[] {
  const shown = Math.min(total, Math.max(0, room))
  const around = Math.max(0, Math.min(focus - Math.floor(shown / 2), total - shown))
  const first = Math.max(0, Math.min(around + moved, total - shown))
  return Array.from({ length: shown }, (_, i) => first + i)
}

function more(columns: readonly number[], total: number): string {
  if (columns.length === total) return ''
  return `${(columns[0] ?? 0) + 1}–${(columns.at(-1) ?? 0) + 1} of ${total}`
}
