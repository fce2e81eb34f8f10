/** The trials of a sweep as a table: one row per setting, mean and standard deviation over its seeds. */
import type { RunState } from '../../journal/state.js'
import { type RunMetrics, runMetrics, type Spread, spreads } from '../../metrics/seeds.js'
import { missing } from '../format.js'
import { dim, type Line, span, toText } from '../span.js'
import { type Column, table } from '../table.js'

export interface SweepRow {
  readonly label: string
  /** Of every trial; only finished ones count. */
  readonly states: readonly (RunState | null)[]
}

const columns: readonly Column[] = [
  { title: 'setting' },
  { title: 'seeds', align: 'right' },
  { title: 'Transfer', align: 'right' },
  { title: 'Avg', align: 'right' },
  { title: 'Last', align: 'right' },
  { title: 'just trained', align: 'right' },
]

export function renderSweepTable(rows: readonly SweepRow[], colour = false): string {
  const unfinished = rows.some(({ states }) => finished(states).length < states.length)
  const single = rows.every(({ states }) => finished(states).length < 2)
  const protocols = new Set(rows.flatMap(({ states }) => finished(states).map(protocolOf)))
  const notes = [
    `Top-1 accuracy in percent${single ? '' : ', mean ± standard deviation over seeds (n - 1)'}; ${protocols.size === 1 ? 'protocol' : 'PROTOCOLS DIFFER:'} ${[...protocols].join(', ') || 'none yet'}.`,
    ...(unfinished ? ['* some trials are not finished; the row holds those that are.'] : []),
  ]
  return toText(
    [...table(columns, rows.map(cells)), [], ...notes.map((note): Line => [dim(note)])],
    colour,
  )
}

function cells({ label, states }: SweepRow) {
  const done = finished(states)
  const all = done.length === states.length
  const seeds = all ? String(done.length) : `${done.length} of ${states.length}*`
  const { transfer, average, last, just_trained } = spreads(done.map(metricsOf))
  return [
    span(label),
    all ? seeds : span(seeds, 'warn'),
    ...[transfer, average, last, just_trained].map(shown),
  ]
}

/** A run that trains nothing has no accuracy right after training. */
export function metricsOf({ matrix, run }: RunState): RunMetrics {
  const found = runMetrics(matrix)
  return run?.updates.every((updates) => updates === 0) ? { ...found, just_trained: null } : found
}

function finished(states: readonly (RunState | null)[]): RunState[] {
  return states.filter((state) => state !== null).filter(({ status }) => status === 'finished')
}

function protocolOf({ run }: RunState): string {
  return run === null ? '' : `${run.benchmark} ${run.protocol}`
}

function shown(value: Spread | null): string {
  if (value === null) return missing
  const deviation = value.deviation === null ? '' : ` ± ${value.deviation.toFixed(1)}`
  return `${value.mean.toFixed(1)}${deviation}`
}
