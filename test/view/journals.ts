/** Journals as runs write them: made up, but consistent and always the same. */
import type { EventBody, JournalEvent } from '../../src/journal/events.js'
import { fold } from '../../src/journal/reduce.js'
import type { RunState } from '../../src/journal/state.js'

export interface JournalOptions {
  readonly name?: string
  readonly recipe?: string
  readonly tasks?: readonly string[]
  readonly updates?: number
  /** Updates in one segment. */
  readonly segment?: number
  readonly zeroShot?: readonly number[]
  /** Accuracy on dataset j after task i; default: learns well and, with recipe finetune, forgets. */
  readonly accuracy?: (i: number, j: number, zeroShot: number) => number
  /** Loss terms with a weight. */
  readonly terms?: readonly ('distill_image' | 'distill_text' | 'wc')[]
  /** The last event; everything that would follow is left out. */
  readonly end?: EventBody
}

export const mtil = [
  'aircraft',
  'caltech101',
  'cifar100',
  'dtd',
  'eurosat',
  'flowers102',
  'food101',
  'mnist',
  'oxford-pets',
  'stanford-cars',
  'sun397',
] as const

export const miniTasks = ['shapes', 'digits', 'textures', 'letters', 'colours', 'counts'] as const

/** A whole run, from `run-started` to `finished`. */
export function journal(options: JournalOptions = {}): JournalEvent[] {
  const { tasks = miniTasks, updates = 150, segment = 10 } = options
  const zeroShot = options.zeroShot ?? tasks.map((_, j) => 52 + ((j * 17) % 31))
  const bodies: EventBody[] = [...opening(options, tasks, updates)]
  const step = () => bodies.length
  const evaluateRow = (i: number) =>
    tasks.forEach((dataset, j) => {
      const accuracy = i < 0 ? zeroShot[j]! : accuracyOf(options, i, j, zeroShot[j]!)
      const counts = { correct: Math.round(accuracy * 10), total: 1000 }
      const at = {
        step: step(),
        slot: 'trained',
        variant: '',
        after_task: i,
        seconds: 0.4 + 0.1 * j,
      }
      bodies.push({ kind: 'evaluated', ...at, dataset_index: j, dataset, ...counts })
    })
  evaluateRow(-1)
  tasks.forEach((_, task) => {
    bodies.push({ kind: 'task-started', step: step(), task, seconds: 0.1 })
    for (let first = 0; first < updates; first += segment)
      bodies.push(
        segmentOf(options, [task, first, Math.min(segment, updates - first), updates], step()),
      )
    evaluateRow(task)
    bodies.push(checkpoint(step(), task, updates))
  })
  bodies.push({ kind: 'model-published', step: step(), folder: 'model', seconds: 0.3 })
  return numbered([...bodies, { kind: 'finished' }])
}

export function stateOf(options: JournalOptions = {}): RunState {
  return fold(journal(options))
}

/** The journal up to and with the n-th event of a kind, then `end` where given. */
export function upTo(
  events: readonly JournalEvent[],
  isLast: (event: JournalEvent) => boolean,
  ...end: EventBody[]
): JournalEvent[] {
  const kept = events.slice(0, events.findIndex(isLast) + 1)
  return numbered([...kept, ...end])
}

/** Sequence numbers and times: 700 ms from one event to the next. */
export function numbered(bodies: readonly EventBody[]): JournalEvent[] {
  const start = Date.parse('2026-03-01T10:00:00.000Z')
  return bodies.map((body, i) => ({
    ...body,
    v: 1,
    seq: i + 1,
    at: new Date(start + 700 * i).toISOString(),
  }))
}

function opening(options: JournalOptions, tasks: readonly string[], updates: number): EventBody[] {
  const { name = 'demo-zscl', recipe = 'zscl', segment = 10 } = options
  const perTask = 2 + Math.ceil(updates / segment) + tasks.length
  return [
    {
      kind: 'run-started',
      name,
      recipe,
      benchmark: tasks.length > 6 ? 'mtil-order-1' : 'mini',
      protocol: tasks.length > 6 ? 'zscl-splits' : 'mini-v1',
      model: tasks.length > 6 ? 'ViT-B-16-quickgelu/openai' : 'mini-clip',
      seed: 42,
      tasks,
      updates: tasks.map(() => updates),
      steps: 2 + tasks.length + tasks.length * perTask + 1,
      experiment_digest: '3f1c0a9e5b7d'.padEnd(64, '0'),
    },
    {
      kind: 'worker-started',
      epoch: 1,
      pid: 4242,
      device: 'cpu',
      threads: 2,
      precision: 'fp32',
      versions: { python: '3.12.3', torch: '2.13.0', open_clip: '3.3.0' },
      parameters: 1_234_567,
      parameters_trained: 1_234_566,
      model_digest: 'a'.repeat(64),
      datasets: tasks.map((task) => ({
        name: task,
        classes: ['one', 'two'],
        train_size: 2000,
        test_size: 1000,
        templates: ['a photo of a {}.'],
        skipped: [],
        notes: [],
      })),
      seconds: 6.4,
    },
  ]
}

function segmentOf(
  { terms = ['distill_image', 'distill_text', 'wc'] }: JournalOptions,
  [task, first, length, updates]: readonly [number, number, number, number],
  step: number,
): EventBody {
  const noise = (n: number) =>
    Math.abs(Math.sin(12.9898 * (n + 1) + 78.233 * (task + 1)) * 43758.5453) % 1
  const rows = Array.from({ length }, (_, i) => {
    const n = first + i
    const ce = 0.35 + 2.4 * Math.exp(-n / (updates / 6)) + 0.3 * noise(n)
    const distill_image = terms.includes('distill_image')
      ? 0.1 + 0.25 * (1 - Math.exp(-n / 40)) + 0.05 * noise(n + 7)
      : 0
    const distill_text = terms.includes('distill_text')
      ? 0.2 + 0.1 * Math.sin(n / 20) + 0.05 * noise(n + 3)
      : 0
    const wc = terms.includes('wc') ? 2e-5 * n : 0
    return {
      ce,
      distill_image,
      distill_text,
      feature: 0,
      image_image: 0,
      alignment: 0,
      wc,
      total: ce + distill_image + distill_text + wc,
    }
  })
  const on = {
    ce: 1,
    lambda_image: 1,
    lambda_text: 1,
    lambda_feature: 0,
    lambda_image_image: 0,
    lambda_alignment: 0,
    wc: 1,
  }
  return {
    kind: 'trained',
    step,
    task,
    first_update: first,
    learning_rates: rows.map((_, i) => 1e-3 * (1 - (first + i) / updates)),
    loss_weights: on,
    losses: rows,
    images: 128 * length,
    seconds: 0.12 * length,
    memory_mib: 812 + task,
    device_memory_mib: 0,
  }
}

function checkpoint(step: number, task: number, update: number): EventBody {
  const folder = `checkpoints/task-${String(task + 1).padStart(2, '0')}-step-${String(update).padStart(4, '0')}`
  const file = {
    path: `${folder}/trained.safetensors`,
    bytes: 4_900_000,
    sha256: 'b'.repeat(64),
    slot: 'trained',
  }
  return {
    kind: 'checkpoint-saved',
    next_step: step + 1,
    folder,
    task,
    update,
    files: [file],
    seconds: 0.2,
  }
}

function accuracyOf(
  { accuracy, recipe }: JournalOptions,
  i: number,
  j: number,
  zero: number,
): number {
  if (accuracy) return accuracy(i, j, zero)
  const forgets = recipe === 'finetune'
  if (j <= i) return Math.min(99.4, zero + 31 - (forgets ? 4.5 : 0.6) * (i - j))
  return zero - (forgets ? 5.2 : 0.4) * (i + 1)
}
