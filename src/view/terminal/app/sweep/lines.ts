/** A sweep as a heat map of any two of its axes; pure functions of its trials. */
import { type Spread, spread as spreadOf } from '../../../../metrics/seeds.js'
import { percent } from '../../../format.js'
import {
  bold,
  clean,
  dim,
  type Line,
  padEnd,
  padStart,
  type Span,
  shorten,
  shortenLine,
  span,
  spread,
  widthOf,
} from '../../../span.js'
import { ruled } from '../../rule.js'
import type { MetricName, SweepTrialRow, SweepView } from '../feed.js'
import type { Size } from '../frame.js'
import type { SweepState } from './state.js'

const TITLES: Readonly<Record<MetricName, string>> = {
  transfer: 'Transfer',
  average: 'Avg',
  last: 'Last',
}
const WIDTH = 11
const LABEL = 18
const HEAT = '▁▂▃▄▅▆▇█'

interface Cell {
  readonly trials: readonly SweepTrialRow[]
  /** Of the finished trials; null where none is. */
  readonly value: Spread | null
}

/** The trials of a cell: those with its values on both axes, whatever the others are. */
export function trialsAt(
  view: SweepView,
  { down, across }: Pick<SweepState, 'down' | 'across'>,
  row: number,
  column: number,
): readonly SweepTrialRow[] {
  const wanted = [
    [view.axes[down], row],
    [view.axes[across], column],
  ] as const
  return view.trials.filter(({ values }) =>
    wanted.every(([axis, i]) => axis === undefined || values[axis.key] === axis.values[i]),
  )
}

export function sweepScreenLines(view: SweepView, state: SweepState, size: Size): Line[] {
  const { columns, rows } = size
  const down = view.axes[state.down]
  const across = view.axes[state.across]
  if (down === undefined) return [headOf(view, columns), [dim('no axis has more than one value')]]
  const all = down.values.map((_, row) =>
    (across?.values ?? ['']).map((__, column) => cellOf(view, state, row, column)),
  )
  const known = all.flat().flatMap(({ value }) => (value === null ? [] : [value]))
  const best = known.reduce<Spread | null>((a, b) => (a === null || b.mean > a.mean ? b : a), null)
  const label = Math.min(LABEL, Math.max(...[down.label, ...down.values].map(widthOf)) + 2)
  const room = Math.max(1, Math.floor((columns - label) / WIDTH))
  const width = across?.values.length ?? 1
  const first = Math.max(0, Math.min(state.column - Math.floor(room / 2), width - room))
  const shown = Array.from({ length: Math.min(room, width) }, (_, i) => first + i)
  const head = ruled(`${TITLES[state.metric]}, %`, columns, legend(view, state))
  const height = Math.max(1, rows - 8 - head.length)
  const top = Math.max(0, Math.min(state.row - Math.floor(height / 2), all.length - height))
  return [
    headOf(view, columns),
    [],
    ...head,
    axisLine(across?.label ?? '', label, shown.length * WIDTH, width - shown.length),
    [
      span(padEnd(shorten(down.label, label - 1), label), 'accent'),
      ...shown.map((column) =>
        bold(padStart(shorten(clean(across?.values[column] ?? ''), WIDTH - 2), WIDTH)),
      ),
    ],
    ...all.slice(top, top + height).map((line, i): Line => {
      const row = top + i
      return [
        bold(padEnd(shorten(clean(down.values[row] ?? ''), label - 1), label)),
        ...shown.map((column) =>
          shownCell(line[column]!, known, best, row === state.row && column === state.column),
        ),
      ]
    }),
    ...(all.length > height ? [[dim(`rows ${top + 1} to ${top + height} of ${all.length}`)]] : []),
    [],
    ...chosenLines(view, state, all[state.row]?.[state.column]),
  ].map((line) => shortenLine(line, columns))
}

/** Where the best finished cell of the two axes is; null while none is finished. */
export function bestCell(
  view: SweepView,
  state: SweepState,
): { readonly row: number; readonly column: number } | null {
  const cells = (view.axes[state.down]?.values ?? []).flatMap((_, row) =>
    (view.axes[state.across]?.values ?? ['']).flatMap((__, column) => {
      const { value } = cellOf(view, state, row, column)
      return value === null ? [] : [{ row, column, mean: value.mean }]
    }),
  )
  return cells.reduce<(typeof cells)[number] | null>(
    (best, cell) => (best === null || cell.mean > best.mean ? cell : best),
    null,
  )
}

/** Of several trials in a cell the best finished one, else one that has begun. */
export function bestTrial(
  trials: readonly SweepTrialRow[],
  metric: MetricName,
): SweepTrialRow | undefined {
  const worth = ({ run }: SweepTrialRow) =>
    run?.summary?.status === 'finished' ? (run.summary[metric] ?? 0) : -1
  return trials.filter(({ run }) => run !== null).toSorted((a, b) => worth(b) - worth(a))[0]
}

function cellOf(view: SweepView, state: SweepState, row: number, column: number): Cell {
  const trials = trialsAt(view, state, row, column)
  const values = trials.flatMap(({ run }) =>
    run?.summary?.status === 'finished' ? [run.summary[state.metric]] : [],
  )
  const value = spreadOf(values)
  // What other settings change is no spread.
  const isOfSeeds = hiddenAxes(view, state).every(({ key }) => key === 'seed')
  return { trials, value: value && { ...value, deviation: isOfSeeds ? value.deviation : null } }
}

/** Height says how good, a star the best, a tilde what its seeds do not tell apart from it. */
function shownCell(
  { trials, value }: Cell,
  known: readonly Spread[],
  best: Spread | null,
  isChosen: boolean,
): Span {
  const frame = (text: string) => padStart(isChosen ? `[${text}]` : `${text} `, WIDTH)
  if (value === null) {
    const running = trials.some(({ run }) => run?.isLive)
    const failed = trials.some(({ run }) => run?.summary?.status === 'failed')
    const mark = trials.length === 0 ? ' ' : failed ? '✗' : running ? '▶' : '·'
    return span(frame(mark), isChosen ? 'accent' : failed ? 'bad' : 'dim', isChosen)
  }
  const means = known.map(({ mean }) => mean)
  const [low, high] = [Math.min(...means), Math.max(...means)]
  const share = high === low ? 1 : (value.mean - low) / (high - low)
  const bar = HEAT[Math.round(share * (HEAT.length - 1))]!
  const isBest = best !== null && value.mean === best.mean
  const isLevel = best !== null && value.mean >= best.mean - (best.deviation ?? 0)
  const mark = isBest ? '*' : isLevel ? '~' : ' '
  const tone = isBest ? 'good' : isLevel ? 'accent' : undefined
  return span(frame(`${bar} ${percent(value.mean)}${mark}`), tone, isChosen || isBest)
}

function headOf({ name, trials, problem }: SweepView, columns: number): Line {
  if (problem !== '') return [bold(clean(name)), span(`  ${clean(problem)}`, 'bad')]
  const count = (holds: (row: SweepTrialRow) => boolean) => trials.filter(holds).length
  const finished = count(({ run }) => run?.summary?.status === 'finished')
  const running = count(({ run }) => run?.isLive ?? false)
  const failed = count(({ run }) => run?.summary?.status === 'failed' && !run.isLive)
  const parts = [
    `${finished} of ${trials.length} finished`,
    ...(running > 0 ? [`${running} running`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  return spread([bold(clean(name))], [dim(parts.join(' · '))], columns)
}

/** Those that a cell takes the mean over. */
function hiddenAxes({ axes }: SweepView, { down, across }: SweepState) {
  return axes.filter((axis, i) => i !== down && i !== across && axis.values.length > 1)
}

function legend(view: SweepView, state: SweepState): string {
  const others = hiddenAxes(view, state)
  const mean = others.length > 0 ? `mean over ${others.map(({ label }) => label).join(', ')}  ` : ''
  return `${mean}* best  ~ within its spread`
}

function axisLine(label: string, indent: number, width: number, hidden: number): Line {
  if (label === '') return []
  const more = hidden > 0 ? `  (${hidden} more)` : ''
  return [span(padStart(`${clean(label)} →${more}`, indent + width), 'accent')]
}

function chosenLines(view: SweepView, state: SweepState, cell: Cell | undefined): Line[] {
  if (cell === undefined || cell.trials.length === 0) return [[dim('no trial has these values')]]
  const words = [view.axes[state.down], view.axes[state.across]].flatMap((axis) =>
    axis === undefined ? [] : [`${axis.label} ${cell.trials[0]!.values[axis.key]}`],
  )
  const { value, trials } = cell
  const done = trials.filter(({ run }) => run?.summary?.status === 'finished').length
  const number =
    value === null
      ? 'nothing finished'
      : `${percent(value.mean)}${value.deviation === null ? '' : ` ± ${percent(value.deviation)}`}`
  return [
    [
      bold(clean(words.join(' · '))),
      span(`  ${number}`),
      dim(`  ${done} of ${trials.length} trials`),
    ],
  ]
}
