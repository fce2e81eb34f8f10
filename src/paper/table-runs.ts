/** The runs that stand beside a table of the paper: those of the shipped recipes on the shipped benchmarks. */
import { parse } from 'yaml'
import { methodOf } from '../config/differences.js'
import type { Plain } from '../config/plain.js'
import { resolve } from '../config/resolve.js'
import { JournalError } from '../journal/errors.js'
import { listRunFolders, type RunFolder, readText } from '../journal/folder.js'
import { readState } from '../journal/read-state.js'
import type { RunState } from '../journal/state.js'

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
    if (!shipped.has(key)) shipped.set(key, methodOf(resolve({ benchmark, recipe }, key)))
    return shipped.get(key) === methodOf(experiment)
  }
  const unreadable: string[] = []
  const stateOf = (folder: RunFolder): RunState | null => {
    try {
      return readState(folder)
    } catch (error) {
      if (!(error instanceof JournalError)) throw error
      unreadable.push(`Not readable, and in no mean: ${folder.name} (${error.message})`)
      return null
    }
  }
  const found = places.flatMap(listRunFolders).flatMap((folder): TableRun[] => {
    const state = stateOf(folder)
    const run = state?.run ?? null
    if (
      state === null ||
      run === null ||
      !benchmarks.includes(run.benchmark) ||
      !recipes.includes(run.recipe)
    )
      return []
    const { benchmark, recipe, seed } = run
    const experiment = parse(readText(folder.experiment)) as Plain
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

/** The finished ones, one per seed. */
export function counted(
  all: readonly TableRun[],
  benchmark: string,
  recipe: string,
): readonly TableRun[] {
  const found = all.filter(
    (run) =>
      run.isShipped &&
      run.state.status === 'finished' &&
      run.benchmark === benchmark &&
      run.recipe === recipe,
  )
  return found.filter((run, i) => found.findIndex((other) => other.seed === run.seed) === i)
}
