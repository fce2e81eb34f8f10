/** The runs that a figure is made of: what may stand in one figure, and which of them are averaged. */
import { labels, settingOf } from '../../config/differences.js'
import { UsageError } from '../../config/errors.js'
import type { Plain } from '../../config/plain.js'
import type { Experiment } from '../../config/schema.js'
import type { RunState } from '../../journal/state.js'

export interface FigureRun {
  readonly name: string
  readonly state: RunState
  readonly experiment: Experiment
}

/** A figure of these runs would be empty. */
export class NothingToDraw extends UsageError {}

/** What stands under one label: the seeds of a setting, or one run that is not finished. */
export interface Setting {
  readonly label: string
  readonly runs: readonly FigureRun[]
}

export interface Settings {
  readonly settings: readonly Setting[]
  /** Said under the figure: which runs are left out or not finished. */
  readonly notes: readonly string[]
}

/**
 * Numbers of different benchmarks or protocols never stand in one figure.
 * @throws UsageError that names the two runs
 */
export function checkComparable([first, ...others]: readonly FigureRun[]): void {
  if (first === undefined) throw new UsageError('nothing to draw: no run was named.')
  const other = others.find((run) => measuredOn(run) !== measuredOn(first))
  if (other === undefined) return
  const [one, two] = [benchmarkOf(first), benchmarkOf(other)]
  const [ones, twos] = [first, other].map(
    ({ state }) => ` with the tasks ${state.run?.tasks.join(', ')}`,
  )
  const same = one === two
  throw new UsageError(
    `\`${first.name}\` is on ${one}${same ? ones : ''} and \`${other.name}\` on ${two}${same ? twos : ''}: their numbers are not comparable. Name runs of one benchmark.`,
  )
}

/** Runs whose numbers compare stand together; those that have not begun are nowhere. */
export function groupsThatCompare(runs: readonly FigureRun[]): FigureRun[][] {
  const begun = runs.filter(({ state }) => state.run !== null)
  return [...Map.groupBy(begun, measuredOn).values()]
}

export function benchmarkOf({ state: { run } }: FigureRun): string {
  return run === null ? 'nothing yet' : `${run.benchmark} (protocol ${run.protocol})`
}

function measuredOn({ state: { run } }: FigureRun): string {
  if (run === null) return ''
  return JSON.stringify([run.benchmark, run.protocol, run.tasks, run.also_evaluate ?? []])
}

export function isFinished({ state }: FigureRun): boolean {
  return state.status === 'finished'
}

/**
 * Runs that differ only in their seed, under a label that says in what they differ from the others.
 * @param ignoring takes out of an experiment what is shown in another way
 */
export function seedGroups(
  runs: readonly FigureRun[],
  ignoring: (experiment: Experiment) => Plain = (experiment) => experiment,
): Setting[] {
  const keyed = runs.map((run) => ({ run, plain: ignoring(run.experiment) }))
  const groups = [...Map.groupBy(keyed, ({ plain }) => settingOf(plain)).values()]
  const names = shorter(labels(groups.map((group) => group[0]!.plain)))
  return inOrder(
    groups.map((group, i) => ({ label: names[i]!, runs: group.map(({ run }) => run) })),
  )
}

/**
 * What a figure draws of each setting: of one with finished runs only those; without any, each of its runs stands alone
 * and is marked.
 */
export function settingsOf(
  runs: readonly FigureRun[],
  ignoring?: (experiment: Experiment) => Plain,
): Settings {
  const notes: string[] = []
  const settings = seedGroups(runs, ignoring).flatMap(({ label, runs: all }): Setting[] => {
    const done = all.filter(isFinished)
    if (done.length > 0) {
      notes.push(...leftOut(all))
      return [{ label, runs: done }]
    }
    notes.push(...all.map((run) => `Not finished: ${run.name} (${run.state.status}).`))
    return all.map((run) => ({
      label: `${label} (${all.length > 1 ? `seed ${run.experiment.seed}, ` : ''}${run.state.status})`,
      runs: [run],
    }))
  })
  return { settings, notes }
}

/** Recipes in the order in which they were named, their settings by their values. */
function inOrder(groups: readonly Setting[]): Setting[] {
  const recipes = groups.map(({ runs }) => runs[0]!.experiment.recipe.name)
  const byNumber = new Intl.Collator('en', { numeric: true })
  return groups
    .map((group, i) => ({ group, recipe: recipes.indexOf(recipes[i]!) }))
    .sort((a, b) => a.recipe - b.recipe || byNumber.compare(a.group.label, b.group.label))
    .map(({ group }) => group)
}

/** Without a recipe that all share, and weights that were set together as one: `lambda_image = lambda_text 5`. */
function shorter(names: readonly string[]): string[] {
  const words = names.map((name) => name.split(', '))
  const shared = words.every(([recipe, ...rest]) => recipe === words[0]![0] && rest.length > 0)
  return words.map((all) => {
    const kept = shared ? all.slice(1) : all
    return kept.reduce<string[]>(joined, []).join(', ')
  })
}

function joined(before: readonly string[], word: string): string[] {
  const last = before.at(-1)
  const value = word.slice(word.lastIndexOf(' '))
  if (last?.startsWith('lambda_') && last.endsWith(value) && word.startsWith('lambda_'))
    return [...before.slice(0, -1), `${last.slice(0, -value.length)} = ${word}`]
  return [...before, word]
}

/** A sentence about the runs that are not finished and therefore in no mean; nothing when all are. */
export function leftOut(runs: readonly FigureRun[]): string[] {
  const names = runs.filter((run) => !isFinished(run)).map((r) => `${r.name} (${r.state.status})`)
  return names.length === 0 ? [] : [`Left out, not finished: ${names.join(', ')}.`]
}

/** `mean ± standard deviation over 2 seeds`, where anything is averaged. */
export function seedsNote(counts: readonly number[], what = 'mean ± standard deviation'): string[] {
  const most = Math.max(0, ...counts)
  if (most < 2) return []
  const least = Math.min(...counts)
  return [`${what} over ${least === most ? most : `${least} to ${most}`} seeds`]
}
