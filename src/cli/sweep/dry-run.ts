/** `zscl sweep --dry-run`: the trials, how they stand, and what is left to do. */
import type { Sweep } from '../../config/sweep.js'
import { listRunFolders } from '../../journal/folder.js'
import { readState } from '../../journal/read-state.js'
import type { RunState } from '../../journal/state.js'
import { readSummary } from '../../journal/summary.js'
import { costOf, type Pace, paceOf, secondsFor } from '../../sweep/cost.js'
import { TrialStates } from '../../sweep/elsewhere.js'
import { labelOf, type Trial } from '../../sweep/expand.js'
import { sweepFolder } from '../../sweep/folder.js'
import { Sharer, type Sharing } from '../../sweep/sharing.js'
import { count, plural, roughly } from '../../view/format.js'
import { type Context, runsFolder } from '../shared/context.js'
import type { RunsOption } from '../shared/options.js'
import { lockOptions } from '../shared/scheduler.js'
import { slotsOf } from './slots.js'

interface Options extends RunsOption {
  readonly share: boolean
  readonly jobs?: number
}

const nothing: Sharing = { adoptions: new Map(), companions: new Map() }

export function dryRun(
  context: Context,
  sweep: Sweep,
  trials: readonly Trial[],
  { share, runs, jobs: wanted }: Options,
): void {
  const place = runsFolder(context, runs)
  const states = new TrialStates(sweepFolder(place, sweep.name), lockOptions(context))
  const stateOf = new Map(trials.map((trial) => [trial.id, states.of(trial)] as const))
  const sharing = share ? new Sharer(trials).share(() => null) : nothing
  for (const trial of trials) {
    const from = sharing.adoptions.get(trial.id)
    const status = states.isRun(trial) ? 'running' : stateOf.get(trial.id)?.status
    const shared = from === undefined ? '' : `after task ${from.task + 1} of ${from.from.id}`
    const notes = [status ?? '', shared].filter(Boolean).join(', ')
    context.stdout.write(
      `${trial.id}  ${labelOf(trial.choice)}${notes === '' ? '' : `  (${notes})`}\n`,
    )
  }
  const open = trials.filter(({ id }) => stateOf.get(id)?.status !== 'finished')
  const { jobs } = slotsOf(context, sweep, trials, wanted)
  const pace = paceIn(place, trials, stateOf)
  context.stdout.write(`${inWords(sweep.name, trials, open, sharing, pace, jobs)}\n`)
}

function inWords(
  name: string,
  trials: readonly Trial[],
  open: readonly Trial[],
  sharing: Sharing,
  pace: Pace | null,
  jobs: number,
): string {
  const done = trials.length - open.length
  const counted = `${name}: ${plural(trials.length, 'trial')}${done > 0 ? `, ${done} finished` : ''}`
  if (open.length === 0) return `${counted}.`
  const cost = costOf(open, sharing)
  const alone = costOf(open, nothing)
  const saved = alone.updates - cost.updates
  const words = saved > 0 ? ` (sharing saves ${count(saved)})` : ''
  const time =
    pace === null
      ? 'How long that takes is known once a task of it was measured.'
      : `About ${roughly(secondsFor(cost, pace, jobs))} with ${jobs} at once, at the pace of ${pace.from}.`
  return `${counted}; ${plural(cost.updates, 'update')} to do${words}. ${time}`
}

/** Of a trial, else of a run of the same benchmark, recipe and model. */
function paceIn(
  place: string,
  trials: readonly Trial[],
  states: ReadonlyMap<string, RunState | null>,
): Pace | null {
  for (const trial of trials) {
    const state = states.get(trial.id)
    const pace = state ? paceOf(trial.name, state) : null
    if (pace !== null) return pace
  }
  for (const folder of listRunFolders(place)) {
    const summary = readSummary(folder)
    const isLike =
      !('problem' in summary) &&
      trials.some(
        ({ experiment: { benchmark, recipe, model } }) =>
          summary.benchmark === benchmark.name &&
          summary.recipe === recipe.name &&
          summary.model === model.name,
      )
    const pace = isLike ? paceOf(folder.name, readState(folder)) : null
    if (pace !== null) return pace
  }
  return null
}
