/** Settings and their seeds: one row per setting, mean and standard deviation over the runs that are finished. */
import type { RunState } from '../../journal/state.js'
import { type RunMetrics, runMetrics } from '../../metrics/results.js'
import { spreads } from '../../metrics/seeds.js'
import type { Cell, Column, Tabular } from './tabular.js'

export interface Setting {
  readonly label: string
  /** Of every run; null for one that has not begun. Only finished ones count. */
  readonly states: readonly (RunState | null)[]
}

export const metricColumns: readonly Column[] = [
  { key: 'transfer', title: 'Transfer', isMetric: true },
  { key: 'average', title: 'Avg', isMetric: true },
  { key: 'last', title: 'Last', isMetric: true },
  { key: 'just_trained', title: 'just trained', isMetric: true },
]

/** An unfinished run is marked and never averaged. */
export function settingsTable(settings: readonly Setting[]): Tabular {
  const rows = settings.map(({ label, states }): Cell[] => {
    const done = finished(states)
    const isWhole = done.length === states.length
    const seeds = isWhole ? String(done.length) : `${done.length} of ${states.length}*`
    const { transfer, average, last, just_trained } = spreads(done.map(metricsOf))
    return [label, seeds, transfer, average, last, just_trained]
  })
  const first = [
    { key: 'setting', title: 'setting' },
    { key: 'seeds', title: 'seeds' },
  ]
  return { columns: [...first, ...metricColumns], rows, notes: notesOf(settings) }
}

/** A run that trains nothing has no accuracy right after training. */
export function metricsOf(state: RunState): RunMetrics {
  const found = runMetrics(state)
  return state.run?.updates.every((updates) => updates === 0)
    ? { ...found, just_trained: null }
    : found
}

function notesOf(settings: readonly Setting[]): string[] {
  const done = settings.map(({ states }) => finished(states))
  const protocols = new Set(done.flat().map(protocolOf))
  const spread = done.some((states) => states.length > 1)
  const of = protocols.size === 0 ? '' : `, ${[...protocols].join(' and ')}`
  return [
    `Top-1 accuracy in percent${spread ? ', mean ± standard deviation over seeds (n - 1)' : ''}${of}.`,
    ...(settings.some(({ states }, i) => done[i]!.length < states.length)
      ? ['* some runs are not finished; the row holds those that are.']
      : []),
  ]
}

export function protocolOf({ run }: RunState): string {
  return run === null ? '?' : `${run.benchmark} (protocol ${run.protocol})`
}

function finished(states: readonly (RunState | null)[]): RunState[] {
  return states.filter((state) => state !== null).filter(({ status }) => status === 'finished')
}
