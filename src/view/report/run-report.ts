/** The report of one run. */
import type { RunState } from '../../journal/state.js'
import { isComplete, soFar, tasksMeasured, zeroShotNumbers } from '../../metrics/results.js'
import { adoptedLines } from '../accuracy.js'
import { percent } from '../format.js'
import { clean, toText } from '../span.js'
import { againstZeroShot } from '../text/sentences.js'
import { type Html, html } from './html.js'
import { type Drawing, facts, figure, folded, listing, notice, page, section } from './page.js'
import { datasetsTable, matrixTable, variantsTable } from './tables.js'
import { type Environment, environmentFacts, workFacts } from './work.js'

export interface RunReport {
  readonly name: string
  readonly folder: string
  readonly state: RunState
  /** Settings in words, and the whole as YAML. */
  readonly asked: readonly (readonly [name: string, value: string])[]
  readonly experiment: string
  /** Null when no worker has ever started. */
  readonly environment: Environment | null
  readonly figures: readonly Drawing[]
  /** Commands that make it again. */
  readonly again: readonly string[]
}

export function runReport(report: RunReport): string {
  const { name, state, environment } = report
  return page(`${name}: zscl`, [
    head(report),
    section(
      'Settings',
      facts(report.asked),
      folded('The whole experiment', listing(report.experiment)),
    ),
    section(
      'Accuracy',
      ...againstZeroShot(state).map((text) => html`<p>${text}</p>`),
      matrixTable(state),
      ...adoptedLines(state).map((line) => html`<p class="soft">${toText([line], false)}</p>`),
      html`<h3>Per dataset</h3>`,
      datasetsTable(state),
      variants(state),
    ),
    report.figures.length === 0
      ? null
      : section('Figures', ...report.figures.map((one) => figure(one))),
    section('Time and memory', workFacts([state])),
    section(
      'Environment',
      environment === null
        ? html`<p>No worker has started yet.</p>`
        : environmentFacts([environment]),
    ),
    section('How to reproduce', listing(report.again.join('\n'))),
  ])
}

function head({ name, folder, state }: RunReport): Html {
  const { run, status, error, warnings } = state
  return html`<header><h1>${name} ${statusOf(status)}</h1>
<p>${run === null ? 'Nothing recorded yet.' : `Recipe ${run.recipe} on ${run.benchmark} (protocol ${run.protocol}), model ${run.model}, seed ${run.seed}.`}</p>
<p class="soft">${folder}</p>
${status === 'finished' ? null : notice(unfinished(state))}
${error === null ? null : notice(`${error.code}: ${clean(error.message)}`)}
${warnings.map((text) => notice(clean(text)))}
${cards(state)}</header>
`
}

export function statusOf(status: string): Html {
  const tone = status === 'finished' ? 'good' : 'bad'
  return html`<span class="status ${tone}">${status}</span>`
}

function unfinished(state: RunState): string {
  const { status, matrix } = state
  return `This run is not finished (${status}): ${tasksMeasured(state)} of ${matrix.length} tasks are measured, and every number is so far.`
}

function cards(state: RunState): Html {
  const { transfer, average, last } = soFar(state)
  const zero = zeroShotNumbers(state)
  const mark = isComplete(state) ? '' : ' so far'
  const card = (title: string, value: number | null, before: number | null) =>
    html`<li>${title}${mark}<b>${percent(value)}</b><span class="soft">zero-shot ${percent(before)}</span></li>`
  return html`<ul class="cards">${[
    ...(state.seen === null ? [card('Transfer', transfer, zero.transfer)] : []),
    card('Avg', average, zero.average),
    card('Last', last, zero.last),
  ]}</ul>`
}

function variants(state: RunState): Html | null {
  const table = variantsTable(state)
  return table === null ? null : folded('What the tasks could have ended with', table)
}
