/** Sharing while a sweep runs: who waits for whom, what each carries, where each begins. */
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { companionsOf, type RunDependencies } from '../engine/run.js'
import { type RunFolder, runFolder, stageFolder, writeDurably } from '../journal/folder.js'
import type { TaskCompanions } from '../plan/companions.js'
import { adoptStage, adoptZeroShot, type Source } from './adopt.js'
import type { Trial } from './expand.js'
import type { SweepFolder } from './folder.js'
import type { TrialProgress, TrialStatus } from './progress.js'
import { type Begun, Sharer, type Sharing } from './sharing.js'

type Adopt = NonNullable<RunDependencies['adopt']>

export class SharedWork {
  readonly #sharer: Sharer
  readonly #companions = new Map<string, readonly TaskCompanions[]>()
  #latest: { readonly standing: string; readonly sharing: Sharing } | null = null

  constructor(
    private readonly trials: readonly Trial[],
    private readonly folder: SweepFolder,
    private readonly progressOf: (trial: Trial) => TrialProgress,
  ) {
    this.#sharer = new Sharer(trials)
  }

  /** False while a trial should wait for what another is computing. */
  isReady(trial: Trial): boolean {
    const adoption = this.#sharing().adoptions.get(trial.id)
    if (adoption === undefined) return true
    const { status, state } = this.progressOf(adoption.from)
    const isThere = state?.stages.some(({ task }) => task === adoption.task) ?? false
    return isThere || !isToCome(status)
  }

  /** True when another trial is to begin where this one has been. */
  isAwaited(trial: Trial): boolean {
    return [...this.#sharing().adoptions.values()].some(({ from }) => from.id === trial.id)
  }

  /**
   * Notes what a new trial carries; returns what lets it begin with what others have computed. The trial's folder must
   * be locked: another process may share out the same trials.
   */
  begin(trial: Trial, folder: RunFolder): Adopt {
    const { adoptions, companions } = this.#sharing()
    const carried = companions.get(trial.id)
    if (carried !== undefined && isNew(folder))
      writeDurably(folder.companions, `${JSON.stringify(carried, null, 2)}\n`)
    return (journal, own, plan) => {
      const target = { trial, stages: this.#sharer.stages(trial), folder: own, journal, plan }
      const adoption = adoptions.get(trial.id)
      const source = adoption === undefined ? null : this.#source(adoption.from)
      if (adoption !== undefined && source !== null && adoptStage(target, source, adoption.task))
        return
      const key = this.#sharer.zeroShot(trial)
      const same = this.trials.filter(
        (other) => other.id !== trial.id && this.#sharer.zeroShot(other) === key,
      )
      for (const other of same) {
        const found = this.#source(other)
        if (found !== null && adoptZeroShot(target, found)) return
      }
    }
  }

  /** Removes what was kept for others, once there are none left that need it. */
  forget(): void {
    for (const trial of this.trials)
      rmSync(this.#folderOf(trial).stages, { recursive: true, force: true })
  }

  /** Computed again only when a trial has begun, ended or kept something. */
  #sharing(): Sharing {
    const standing = this.trials
      .map((trial) => {
        const { status, state } = this.progressOf(trial)
        return `${status} ${state?.run != null} ${state?.stages.length ?? 0}`
      })
      .join('\n')
    if (this.#latest?.standing !== standing)
      this.#latest = { standing, sharing: this.#sharer.share((trial) => this.#begun(trial)) }
    return this.#latest.sharing
  }

  #begun(trial: Trial): Begun | null {
    const { state, status } = this.progressOf(trial)
    if (state === null || state.run === null) return null
    const folder = this.#folderOf(trial)
    return {
      companions: this.#carriedBy(trial, folder),
      gives: (task) =>
        state.stages.some((stage) => stage.task === task)
          ? existsSync(stageFolder(folder, task))
          : isToCome(status),
    }
  }

  /** Fixed once a trial has begun. */
  #carriedBy(trial: Trial, folder: RunFolder): readonly TaskCompanions[] {
    const known = this.#companions.get(trial.id) ?? companionsOf(folder)
    this.#companions.set(trial.id, known)
    return known
  }

  #source(trial: Trial): Source | null {
    const { state } = this.progressOf(trial)
    if (state === null || state.run === null) return null
    return { trial, folder: this.#folderOf(trial), state, stages: this.#sharer.stages(trial) }
  }

  #folderOf(trial: Trial): RunFolder {
    return runFolder(join(this.folder.path, trial.name))
  }
}

/** Whether its stages may still come. */
function isToCome(status: TrialStatus): boolean {
  return status === 'waiting' || status === 'running' || status === 'elsewhere'
}

function isNew({ journal }: RunFolder): boolean {
  return (statSync(journal, { throwIfNoEntry: false })?.size ?? 0) === 0
}
