/** The state of a run: what its journal folds to. Views, resume and results read nothing else. */
import type { LossRow } from '../bridge/worker.js'
import type {
  CheckpointSaved,
  Evaluated,
  JournalEvent,
  Rewound,
  RunStarted,
  StageAdopted,
  StageSaved,
  WorkerStarted,
} from './events.js'

export type RunStatus = 'starting' | 'running' | 'paused' | 'interrupted' | 'failed' | 'finished'

/** One update as a view draws it. */
export interface UpdateRow extends LossRow {
  readonly learning_rate: number
}

export interface Timings {
  /** Seconds of work in Python by kind; work done twice after a crash counts twice. */
  readonly set_up: number
  readonly train: number
  readonly evaluate: number
  readonly weights: number
  readonly save: number
}

export interface RunState {
  readonly status: RunStatus
  readonly run: RunStarted | null
  readonly worker: WorkerStarted | null
  /** Index of the next step of the plan. */
  readonly next_step: number
  /** Task in progress, -1 before the first. */
  readonly task: number
  /** What the task in progress distils from; 0 = nothing, or its own images. */
  readonly reference_images: number
  readonly reference_texts: number
  /** Updates done, per task. */
  readonly updates_done: readonly number[]
  /** Rows of losses, per task. */
  readonly history: readonly (readonly UpdateRow[])[]
  /** Accuracy in percent; row -1 (zero-shot) apart, rows by after_task, columns by dataset; null = not yet. */
  readonly zero_shot: readonly (number | null)[]
  readonly matrix: readonly (readonly (number | null)[])[]
  /** Class-incremental: accuracy over all classes seen, after each task, and before training over all; else null. */
  readonly seen: readonly (number | null)[] | null
  readonly seen_zero_shot: number | null
  /** The same for the datasets that are only measured; they enter no metric. */
  readonly also_zero_shot: readonly (number | null)[]
  readonly also_matrix: readonly (readonly (number | null)[])[]
  /** Every evaluation that is valid, variants included, in order. */
  readonly evaluations: readonly Evaluated[]
  /** Checkpoints in order of saving; older ones may have been pruned from disk. */
  readonly checkpoints: readonly CheckpointSaved[]
  /** Ends of training that were kept for other trials. */
  readonly stages: readonly StageSaved[]
  readonly model_folder: string | null
  readonly timings: Timings
  /** Of the last segment: what the live screen shows. */
  readonly updates_per_second: number | null
  readonly images_per_second: number | null
  readonly memory_mib: number
  readonly peak_memory_mib: number
  readonly device_memory_mib: number
  readonly workers_lost: number
  readonly warnings: readonly string[]
  readonly error: { readonly code: string; readonly message: string } | null
  readonly started_at: string | null
  /** Time of the last event. */
  readonly updated_at: string | null
}

export const initialState: RunState = {
  status: 'starting',
  run: null,
  worker: null,
  next_step: 0,
  task: -1,
  reference_images: 0,
  reference_texts: 0,
  updates_done: [],
  history: [],
  zero_shot: [],
  matrix: [],
  seen: null,
  seen_zero_shot: null,
  also_zero_shot: [],
  also_matrix: [],
  evaluations: [],
  checkpoints: [],
  stages: [],
  model_folder: null,
  timings: { set_up: 0, train: 0, evaluate: 0, weights: 0, save: 0 },
  updates_per_second: null,
  images_per_second: null,
  memory_mib: 0,
  peak_memory_mib: 0,
  device_memory_mib: 0,
  workers_lost: 0,
  warnings: [],
  error: null,
  started_at: null,
  updated_at: null,
}

/** The state after one more event; never changes its arguments. */
export function reduce(state: RunState, event: JournalEvent): RunState {
  return { ...change(state, event), updated_at: event.at }
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

function trained(state: RunState, event: JournalEvent & { kind: 'trained' }): RunState {
  const rows = event.losses.map((row, i) => ({
    ...row,
    learning_rate: event.learning_rates[i] ?? 0,
  }))
  const before = state.history[event.task]?.slice(0, event.first_update) ?? []
  const next = spent(advanced(state, event.step), 'train', event.seconds)
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
    losses.map((row, i) => ({ ...row, learning_rate: learning_rates[i] ?? 0 })),
  )
  return withMatrix({
    ...state,
    next_step: event.next_step,
    task: event.task,
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
    updates_done,
    history: state.history.map((rows, task) => rows.slice(0, updates_done[task])),
    evaluations: state.evaluations.filter((e) => e.step < to.next_step),
    checkpoints: state.checkpoints.filter((c) => c.next_step <= to.next_step),
    stages: state.stages.filter((stage) => stage.step < to.next_step),
    model_folder: null,
    error: null,
  })
}

function withMatrix(state: RunState): RunState {
  const tasks = state.matrix.length
  const columns = tasks + state.also_zero_shot.length
  const row = (afterTask: number): (number | null)[] => {
    const values: (number | null)[] = Array.from({ length: columns }, () => null)
    for (const e of state.evaluations)
      if (e.variant === '' && e.after_task === afterTask)
        values[e.dataset_index] = (100 * e.correct) / e.total
    return values
  }
  const [zero, rows] = [row(-1), state.matrix.map((_, i) => row(i))]
  return {
    ...state,
    zero_shot: zero.slice(0, tasks),
    matrix: rows.map((values) => values.slice(0, tasks)),
    ...seenAccuracies(state),
    also_zero_shot: zero.slice(tasks),
    also_matrix: rows.map((values) => values.slice(tasks)),
  }
}

/** All images of the classes seen so far count alike, whatever task they belong to. */
function seenAccuracies({ seen, matrix, evaluations }: RunState) {
  if (seen === null) return { seen: null, seen_zero_shot: null }
  const over = (afterTask: number, tasks: number): number | null => {
    const cells = evaluations.filter(
      (e) => e.variant === '' && e.after_task === afterTask && e.dataset_index < tasks,
    )
    if (cells.length < tasks) return null
    const [correct, total] = [sum(cells.map((e) => e.correct)), sum(cells.map((e) => e.total))]
    return (100 * correct) / total
  }
  return {
    seen: matrix.map((_, task) => over(task, task + 1)),
    seen_zero_shot: over(-1, matrix.length),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function replaced<T>(values: readonly T[], index: number, value: T): readonly T[] {
  return values.map((old, i) => (i === index ? value : old))
}
