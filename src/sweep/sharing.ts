/** Which trial trains what for which others: a pure function of the trials, in their order, and of what has begun. */
import type { TaskCompanions } from '../plan/companions.js'
import type { Trial } from './expand.js'
import { covers, extended, keptAt, type Stages, stagesOf } from './stages.js'

/** What a trial that has begun can still give. */
export interface Begun {
  readonly companions: readonly TaskCompanions[]
  /** True when the end of this task's training is kept on disk, or is still to come. */
  readonly gives: (task: number) => boolean
}

export interface Adoption {
  readonly from: Trial
  readonly task: number
}

export interface Sharing {
  /** Where a trial begins; absent: at the start. */
  readonly adoptions: ReadonlyMap<string, Adoption>
  /** What trials that have not begun are to carry, by id. */
  readonly companions: ReadonlyMap<string, readonly TaskCompanions[]>
}

interface Provider {
  readonly trial: Trial
  readonly stages: Stages
  readonly begun: Begun | null
}

export class Sharer {
  readonly #stages: ReadonlyMap<string, Stages>

  constructor(private readonly trials: readonly Trial[]) {
    this.#stages = new Map(trials.map((trial) => [trial.id, stagesOf(trial.experiment)] as const))
  }

  /** @param begun what a trial that has begun can still give; null for one that has not */
  share(begun: (trial: Trial) => Begun | null): Sharing {
    const adoptions = new Map<string, Adoption>()
    const companions = new Map<string, Map<number, TaskCompanions>>()
    const providers = new Map<string, Provider[]>()
    for (const trial of this.trials) {
      const stages = this.#stages.get(trial.id)!
      const state = begun(trial)
      const adoption = state === null ? found(stages, providers) : null
      if (adoption !== null) {
        adoptions.set(trial.id, { from: adoption.trial, task: adoption.task })
        carry(companions, adoption, stages)
      }
      stages.training.forEach((key, task) => {
        if (task <= (adoption?.task ?? -1)) return
        const others = providers.get(key) ?? []
        providers.set(key, [...others, { trial, stages, begun: state }])
      })
    }
    const lists = [...companions].map(([id, tasks]) => [id, [...tasks.values()]] as const)
    return { adoptions, companions: new Map(lists) }
  }

  /** Updates that trials have to do, all of them and with what they adopt left out. */
  updates({ adoptions }: Sharing): { readonly all: number; readonly shared: number } {
    let [all, shared] = [0, 0]
    for (const trial of this.trials) {
      const { updates } = this.#stages.get(trial.id)!
      const first = (adoptions.get(trial.id)?.task ?? -1) + 1
      all += sum(updates)
      shared += sum(updates.slice(first))
    }
    return { all, shared }
  }

  zeroShot(trial: Trial): string {
    return this.#stages.get(trial.id)!.zeroShot
  }

  stages(trial: Trial): Stages {
    return this.#stages.get(trial.id)!
  }
}

type Found = Provider & { readonly task: number }

/** The latest end of training that a trial before this one has kept, or can be asked to keep. */
function found(wanted: Stages, providers: ReadonlyMap<string, readonly Provider[]>): Found | null {
  const canGive = ({ begun, stages }: Provider, task: number): boolean => {
    if (begun === null) return true
    const carried = begun.companions.find((one) => one.task === task)
    if (carried === undefined || !begun.gives(task)) return false
    return covers(keptAt(stages.own[task]!, carried), wanted.own[task]!)
  }
  for (const [task, key] of [...wanted.training.entries()].reverse()) {
    const provider = providers.get(key)?.find((one) => canGive(one, task))
    if (provider !== undefined) return { ...provider, task }
  }
  return null
}

function carry(
  companions: Map<string, Map<number, TaskCompanions>>,
  { trial, task, begun, stages: own }: Found,
  wanted: Stages,
): void {
  if (begun !== null) return
  const tasks = companions.get(trial.id) ?? new Map<number, TaskCompanions>()
  const carried = tasks.get(task) ?? { task, averages: [], task_start: false }
  companions.set(trial.id, tasks.set(task, extended(carried, own.own[task]!, wanted.own[task]!)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
