/** The trials of a sweep as one row of the list of runs. */
import { dirname } from 'node:path'
import { type LibraryRun, sweepRow } from '../../../../journal/library.js'

/** Every sweep as one row where its newest trial stands; runs as they are. */
export function collapsed(runs: readonly LibraryRun[]): readonly LibraryRun[] {
  const seen = new Set<string>()
  const trials = Map.groupBy(runs, ({ sweep }) => sweep)
  return runs.flatMap((run): LibraryRun[] => {
    if (run.sweep === '') return [run]
    if (seen.has(run.sweep)) return []
    seen.add(run.sweep)
    return [sweepRow(dirname(run.folder.path), trials.get(run.sweep) ?? [])]
  })
}
