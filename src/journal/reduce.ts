/** From events to the state of a run: the only place where it changes. */

import type { Timings } from '../metrics/estimate.js'
import { JournalError } from './errors.js'
import type { Evaluated, JournalEvent, Rewound, RunStarted, StageAdopted } from './events.js'
import { withMatrix } from './matrix.js'
import { initialState, type RunState } from './state.js'

/**
 * The state after one more event; never changes its arguments.
 * @throws JournalError 'corrupt-journal': a line can be whole and say too little, where it was written by hand
 */
export function reduce(state: RunState, event: JournalEvent): RunState {
  try {
    return { ...change(state, event), updated_at: event.at }
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new JournalError(
      'corrupt-journal',
      `line ${event.seq} of the journal (\`${event.kind}\`) is incomplete. Restore the journal from a backup.`,
      { cause },
    )
  }
}

export function fold(events: Iterable<JournalEvent>): RunState {
  let state = initialState
  for (const event of events) state = reduce(state, event)
  return state
}

function change(state: RunState, event: JournalEvent): RunState {
  switch (event.kind) {
    case 'run-started':
      return started(event)
    case 'worker-started':
      return {
        ...state,
        status: 'running',
        worker: event,
        error: null,
        timings: { ...state.timings, set_up: state.timings.set_up + event.seconds },
      }
    case 'task-started':
      return {
        ...advanced(state, event.step),
        task: event.task,
        reference_images: event.reference_images ?? 0,
        reference_texts: event.reference_texts ?? 0,
      }
    case 'trained':
      return trained(state, event)
    case 'weights-changed':
      return spent(advanced(state, event.step), 'weights', event.seconds)
    case 'evaluated':
      return evaluated(state, event)
    case 'checkpoint-saved':
      return {
        ...spent({ ...state, next_step: event.next_step }, 'save', event.seconds),
        checkpoints: [...state.checkpoints, event],
      }
    case 'stage-saved':
      return {
        ...spent(advanced(state, event.step), 'save', event.seconds),
        stages: [...state.stages, event],
      }
    case 'stage-adopted':
      return adopted(state, event)
    case 'model-published':
      return {
        ...spent(advanced(state, event.step), 'save', event.seconds),
        model_folder: event.folder,
      }
    case 'worker-lost':
      return { ...state, workers_lost: state.workers_lost + 1 }
    case 'rewound':
      return rewound(state, event)
    case 'paused':
      return { ...state, status: 'paused' }
    case 'continued':
      return { ...state, status: 'running' }
    case 'interrupted':
      return { ...state, status: 'interrupted' }
    case 'failed':
      return {
        ...state,
        status: 'failed',
        error: { code: event.code, message: event.message },
      }
    case 'finished':
      return { ...state, status: 'finished' }
    case 'requested':
      return state
    case 'warned':
      return { ...state, warnings: [...state.warnings, event.message] }
  }
}

function started(event: JournalEvent & RunStarted): RunState {
  const none = event.tasks.map(() => null)
  const alsoNone = (event.also_evaluate ?? []).map(() => null)
  return {
    ...initialState,
    run: event,
    started_at: event.at,
    updates_done: event.tasks.map(() => 0),
    history: event.tasks.map(() => []),
    zero_shot: none,
    matrix: event.tasks.map(() => none),
    seen: event.setting === 'class-incremental' ? none : null,
    also_zero_shot: alsoNone,
    also_matrix: event.tasks.map(() => alsoNone),
  }
}

function advanced(state: RunState, step: number): RunState {
  return { ...state, next_step: step + 1 }
}

function spent(state: RunState, kind: keyof Timings, seconds: number): RunState {
  return { ...state, timings: { ...state.timings, [kind]: state.timings[kind] + seconds } }
}

/** Terms that journals of earlier versions do not have. */
const later = { alignment: 0 }

function trained(state: RunState, event: JournalEvent & { kind: 'trained' }): RunState {
  const rows = event.losses.map((row, i) => ({
    ...later,
    ...row,
    learning_rate: event.learning_rates[i] ?? 0,
  }))
  const before = state.history[event.task]?.slice(0, event.first_update) ?? []
  const at = event.rest ? { ...state, next_step: event.step } : advanced(state, event.step)
  const next = spent(at, 'train', event.seconds)
  return {
    ...next,
    task: event.task,
    history: replaced(state.history, event.task, [...before, ...rows]),
    updates_done: replaced(state.updates_done, event.task, before.length + rows.length),
    updates_per_second: event.losses.length / event.seconds,
    images_per_second: event.images / event.seconds,
    memory_mib: event.memory_mib,
    peak_memory_mib: Math.max(state.peak_memory_mib, event.memory_mib),
    device_memory_mib: event.device_memory_mib,
  }
}

function evaluated(state: RunState, event: JournalEvent & Evaluated): RunState {
  const next = spent(advanced(state, event.step), 'evaluate', event.seconds)
  return withMatrix({ ...next, evaluations: [...state.evaluations, event] })
}

function adopted(state: RunState, event: JournalEvent & StageAdopted): RunState {
  const rows = event.training.map(({ losses, learning_rates }) =>
    losses.map((row, i) => ({ ...later, ...row, learning_rate: learning_rates[i] ?? 0 })),
  )
  return withMatrix({
    ...state,
    next_step: event.next_step,
    task: event.task,
    adopted:
      event.task < 0 ? null : { from: event.from, task: event.task, fork: event.fork === true },
    history: state.history.map((none, task) => rows[task] ?? none),
    updates_done: state.updates_done.map((none, task) => rows[task]?.length ?? none),
    evaluations: event.evaluations,
  })
}

/** Drops what came from steps that will be done again. */
function rewound(state: RunState, to: JournalEvent & Rewound): RunState {
  const updatesAt = (task: number, done: number) =>
    task < to.task ? done : task === to.task ? to.update : 0
  const updates_done = state.updates_done.map((done, task) => updatesAt(task, done))
  return withMatrix({
    ...state,
    next_step: to.next_step,
    task: to.task,
    adopted: to.task < (state.adopted?.task ?? 0) ? null : state.adopted,
    updates_done,
    history: state.history.map((rows, task) => rows.slice(0, updates_done[task])),
    evaluations: state.evaluations.filter((e) => e.step < to.next_step),
    checkpoints: state.checkpoints.filter((c) => c.next_step <= to.next_step),
    stages: state.stages.filter((stage) => stage.step < to.next_step),
    model_folder: null,
    error: null,
  })
}

function replaced<T>(values: readonly T[], index: number, value: T): readonly T[] {
  return values.map((old, i) => (i === index ? value : old))
}
