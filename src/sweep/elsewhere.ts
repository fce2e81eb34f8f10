/** How trials stand by what lies in their folders, where other processes may be at work on them as well. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { runFolder } from '../journal/folder.js'
import type { LockOptions } from '../journal/holder.js'
import { runnerOf } from '../journal/presence.js'
import type { RunState } from '../journal/state.js'
import type { Trial } from './expand.js'
import { type SweepFolder, stateOf } from './folder.js'

interface Known {
  readonly stamp: string
  readonly state: RunState | null
}

export class TrialStates {
  readonly #known = new Map<string, Known>()

  constructor(
    private readonly folder: SweepFolder,
    private readonly lock: LockOptions | undefined,
  ) {}

  /** The state of the trial's run, its journal read again only when that has changed; null while it has none. */
  of(trial: Trial): RunState | null {
    const { journal } = runFolder(join(this.folder.path, trial.name))
    const stat = statSync(journal, { throwIfNoEntry: false })
    if (stat === undefined) return null
    const stamp = `${stat.size} ${stat.mtimeMs}`
    const known = this.#known.get(trial.id)
    if (known?.stamp === stamp) return known.state
    const state = stateOf(this.folder, trial)
    this.#known.set(trial.id, { stamp, state })
    return state
  }

  /** Whether a process is at work on it. */
  isRun(trial: Trial): boolean {
    return runnerOf(runFolder(join(this.folder.path, trial.name)), this.lock) !== null
  }
}
