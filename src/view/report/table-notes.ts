/** What stands under a table of the paper: source, protocol, what is missing and what was left out. */
import { counted, type Found, type TableRun } from '../../paper/table-runs.js'
import type { Lacking, PaperTable } from '../../paper/tables.js'

/** Runs that a note names before it only counts them. */
const NAMED = 3

export function notesOf(
  table: PaperTable,
  { runs: all, unreadable }: Found,
  lacking: Lacking,
  tolerance: number,
): string[] {
  const used = table.benchmarks.flatMap((benchmark) =>
    table.rows.flatMap(({ recipe }) => counted(all, benchmark, recipe)),
  )
  const unfinished = all.filter(({ state }) => state.status !== 'finished')
  const changed = all.filter(({ state, isShipped }) => state.status === 'finished' && !isShipped)
  const without = table.rows
    .filter(({ recipe }) => used.every((run) => run.recipe !== recipe))
    .map(({ recipe }) => recipe)
  const hasUnconfirmed = table.rows.some(({ cells }) =>
    cells.some((cell) => cell?.confirmed === false),
  )
  return [
    ...(table.source === null
      ? []
      : [`Published: ${table.source}. ! = more than ${tolerance} points apart.`]),
    ...table.remarks,
    ...(hasUnconfirmed ? ['? = not checked against a second source.'] : []),
    `Ours: ${used.length === 0 ? 'nothing yet' : madeBy(used)}.`,
    ...table.rows.flatMap(({ footnote }) => (footnote === undefined ? [] : [`† ${footnote}`])),
    ...named('Not finished, and in no mean', unfinished),
    ...named('Left out, since their experiment is not the shipped one', changed),
    ...(without.length === 0 ? [] : [`Missing: ${without.join(', ')}.`]),
    ...unreadable,
    ...notRun(table, lacking),
  ]
}

/** Which methods were not run for want of what; what all of them lack is said once. */
function notRun({ rows, benchmarks }: PaperTable, lacking: Lacking): string[] {
  const lacks = rows.map(({ recipe }) => ({ recipe, what: lacking.get(recipe) ?? [] }))
  const common = lacks[0]?.what.filter((one) => lacks.every(({ what }) => what.includes(one))) ?? []
  const rest = ({ what }: (typeof lacks)[number]) => what.filter((one) => !common.includes(one))
  const groups = [...Map.groupBy(lacks, (one) => rest(one).join(', '))]
  const more = groups
    .filter(([what]) => what !== '')
    .map(([what, some]) => `${some.map(({ recipe }) => recipe).join(', ')}: ${what}`)
  if (common.length === 0 && more.length === 0) return []
  const status = benchmarks.map((name) => `\`zscl data status ${name}\``).join(', ')
  return [
    common.length === 0
      ? `Not run, since this machine lacks, for ${more.join('; for ')}. How they come: ${status}.`
      : `Nothing was run, since this machine lacks: ${[common.join(', '), ...more].join('; for ')}. How they come: ${status}.`,
  ]
}

/** Which protocol made the numbers. */
function madeBy(used: readonly TableRun[]): string {
  const list = (values: readonly (string | number)[]) => [...new Set(values)].join(', ')
  // Written out in every run's experiment.yaml.
  const counting = ({ experiment }: TableRun) =>
    (experiment['schedule'] as { counting: string }).counting
  const images = used.map(({ state }) => state.reference_images).filter((n) => n > 0)
  const texts = used.map(({ state }) => state.reference_texts).filter((n) => n > 0)
  return [
    'mean over seeds',
    `protocol ${list(used.map(({ state }) => state.run?.protocol ?? '?'))}`,
    `counting ${list(used.map(counting))}`,
    `precision ${list(used.map(({ state }) => state.worker?.precision ?? '?'))}`,
    ...(images.length > 0 ? [`reference images ${list(images)}`] : []),
    ...(texts.length > 0 ? [`reference texts ${list(texts)}`] : []),
  ].join(', ')
}

function named(words: string, runs: readonly TableRun[]): string[] {
  if (runs.length === 0) return []
  const more = runs.length > NAMED ? ` and ${runs.length - NAMED} more` : ''
  const names = runs.slice(0, NAMED).map(({ name }) => name)
  return [`${words}: ${names.join(', ')}${more}.`]
}
