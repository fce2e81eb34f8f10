/** The tabs of a run as lines; pure functions of its state. */
import type { RunState } from '../../../../journal/state.js'
import {
  adoptedLines,
  alsoLines,
  matrixLegend,
  matrixLines,
  metricsLine,
} from '../../../accuracy.js'
import { dim, type Line, shortenLine, span, widthOf, wrapped } from '../../../span.js'
import { shownTerms, type Term } from '../../../terms.js'
import type { Snapshot } from '../../feed.js'
import { layout } from '../../layout.js'
import { lossLines } from '../../losses.js'
import { headerLines, matrixPanel, messageLines, progressLines, statusLine } from '../../panels.js'
import { rule } from '../../rule.js'
import { initialScreen } from '../../screen-state.js'
import type { Size } from '../frame.js'
import { type RunTabs, TABS } from './state.js'

export function tabLine({ tab }: RunTabs): Line {
  return TABS.flatMap((name, i) => [
    span(i > 0 ? '  ' : ''),
    dim(`${i + 1} `),
    name === tab ? span(`[${name}]`, 'accent', true) : span(name),
  ])
}

/** What is below the tabs; `text` is that of a tab of text. */
export function tabBody(
  snapshot: Snapshot,
  tabs: RunTabs,
  text: readonly string[],
  size: Size,
): Line[] {
  return linesOf(snapshot, tabs, text, size).map((line) => shortenLine(line, size.columns))
}

function linesOf(snapshot: Snapshot, tabs: RunTabs, text: readonly string[], size: Size): Line[] {
  switch (tabs.tab) {
    case 'Live':
      return liveLines(snapshot, size)
    case 'Matrix':
      return matrixTab(snapshot.state, tabs, size)
    case 'Losses':
      return lossTab(snapshot.state, tabs, size)
    default:
      return textTab(text, firstLine(tabs, text, size.rows), size)
  }
}

/** Today's live screen without its frame, with the tabs above it. */
export function liveLines(snapshot: Snapshot, { columns, rows }: Size): Line[] {
  const tasks = snapshot.state.run?.tasks.length ?? 0
  const messages = messageLines(snapshot.state, initialScreen)
  const plan = layout(columns, rows, tasks, messages.length)
  const losses = lossLines(snapshot.state, plan.losses.width, plan.losses.height)
  const matrix = matrixPanel(snapshot, plan, initialScreen)
  const gap: Line[] = plan.gaps ? [[]] : []
  return [
    ...headerLines(snapshot, plan),
    ...progressLines(snapshot, plan),
    statusLine(snapshot),
    ...gap,
    ...(plan.beside ? beside(losses, matrix, plan.losses.width) : [...losses, ...gap, ...matrix]),
    ...messages.slice(0, plan.messages),
  ]
}

function beside(left: readonly Line[], right: readonly Line[], width: number): Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i): Line => {
    const line = left[i] ?? []
    const used = line.reduce((sum, { text }) => sum + text.length, 0)
    return [...line, span(' '.repeat(Math.max(0, width - used) + 3)), ...(right[i] ?? [])]
  })
}

export function matrixTab(state: RunState, tabs: RunTabs, { columns, rows }: Size): Line[] {
  const { run } = state
  if (run === null) return [[dim('nothing is measured yet')]]
  const also = alsoLines(state)
  const adopted = adoptedLines(state)
  const room = Math.max(1, rows - 5 - adopted.length - (also.length > 0 ? also.length + 1 : 0))
  const window = {
    width: columns,
    rows: Math.min(run.tasks.length, room),
    focus: Math.max(0, state.task),
    down: tabs.down,
    right: tabs.right,
  }
  return [
    rule('Accuracy, %', columns, matrixLegend),
    ...matrixLines(run.tasks, state, window),
    ...adopted,
    metricsLine(state),
    ...(also.length > 0 ? [[], ...also] : []),
  ]
}

/** The losses of any task: all terms or one, all updates or the last. */
export function lossTab(state: RunState, tabs: RunTabs, { columns, rows }: Size): Line[] {
  const task = tabs.task ?? Math.max(0, state.task)
  const term = tabs.term === 0 ? undefined : termsOf(state, tabs)[tabs.term - 1]
  return lossLines({ ...state, task }, columns, rows, {
    ...(term && { term }),
    share: 0.5 ** tabs.zoom,
  })
}

/** The terms of the task whose losses are shown. */
export function termsOf(state: RunState, tabs: RunTabs): readonly Term[] {
  return shownTerms(state.history[tabs.task ?? Math.max(0, state.task)] ?? [])
}

/** Text that may be longer than the screen, with where one is. */
export function textTab(lines: readonly string[], first: number, { rows }: Size): Line[] {
  if (lines.length === 0) return [[dim('nothing yet')]]
  const room = rows - 1
  const shown = lines.slice(first, first + room)
  const last = first + shown.length
  return [
    ...shown.map((line): Line => [span(line)]),
    ...(lines.length > room ? [[dim(`lines ${first + 1} to ${last} of ${lines.length}`)]] : []),
  ]
}

/** Every line whole: what is longer than the screen is wide goes on below, as far in as it began. */
export function wholeLines(text: readonly string[], columns: number): string[] {
  return text.flatMap((line) => {
    if (widthOf(line) <= columns) return [line]
    const lead = ' '.repeat(Math.min(columns >> 1, line.length - line.trimStart().length))
    return wrapped(line.trim(), columns - lead.length).map((part) => lead + part)
  })
}

/** The first line that is shown: where a person has turned to, else where the tab opens. */
export function firstLine({ tab, line }: RunTabs, lines: readonly string[], rows: number): number {
  const last = Math.max(0, lines.length - (rows - 1))
  // What happened last stands at the end of a log, and in a plan where the run stands.
  const opens =
    tab === 'Log' ? last : tab === 'Plan' ? lines.findIndex((one) => one.startsWith(NOW)) - 3 : 0
  return Math.max(0, Math.min(line ?? opens, last))
}

const NOW = '› '

/** The steps of a plan: those that are done, and the one where the run stands. */
export function markedPlan(plan: readonly string[], { next_step, status }: RunState): string[] {
  return plan.map((line, i) => {
    const isDone = i < next_step || status === 'finished'
    return `${isDone ? '✓ ' : i === next_step ? NOW : '  '}${line}`
  })
}
