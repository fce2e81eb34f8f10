/** What stands under a table of the paper: source, protocol, what is missing and what was left out. */
import { publishedCifar10 } from '../../paper/mtil-held-out.js'
import {
  counted,
  type Found,
  otherwiseCounted,
  referenceCount,
  type TableRun,
} from '../../paper/table-runs.js'
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
  const other = table.benchmarks.flatMap((benchmark) =>
    table.rows.flatMap(({ recipe }) => otherwiseCounted(all, benchmark, recipe)),
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
    ...table.others.map(({ method, source }) => `${method}: ${source}; cannot be run here.`),
    ...(hasUnconfirmed ? ['? = not checked against a second source.'] : []),
    `Ours: ${used.length === 0 ? 'nothing yet' : madeBy(used)}.`,
    ...table.rows.flatMap(({ footnote }) => (footnote === undefined ? [] : [`† ${footnote}`])),
    ...heldOut(used),
    ...named('Not finished, not in the means', unfinished),
    ...named('With another number of reference images, not in the means', other),
    ...named('Left out, because their experiment differs from the built-in one', changed),
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
      ? `Not run, because data is missing for ${more.join('; for ')}. How to get it: ${status}.`
      : `Nothing was run, because data is missing: ${[common.join(', '), ...more].join('; for ')}. How to get it: ${status}.`,
  ]
}

/** Which protocol made the numbers. */
function madeBy(used: readonly TableRun[]): string {
  const list = (values: readonly (string | number)[]) => [...new Set(values)].join(', ')
  // Written out in every run's experiment.yaml.
  const counting = ({ experiment }: TableRun) =>
    (experiment['schedule'] as { counting: string }).counting
  const images = used.filter(({ state }) => state.reference_images > 0).map(imagesOf)
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

function imagesOf(run: TableRun): string {
  const count = run.state.reference_images.toLocaleString('en-US')
  const asked = referenceCount(run)
  if (asked === null) return count
  return asked === 0 ? `all ${count} of ImageNet` : `${count} of ImageNet`
}

/** CIFAR10, where it was measured besides: what the authors held out. */
function heldOut(used: readonly TableRun[]): string[] {
  const rows = used.flatMap(({ benchmark, recipe, state }) => {
    const column = state.run?.also_evaluate?.indexOf('CIFAR10') ?? -1
    const ours = state.also_matrix.at(-1)?.[column]
    if (ours == null) return []
    const published = publishedCifar10[benchmark]?.[recipe]?.at(-1)
    const paper = published === undefined ? '' : ` (published ${published.toFixed(1)})`
    return [`${recipe} ${ours.toFixed(1)}${paper}`]
  })
  return rows.length === 0 ? [] : [`CIFAR10, held out, after the last task: ${rows.join(', ')}.`]
}

function named(words: string, runs: readonly TableRun[]): string[] {
  if (runs.length === 0) return []
  const more = runs.length > NAMED ? ` and ${runs.length - NAMED} more` : ''
  const names = runs.slice(0, NAMED).map(({ name }) => name)
  return [`${words}: ${names.join(', ')}${more}.`]
}
