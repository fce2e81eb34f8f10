/** One run as a person follows it: worker, view and signals attached. */
import { join } from 'node:path'
import {
  createLauncher,
  killRemainingWorkers,
  type WarmStart,
  warmStart,
  warmStartAt,
} from '../../bridge/index.js'
import type { Experiment } from '../../config/schema.js'
import type { Engine } from '../../engine/engine.js'
import { type FinishedRun, type RunDependencies, runInFolder } from '../../engine/run.js'
import type { RunFolder } from '../../journal/folder.js'
import { shellQuoted } from '../../view/shell.js'
import { type Context, cacheFolder, dataFolder, runsFolder } from '../shared/context.js'
import { recordEnvironment } from '../shared/environment.js'
import { pythonPath } from '../shared/installed.js'
import { recordLogs } from '../shared/log.js'
import type { OutputOptions } from '../shared/options.js'
import { lockOptions } from '../shared/scheduler.js'
import { recordTensorboard } from '../shared/tensorboard.js'
import { openView } from '../shared/views.js'

/**
 * The real worker; `env` is added to its environment. `warm` forks it; without one, that of ZSCL_WARM, the socket of a
 * warm process that outlives single commands.
 */
export function dependencies(
  context: Context,
  env: Readonly<Record<string, string>> = {},
  warm: WarmStart | null = standingBy(context),
): RunDependencies {
  const python = {
    python: pythonPath(context),
    pythonPath: join(context.root, 'python'),
    env,
    warm,
  }
  const places = { cacheFolder: cacheFolder(context), dataFolder: dataFolder(context) }
  return { launch: createLauncher(python), places, lock: lockOptions(context) }
}

function standingBy({ env }: Context): WarmStart | null {
  // Another interpreter has other packages.
  return env['ZSCL_WARM'] && !env['ZSCL_PYTHON'] ? warmStartAt(env['ZSCL_WARM'], env) : null
}

/** A warm process for several workers of one command, or the one that stands by already. */
export function warmed(context: Context): WarmStart | null {
  return (
    standingBy(context) ?? warmStart(pythonPath(context), join(context.root, 'python'), context.env)
  )
}

/** Runs an experiment in its folder from wherever the folder's journal stands. */
export function runSession(
  context: Context,
  experiment: Experiment,
  folder: RunFolder,
  output: OutputOptions,
  own: Partial<RunDependencies> = {},
): Promise<FinishedRun> {
  const all = { ...dependencies(context), ...own }
  return runInFolder(experiment, folder, all, async (run) => {
    const { journal, engine, progress } = run
    const controls = stopControls(engine, () => exitAtOnce(context, resumeCommand(context, folder)))
    const view = await openView(context, output, folder, journal, progress, controls)
    const release = listenToSignals(
      {
        stop: () => {
          if (!output.scheduled) view.announceStop()
          controls.stop()
        },
        abort: () => {
          if (output.scheduled) return
          view.restoreTerminal()
          controls.abort()
        },
      },
      output.detached === true ? ['SIGINT', 'SIGTERM'] : undefined,
    )
    const recorders = [
      recordEnvironment(context, folder, journal),
      ...(output.tensorboard === false ? [] : [recordTensorboard(context, folder, journal)]),
    ]
    const endLogs = await recordLogs(context, output.log, folder, journal)
    return async () => {
      for (const end of recorders) end()
      release()
      await view.finish()
      await endLogs()
    }
  })
}

export interface StopControls {
  /** Finish the segment, checkpoint, exit 130. */
  stop(): void
  /** Exit at once; what is after the last checkpoint is lost. */
  abort(): void
  togglePause(): void
}

function stopControls(engine: Engine, abort: () => never): StopControls {
  return { stop: () => engine.stop(), abort, togglePause: () => engine.togglePause() }
}

/** `again` is the command that goes on. */
export function exitAtOnce({ stderr }: Context, again: string): never {
  killRemainingWorkers()
  stderr.write(
    `Exited immediately: work since the last checkpoint is lost. Continue with:\n  ${again}\n`,
  )
  process.exit(130)
}

function resumeCommand(context: Context, { name, path }: RunFolder): string {
  const isByName = path === join(runsFolder(context, undefined), name)
  return `zscl resume ${shellQuoted(isByName ? name : path)}`
}

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ctrl-C once stops, twice aborts. SIGTERM (Slurm) and SIGHUP (a lost ssh) stop as well; others that are not here pass. */
export function listenToSignals(
  controls: Pick<StopControls, 'stop' | 'abort'>,
  stopping: readonly NodeJS.Signals[] = STOPPING,
): () => void {
  let asked = false
  const onSignal = () => {
    if (asked) controls.abort()
    asked = true
    controls.stop()
  }
  const ignore = () => {}
  const reactions = STOPPING.map(
    (signal) => [signal, stopping.includes(signal) ? onSignal : ignore] as const,
  )
  for (const [signal, reaction] of reactions) process.on(signal, reaction)
  return () => {
    for (const [signal, reaction] of reactions) process.off(signal, reaction)
  }
}
