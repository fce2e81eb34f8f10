/** A sweep in a list of runs: one row for all its trials. */
import { runFolder } from './folder.js'
import type { LibraryRun } from './library.js'

/** A sweep as one row: how many of its trials are finished, and the best Avg among them with its Transfer and Last. */
export function sweepRow(path: string, trials: readonly LibraryRun[]): LibraryRun {
  const known = trials.flatMap(({ summary }) => (summary === null ? [] : [summary]))
  const finished = known.filter(({ status }) => status === 'finished')
  const best = finished.toSorted((a, b) => (b.average ?? 0) - (a.average ?? 0))[0]
  const [newest] = known.toSorted((a, b) => ((a.updated_at ?? '') < (b.updated_at ?? '') ? 1 : -1))
  const isLive = trials.some((trial) => trial.isLive)
  const all = Math.max(trials.length, ...trials.map(({ planned = 0 }) => planned))
  return {
    folder: runFolder(path),
    sweep: '',
    isLive,
    problem: newest === undefined ? 'no trial can be read' : '',
    trials,
    planned: all,
    summary:
      newest === undefined
        ? null
        : {
            ...newest,
            recipe: 'sweep',
            fork: null,
            status: finished.length === all ? 'finished' : 'interrupted',
            tasks: Array.from({ length: all }, (_, i) => trials[i]?.folder.name ?? ''),
            tasks_measured: finished.length,
            share: finished.length / all,
            transfer: best?.transfer ?? null,
            average: best?.average ?? null,
            last: best?.last ?? null,
            error: null,
          },
  }
}
