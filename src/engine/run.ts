/** One run from lock to lock: journal and engine put together on a run folder. */
import { existsSync } from 'node:fs'
import type { LaunchWorker, Progress } from '../bridge/worker.js'
import { digest } from '../config/resolve.js'
import type { Experiment } from '../config/schema.js'
import { warnings } from '../config/warnings.js'
import { JournalError } from '../journal/errors.js'
import type { RunStarted } from '../journal/events.js'
import { isLost, lostJournal, type RunFolder } from '../journal/folder.js'
import type { LockOptions } from '../journal/holder.js'
import { Journal } from '../journal/journal.js'
import { lockRunFolder } from '../journal/lock.js'
import { showPresence } from '../journal/presence.js'
import type { RunState } from '../journal/state.js'
import { readJson } from '../journal/written.js'
import type { TaskCompanions } from '../plan/companions.js'
import { plan } from '../plan/plan.js'
import { updatesOf } from '../plan/schedule.js'
import type { Step } from '../plan/step.js'
import type { Places } from './commands.js'
import { Engine, type RunResult } from './engine.js'
import { steer } from './steering.js'

export interface RunDependencies {
  readonly launch: LaunchWorker
  readonly places: Places
  /** What the lock of the folder should know of schedulers. */
  readonly lock?: LockOptions
  /** Called once the folder is this process's alone, before anything in it is read. */
  readonly prepare?: (folder: RunFolder) => void
  /** Lets a new run begin with what another has computed. */
  readonly adopt?: (journal: Journal, folder: RunFolder, plan: readonly Step[]) => void
}

/** A run that is about to go: what views and signals attach to. */
export interface OpenRun {
  readonly folder: RunFolder
  readonly journal: Journal
  readonly engine: Engine
  /** What the worker is doing right now. */
  readonly progress: () => Progress | null
}

export interface FinishedRun {
  readonly result: RunResult
  readonly state: RunState
}

/** A run that began and could not end; its folder keeps everything up to the last checkpoint. */
export class RunFailed extends Error {
  override readonly name = 'RunFailed'
  constructor(
    readonly folder: RunFolder,
    options: { readonly cause: unknown },
  ) {
    super(`the run ${folder.name} failed`, options)
  }
}

/**
 * Runs an experiment in its folder from wherever the folder's journal stands.
 * @param attach called before the first step; what it returns is awaited at the end, however that comes
 * @throws RunFailed, and JournalError when the folder is in use or its journal damaged
 */
export async function runInFolder(
  experiment: Experiment,
  folder: RunFolder,
  { launch, places, lock, prepare, adopt }: RunDependencies,
  attach: (run: OpenRun) => Promise<() => Promise<void>>,
): Promise<FinishedRun> {
  const unlock = lockRunFolder(folder, lock)
  try {
    prepare?.(folder)
    const journal = new Journal(folder.journal)
    try {
      if (isLost(folder, journal.lines)) throw lostJournal(folder)
      const companions = companionsOf(folder)
      const steps = plan(experiment, companions)
      let latest: Progress | null = null
      const onProgress = (progress: Progress) => {
        latest = progress
      }
      const options = { experiment, plan: steps, folder, journal, launch, places, onProgress }
      const engine = new Engine(options)
      const detach = await attach({ folder, journal, engine, progress: () => latest })
      const onLost = () => journal.forbid(takenOver(folder))
      const presence = { latest: () => latest, onLost, ...(lock?.job && { job: lock.job }) }
      const ends = [showPresence(folder, presence), steer(folder, journal, engine)]
      try {
        if (journal.state.run === null) {
          begin(journal, experiment, folder, steps)
          adopt?.(journal, folder, steps)
        }
        return { result: await engine.run(), state: journal.state }
      } catch (cause) {
        throw new RunFailed(folder, { cause })
      } finally {
        for (const end of ends) end()
        await detach()
      }
    } finally {
      journal.close()
    }
  } finally {
    unlock()
  }
}

/**
 * Begins a run without a worker: its journal starts, and `adopt` may let it begin with what another has computed. It
 * goes on with `runInFolder`.
 */
export function beginRun(
  experiment: Experiment,
  folder: RunFolder,
  adopt: NonNullable<RunDependencies['adopt']>,
): void {
  const unlock = lockRunFolder(folder)
  const journal = new Journal(folder.journal)
  try {
    const steps = plan(experiment, companionsOf(folder))
    begin(journal, experiment, folder, steps)
    adopt(journal, folder, steps)
  } finally {
    journal.close()
    unlock()
  }
}

function takenOver({ path }: RunFolder): JournalError {
  return new JournalError(
    'in-use',
    `the run folder ${path} was taken over by another process: this one was stalled for so long that it was considered dead. ` +
      'It writes nothing more; the run continues there.',
  )
}

/** What the tasks of this run carry for others: noted in its folder before it begins. */
export function companionsOf(folder: RunFolder): readonly TaskCompanions[] {
  if (!existsSync(folder.companions)) return []
  return readJson(
    folder.companions,
    'what this trial carries for others',
  ) as readonly TaskCompanions[]
}

function begin(
  journal: Journal,
  experiment: Experiment,
  folder: RunFolder,
  steps: readonly Step[],
) {
  journal.append(runStarted(experiment, folder, steps))
  for (const message of warnings(experiment)) journal.append({ kind: 'warned', message })
}

function runStarted(experiment: Experiment, folder: RunFolder, steps: readonly Step[]): RunStarted {
  const { benchmark, recipe, model, seed } = experiment
  return {
    kind: 'run-started',
    name: folder.name,
    recipe: recipe.name,
    benchmark: benchmark.name,
    protocol: benchmark.protocol,
    model: [model.name, model.pretrained].filter(Boolean).join(' '),
    seed,
    ...(benchmark.setting === 'class-incremental' && { setting: benchmark.setting }),
    tasks: benchmark.tasks.map((task) => task.name),
    ...(benchmark.also_evaluate.length > 0 && {
      also_evaluate: benchmark.also_evaluate.map((dataset) => dataset.name),
    }),
    updates: benchmark.tasks.map((_, task) =>
      recipe.trains === 'none' ? 0 : updatesOf(experiment, task),
    ),
    steps: steps.length,
    experiment_digest: digest(experiment),
  }
}
