/** The runs that stand beside a table of the paper: those of the shipped recipes on the shipped benchmarks. */
import { methodOf } from '../config/differences.js'
import { isPlain, type Plain } from '../config/plain.js'
import { resolve } from '../config/resolve.js'
import { JournalError } from '../journal/errors.js'
import { listRunFolders, type RunFolder } from '../journal/folder.js'
import { readState } from '../journal/read-state.js'
import type { RunState } from '../journal/state.js'
import { writtenExperiment } from '../journal/written.js'

export interface TableRun {
  readonly name: string
  readonly benchmark: string
  readonly recipe: string
  readonly seed: number
  readonly state: RunState
  readonly experiment: Plain
  /** False for a run whose experiment is not the shipped one: changed values, other splits. */
  readonly isShipped: boolean
}

export interface Found {
  readonly runs: readonly TableRun[]
  /** About each damaged run, in words: it must not hide the others. */
  readonly unreadable: readonly string[]
}

/** Runs of these benchmarks and recipes in the folders `places`. */
export function tableRuns(
  places: readonly string[],
  benchmarks: readonly string[],
  recipes: readonly string[],
): Found {
  const shipped = new Map<string, string>()
  const isShipped = (benchmark: string, recipe: string, experiment: Plain): boolean => {
    const key = `${benchmark} ${recipe}`
    if (!shipped.has(key))
      shipped.set(key, methodOf(withAnyCount(resolve({ benchmark, recipe }, key))))
    return shipped.get(key) === methodOf(withAnyCount(experiment))
  }
  const unreadable: string[] = []
  const guarded = <T>(folder: RunFolder, read: (folder: RunFolder) => T): T | null => {
    try {
      return read(folder)
    } catch (error) {
      if (!(error instanceof JournalError)) throw error
      unreadable.push(`Not readable, not in the means: ${folder.name} (${error.message})`)
      return null
    }
  }
  const found = places.flatMap(listRunFolders).flatMap((folder): TableRun[] => {
    const state = guarded(folder, readState)
    const run = state?.run ?? null
    if (
      state === null ||
      run === null ||
      !benchmarks.includes(run.benchmark) ||
      !recipes.includes(run.recipe)
    )
      return []
    const { benchmark, recipe, seed } = run
    const experiment = guarded(folder, writtenExperiment)
    if (experiment === null) return []
    return [
      {
        name: folder.name,
        benchmark,
        recipe,
        seed,
        state,
        experiment,
        isShipped: isShipped(benchmark, recipe, experiment),
      },
    ]
  })
  return { runs: found, unreadable }
}

/**
 * The field runs 100,000 images of ImageNet as the paper's protocol, and the authors' script says all of them: both are the
 * paper's method, and are told apart by their number.
 */
function withAnyCount(experiment: Plain): Plain {
  const { recipe, benchmark } = experiment
  return { ...experiment, recipe: anyCount(recipe), benchmark: anyCount(benchmark) }
}

function anyCount(part: unknown): unknown {
  if (!isPlain(part) || !isPlain(part['reference'])) return part
  const { images } = part['reference']
  if (!isPlain(images) || images['set'] !== 'imagenet') return part
  return { ...part, reference: { ...part['reference'], images: { ...images, count: 'any' } } }
}

/** How many reference images were asked for; 0 = all there are, null where the recipe takes no set of them. */
export function referenceCount({ experiment }: Pick<TableRun, 'experiment'>): number | null {
  const { recipe } = experiment
  const reference = isPlain(recipe) ? recipe['reference'] : null
  const images = isPlain(reference) ? reference['images'] : null
  return isPlain(images) && images['set'] === 'imagenet' ? Number(images['count']) : null
}

/** Finished runs of the shipped method that no mean holds: they distil from another number of images than the others. */
export function otherwiseCounted(
  all: readonly TableRun[],
  benchmark: string,
  recipe: string,
): readonly TableRun[] {
  const means = counted(all, benchmark, recipe)
  const count = means[0] && referenceCount(means[0])
  return finishedOf(all, benchmark, recipe).filter((run) => referenceCount(run) !== count)
}

/** The finished ones, one per seed, and all with as many reference images: the default where there are any. */
export function counted(
  all: readonly TableRun[],
  benchmark: string,
  recipe: string,
): readonly TableRun[] {
  const finished = finishedOf(all, benchmark, recipe)
  const counts = finished.map(referenceCount)
  const wanted = counts.includes(DEFAULT_COUNT) ? DEFAULT_COUNT : counts[0]
  const found = finished.filter((run) => referenceCount(run) === wanted)
  return found.filter((run, i) => found.findIndex((other) => other.seed === run.seed) === i)
}

/** Of ImageNet, in the benchmarks as they ship. */
const DEFAULT_COUNT = 100_000

function finishedOf(all: readonly TableRun[], benchmark: string, recipe: string): TableRun[] {
  return all.filter(
    (run) =>
      run.isShipped &&
      run.state.status === 'finished' &&
      run.benchmark === benchmark &&
      run.recipe === recipe,
  )
}
