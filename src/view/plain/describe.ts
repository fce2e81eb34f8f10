/** One event in words, without a time stamp; null for events that are not worth a line. */
import type { JournalEvent, RunStarted, Trained } from '../../journal/events.js'
import type { RunState } from '../../journal/state.js'
import { secondsLeft, workSeconds } from '../../metrics/estimate.js'
import {
  bytes,
  compact,
  count,
  duration,
  percent,
  plural,
  rate,
  roughly,
  signed,
} from '../format.js'
import { clean } from '../span.js'
import { shownTerms, termNames } from '../terms.js'

type Kind<K extends JournalEvent['kind']> = JournalEvent & { kind: K }

/** `state` is the state after the event. */
export function describe(event: JournalEvent, state: RunState): string | null {
  switch (event.kind) {
    case 'run-started':
      return runStarted(event)
    case 'worker-started':
      return workerStarted(event)
    case 'task-started':
      return `${taskName(state, event.task)} begins, ${plural(state.run?.updates[event.task] ?? 0, 'update')}${references(event)}`
    case 'trained':
      return trained(event, state)
    case 'evaluated':
      return evaluated(event, state)
    case 'weights-changed':
      return null
    case 'checkpoint-saved':
      return checkpointSaved(event)
    case 'stage-saved':
      return `end of training of ${taskName(state, event.task)} kept for other trials (${duration(event.seconds)})`
    case 'stage-adopted':
      return event.task < 0
        ? `zero-shot numbers reused from ${event.from}`
        : `${event.fork ? 'fork: everything' : 'training'} up to ${taskName(state, event.task)} reused from ${clean(event.from)}`
    case 'model-published':
      return `model exported to ${event.folder} (${duration(event.seconds)})`
    case 'warned':
      return `warning: ${clean(event.message)}`
    default:
      return turn(event, state)
  }
}

/** Events that change the course of the run. */
function turn(
  event: Kind<
    | 'worker-lost'
    | 'rewound'
    | 'paused'
    | 'continued'
    | 'interrupted'
    | 'failed'
    | 'finished'
    | 'requested'
  >,
  state: RunState,
): string {
  switch (event.kind) {
    case 'worker-lost':
      return `worker lost (${event.code}): ${clean(event.message)}`
    case 'rewound':
      return rewound(event, state)
    case 'paused':
    case 'continued':
      return event.kind
    case 'requested':
      return `${clean(event.by)} asks: ${event.wish}`
    case 'interrupted':
      return 'interrupted; everything is saved; `zscl resume` continues from here'
    case 'failed':
      return failed(event)
    case 'finished':
      return `finished in ${duration(workSeconds(state))}`
  }
}

function runStarted(run: RunStarted): string {
  const updates = run.updates.reduce((sum, n) => sum + n, 0)
  return (
    `run ${run.name}: recipe ${run.recipe}, benchmark ${run.benchmark} (protocol ${run.protocol}), ` +
    `model ${run.model}, seed ${run.seed}, ${plural(run.tasks.length, 'task')}, ${plural(updates, 'update')}`
  )
}

function workerStarted(event: Kind<'worker-started'>): string {
  const again = event.epoch > 1 ? ` (launch ${event.epoch})` : ''
  return (
    `worker ready${again} on ${event.device}: ${event.precision}, ${plural(event.threads, 'thread')}, ` +
    `${count(event.parameters_trained)} of ${plural(event.parameters, 'parameter')} train, ` +
    `torch ${event.versions.torch}, open_clip ${event.versions.open_clip}, set-up ${duration(event.seconds)}` +
    (event.epoch > 1 ? '' : `; training + test images: ${event.datasets.map(sizes).join(', ')}`)
  )
}

const sizes = ({ name, train_size, test_size }: Kind<'worker-started'>['datasets'][number]) =>
  `${clean(name)} ${count(train_size)} + ${count(test_size)}`

function trained(event: Trained, state: RunState): string {
  const row = event.losses.at(-1)
  const done = event.first_update + event.losses.length
  const terms = shownTerms(state.history[event.task] ?? [])
  const losses = terms.map((term) => `${termNames[term]} ${compact(row?.[term] ?? 0)}`).join(', ')
  const left = secondsLeft(state, state.updates_per_second)
  return (
    `${taskName(state, event.task)}: update ${done}/${state.run?.updates[event.task] ?? '?'}, ` +
    `loss ${losses || '0'}, lr ${(event.learning_rates.at(-1) ?? 0).toExponential(1)}, ` +
    `${rate(state.updates_per_second ?? 0)} updates/s${left === null ? '' : `, about ${roughly(left)} left`}`
  )
}

function references({ reference_images, reference_texts }: Kind<'task-started'>): string {
  const parts = [
    ...(reference_images ? [plural(reference_images, 'reference image')] : []),
    ...(reference_texts ? [plural(reference_texts, 'reference text')] : []),
  ]
  return parts.length > 0 ? `, ${parts.join(' and ')}` : ''
}

function evaluated(event: Kind<'evaluated'>, state: RunState): string {
  const value = (100 * event.correct) / event.total
  const zeros = [...state.zero_shot, ...state.also_zero_shot]
  const zero = zeros[event.dataset_index] ?? null
  const when = event.after_task < 0 ? 'zero-shot' : `after ${taskName(state, event.after_task)}`
  const change =
    event.after_task < 0 || zero === null || !isLikeZeroShot(event, state)
      ? ''
      : ` (zero-shot ${percent(zero)}, ${signed(value - zero)})`
  const variant = event.variant === '' ? '' : ` [${event.variant}]`
  return `${when}${variant}: ${event.dataset} ${percent(value)} %${change}`
}

/** Class-incremental: before training all classes compete, and so again only after the last task. */
function isLikeZeroShot(event: Kind<'evaluated'>, { seen }: RunState): boolean {
  return seen === null || event.after_task === seen.length - 1 || event.dataset_index >= seen.length
}

function checkpointSaved(event: Kind<'checkpoint-saved'>): string {
  const size = event.files.reduce((sum, file) => sum + file.bytes, 0)
  return `checkpoint ${event.folder} (${bytes(size)}, ${duration(event.seconds)})`
}

function rewound(event: Kind<'rewound'>, state: RunState): string {
  const from = event.checkpoint === null ? 'the start' : event.checkpoint
  const at = event.task < 0 ? '' : `: ${taskName(state, event.task)}, update ${event.update}`
  return `${event.reason === 'resumed' ? 'resumed' : 'going on'} from ${from}${at}`
}

function failed(event: Kind<'failed'>): string {
  const from = event.checkpoint === null ? '' : `; last good checkpoint ${event.checkpoint}`
  return `failed (${event.code}): ${clean(event.message)}${from}`
}

function taskName(state: RunState, task: number): string {
  const tasks = state.run?.tasks ?? []
  return `task ${task + 1}/${tasks.length} ${tasks[task] ?? ''}`
}
