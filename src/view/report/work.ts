/** What a report says of time, memory and the machine. */
import type { RunState } from '../../journal/state.js'
import type { Timings } from '../../metrics/estimate.js'
import { count, duration, localTime, mebibytes, plural, rate } from '../format.js'
import type { Html } from './html.js'
import { facts } from './page.js'

const KINDS: Readonly<Record<keyof Timings, string>> = {
  set_up: 'set-up',
  train: 'training',
  evaluate: 'evaluation',
  weights: 'averaging',
  save: 'saving',
}

/** Of one run or of all runs together. */
export function workFacts(states: readonly RunState[]): Html {
  const kinds = Object.keys(KINDS) as (keyof Timings)[]
  const of = (kind: keyof Timings) => total(states.map(({ timings }) => timings[kind]))
  const all = total(kinds.map(of))
  const done = total(states.map(({ updates_done }) => total(updates_done)))
  const planned = total(states.map(({ run }) => total(run?.updates ?? [])))
  const lost = total(states.map(({ workers_lost }) => workers_lost))
  const starts = states.flatMap(({ started_at }) => started_at ?? []).sort()
  const ends = states.flatMap(({ updated_at }) => updated_at ?? []).sort()
  return facts([
    ['work', duration(all)],
    ...kinds.map((kind) => [KINDS[kind], share(of(kind), all)] as const),
    ['updates', `${count(done)} of ${count(planned)}`],
    ...(of('train') > 0 ? [['updates per second', rate(done / of('train'))] as const] : []),
    ['peak memory of a worker', mebibytes(Math.max(...states.map((one) => one.peak_memory_mib)))],
    ...(lost > 0 ? [['worker lost', plural(lost, 'time')] as const] : []),
    ...(starts.length > 0 ? [['started', localTime(starts[0]!)] as const] : []),
    ...(ends.length > 0 ? [['last event', localTime(ends.at(-1)!)] as const] : []),
  ])
}

function share(seconds: number, all: number): string {
  return all === 0
    ? duration(seconds)
    : `${duration(seconds)} (${((100 * seconds) / all).toFixed(0)} %)`
}

export type Environment = Readonly<Record<string, string | number | null>>

/** Values in which the machines of several runs differ stand next to each other. */
export function environmentFacts(environments: readonly Environment[]): Html {
  const keys = [...new Set(environments.flatMap((one) => Object.keys(one)))]
  return facts(
    keys.map((key) => {
      const values = new Set(environments.map((one) => String(one[key] ?? 'unknown')))
      return [key.replaceAll('_', ' '), [...values].join(', ')]
    }),
  )
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
