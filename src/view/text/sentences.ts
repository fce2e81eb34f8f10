/** What a comparison of runs says in plain words; true whatever the numbers are. */
import type { RunState } from '../../journal/state.js'
import { isComplete, numbers, tasksMeasured, zeroShotNumbers } from '../../metrics/results.js'
import { plural } from '../format.js'

/** How one run stands against the model it started from. */
export function againstZeroShot(state: RunState): string[] {
  if (!isComplete(state)) return [unfinished(state)]
  const own = numbers(state)
  const zero = zeroShotNumbers(state)
  const sentences: string[] = []
  if (own.transfer !== null && zero.transfer !== null)
    sentences.push(
      `On datasets it had not trained on yet it reached ${points(own.transfer)} % (Transfer), ` +
        `${apart(own.transfer, zero.transfer)} zero-shot.`,
    )
  if (state.seen === null && state.matrix.length === 1)
    sentences.push('With a single task there is no Transfer: no dataset was left untrained.')
  if (own.last !== null && zero.last !== null)
    sentences.push(
      `After the last task it reached ${points(own.last)} % over ${state.seen === null ? overAll(state.matrix.length) : 'all classes'} (Last), ` +
        `${apart(own.last, zero.last)} zero-shot.`,
    )
  return sentences
}

/** How a run stands against the baseline; empty when they cannot be compared. */
export function againstBaseline(state: RunState, baseline: RunState): string[] {
  if (!isComplete(state) || !isComplete(baseline)) return []
  if (!sameTasks(state, baseline))
    return [
      `${title(state)} and ${title(baseline)} trained other tasks: their numbers are not comparable.`,
    ]
  const [own, other] = [numbers(state), numbers(baseline)]
  const changes = (['transfer', 'average', 'last'] as const).flatMap((name) => {
    const [a, b] = [own[name], other[name]]
    return a === null || b === null ? [] : [`${metricTitles[name]} ${compared(a, b)}`]
  })
  return [`Against ${title(baseline)}: ${sentenceList(changes)}.`, ...kept(state, baseline)]
}

/** What became of the zero-shot ability that the baseline lost. */
function kept(state: RunState, baseline: RunState): string[] {
  const before = zeroShotNumbers(state).transfer
  const [own, other] = [numbers(state).transfer, numbers(baseline).transfer]
  if (before === null || own === null || other === null) return []
  const lost = round(before - other)
  const stillLost = round(before - own)
  if (lost <= 0)
    return [`${title(baseline)} lost no zero-shot ability here, so there was none to keep.`]
  if (stillLost > lost)
    return [
      `It lost ${points(stillLost)} points of zero-shot ability, more than ${title(baseline)} (${points(lost)}).`,
    ]
  const share = Math.min(100, Math.round((100 * (lost - stillLost)) / lost))
  if (stillLost <= 0)
    return [
      `Of the ${points(lost)} points of zero-shot ability that ${title(baseline)} lost, it lost none.`,
    ]
  return [
    `Of the ${points(lost)} points of zero-shot ability that ${title(baseline)} lost, ` +
      `it kept ${points(own - other)} (${share} %).`,
  ]
}

export const metricTitles = { transfer: 'Transfer', average: 'Avg', last: 'Last' } as const

export function title(state: RunState): string {
  return state.run?.recipe ?? 'a run that never started'
}

function unfinished(state: RunState): string {
  const { status, matrix } = state
  const how = status === 'finished' ? 'finished with cells missing' : `is ${status}`
  return `It ${how}, with ${tasksMeasured(state)} of ${plural(matrix.length, 'task')} measured: too early to compare.`
}

/** `3.1 points above`, `0.4 points below`, `equal to`. */
function apart(value: number, reference: number): string {
  const text = compared(value, reference)
  return text === 'equal' ? 'equal to' : text
}

function compared(value: number, reference: number): string {
  const difference = round(value - reference)
  if (difference === 0) return 'equal'
  return `${points(Math.abs(difference))} points ${difference > 0 ? 'above' : 'below'}`
}

function sameTasks(a: RunState, b: RunState): boolean {
  return (a.run?.tasks ?? []).join('\n') === (b.run?.tasks ?? []).join('\n')
}

function overAll(datasets: number): string {
  return datasets === 1 ? 'the one dataset' : `all ${datasets} datasets`
}

function sentenceList(parts: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function points(value: number): string {
  return value.toFixed(1)
}
