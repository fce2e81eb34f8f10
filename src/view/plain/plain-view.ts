/** Timestamped lines for pipes, CI and cluster logs: no escapes, no redrawing. */
import type { JournalEvent } from '../../journal/events.js'
import { encodeLine } from '../../journal/line.js'
import type { RunState } from '../../journal/state.js'
import { adoptedLines, alsoLines, matrixLegend, matrixLines, metricsLine } from '../accuracy.js'
import { localTime } from '../format.js'
import { type Line, span, toText } from '../span.js'
import { visible } from '../visible.js'
import { describe } from './describe.js'

/** A view that is fed every event with the state after it. */
export interface EventView {
  accept(event: JournalEvent, state: RunState): void
}

export type WriteLine = (line: string) => void

export interface PlainOptions {
  /** At most one line of training in so many seconds; the last of a task always comes. */
  readonly trainingSeconds?: number
}

/** Time is that of the events, so that the same journal always gives the same lines. */
export function plainView(write: WriteLine, { trainingSeconds = 5 }: PlainOptions = {}): EventView {
  let nextTraining = Number.NEGATIVE_INFINITY
  const isQuiet = (event: JournalEvent, state: RunState): boolean => {
    if (event.kind !== 'trained') return false
    const at = Date.parse(event.at)
    if (!isLastOfTask(event.task, state) && at < nextTraining) return true
    nextTraining = at + 1000 * trainingSeconds
    return false
  }
  return {
    accept(event, state) {
      if (isQuiet(event, state)) return
      const text = describe(event, state)
      if (text === null) return
      write(`${localTime(event.at)}  ${visible(text)}`)
      if (isEnd(event)) for (const line of matrixText(state)) write(line)
    },
  }
}

/** The journal's own events, one JSON object per line. */
export function jsonView(write: WriteLine): EventView {
  return { accept: (event) => write(encodeLine(event).trimEnd()) }
}

function isLastOfTask(task: number, { run, updates_done }: RunState): boolean {
  return (updates_done[task] ?? 0) >= (run?.updates[task] ?? 0)
}

function isEnd({ kind }: JournalEvent): boolean {
  return kind === 'finished' || kind === 'interrupted' || kind === 'failed'
}

/** The accuracy matrix; nothing while nothing is measured. */
function matrixText(state: RunState): string[] {
  const { run, zero_shot, matrix } = state
  if (run === null || [...zero_shot, ...matrix.flat()].every((value) => value === null)) return []
  const lines = [
    [],
    [span(`Accuracy, %  ${matrixLegend}`)],
    ...matrixLines(run.tasks, state),
    ...adoptedLines(state),
    [],
    metricsLine(state),
    ...prefixed(alsoLines(state)),
  ]
  return toText(lines, false).split('\n')
}

function prefixed(lines: readonly Line[]): readonly Line[] {
  return lines.length > 0 ? [[], ...lines] : []
}
