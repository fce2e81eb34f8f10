/** One run from lock to lock: journal, engine, view and signals put together. */
import { join } from 'node:path'
import { createLauncher, killRemainingWorkers, type Progress } from '../bridge/index.js'
import { warnings } from '../config/checks.js'
import { digest } from '../config/resolve.js'
import type { Experiment } from '../config/schema.js'
import { Engine, type RunResult } from '../engine/engine.js'
import type { RunStarted } from '../journal/events.js'
import type { RunFolder } from '../journal/folder.js'
import { Journal } from '../journal/journal.js'
import { lockRunFolder } from '../journal/lock.js'
import type { RunState } from '../journal/state.js'
import { plan } from '../plan/plan.js'
import { updatesOf } from '../plan/schedule.js'
import type { Step } from '../plan/step.js'
import { type Context, cacheFolder, pythonPath } from './context.js'
import { recordEnvironment } from './environment.js'
import type { OutputOptions } from './options.js'
import { openView, type View } from './views.js'

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

export interface SessionResult {
  readonly result: RunResult
  readonly state: RunState
}

/** Runs an experiment in its folder from wherever the folder's journal stands. */
export async function runSession(
  context: Context,
  experiment: Experiment,
  folder: RunFolder,
  output: OutputOptions,
): Promise<SessionResult> {
  const unlock = lockRunFolder(folder)
  try {
    const journal = new Journal(folder.journal)
    try {
      const result = await runWithJournal(context, experiment, folder, journal, output)
      return { result, state: journal.state }
    } finally {
      journal.close()
    }
  } finally {
    unlock()
  }
}

async function runWithJournal(
  context: Context,
  experiment: Experiment,
  folder: RunFolder,
  journal: Journal,
  output: OutputOptions,
): Promise<RunResult> {
  const steps = plan(experiment)
  let progress: Progress | null = null
  const engine = new Engine({
    experiment,
    plan: steps,
    folder,
    journal,
    launch: createLauncher({
      python: pythonPath(context),
      pythonPath: join(context.root, 'python'),
    }),
    cacheFolder: cacheFolder(context),
    onProgress: (latest) => {
      progress = latest
    },
  })
  const controls = stopControls(engine)
  const view = await openView(context, output, folder, journal, () => progress, controls)
  const release = listenToSignals(controls, view)
  const unsubscribe = recordEnvironment(context, folder, journal)
  try {
    if (journal.state.run === null) begin(journal, experiment, folder, steps)
    return await engine.run()
  } catch (cause) {
    throw new RunFailed(folder, { cause })
  } finally {
    unsubscribe()
    release()
    await view.finish()
  }
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
    tasks: benchmark.tasks.map((task) => task.name),
    updates: benchmark.tasks.map((_, task) =>
      recipe.trains === 'none' ? 0 : updatesOf(experiment, task),
    ),
    steps: steps.length,
    experiment_digest: digest(experiment),
  }
}

export interface StopControls {
  /** Finish the segment, checkpoint, exit 130. */
  stop(): void
  /** Exit at once; what is after the last checkpoint is lost. */
  abort(): void
  togglePause(): void
}

function stopControls(engine: Engine): StopControls {
  return {
    stop: () => engine.stop(),
    abort: () => {
      killRemainingWorkers()
      process.exit(130)
    },
    togglePause: () => engine.togglePause(),
  }
}

/** Ctrl-C once stops, twice aborts. SIGTERM (Slurm) and SIGHUP (a lost ssh) stop as well. */
function listenToSignals(controls: StopControls, view: View): () => void {
  let asked = false
  const onSignal = () => {
    if (asked) {
      view.restoreTerminal()
      controls.abort()
    }
    asked = true
    view.announceStop()
    controls.stop()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  return () => {
    for (const signal of signals) process.off(signal, onSignal)
  }
}
