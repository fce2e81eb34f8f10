/** Where a trial begins that runs in a process of its own: decided when it was submitted, noted in its folder. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { resolve } from '../config/resolve.js'
import { parseYaml } from '../config/yaml.js'
import type { RunDependencies } from '../engine/run.js'
import { type RunFolder, readText, runFolder, writeDurably } from '../journal/folder.js'
import { readState } from '../journal/read-state.js'
import { readJson } from '../journal/written.js'
import type { TaskCompanions } from '../plan/companions.js'
import { adoptStage, adoptZeroShot, type Source } from './adopt.js'
import type { Trial } from './expand.js'
import { stagesOf } from './stages.js'

export interface Planned {
  /** The trial that has been there, and the task whose training it shares; null: from the start. */
  readonly from: { readonly name: string; readonly task: number } | null
  /** Trials that measure the same before training. */
  readonly zero_shot: readonly string[]
}

/** Notes what a trial carries for others, and where it begins. The run must not have begun. */
export function notePlan(
  folder: RunFolder,
  planned: Planned,
  companions: readonly TaskCompanions[] | undefined,
): void {
  if (companions !== undefined)
    writeDurably(folder.companions, `${JSON.stringify(companions, null, 2)}\n`)
  writeDurably(folder.sharing, `${JSON.stringify(planned)}\n`)
}

/** What lets the run of this folder begin as it was planned; what is not there after all is computed again. */
export function plannedAdoption(folder: RunFolder): RunDependencies['adopt'] {
  if (!existsSync(folder.sharing)) return undefined
  const { from, zero_shot } = readJson(folder.sharing, 'where this trial begins') as Planned
  return (journal, own, plan) => {
    const { trial, stages } = sourceAt(own)
    const target = { trial, stages, folder: own, journal, plan }
    const beside = (name: string) => runFolder(join(dirname(own.path), name))
    if (from !== null && isBegun(beside(from.name)))
      if (adoptStage(target, sourceAt(beside(from.name)), from.task)) return
    for (const other of zero_shot.map(beside).filter(isBegun))
      if (adoptZeroShot(target, sourceAt(other))) return
  }
}

function isBegun(folder: RunFolder): boolean {
  return existsSync(folder.experiment) && readState(folder).run !== null
}

function sourceAt(folder: RunFolder): Source {
  const written = parseYaml(readText(folder.experiment), folder.experiment)
  const experiment = resolve(written as Parameters<typeof resolve>[0], folder.experiment)
  const trial: Trial = { id: folder.name, name: folder.name, choice: {}, experiment }
  return { trial, folder, state: readState(folder), stages: stagesOf(experiment) }
}
