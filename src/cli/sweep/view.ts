/** A sweep as a live screen, as timestamped lines, or as JSON. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { regular } from '../../journal/regular.js'
import { runMetrics } from '../../metrics/results.js'
import { labelOf } from '../../sweep/expand.js'
import type { SweepFolder } from '../../sweep/folder.js'
import { groups } from '../../sweep/groups.js'
import type { TrialProgress } from '../../sweep/progress.js'
import { duration, localTimeOf, percent, roughly } from '../../view/format.js'
import { clean } from '../../view/span.js'
import { isInteractive } from '../../view/terminal/environment.js'
import type { LiveView, SweepTrial } from '../../view/terminal/live-view.js'
import type { Context } from '../shared/context.js'
import type { OutputOptions } from '../shared/options.js'
import { screens } from '../shared/views.js'

export interface SweepView {
  accept(change: TrialProgress, all: readonly TrialProgress[]): void
  announceStop(): void
  /** Gives the terminal back at once, on the way out. */
  restoreTerminal(): void
  finish(): Promise<void>
}

export interface SweepControls {
  stop(): void
  abort(): void
}

/** Seconds between two lines about what is running. */
const QUIET_SECONDS = 30
const LOG_LINES = 15

/** The live screen for a person at a terminal, else plain lines, or JSON when asked. */
export async function sweepView(
  context: Context,
  options: OutputOptions,
  total: number,
  folder: SweepFolder,
  controls: SweepControls,
): Promise<SweepView> {
  const { stdout, stderr, env } = context
  if (!options.json && !options.plain && isInteractive(env, stdout, process.stdin))
    return await liveView(context, folder, controls)
  const announceStop = () => {
    stderr.write('Stopping: running trials save what is done. Ctrl-C again to exit immediately.\n')
  }
  const accept = options.json
    ? jsonLines((line) => stdout.write(`${line}\n`))
    : plainLines((line) => stdout.write(`${localTimeOf(new Date())}  ${line}\n`), total, folder)
  return { accept, announceStop, restoreTerminal: () => {}, finish: async () => {} }
}

async function liveView(
  context: Context,
  folder: SweepFolder,
  controls: SweepControls,
): Promise<SweepView> {
  const { startSweepView } = await screens(context)
  let latest: readonly TrialProgress[] = []
  let trials: readonly SweepTrial[] = []
  const listeners = new Set<() => void>()
  const feed = {
    name: basename(folder.path),
    getTrials: () => trials,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  // Opened with the first trials: what they had done before is no work of this call.
  let live: LiveView | null = null
  const restoreTerminal = () => live?.leave()
  const abort = () => {
    restoreTerminal()
    controls.abort()
  }
  return {
    accept: (_, all) => {
      latest = all
      trials = groups(all).flatMap((group) =>
        group.trials.map(({ trial, ...rest }) => ({
          label: labelOf(trial.choice),
          setting: group.label,
          ...rest,
        })),
      )
      live ??= startSweepView(feed, { ...controls, abort })
      for (const listener of listeners) listener()
    },
    announceStop: () => {},
    restoreTerminal,
    finish: async () => {
      await live?.finish()
      // The screen is gone, and with it why a trial failed.
      for (const line of latest.flatMap((one) => failureLines(folder, one)))
        context.stdout.write(`${line}\n`)
    },
  }
}

type Accept = SweepView['accept']

function jsonLines(write: (line: string) => void): Accept {
  const known = new Map<string, string>()
  return ({ trial, status, state, error }) => {
    if (known.get(trial.id) === status) return
    known.set(trial.id, status)
    const { id, name, choice } = trial
    const metrics = status === 'finished' && state ? runMetrics(state) : null
    write(JSON.stringify({ kind: 'trial', id, name, choice, status, error, ...metrics }))
  }
}

function plainLines(write: (line: string) => void, total: number, folder: SweepFolder): Accept {
  const known = new Map<string, TrialProgress['status']>()
  const began = performance.now()
  let last = began
  let found = 0
  return (change, all) => {
    const { trial, status, state } = change
    const before = known.get(trial.id)
    known.set(trial.id, status)
    if (before === undefined) {
      // The first call for each trial says what an earlier call has left.
      if (status === 'finished') found += 1
      if (known.size === total) write(`${total} trials, ${found} of them already done`)
      return
    }
    const done = all.filter((one) => one.status === 'finished' || one.status === 'failed').length
    if (before !== status) {
      const [first, ...tail] = failureLines(folder, change)
      write(`[${done}/${total}] ${first ?? `${labelOf(trial.choice)}: ${words(change)}`}`)
      for (const line of tail) write(line)
      return
    }
    if (state === null || performance.now() - last < 1000 * QUIET_SECONDS) return
    last = performance.now()
    write(`${runningNow(all)}${timeLeft(all, began)}`)
  }
}

/** Why a trial failed, and the last of what its worker said; nothing for one that did not. */
function failureLines(folder: SweepFolder, change: TrialProgress): string[] {
  if (change.status !== 'failed') return []
  const tail = logTail(folder, change).map((line) => `    ${clean(line)}`)
  return [`${labelOf(change.trial.choice)}: ${clean(words(change))}`, ...tail]
}

function words({ status, state, error }: TrialProgress): string {
  if (status === 'running') return 'begins'
  if (status === 'elsewhere') return 'is being run by another process'
  if (status !== 'finished' || state === null)
    return error === null ? status : `${status}: ${error}`
  const { transfer, average, last } = runMetrics(state)
  const time = Object.values(state.timings).reduce((sum, seconds) => sum + seconds, 0)
  return `Transfer ${percent(transfer)}, Avg ${percent(average)}, Last ${percent(last)} (${duration(time)})`
}

function runningNow(all: readonly TrialProgress[]): string {
  const running = all.filter(({ status }) => status === 'running')
  return running
    .map(({ trial, state }) => {
      const done = state?.updates_done.reduce((sum, n) => sum + n, 0) ?? 0
      const planned = state?.run?.updates.reduce((sum, n) => sum + n, 0) ?? 0
      return `${labelOf(trial.choice)} ${done}/${planned} updates`
    })
    .join('; ')
}

/** From the share of steps done since this call began; nothing before there is something to go by. */
function timeLeft(all: readonly TrialProgress[], began: number): string {
  const share = all.reduce((sum, { status, state }) => {
    if (status === 'finished' || status === 'failed') return sum + 1
    return sum + (state?.run ? state.next_step / state.run.steps : 0)
  }, 0)
  if (share < 0.5) return ''
  const seconds = ((performance.now() - began) / 1000) * ((all.length - share) / share)
  return `; about ${roughly(seconds)} left`
}

function logTail(folder: SweepFolder, { trial }: TrialProgress): string[] {
  try {
    const text = readFileSync(regular(join(folder.path, trial.name, 'worker.log')), 'utf8')
    return text.trimEnd().split('\n').filter(Boolean).slice(-LOG_LINES)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [] // it failed before there was a worker
    throw error
  }
}
