/** The parts of the live screen as lines: pure functions of a snapshot. */
import type { RunStarted } from '../../journal/events.js'
import type { RunState } from '../../journal/state.js'
import { secondsLeft, shareDone, workSeconds } from '../../metrics/estimate.js'
import { matrixLegend, matrixLines, metricsLine } from '../accuracy.js'
import { clock, count, mebibytes, plural, rate, roughly } from '../format.js'
import { bold, clean, dim, type Line, padEnd, shorten, span, spread, widthOf } from '../span.js'
import { statusTones } from '../text/run.js'
import { barOf } from './bar.js'
import type { LiveProgress, Snapshot } from './feed.js'
import { attachedKeyHelp, keyHelp } from './keys.js'
import type { Layout } from './layout.js'
import { rule } from './rule.js'
import type { ScreenState } from './screen-state.js'

export function headerLines({ state, open_seconds }: Snapshot, layout: Layout): Line[] {
  const { run, worker } = state
  // How long this screen has been open says nothing of a run that has ended.
  const time = isActive(state) ? clock(open_seconds) : `${clock(workSeconds(state))} of work`
  const right = [span(state.status, statusTones[state.status], true), dim(`  ${time}`)]
  if (run === null) return [spread([bold('zscl')], right, layout.columns)]
  const device = worker ? [`${worker.device} ${worker.precision}`] : []
  const facts = [
    `recipe ${run.recipe}`,
    `${run.benchmark} (${run.protocol})`,
    run.model,
    ...device,
    `seed ${run.seed}`,
  ].join(' · ')
  const name = [bold('zscl '), span(run.name, 'accent', true)]
  return layout.header === 1
    ? [spread(name, right, layout.columns)]
    : [spread(name, right, layout.columns), [span(facts)]]
}

export function progressLines(snapshot: Snapshot, layout: Layout): Line[] {
  const { run } = snapshot.state
  if (run === null) return [[dim('waiting for the run to start')]]
  const whole = wholeBar(snapshot, layout)
  return layout.progress === 1 ? [whole] : [taskBar(snapshot.state, run, layout), whole]
}

function taskBar({ task, updates_done }: RunState, run: RunStarted, layout: Layout): Line {
  const planned = run.updates[task] ?? 0
  const done = updates_done[task] ?? 0
  const number = isNarrow(layout)
    ? `${task + 1}/${run.tasks.length}`
    : `task ${task + 1} of ${run.tasks.length}:`
  const name = task < 0 ? 'before task 1' : `${number} ${run.tasks[task]}`
  const numbers = `${count(done)}/${count(planned)}${isNarrow(layout) ? '' : ' updates'}`
  return bar(name, planned > 0 ? done / planned : 0, planned > 0 ? numbers : '', layout)
}

function wholeBar({ state, pace }: Snapshot, layout: Layout): Line {
  const left = isActive(state) ? secondsLeft(state, pace) : null
  const share = shareDone(state)
  const time =
    left === null ? '' : isNarrow(layout) ? `, ${roughly(left)}` : `, about ${roughly(left)} left`
  return bar('whole run', share, `${Math.floor(100 * share)} %${time}`, layout)
}

function isNarrow({ columns }: Layout): boolean {
  return columns < 60
}

/** Name, bar and numbers; all bars of a screen have the same length. */
function bar(name: string, share: number, numbers: string, { columns }: Layout): Line {
  const label = Math.min(30, Math.floor(columns * 0.3))
  const tail = Math.min(32, Math.floor(columns * 0.4))
  const length = Math.max(4, columns - label - tail - 2)
  return [
    span(padEnd(shorten(name, label), label + 1)),
    ...barOf(share, length),
    span(` ${shorten(numbers, tail)}`),
  ]
}

export function matrixPanel({ state }: Snapshot, layout: Layout, screen: ScreenState): Line[] {
  const { run } = state
  const { height, width, title, metrics, tasks } = layout.matrix
  if (run === null || height < 3) return []
  const window = {
    width,
    rows: tasks,
    focus: Math.max(0, state.task),
    down: screen.down,
    right: screen.right,
  }
  const hidden = run.tasks.length - tasks
  const name = hidden > 0 ? `Accuracy, % (${tasks} of ${run.tasks.length} rows)` : 'Accuracy, %'
  return [
    ...(title ? [rule(name, width, matrixLegend)] : []),
    ...matrixLines(run.tasks, state, window),
    ...(metrics ? [metricsLine(state)] : []),
  ].slice(0, height)
}

export function statusLine({ state, progress }: Snapshot): Line {
  const device = progress?.device_memory_mib || state.device_memory_mib
  const memory = progress?.memory_mib || state.memory_mib
  const parts = [
    section(state, progress),
    ...(state.updates_per_second === null ? [] : [`${rate(state.updates_per_second)} updates/s`]),
    ...(state.images_per_second === null ? [] : [`${rate(state.images_per_second)} images/s`]),
    ...(memory > 0 ? [`memory ${mebibytes(memory)}`] : []),
    ...(device > 0 ? [`on device ${mebibytes(device)}`] : []),
  ]
  return [
    bold(parts[0] ?? ''),
    span(
      parts
        .slice(1)
        .map((part) => ` · ${part}`)
        .join(''),
    ),
  ]
}

const sectionNames: Readonly<Record<LiveProgress['section'], string>> = {
  idle: 'between steps',
  'set-up': 'setting up',
  train: 'training',
  evaluate: 'evaluating',
  save: 'saving',
}

function section(state: RunState, progress: LiveProgress | null): string {
  if (!isActive(state)) return state.status
  if (progress === null) return state.worker === null ? 'starting Python' : 'working'
  const { done, total } = progress
  return sectionNames[progress.section] + (total > 0 ? ` ${count(done)}/${count(total)}` : '')
}

/** What the person must know now, most urgent first. */
export function messageLines(state: RunState, screen: ScreenState): Line[] {
  const { error, warnings, workers_lost } = state
  const lines: Line[] = []
  if (error) lines.push([span(`✗ ${error.code}: ${clean(error.message)}`, 'bad', true)])
  if (isActive(state) && screen.asked === 'stop')
    lines.push([span('Stopping at a checkpoint … Ctrl-C: exit now', 'warn', true)])
  if (isActive(state) && screen.asked === 'abort') lines.push([span('Exiting …', 'bad', true)])
  if (workers_lost > 0)
    lines.push([
      span(`! worker lost ${plural(workers_lost, 'time')}, resumed from a checkpoint`, 'warn'),
    ])
  const latest = warnings.at(-1)
  if (latest !== undefined) {
    const more =
      warnings.length > 1 ? ` (and ${plural(warnings.length - 1, 'earlier warning')})` : ''
    lines.push([span(`! ${clean(latest)}${more}`, 'warn')])
  }
  return lines
}

export function keyLine(state: RunState, isOwner = true): Line {
  const pause = state.status === 'paused' ? 'continue' : 'pause'
  const ways = isOwner
    ? [['q', 'stop'] as const]
    : [['q', 'leave'] as const, ['s', 'stop'] as const]
  const keys = [
    ...(isOwner || isActive(state) ? ways : ways.slice(0, 1)),
    ['p', pause] as const,
    ['?', 'help'] as const,
  ]
  return keys.flatMap(([key, name], i) => [bold(`${i > 0 ? '   ' : ''}${key}`), dim(` ${name}`)])
}

export function helpLines(isOwner = true): Line[] {
  const shown = isOwner ? keyHelp : attachedKeyHelp
  const width = Math.max(...shown.map(([key]) => widthOf(key)))
  return [
    [bold('Keys')],
    ...shown.map(([key, text]): Line => [span(`  ${padEnd(key, width)}  `, 'accent'), span(text)]),
    [],
    [bold('Numbers')],
    ...[
      'Row "after n": accuracy on every dataset after training task n.',
      "Transfer: mean before a dataset's own training, the zero-shot ability kept.",
      'Avg: mean of all rows. Last: mean of the last row.',
      'Time left: updates left at the recent pace (with averaging and saving),',
      'and evaluations left, each at what its dataset took before.',
    ].map((text): Line => [span(`  ${text}`)]),
  ]
}

function isActive({ status }: RunState): boolean {
  return status === 'starting' || status === 'running' || status === 'paused'
}
