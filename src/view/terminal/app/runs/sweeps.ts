/** The trials of a sweep as one row of the list of runs. */
import { dirname } from 'node:path'
import type { LibraryRun } from '../../../../journal/library.js'
import { sweepRow } from '../../../../journal/sweep-row.js'
import { bold, clean, dim, type Line, shortenLine, span } from '../../../span.js'

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

/** What is below the list while a sweep is chosen. */
export function sweepPreview(
  { folder, summary, trials = [], planned = trials.length }: LibraryRun,
  width: number,
): Line[] {
  const running = trials.filter(({ isLive }) => isLive).length
  const waiting = planned - trials.length
  const parts = [
    `${summary?.tasks_measured ?? 0} of ${planned} trials finished`,
    ...(running > 0 ? [`${running} running`] : []),
    ...(waiting > 0 ? [`${waiting} not started`] : []),
    summary?.protocol ?? '',
  ]
  return [
    [bold(`${clean(folder.name)}  `), span(parts.map(clean).join(' · '))],
    [
      dim(
        'The numbers are of the trial with the best Avg. Enter: heat map; / shows single trials.',
      ),
    ],
  ].map((line) => shortenLine(line, width))
}
