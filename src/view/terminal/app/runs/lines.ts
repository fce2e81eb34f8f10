/** The list of runs as lines: pure functions of what is known and what a person did. */
import type { LibraryRun } from '../../../../journal/library.js'
import type { RunSummary } from '../../../../journal/summary.js'
import { matrixLines, metricsLine } from '../../../accuracy.js'
import { localTime, percent, rate, roughly } from '../../../format.js'
import {
  bold,
  clean,
  dim,
  type Line,
  padEnd,
  padStart,
  shorten,
  shortenLine,
  span,
  spread,
  type Tone,
  widthOf,
} from '../../../span.js'
import { barOf } from '../../bar.js'
import type { RunsState } from './state.js'
import { sweepPreview } from './sweeps.js'

/** Names and what else may be searched for. */
export function matching(runs: readonly LibraryRun[], filter: string): readonly LibraryRun[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return runs
  return runs.filter((run) => {
    const { summary, folder, sweep } = run
    const facts = [folder.name, sweep, summary?.recipe, summary?.benchmark, markOf(run).name]
    const text = facts.join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** What a run is doing, as a sign and a word: colour is never the only one. */
export function markOf({ summary, isLive, isQueued, trials }: LibraryRun): {
  readonly sign: string
  readonly name: string
  readonly tone: Tone
} {
  if (summary === null) return { sign: '?', name: 'unreadable', tone: 'bad' }
  if (trials !== undefined)
    return { sign: '▦', name: isLive ? 'running' : 'sweep', tone: isLive ? 'accent' : 'good' }
  if (isLive && summary.status === 'paused') return { sign: '‖', name: 'paused', tone: 'warn' }
  if (isLive) return { sign: '▶', name: 'running', tone: 'accent' }
  if (summary.status === 'finished') return { sign: '✓', name: 'finished', tone: 'good' }
  if (isQueued) return { sign: '…', name: 'queued', tone: 'dim' }
  if (summary.status === 'failed') return { sign: '✗', name: 'failed', tone: 'bad' }
  return { sign: '◦', name: 'interrupted', tone: 'warn' }
}

/** @param gpus what they do, in words; '' where there are none */
export function headLine(
  runs: readonly LibraryRun[],
  unread: number,
  width: number,
  gpus = '',
): Line {
  const counts = new Map<string, number>()
  for (const run of runs) {
    const { name } = markOf(run)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const parts = ['running', 'paused', 'queued', 'finished', 'failed', 'interrupted', 'unreadable']
    .map((name) => [counts.get(name) ?? 0, name] as const)
    .filter(([number]) => number > 0)
    .map(([number, name]) => `${number} ${name}`)
  const reading = unread > 0 ? [`reading ${unread} more …`] : []
  return spread(
    [bold('zscl')],
    [dim([...parts, ...reading, gpus].filter(Boolean).join(' · '))],
    width,
  )
}

interface Widths {
  readonly name: number
  readonly recipe: number
  readonly benchmark: number
  readonly bar: number
  readonly when: boolean
}

/** What is least needed goes first where there is no room. */
function widthsFor(width: number, runs: readonly LibraryRun[]): Widths {
  const longest = (of: (run: LibraryRun) => string, most: number, title: string) =>
    Math.min(most, Math.max(widthOf(title), ...runs.map((run) => widthOf(of(run)))))
  const recipe = width >= 76 ? longest(({ summary }) => summary?.recipe ?? '', 17, 'recipe') : 0
  const benchmark =
    width >= 92 ? longest(({ summary }) => summary?.benchmark ?? '', 18, 'benchmark') : 0
  const bar = width >= 110 ? 10 : 0
  const when = width >= 100
  const rest = 4 + 8 + (recipe && recipe + 2) + (benchmark && benchmark + 2) + (bar && bar + 1)
  const room = width - rest - 3 * 8 - (when ? 18 : 0)
  return {
    name: Math.max(8, Math.min(room, longest(nameOf, 60, 'run'))),
    recipe,
    benchmark,
    bar,
    when,
  }
}

const nameOf = ({ folder, sweep }: LibraryRun) =>
  clean(sweep === '' ? folder.name : `${sweep}/${folder.name}`)

/** Head and rows, `height` lines at most, around the chosen run. */
export function listLines(
  runs: readonly LibraryRun[],
  state: RunsState,
  width: number,
  height: number,
): Line[] {
  if (runs.length === 0) return emptyLines(state).map((line) => shortenLine(line, width))
  const at = Math.max(
    0,
    runs.findIndex(({ folder }) => folder.path === state.chosen),
  )
  const room = Math.max(1, height - 1)
  const first = Math.max(0, Math.min(at - Math.floor(room / 2), runs.length - room))
  const shown = runs.slice(first, first + room)
  const widths = widthsFor(width, shown)
  const head: Line = [bold(`    ${row(titles, widths)}`)]
  return [
    shortenLine(head, width),
    ...shown.map((run, i) => runLine(run, widths, state, first + i === at, width)),
  ]
}

type Cells = Readonly<
  Record<
    'name' | 'recipe' | 'benchmark' | 'progress' | 'transfer' | 'average' | 'last' | 'when',
    string
  >
>

const titles: Cells = {
  name: 'run',
  recipe: 'recipe',
  benchmark: 'benchmark',
  progress: 'tasks',
  transfer: 'Transf.',
  average: 'Avg',
  last: 'Last',
  when: 'last event',
}

function row(cells: Cells, widths: Widths): string {
  const columns = [
    padEnd(shorten(cells.name, widths.name), widths.name),
    ...(widths.recipe ? [padEnd(shorten(cells.recipe, widths.recipe), widths.recipe)] : []),
    ...(widths.benchmark
      ? [padEnd(shorten(cells.benchmark, widths.benchmark), widths.benchmark)]
      : []),
  ].join('  ')
  const bar = widths.bar ? ' '.repeat(widths.bar + 1) : ''
  const numbers = [cells.transfer, cells.average, cells.last]
    .map((text) => padStart(text, 8))
    .join('')
  return `${columns} ${padStart(cells.progress, 6)} ${bar}${numbers}${widths.when ? `  ${cells.when}` : ''}`
}

function runLine(
  run: LibraryRun,
  widths: Widths,
  state: RunsState,
  isChosen: boolean,
  width: number,
): Line {
  const { sign, tone, name } = markOf(run)
  const isMarked = state.marked.includes(run.folder.path)
  const lead = [
    span(isChosen ? '›' : ' ', 'accent', true),
    span(isMarked ? '●' : ' ', 'accent'),
    span(`${sign} `, tone),
  ]
  const { summary } = run
  if (summary === null)
    return shortenLine(
      [
        ...lead,
        span(`${padEnd(shorten(nameOf(run), widths.name), widths.name)} ${clean(run.problem)}`),
      ],
      width,
    )
  const isOver = name === 'failed' || name === 'interrupted'
  const cells: Cells = {
    name: nameOf(run),
    recipe: clean(summary.recipe),
    benchmark: clean(summary.benchmark),
    progress: `${summary.tasks_measured}/${summary.tasks.length}`,
    transfer: percent(summary.transfer),
    average: percent(summary.average),
    last: percent(summary.last),
    when: `${run.isLive ? 'now' : summary.updated_at ? localTime(summary.updated_at).slice(0, 16) : ''}${isOver && summary.error ? ` ${clean(summary.error)}` : ''}`,
  }
  const text = row(cells, widths)
  if (widths.bar === 0)
    return shortenLine([...lead, { ...span(text), ...(isChosen && { bold: true }) }], width)
  const at = widthOf(text) - 3 * 8 - (widths.when ? widthOf(cells.when) + 2 : 0) - widths.bar
  return shortenLine(
    [
      ...lead,
      { ...span(text.slice(0, at)), ...(isChosen && { bold: true }) },
      ...barOf(summary.share, widths.bar),
      span(text.slice(at + widths.bar)),
    ],
    width,
  )
}

function emptyLines({ filter }: RunsState): Line[] {
  if (filter !== '') return [[dim(`No run matches “${clean(filter)}”. Esc shows all again.`)]]
  return [
    [dim('No runs yet.')],
    [],
    [bold('n'), span('  begins one on the built-in benchmark or on your own images')],
    [span('   (or in a shell: zscl demo)')],
  ]
}

/** What a running run does, how fast, and how long it still takes. */
function progressOf({
  tasks,
  task,
  share,
  updates_per_second: pace,
  seconds_left: left,
}: RunSummary): string {
  const at = tasks[task]
  const parts = [
    at === undefined ? '' : `task ${task + 1} ${at}`,
    `${Math.floor(100 * share)} %`,
    pace === null ? '' : `${rate(pace)} updates/s`,
    left === null ? '' : `about ${roughly(left)} left`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** The chosen run below the list: its facts and as much of its matrix as there is room for. */
export function previewLines(run: LibraryRun | undefined, width: number, height: number): Line[] {
  if (run === undefined || height < 2) return []
  const { summary } = run
  if (summary === null)
    return [[span(clean(run.problem), 'bad')]].map((line) => shortenLine(line, width))
  if (run.trials !== undefined) return sweepPreview(run, width)
  const { fork } = summary
  const origin = fork === null ? '' : `fork of ${fork.from} after ${fork.task + 1}`
  const goes = run.isLive ? progressOf(summary) : ''
  const facts = [
    goes,
    origin,
    summary.model,
    summary.protocol,
    summary.device,
    `seed ${summary.seed}`,
    summary.error === null ? '' : `✗ ${summary.error}`,
  ]
  const head: Line = [bold(`${nameOf(run)}  `), span(facts.filter(Boolean).map(clean).join(' · '))]
  const room = height - 2
  const isMatrix = room >= 3 && summary.tasks.length > 0
  const matrix = isMatrix
    ? matrixLines(summary.tasks, summary, {
        width,
        rows: Math.max(1, room - 2),
        focus: Math.max(0, summary.task),
        down: 0,
        right: 0,
      }).slice(0, room)
    : []
  return [head, ...matrix, metricsLine(summary)]
    .slice(0, height)
    .map((line) => shortenLine(line, width))
}
