/** The parts of a sweep's screen as lines: pure functions of a snapshot. */
import type { RunState } from '../../journal/state.js'
import { shareDone } from '../../metrics/estimate.js'
import { type RunMetrics, runMetrics } from '../../metrics/results.js'
import { spread as spreadOf } from '../../metrics/seeds.js'
import { clock, compact, count, percent, plural, rate, roughly } from '../format.js'
import {
  bold,
  clean,
  dim,
  type Line,
  padEnd,
  shortenStart,
  span,
  spread,
  type Tone,
  widthOf,
} from '../span.js'
import { type Column, table } from '../table.js'
import { shownTerms, termNames } from '../terms.js'
import { barOf } from './bar.js'
import { braille } from './braille.js'
import { rule } from './rule.js'
import type { ScreenState } from './screen-state.js'
import type { SweepSnapshot, SweepTrial, TrialStatus } from './sweep-feed.js'

const tones: Readonly<Record<TrialStatus, Tone>> = {
  running: 'accent',
  elsewhere: 'accent',
  waiting: 'dim',
  finished: 'good',
  failed: 'bad',
  interrupted: 'warn',
}
const marks: Readonly<Record<TrialStatus, string>> = {
  running: '▶',
  elsewhere: '▷',
  waiting: '·',
  finished: '✓',
  failed: '✗',
  interrupted: '■',
}
const MOST_BEST = 5
const MOST_FAILED = 3
const LINES_PER_RUNNING = 2

export function sweepLines(
  snapshot: SweepSnapshot,
  columns: number,
  rows: number,
  screen: ScreenState,
): Line[] {
  const head = headLines(snapshot, columns)
  let left = rows - head.length
  const section = (lines: readonly Line[]): Line[] => {
    if (lines.length < 2 || lines.length > left) return []
    left -= lines.length
    return [...lines]
  }
  const failed = section(failedLines(snapshot, columns))
  const running = section(runningLines(snapshot, columns, left))
  const best = section(bestLines(snapshot, columns))
  const list = section(listLines(snapshot, columns, left, screen))
  return [...head, ...failed, ...running, ...best, ...list]
}

function headLines(snapshot: SweepSnapshot, columns: number): Line[] {
  const { name, trials, open_seconds, done } = snapshot
  const of = (status: TrialStatus) => trials.filter((trial) => trial.status === status).length
  const counts = (['running', 'elsewhere', 'finished', 'failed', 'interrupted', 'waiting'] as const)
    .map((status) => [status, of(status)] as const)
    .filter(([status, n]) => n > 0 || status === 'running')
    .flatMap(([status, n]) => [dim(' · '), span(`${n} ${status}`, tones[status])])
  const share = trials.length === 0 ? 1 : done / trials.length
  const time = timeLeft(snapshot)
  const numbers = `${Math.floor(100 * share)} %${time === null ? '' : `, about ${roughly(time)} left`}`
  const length = Math.max(4, columns - 34)
  return [
    spread([bold('zscl sweep '), span(name, 'accent', true)], [dim(clock(open_seconds))], columns),
    [span(plural(trials.length, 'trial')), ...counts],
    [...barOf(share, length), span(` ${numbers}`)],
  ]
}

/** From the work done since the screen was opened; null before there is something to go by. */
export function timeLeft({
  trials,
  open_seconds,
  done,
  done_before,
}: SweepSnapshot): number | null {
  const since = done - done_before
  return since < 0.3 || open_seconds === 0 ? null : (open_seconds * (trials.length - done)) / since
}

function failedLines({ trials }: SweepSnapshot, columns: number): Line[] {
  const failed = trials.filter(({ status }) => status === 'failed')
  if (failed.length === 0) return []
  const more = failed.length > MOST_FAILED ? `${failed.length - MOST_FAILED} more below` : ''
  return [
    rule('Failed', columns, more),
    ...failed
      .slice(-MOST_FAILED)
      .map(
        ({ label, error }): Line => [
          span(`${label}: `, 'bad', true),
          span(clean(error ?? 'failed'), 'bad'),
        ],
      ),
  ]
}

function runningLines({ trials }: SweepSnapshot, columns: number, room: number): Line[] {
  const running = trials.filter(({ status }) => status === 'running')
  const shown = running.slice(0, Math.max(0, Math.floor((room - 1) / LINES_PER_RUNNING)))
  if (shown.length === 0) return []
  const hidden = running.length - shown.length
  return [
    rule('Running', columns, hidden > 0 ? `${hidden} more` : ''),
    ...shown.flatMap((trial) => runningTrial(trial, columns)),
  ]
}

function runningTrial({ label, state }: SweepTrial, columns: number): Line[] {
  const name = Math.min(widthOf(label), Math.floor(columns * 0.5))
  const title = span(padEnd(shortenStart(label, name), name), 'accent')
  if (state === null || state.run === null)
    return [[title, dim('  starting')], [dim('  no update yet')]]
  const share = shareDone(state)
  const bar = barOf(share, Math.max(4, Math.min(20, columns - name - 34)))
  const task = `${Math.max(0, state.task) + 1}/${state.run.tasks.length} ${state.run.tasks[Math.max(0, state.task)]}`
  return [
    [title, span('  '), ...bar, span(` ${Math.floor(100 * share)} %  task ${task}`)],
    lossLine(state, columns),
  ]
}

/** The losses of the newest update, and the curve of the total. */
function lossLine(state: RunState, columns: number): Line {
  const task = Math.max(0, state.task)
  const rows = state.history[task] ?? []
  const newest = rows.at(-1)
  if (newest === undefined) return [dim('  no update yet')]
  const planned = state.run?.updates[task] ?? rows.length
  const updates = `${count(rows.length)}/${count(planned)}`
  const pace = state.updates_per_second === null ? '' : ` · ${rate(state.updates_per_second)}/s`
  const terms = shownTerms(rows).map((term) => `${termNames[term]} ${compact(newest[term])}`)
  const text = `  ${updates}${pace} · ${terms.join(', ')} `
  const width = Math.min(40, columns - widthOf(text) - 1)
  if (width < 8) return [span(text)]
  const curve = braille(
    rows.map((row) => row.total),
    planned,
    width,
    1,
  )
  return [span(text), span(curve[0] ?? '', 'accent')]
}

const bestColumns: readonly Column[] = [
  { title: 'Best so far, by Avg' },
  { title: 'seeds', align: 'right' },
  ...['Transfer', 'Avg', 'Last'].map((title) => ({ title, align: 'right' as const })),
]

/** Settings by the mean of Avg over their finished trials. */
function bestLines({ trials }: SweepSnapshot, columns: number): Line[] {
  const done = trials.filter(({ status, state }) => status === 'finished' && state !== null)
  const settings = [...Map.groupBy(done, ({ setting }) => setting)].map(([setting, members]) => {
    const metrics = members.map(({ state }) => runMetrics(state!))
    const mean = (key: keyof RunMetrics) => spreadOf(metrics.map((one) => one[key]))?.mean ?? null
    const numbers = [mean('transfer'), mean('average'), mean('last')] as const
    return { setting, seeds: members.length, numbers }
  })
  const order = settings.toSorted((a, b) => (b.numbers[1] ?? -1) - (a.numbers[1] ?? -1))
  if (order.length === 0) return []
  const width = Math.max(12, columns - 40)
  return table(
    bestColumns,
    order
      .slice(0, MOST_BEST)
      .map(({ setting, seeds, numbers }) => [
        shortenStart(setting, width),
        String(seeds),
        ...numbers.map((value) => percent(value)),
      ]),
  )
}

/** All trials, moved by hand where they do not fit. */
function listLines(
  { trials }: SweepSnapshot,
  columns: number,
  room: number,
  screen: ScreenState,
): Line[] {
  const shown = Math.min(trials.length, room - 1)
  if (shown < 1) return []
  const first = Math.max(0, Math.min(screen.down, trials.length - shown))
  const note =
    shown < trials.length ? `${first + 1}–${first + shown} of ${trials.length}, arrows` : ''
  return [
    rule('Trials', columns, note),
    ...trials.slice(first, first + shown).map(({ label, status, state, error }): Line => {
      const numbers = status === 'finished' && state !== null ? numbersOf(state) : ''
      const end = error === null ? numbers : clean(error)
      return [span(`${marks[status]} ${label}  `, tones[status]), dim(end)]
    }),
  ]
}

function numbersOf(state: RunState): string {
  const { transfer, average, last } = runMetrics(state)
  const before = transfer === null ? '' : `Transfer ${percent(transfer)}  `
  return `${before}Avg ${percent(average)}  Last ${percent(last)}`
}
