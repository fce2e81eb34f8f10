/** Which trials go to a cluster together, and after whom: a pure function of how they stand. */
import { existsSync } from 'node:fs'
import { canonical } from '../config/resolve.js'
import { companionsOf } from '../engine/run.js'
import { type RunFolder, stageFolder } from '../journal/folder.js'
import type { RunState } from '../journal/state.js'
import type { TaskCompanions } from '../plan/companions.js'
import type { Trial } from './expand.js'
import type { Planned } from './planned.js'
import { type Begun, Sharer } from './sharing.js'

export interface Candidate {
  readonly trial: Trial
  readonly folder: RunFolder
  readonly state: RunState | null
  /** To be submitted now. */
  readonly isTodo: boolean
  /** Waits or runs, in a job or in another process. */
  readonly isLive: boolean
  /** The job that it waits or runs in. */
  readonly job: string | null
}

export interface Group {
  readonly trials: readonly Trial[]
  /** What must have ended before: a job that is there, or a trial of an earlier group. */
  readonly after: { readonly job: string } | { readonly trial: Trial } | null
}

export interface Submission {
  /** In the order in which they are to be submitted. */
  readonly groups: readonly Group[]
  /** For trials that have not begun, by id. */
  readonly plans: ReadonlyMap<
    string,
    { readonly planned: Planned; readonly companions: readonly TaskCompanions[] | undefined }
  >
}

/** Enough to find one that has measured already. */
const MOST_ZERO_SHOT = 8

export function submissionOf(candidates: readonly Candidate[], share: boolean): Submission {
  const todo = candidates.filter(({ isTodo }) => isTodo)
  if (!share) return { groups: grouped(todo, () => null), plans: new Map() }
  const byId = new Map(candidates.map((one) => [one.trial.id, one] as const))
  const sharer = new Sharer(candidates.map(({ trial }) => trial))
  const { adoptions, companions } = sharer.share((trial) => begun(byId.get(trial.id)!))
  const zeroShot = Map.groupBy(candidates, ({ trial }) => sharer.zeroShot(trial))
  const plans = todo.filter(isNew).map(({ trial }) => {
    const adoption = adoptions.get(trial.id)
    const same = zeroShot.get(sharer.zeroShot(trial)) ?? []
    const names = same.map((one) => one.trial).filter((other) => other.id !== trial.id)
    const planned: Planned = {
      from: adoption === undefined ? null : { name: adoption.from.name, task: adoption.task },
      zero_shot: names.slice(0, MOST_ZERO_SHOT).map(({ name }) => name),
    }
    return [trial.id, { planned, companions: companions.get(trial.id) }] as const
  })
  const provider = ({ trial }: Candidate) => {
    const from = adoptions.get(trial.id)?.from
    return from === undefined ? null : byId.get(from.id)!
  }
  return { groups: grouped(todo, provider), plans: new Map(plans) }
}

/** A job that waits has its plan already. */
function isNew({ state }: Candidate): boolean {
  return state === null || state.run === null
}

/** What a trial gives whose plan stands: it has begun, or waits in the queue with what it is to carry. */
function begun(one: Candidate): Begun | null {
  const { folder, state, isLive, isTodo } = one
  if (isNew(one) && !isLive) return null
  return {
    companions: companionsOf(folder),
    gives: (task) =>
      state?.stages.some((stage) => stage.task === task)
        ? existsSync(stageFolder(folder, task))
        : isLive || isTodo,
  }
}

/** Trials that wait for the same and ask for the same go together. */
function grouped(
  todo: readonly Candidate[],
  providerOf: (one: Candidate) => Candidate | null,
): Group[] {
  const depths = new Map<string, number>()
  const placed = todo.map((one) => {
    const provider = providerOf(one)
    const isBefore = provider?.isTodo ?? false
    const depth = isBefore ? (depths.get(provider!.trial.id) ?? 0) + 1 : 0
    depths.set(one.trial.id, depth)
    return { trial: one.trial, depth, after: afterOf(provider) }
  })
  const groups = Map.groupBy(placed, ({ trial, depth, after }) => {
    const { resources, device, devices, threads } = trial.experiment
    const whom = after === null ? '' : 'job' in after ? after.job : after.trial.id
    return canonical([depth, whom, resources ?? null, device, devices ?? null, threads])
  })
  return [...groups.values()]
    .sort(([a], [b]) => a!.depth - b!.depth)
    .map((list) => ({ trials: list.map(({ trial }) => trial), after: list[0]!.after }))
}

function afterOf(provider: Candidate | null): Group['after'] {
  if (provider === null) return null
  if (provider.isTodo) return { trial: provider.trial }
  return provider.job === null ? null : { job: provider.job }
}
