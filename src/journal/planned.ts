/** How many trials a sweep has been asked for, for lists that show how many of them have begun. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { regular } from './regular.js'

/** How many trials a sweep has, begun or not; null where its record does not say. Read again only when it was written. */
export function plannedIn(sweep: string): number | null {
  const path = join(sweep, 'sweep.json')
  const mtime = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const kept = plannedBySweep.get(path)
  if (kept?.mtime === mtime) return kept.trials
  let trials: number | null = null
  try {
    const record = JSON.parse(readFileSync(regular(path), 'utf8')) as { trials?: unknown }
    trials = typeof record.trials === 'number' ? record.trials : null
  } catch {
    // What is wrong with the record is said by what needs it; a list of runs is none of that.
  }
  plannedBySweep.set(path, { mtime, trials })
  return trials
}

const plannedBySweep = new Map<string, { readonly mtime: number; readonly trials: number | null }>()
