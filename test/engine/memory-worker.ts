/**
 * The in-memory twin of the Python worker: the "model" is one number. Its updates depend on everything a real one does
 * (learning rate, update, optimiser state), so that a wrong resume shows in the result.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type LaunchWorker,
  type LossRow,
  type Outcome,
  type Report,
  type Worker,
  WorkerError,
} from '../../src/bridge/worker.js'
import type { BeginTask, Command, Restore, Save, Train } from '../../src/plan/step.js'

export interface Fault {
  /** Launch in which it strikes, from 1. */
  readonly epoch: number
  /** The how-manieth command of that launch, from 1 (set-up is the first). */
  readonly command: number
  readonly error: WorkerError
}

export interface Twin {
  readonly launch: LaunchWorker
  /** Every command that was executed, over all launches. */
  readonly executed: Command[]
  /** Most commands in flight at once. */
  maxInFlight: number
  launches: number
  closed: number
  /** The version that a worker says it has. */
  torch: string
  /** Called before each command is executed; may stop or pause an engine. */
  onCommand: (command: Command) => void
}

interface Model {
  slots: Record<string, number>
  momentum: number
  task: BeginTask | null
}

export function memoryTwin(faults: readonly Fault[] = []): Twin {
  const twin: Twin = {
    executed: [],
    maxInFlight: 0,
    launches: 0,
    closed: 0,
    torch: '2',
    onCommand: () => {},
    launch: async ({ epoch }) => {
      twin.launches += 1
      return new MemoryWorker(
        twin,
        faults.filter((fault) => fault.epoch === epoch),
      )
    },
  }
  return twin
}

/** What the real worker leaves half-way where nothing more is wanted. */
const CAN_BE_LEFT: ReadonlySet<string> = new Set([
  'set-up',
  'restore',
  'begin-task',
  'evaluate',
  'remember',
])

class MemoryWorker implements Worker {
  readonly pid = 1
  readonly versions: Worker['versions']
  readonly lost: Promise<never>
  #lose: (error: WorkerError) => void = () => {}
  #queue: Promise<unknown> = Promise.resolve()
  #inFlight = 0
  #accepted = 0
  #started = 0
  #cancelledThrough = 0
  #abandonedThrough = 0
  #failure: WorkerError | null = null
  readonly #model: Model = { slots: { trained: 0.5, initial: 0.5 }, momentum: 0, task: null }

  constructor(
    private readonly twin: Twin,
    private readonly faults: readonly Fault[],
  ) {
    this.versions = { python: '3', torch: twin.torch, open_clip: '3' }
    this.lost = new Promise<never>((_, reject) => {
      this.#lose = reject
    })
    this.lost.catch(() => {})
  }

  run(command: Command): Promise<Report> {
    this.#accepted += 1
    const number = this.#accepted
    this.#inFlight += 1
    this.twin.maxInFlight = Math.max(this.twin.maxInFlight, this.#inFlight)
    const result = this.#queue.then(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      this.#inFlight -= 1
      return this.#execute(command, number)
    })
    this.#queue = result.catch(() => {})
    return result
  }

  cancel(): void {
    this.#cancelledThrough = this.#accepted
  }

  abandon(): void {
    this.cancel()
    this.#abandonedThrough = this.#accepted
  }

  async close(): Promise<void> {
    this.twin.closed += 1
  }

  #execute(command: Command, number: number): Report {
    if (this.#failure !== null) throw this.#failure
    if (number <= this.#cancelledThrough) return report({ kind: 'cancelled' })
    this.#started += 1
    this.twin.onCommand(command)
    const fault = this.faults.find((candidate) => candidate.command === number)
    if (fault !== undefined) {
      this.#failure = fault.error
      this.#lose(fault.error)
      throw fault.error
    }
    if (number <= this.#abandonedThrough && CAN_BE_LEFT.has(command.kind))
      return report({ kind: 'cancelled' })
    const isCancelled = number <= this.#cancelledThrough // meanwhile, by `onCommand`
    const done = isCancelled && command.kind === 'train' ? firstUpdates(command) : command
    this.twin.executed.push(done)
    return report(executed(this.#model, done))
  }
}

/** What the real worker does of a segment that is cancelled while it runs: the update it is at, and no more. */
function firstUpdates(command: Train): Train {
  return { ...command, learning_rates: command.learning_rates.slice(0, 2) }
}

function report(outcome: Outcome): Report {
  return { seconds: 0.01, memory_mib: 100, device_memory_mib: 0, outcome }
}

function executed(model: Model, command: Command): Outcome {
  switch (command.kind) {
    case 'set-up':
      return setUpDone(command.datasets.map((dataset) => dataset.name))
    case 'begin-task':
      model.task = command
      model.momentum = 0
      return { kind: 'begin-task-done', reference_images: 3, reference_texts: 4 }
    case 'train':
      return train(model, command)
    case 'lerp': {
      const from = slot(model, command.slot)
      model.slots[command.slot] = from + command.fraction * (slot(model, command.towards) - from)
      return { kind: 'done' }
    }
    case 'combine':
      model.slots[command.slot] = command.terms.reduce(
        (sum, term) => sum + term.weight * slot(model, term.slot),
        0,
      )
      return { kind: 'done' }
    case 'drop':
      for (const name of command.slots) delete model.slots[name]
      return { kind: 'done' }
    case 'evaluate': {
      const hash = createHash('sha256').update(`${slot(model, command.slot)} ${command.dataset}`)
      return { kind: 'evaluate-done', correct: hash.digest().readUInt16BE() % 101, total: 100 }
    }
    case 'remember':
      return { kind: 'done' }
    case 'load':
      model.slots[command.slot] = Number(command.model.pretrained)
      return { kind: 'done' }
    case 'save':
      return save(model, command)
    case 'restore':
      return restore(model, command)
    case 'export':
      mkdirSync(command.folder, { recursive: true })
      writeFileSync(join(command.folder, 'weights.json'), JSON.stringify(slot(model, command.slot)))
      return { kind: 'done' }
  }
}

function slot(model: Model, name: string): number {
  const value = model.slots[name]
  if (value === undefined) throw new WorkerError('bad-input', `no slot ${name}`)
  return value
}

function setUpDone(names: readonly string[]): Outcome {
  const facts = {
    classes: ['a', 'b'],
    train_size: 10,
    test_size: 100,
    templates: ['{}'],
    skipped: [],
    notes: [],
  }
  return {
    kind: 'set-up-done',
    device: 'memory',
    threads: 1,
    precision: 'fp32',
    parameters: 1,
    parameters_trained: 1,
    model_digest: '0',
    datasets: names.map((name) => ({ name, ...facts })),
  }
}

function train(model: Model, command: Train): Outcome {
  const losses = command.learning_rates.map((rate, i): LossRow => {
    const update = command.first_update + i
    model.momentum =
      0.9 * model.momentum + Math.sin(update + 10 * command.task + slot(model, 'trained'))
    model.slots['trained'] = slot(model, 'trained') - rate * model.momentum
    const ce = Math.abs(model.momentum)
    return {
      ce,
      distill_image: 0,
      distill_text: 0,
      feature: 0,
      image_image: 0,
      alignment: 0,
      wc: 0,
      total: ce,
    }
  })
  return { kind: 'train-done', losses, images: losses.length * command.batch_size }
}

/** A file per slot, and one for the optimiser, as the real worker has it. */
function save(model: Model, command: Save): Outcome {
  const written = (path: string, name: string, value: number) => {
    const text = JSON.stringify(value)
    writeFileSync(join(command.folder, path), text)
    const sha256 = createHash('sha256').update(text).digest('hex')
    return { path, bytes: text.length, sha256, slot: name }
  }
  return {
    kind: 'save-done',
    files: [
      ...command.slots.map((name) => written(`${name}.json`, name, slot(model, name))),
      ...(command.optimiser ? [written('optimiser.json', '', model.momentum)] : []),
    ],
  }
}

function restore(model: Model, command: Restore): Outcome {
  const read = (path: string) => JSON.parse(readFileSync(join(command.folder, path), 'utf8'))
  const slots = command.files.filter((file) => file.slot !== '')
  model.slots = {
    initial: 0.5,
    ...Object.fromEntries(slots.map((file) => [file.slot, read(file.path)])),
  }
  model.task = command.task ?? null
  const optimiser = command.files.find((file) => file.slot === '')
  if (command.task !== undefined) model.momentum = optimiser ? read(optimiser.path) : 0
  return { kind: 'done' }
}
