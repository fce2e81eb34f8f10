/** The tabs of a run as lines; pure functions of its state. */
import type { RunState } from '../../../../journal/state.js'
import {
  adoptedLines,
  alsoLines,
  matrixLegend,
  matrixLines,
  metricsLine,
} from '../../../accuracy.js'
import { clean, dim, type Line, shortenLine, span } from '../../../span.js'
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
      return textTab(text, tabs, size)
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

/** The losses of any task. */
export function lossTab(state: RunState, tabs: RunTabs, { columns, rows }: Size): Line[] {
  const task = tabs.task ?? state.task
  return lossLines({ ...state, task }, columns, rows)
}

/** Text that may be longer than the screen, with where one is. */
export function textTab(lines: readonly string[], tabs: RunTabs, { rows }: Size): Line[] {
  if (lines.length === 0) return [[dim('nothing yet')]]
  const room = rows - 1
  const first = Math.max(0, Math.min(tabs.down, lines.length - room))
  const shown = lines.slice(first, first + room)
  const last = first + shown.length
  return [
    ...shown.map(
      (line): Line => [
        span(line.replace(/^(\s*)(.*)$/, (_, lead: string, rest: string) => lead + clean(rest))),
      ],
    ),
    ...(lines.length > room ? [[dim(`lines ${first + 1} to ${last} of ${lines.length}`)]] : []),
  ]
}
