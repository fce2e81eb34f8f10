/** The bridge with the real Python session at its other end: one task of the mini benchmark, saved and restored. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Outcome, Worker } from '../../src/bridge/index.js'
import { createLauncher } from '../../src/bridge/index.js'
import type { BeginTask, Command, SetUp } from '../../src/plan/step.js'
import { evaluate, failure, python, root, setUp, temporaryFolder, train } from './support.js'

const beginTask: BeginTask = {
  kind: 'begin-task',
  task: 0,
  dataset: 'first',
  objective: {
    label_smoothing: 0.2,
    temperature: 2,
    direction: 'teacher-target',
    text_term: 'transposed',
    text_sample: 8,
    consolidation: 'equal',
  },
  teacher_slot: 'initial',
  anchor_slot: 'initial',
  reference_images: {
    kind: 'set',
    set: 'mini',
    count: 40,
    data_seed: 1,
    path: '',
    classes: 0,
    decoding: '',
  },
  reference_texts: {
    kind: 'set',
    set: 'mini',
    count: 40,
    data_seed: 1,
    length: 0,
    datasets: [],
    path: '',
    column: '',
    template: '',
  },
  optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 0 },
}

const zsclWeights = { ...train([]).loss_weights, lambda_image: 1, lambda_text: 1, wc: 1 }
const segment = (first_update: number): Command => ({
  ...train([1e-3, 5e-4]),
  first_update,
  loss_weights: zsclWeights,
  reference_batch_size: 8,
})
const accuracy: Command = { ...evaluate(10), dataset: 'first' }

async function launch(folder: string, epoch: number): Promise<Worker> {
  const start = createLauncher({ python, pythonPath: join(root, 'python') })
  return start({ epoch, logFile: join(folder, 'worker.log'), onProgress: () => {} })
}

async function outcomes(worker: Worker, commands: readonly Command[]): Promise<readonly Outcome[]> {
  const reports = await Promise.all(commands.map((command) => worker.run(command)))
  return reports.map((report) => report.outcome)
}

test('a task trains, is saved, and goes on in a fresh process exactly as it would have', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder()
  const saved = join(folder, 'saved')
  mkdirSync(saved)
  const [dataset] = setUp.datasets
  const ready: SetUp = {
    ...setUp,
    datasets: [{ ...dataset!, train_size: 40, test_size: 20 }],
    cache_folder: join(folder, 'cache'),
  }

  const first = await launch(folder, 1)
  try {
    const [set, begun, trained, averaged, saving, more, measured] = await outcomes(first, [
      ready,
      beginTask,
      segment(0),
      { kind: 'combine', slot: 'average', terms: [{ slot: 'trained', weight: 1 }] },
      { kind: 'save', folder: saved, slots: ['trained', 'average', 'initial'], optimiser: true },
      segment(2),
      accuracy,
    ])
    expect(set).toMatchObject({ kind: 'set-up-done', device: 'cpu', threads: 1 })
    expect(begun).toEqual({ kind: 'begin-task-done', reference_images: 40, reference_texts: 40 })
    if (trained?.kind !== 'train-done') throw new Error(`expected losses, got ${trained?.kind}`)
    expect(trained.losses).toHaveLength(2)
    for (const { ce, distill_image, total } of trained.losses) {
      expect(ce).toBeGreaterThan(0)
      expect(distill_image).toBeGreaterThan(0)
      expect(total).toBeGreaterThan(ce)
    }
    expect(averaged?.kind).toBe('done')
    if (saving?.kind !== 'save-done') throw new Error(`expected files, got ${saving?.kind}`)
    expect(saving.files.map((file) => file.slot)).toEqual(
      expect.arrayContaining(['trained', 'average']),
    )
    expect(measured).toMatchObject({ kind: 'evaluate-done', total: 20 })

    const second = await launch(folder, 2)
    try {
      const [, , again, remeasured] = await outcomes(second, [
        ready,
        { kind: 'restore', folder: saved, files: saving.files, task: beginTask },
        segment(2),
        accuracy,
      ])
      expect(again).toEqual(more)
      expect(remeasured).toEqual(measured)
    } finally {
      await second.close()
    }
  } finally {
    await first.close()
  }
})

test('a mistake of the user comes back with its code and a message that helps', {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder()
  const worker = await launch(folder, 1)
  try {
    const [dataset] = setUp.datasets
    const wrong = {
      ...setUp,
      datasets: [{ ...dataset!, mini_task: 'sheep' }],
      cache_folder: folder,
    }
    const error = await failure(worker.run(wrong))
    expect(error.code).toBe('bad-input')
    expect(error.message).toContain('`sheep`')
    expect(error.details.traceback).toBeUndefined()
  } finally {
    await worker.close()
  }
})
