/** Runs side by side: their numbers with the published row, what they differ in, and their matrices as differences. */
import type { LibraryRun } from '../../../../journal/library.js'
import { runMetrics } from '../../../../metrics/results.js'
import { percent, signed } from '../../../format.js'
import { shortNames } from '../../../names.js'
import {
  bold,
  clean,
  dim,
  type Line,
  padStart,
  shorten,
  shortenLine,
  span,
  widthOf,
  wrapped,
} from '../../../span.js'
import { table } from '../../../table.js'
import { rule, ruled } from '../../rule.js'
import type { Difference, PublishedRow } from '../feed.js'
import type { Size } from '../frame.js'

export interface Compared {
  readonly runs: readonly LibraryRun[]
  readonly published: readonly (PublishedRow | null)[]
  readonly differences: readonly Difference[]
}

/** At most so much of a value is shown: a list of learning rates is as long as its tasks. */
const VALUE = 24

export function compareLines(
  { runs, published, differences }: Compared,
  { columns }: Size,
): Line[] {
  const lines: Line[] = [
    ...protocolLines(runs, columns),
    ...numbers(runs, published, columns),
    [],
    rule('Settings that differ', columns),
    ...settings(runs, differences, columns),
  ]
  const [first, ...others] = runs
  for (const other of first === undefined ? [] : others)
    lines.push([], ...matrixDifference(first!, other, columns))
  return lines.map((line) => shortenLine(line, columns))
}

function protocolLines(runs: readonly LibraryRun[], columns: number): Line[] {
  const found = [...new Set(runs.map(({ summary }) => summary?.protocol ?? '?'))]
  if (found.length <= 1) return ruled('Top-1 accuracy, %', columns, clean(found.join()))
  const warning = `Different protocols, so the numbers do not compare: ${clean(found.join(', '))}`
  return [
    rule('Top-1 accuracy, %', columns),
    ...wrapped(warning, columns).map((line): Line => [span(line, 'warn', true)]),
  ]
}

/** Beside the names of the runs: their letter, four numbers and the gaps. */
const NUMBERS = 47

function numbers(
  runs: readonly LibraryRun[],
  published: readonly (PublishedRow | null)[],
  columns: number,
): Line[] {
  const name = Math.max(10, Math.min(40, columns - NUMBERS))
  const head = [
    { title: '' },
    { title: 'run' },
    ...['Transfer', 'Avg', 'Last', 'just trained'].map((title) => ({
      title,
      align: 'right' as const,
    })),
  ]
  const rows = runs.map(({ folder, summary }, i) => {
    const whole = summary === null ? null : runMetrics(summary)
    const cells = [summary?.transfer, summary?.average, summary?.last, whole?.just_trained]
    return [
      span(letter(i), 'accent', true),
      shorten(clean(folder.name), name),
      ...cells.map((value) => percent(value ?? null)),
    ]
  })
  const papers = published.flatMap((row, i) =>
    row === null
      ? []
      : [
          [
            dim(letter(i)),
            dim(shorten(`paper: ${row.method}`, name)),
            ...[row.transfer, row.average, row.last, null].map((value) => dim(percent(value))),
          ],
        ],
  )
  const once = papers.filter(
    (row, i) => papers.findIndex((other) => other[1]?.text === row[1]?.text) === i,
  )
  return table(head, [...rows, ...once])
}

export const letter = (i: number) => String.fromCharCode(65 + i)

/** A column per run; where they do not fit beside each other, a line per run below each setting. */
function settings(
  runs: readonly LibraryRun[],
  differences: readonly Difference[],
  columns: number,
): Line[] {
  if (runs.length < 2) return [[dim('Mark more runs with Space to see their differences.')]]
  if (differences.length === 0) return [[dim('none but name and seed')]]
  const head = [{ title: 'setting' }, ...runs.map((_, i) => ({ title: letter(i) }))]
  const beside = table(
    head,
    differences.map(({ path, values }) => [
      path,
      ...values.map((value) => shorten(clean(value), VALUE)),
    ]),
  )
  if (beside.every((line) => widthOf(line) <= columns)) return beside
  return differences.flatMap(({ path, values }): Line[] => [
    [span(path)],
    ...values.flatMap((value, i) =>
      wrapped(clean(value) || '(none)', columns - 6).map(
        (line, j): Line => [
          span(j === 0 ? `  ${letter(i)}  ` : '     ', 'accent', true),
          span(shorten(line.trim(), columns - 5)),
        ],
      ),
    ),
  ])
}

/** The second minus the first, cell by cell, where both are measured on the same tasks. */
function matrixDifference(first: LibraryRun, other: LibraryRun, columns: number): Line[] {
  const [a, b] = [first.summary, other.summary]
  const title = rule(
    `${clean(other.folder.name)} minus ${clean(first.folder.name)}, points`,
    columns,
  )
  if (a === null || b === null || a.tasks.join() !== b.tasks.join())
    return [title, [dim('other tasks, or not read')]]
  const width = 8
  const label = Math.min(20, Math.max(10, ...a.tasks.map((name) => name.length + 9)))
  const shown = a.tasks.slice(0, Math.max(1, Math.floor((columns - label) / width)))
  const short = shortNames(a.tasks, width - 1)
  const cut = a.tasks.length > shown.length ? `  … ${a.tasks.length - shown.length} more` : ''
  return [
    title,
    [
      span(' '.repeat(label)),
      ...shown.map((_, j) => bold(padStart(short[j] ?? '', width))),
      dim(cut),
    ],
    ...a.tasks.map(
      (name, i): Line => [
        span(shorten(`after ${i + 1} ${clean(name)}`, label - 1).padEnd(label)),
        ...shown.map((__, j) => {
          const [x, y] = [a.matrix[i]?.[j] ?? null, b.matrix[i]?.[j] ?? null]
          if (x === null || y === null) return dim(padStart('·', width))
          const change = y - x
          const tone = change >= 1 ? 'good' : change <= -1 ? 'bad' : undefined
          return span(padStart(signed(change), width), tone)
        }),
      ],
    ),
  ]
}
