/** The report of many runs: a sweep, or a folder of runs. */
import type { RunState } from '../../journal/state.js'
import { workSeconds } from '../../metrics/estimate.js'
import { runMetrics } from '../../metrics/results.js'
import { duration, plural } from '../format.js'
import { clean } from '../span.js'
import { metricColumns } from '../text/settings.js'
import type { Cell, Tabular } from '../text/tabular.js'
import { type Html, html } from './html.js'
import { type Drawing, figure, listing, notice, page, section } from './page.js'
import { tabularTable } from './tables.js'
import { type Environment, environmentFacts, workFacts } from './work.js'

export interface ReportedRun {
  readonly name: string
  readonly state: RunState
}

/** Runs of one benchmark and protocol: only their numbers compare. */
export interface Group {
  readonly title: string
  readonly settings: Tabular
  readonly figures: readonly Drawing[]
  /** Said under the figures: which are left out, and why. */
  readonly notes: readonly string[]
}

export interface SweepReport {
  readonly name: string
  readonly folder: string
  readonly runs: readonly ReportedRun[]
  readonly groups: readonly Group[]
  /** The sweep as YAML; null for a folder of single runs. */
  readonly asked: string | null
  readonly environments: readonly Environment[]
  readonly again: readonly string[]
}

export function sweepReport(report: SweepReport): string {
  const { name, runs, groups, asked, environments } = report
  return page(`${name}: zscl`, [
    head(report),
    asked === null ? null : section('Settings', listing(asked)),
    ...groups.flatMap((group, i) => groupSections(group, i)),
    section('Runs', tabularTable(runsTable(runs))),
    section('Time and memory', workFacts(runs.map(({ state }) => state))),
    section(
      'Environment',
      environments.length === 0
        ? html`<p>No worker has started yet.</p>`
        : environmentFacts(environments),
    ),
    section('How to reproduce', listing(report.again.join('\n'))),
  ])
}

function head({ name, folder, runs }: SweepReport): Html {
  const byStatus = [...Map.groupBy(runs, ({ state }) => state.status)]
  const counts = byStatus.map(([status, all]) => `${all.length} ${status}`).join(', ')
  const open = runs.filter(({ state }) => state.status !== 'finished')
  const failed = open.filter(({ state }) => state.error !== null)
  return html`<header><h1>${name}</h1>
<p>${plural(runs.length, 'run')} begun: ${counts}.</p>
<p class="soft">${folder}</p>
${open.length === 0 ? null : notice(`Not finished, not in the means: ${open.map((one) => one.name).join(', ')}.`)}
${failed.map(({ name: run, state }) => notice(`${run}: ${state.error?.code}: ${clean(state.error?.message ?? '')}`))}</header>
`
}

function groupSections({ title, settings, figures, notes }: Group, index: number): Html[] {
  const sections = [section(`Results on ${title}`, tabularTable(settings))]
  if (figures.length + notes.length === 0) return sections
  const drawn = figures.map((one) => figure(one, index))
  const said = notes.map((note) => html`<p class="soft">${note}</p>`)
  return [...sections, section(`Figures on ${title}`, ...drawn, ...said)]
}

function runsTable(runs: readonly ReportedRun[]): Tabular {
  const rows = runs.map(({ name, state }): Cell[] => {
    const { transfer, average, last, just_trained } = runMetrics(state)
    const seconds = workSeconds(state)
    const seed = String(state.run?.seed ?? '')
    return [name, seed, state.status, transfer, average, last, just_trained, duration(seconds)]
  })
  const plain = ['run', 'seed', 'state'].map((key) => ({ key, title: key }))
  return {
    columns: [...plain, ...metricColumns, { key: 'work', title: 'work' }],
    rows,
    notes: ['Top-1 accuracy in percent.'],
  }
}
