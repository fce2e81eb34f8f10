/** Tables of a report: the accuracy matrix, what became of every dataset, and any table of the terminal's. */
import type { RunState } from '../../journal/state.js'
import { forgetting, justTrained } from '../../metrics/matrix.js'
import { variantRows } from '../../metrics/variants.js'
import { NOTICEABLE } from '../accuracy.js'
import { missing, percent, signed } from '../format.js'
import type { Cell, Tabular } from '../text/tabular.js'
import { type Html, html } from './html.js'

/** Zero-shot and a row per task; what is only measured stands in the last columns. */
export function matrixTable(state: RunState): Html {
  const { run, seen } = state
  const names = [...(run?.tasks ?? []), ...(run?.also_evaluate ?? []).map((name) => `${name} *`)]
  const zero = [...state.zero_shot, ...state.also_zero_shot]
  const rows = state.matrix.map((row, i) => [...row, ...(state.also_matrix[i] ?? [])])
  const cell = (value: number | null, i: number, j: number) => {
    // Fewer classes compete while fewer are seen, so only the last row is like the one before training.
    const compares = seen === null || i === rows.length - 1 || j >= seen.length
    const mark = markOf(value, compares ? (zero[j] ?? null) : null)
    return html`<td class="n${i === j ? ' diagonal' : ''}">${percent(value)}${mark}</td>`
  }
  const line = (title: string, all: number | null, cells: readonly Html[]) =>
    html`<tr><th scope="row">${title}</th>${seen === null ? null : html`<td class="n"><b>${percent(all)}</b>&nbsp;&nbsp;</td>`}${cells}</tr>`
  const note = names.length > (run?.tasks.length ?? 0) ? ' * only measured, in no metric.' : ''
  return html`<p class="soft">Accuracy in percent. ▲ ▼ ${NOTICEABLE} point or more above or below zero-shot; framed: just trained.${note}</p>
<div class="scroll"><table>
<thead><tr><th></th>${seen === null ? null : html`<th class="n" scope="col">all seen</th>`}${names.map((name) => html`<th class="n" scope="col">${name}</th>`)}</tr></thead>
<tbody>${line(
    'zero-shot',
    state.seen_zero_shot,
    zero.map((value) => html`<td class="n">${percent(value)}&nbsp;&nbsp;</td>`),
  )}
${rows.map((row, i) =>
  line(
    `after ${i + 1} ${run?.tasks[i] ?? ''}`,
    seen?.[i] ?? null,
    row.map((value, j) => cell(value, i, j)),
  ),
)}</tbody></table></div>`
}

function markOf(value: number | null, zero: number | null): Html {
  const change = value === null || zero === null ? 0 : value - zero
  if (change >= NOTICEABLE) return html` <span class="good">▲</span>`
  if (change <= -NOTICEABLE) return html` <span class="bad">▼</span>`
  return html`&nbsp;&nbsp;`
}

export function datasetsTable({ run, zero_shot, matrix }: RunState): Html {
  const [trained, forgotten] = [justTrained(matrix), forgetting(matrix)]
  const rows = (run?.tasks ?? []).map((name, j): Cell[] => {
    const [zero, end] = [zero_shot[j] ?? null, matrix.at(-1)?.[j] ?? null]
    const change = zero === null || end === null ? null : end - zero
    return [name, zero, trained[j] ?? null, end, signed(change), forgotten[j] ?? null]
  })
  const titles = [
    'zero-shot',
    'just trained',
    'after the last task',
    'change to zero-shot',
    'forgetting',
  ]
  return tabularTable({
    columns: [
      { key: 'dataset', title: 'dataset' },
      ...titles.map((title) => ({ key: title, title, isMetric: true })),
    ],
    rows,
    notes: ['Forgetting: the best accuracy over all tasks minus the last.'],
  })
}

/** Null for a run that measured none. */
export function variantsTable({ run, evaluations }: RunState): Html | null {
  const rows = run === null ? [] : variantRows(evaluations, run.tasks.length)
  if (rows.length === 0) return null
  return tabularTable({
    columns: [
      { key: 'after', title: 'after task' },
      { key: 'weights', title: 'weights' },
      { key: 'task', title: 'on the task', isMetric: true },
      { key: 'later', title: 'on later tasks', isMetric: true },
    ],
    rows: rows.map((row): Cell[] => [
      `${row.after_task + 1} ${run?.tasks[row.after_task] ?? ''}`,
      row.variant === '' ? 'the model' : row.variant,
      row.on_task,
      row.on_later,
    ]),
    notes: ['Measured along the same training; on later tasks: mean over those not trained yet.'],
  })
}

export function tabularTable({ columns, rows, notes }: Tabular): Html {
  const isNumber = columns.map(({ isMetric }) => isMetric === true)
  const side = (j: number) => (isNumber[j] ? 'n' : '')
  return html`<p class="soft">${notes.join(' ')}</p>
<div class="scroll"><table>
<thead><tr>${columns.map(({ title }, j) => html`<th class="${side(j)}" scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, j) => html`<td class="${side(j)}">${shown(cell)}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

function shown(cell: Cell): string {
  if (cell === null) return missing
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return percent(cell)
  return `${percent(cell.mean)}${cell.deviation === null ? '' : ` ± ${percent(cell.deviation)}`}`
}
