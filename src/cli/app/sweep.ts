/** A sweep as the app sees it: its axes from what was asked, its trials from the runs on disk. */
import { ConfigError, UsageError } from '../../config/errors.js'
import { baseOf, Sweep, type Values } from '../../config/sweep.js'
import type { Library, LibraryRun } from '../../journal/library.js'
import { expand, shortKey, shownValue, type Trial } from '../../sweep/expand.js'
import { recordOf, sweepFolder } from '../../sweep/folder.js'
import type { SweepAxis, SweepView } from '../../view/terminal/app/feed.js'

interface Asked {
  /** Of the record: what was expanded is kept while it is the same. */
  readonly text: string
  readonly trials: readonly Trial[]
  readonly sweep: Sweep
}

const known = new Map<string, Asked>()

export function sweepView(library: Library, name: string): SweepView {
  const { path } = sweepFolder(library.root, name)
  const nothing = { name, source: path, axes: [], trials: [] }
  try {
    const { sweep, trials } = asked(library.root, name)
    const runs = new Map(
      library.runs.filter((run) => run.sweep === name).map((run) => [run.folder.name, run]),
    )
    return { ...nothing, axes: axesOf(sweep, trials), trials: rowsOf(trials, runs), problem: '' }
  } catch (error) {
    if (error instanceof ConfigError || error instanceof UsageError || error instanceof SyntaxError)
      return { ...nothing, problem: error.message.split('\n')[0] ?? '' }
    throw error
  }
}

function asked(root: string, name: string): Asked {
  const record = recordOf(sweepFolder(root, name))
  const text = JSON.stringify(record?.sweep ?? null)
  const kept = known.get(name)
  if (kept?.text === text) return kept
  const sweep = Sweep.parse(record?.sweep)
  const found = { text, sweep, trials: expand(sweep, baseOf(sweep), name) }
  known.set(name, found)
  return found
}

function rowsOf(trials: readonly Trial[], runs: ReadonlyMap<string, LibraryRun>) {
  return trials.map(({ name, choice }) => ({
    values: Object.fromEntries(
      Object.entries(choice).map(([key, value]) => [key, shownValue(value)]),
    ),
    run: runs.get(name) ?? null,
  }))
}

/** In the order in which they were asked for; drawn values in their own. */
function axesOf({ parameters }: Sweep, trials: readonly Trial[]): SweepAxis[] {
  return Object.entries(parameters).map(([key, values]) => ({
    key,
    label: shortKey(key),
    values: valuesOf(values) ?? drawn(key, trials),
  }))
}

function valuesOf(values: Values): string[] | null {
  if (Array.isArray(values)) return values.map(shownValue)
  if ('values' in values) return values.values.map(shownValue)
  return 'value' in values ? [shownValue(values.value)] : null
}

function drawn(key: string, trials: readonly Trial[]): string[] {
  const values = [...new Set(trials.map(({ choice }) => choice[key]))]
  const isNumeric = values.every((value) => typeof value === 'number')
  return (isNumeric ? values.sort((a, b) => Number(a) - Number(b)) : values).map(shownValue)
}
