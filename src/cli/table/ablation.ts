/** `zscl table ablation-…`: one part of the method at a time, as the authors' flags vary it; what is missing is run first. */
import { names } from '../../config/catalogue.js'
import { baseOf, loadSweep } from '../../config/sweep.js'
import { expand, type Trial } from '../../sweep/expand.js'
import { type SweepFolder, stateOf, sweepFolder } from '../../sweep/folder.js'
import { settingsTable } from '../../view/text/settings.js'
import type { Cell, Tabular } from '../../view/text/tabular.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { againWith, dryRunOf, type MissingOptions, runOnStderr } from './missing.js'

const DEFAULT_BENCHMARK = 'mtil-order-1'

/** The sweeps that vary one part of the method. */
export const ablations: readonly string[] = names('sweep').filter((name) =>
  name.includes('-ablation-'),
)

/** The sweep behind `ablation-losses` or `mini-ablation-losses`; null for any other name. */
export function ablationOf(name: string): string | null {
  const full = name.startsWith('ablation-') ? `${DEFAULT_BENCHMARK}-${name}` : name
  return ablations.includes(full) ? full : null
}

/** @returns the table, and how the run of what was missing ended */
export async function ablationTable(
  context: Context,
  name: string,
  options: MissingOptions & { readonly have?: boolean },
): Promise<{ readonly tabular: Tabular; readonly code: ExitCode }> {
  const { sweep, origin, folder: base } = loadSweep(name)
  const seeded = { ...sweep, parameters: { ...sweep.parameters, seed: [...options.seeds] } }
  const trials = expand(seeded, baseOf(seeded), origin, base)
  const folder = sweepFolder(runsFolder(context, options.runs), sweep.name)
  const isMissing = trials.some((trial) => stateOf(folder, trial)?.status !== 'finished')
  if (options.dryRun && isMissing) dryRunOf(context, seeded, trials, options)
  else if (options.dryRun) context.stdout.write('Nothing is missing.\n')
  const code =
    options.have || options.dryRun || !isMissing
      ? 0
      : await runOnStderr(context, seeded, trials, againWith(name, options), options)
  return { tabular: tabularOf(folder, trials, sweep.summary), code }
}

function tabularOf(folder: SweepFolder, trials: readonly Trial[], summary: string): Tabular {
  const groups = Map.groupBy(trials, ({ experiment }) => experiment.recipe.name)
  const table = settingsTable(
    [...groups].map(([label, group]) => ({
      label,
      states: group.map((trial) => stateOf(folder, trial)),
    })),
  )
  const published = { key: 'published', title: 'published' }
  return {
    ...table,
    columns: [...table.columns, published],
    rows: table.rows.map((row): Cell[] => [...row, null]),
    notes: [
      ...(summary === '' ? [] : [`${summary}.`]),
      ...table.notes,
      'Published: no numbers of this ablation are known for certain, so the column is empty.',
    ],
  }
}
