import { describe, expect, it } from 'vitest'
import type { Report, Worker } from '../../src/bridge/worker.js'
import { Models, type NamedModel, type Tried } from '../../src/engine/merge.js'
import { datasetSpec } from '../../src/plan/datasets.js'
import type { Command } from '../../src/plan/step.js'
import { memoryTwin } from './memory-worker.js'

/** A worker whose models are numbers, and whose accuracy falls with the distance to a best number. */
async function loaded(
  values: readonly number[],
  {
    share,
    selecting = 0,
    reporting = 0,
  }: { share?: number; selecting?: number; reporting?: number } = {},
) {
  const commands: Command[] = []
  const slots: Record<string, number> = { initial: values[0]! }
  const twin = memoryTwin()
  const inner = await twin.launch({ epoch: 1, logFile: '', onProgress: () => {} })
  const answer = (outcome: Report['outcome']): Report => ({
    seconds: 0,
    memory_mib: 0,
    device_memory_mib: 0,
    outcome,
  })
  const worker: Worker = {
    pid: 1,
    versions: inner.versions,
    lost: inner.lost,
    cancel: () => {},
    abandon: () => {},
    close: () => inner.close(),
    run: async (command) => {
      commands.push(command)
      if (command.kind === 'load') slots[command.slot] = Number(command.model.pretrained)
      if (command.kind === 'combine')
        slots[command.slot] = command.terms.reduce((sum, t) => sum + t.weight * slots[t.slot]!, 0)
      if (command.kind === 'lerp')
        slots[command.slot]! += command.fraction * (slots[command.towards]! - slots[command.slot]!)
      if (command.kind !== 'evaluate') return answer({ kind: 'done' })
      const best = command.part?.selecting ? selecting : reporting
      const correct = Math.round(1000 - 100 * Math.abs(slots[command.slot]! - best))
      return answer({ kind: 'evaluate-done', correct, total: 1000 })
    },
  }
  const models = values.map(
    (value, i): NamedModel => ({
      name: `m${i}`,
      model: { name: i === 0 ? 'mini-clip' : '', pretrained: i === 0 ? '' : String(value) },
    }),
  )
  const shapes = { name: 'd', kind: 'mini', mini_task: 'shapes' } as const
  const datasets = [datasetSpec({ ...shapes, train_size: 0, test_size: 0, data_seed: 0 })]
  const setting = {
    models,
    datasets,
    device: 'cpu',
    threads: 1,
    batch_size: 10,
    seed: 3,
    cacheFolder: '',
  }
  return { models: await Models.load(worker, setting, share), commands, slots }
}

describe('models in one session', () => {
  it('are all loaded before anything is measured', async () => {
    const { models, commands } = await loaded([1, 2, 3])
    await models.measureModels(() => {})
    expect(commands.map(({ kind }) => kind)).toEqual([
      'set-up',
      'load',
      'load',
      'evaluate',
      'evaluate',
      'evaluate',
    ])
    expect(commands[0]).toMatchObject({ trains: 'everything' })
  })
})

describe('WiSE-FT', () => {
  it('is (1 - alpha) start + alpha end, and leaves both models alone', async () => {
    const { models, slots } = await loaded([2, 6])
    for (const alpha of [0, 0.25, 1]) {
      await models.wiseFt(alpha)
      expect(slots['merged']).toBe(2 + alpha * 4)
    }
    expect([slots['initial'], slots['model-1']]).toEqual([2, 6])
  })
})

describe('a uniform soup', () => {
  it('is the plain mean of all models', async () => {
    const { models, slots } = await loaded([1, 2, 6])
    await models.uniform()
    expect(slots['merged']).toBeCloseTo(3, 12)
  })
})

/** Greedy soup over numbers, written plainly: the mean of those kept, tried by falling accuracy. */
function plainGreedy(values: readonly number[], best: number): number[] {
  const score = (x: number) => Math.round(1000 - 100 * Math.abs(x - best))
  const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length
  const order = values
    .map((_, i) => i)
    .sort((a, b) => score(values[b]!) - score(values[a]!) || a - b)
  let kept: number[] = []
  for (const i of order) {
    const before =
      kept.length === 0 ? Number.NEGATIVE_INFINITY : score(mean(kept.map((k) => values[k]!)))
    if (score(mean([...kept, i].map((k) => values[k]!))) >= before) kept = [...kept, i]
  }
  return kept
}

describe('a greedy soup', () => {
  it.each([
    [[1, -1, 4, 0.5], 0],
    [[5, 3, 1], 2],
    [[2, 2, 2], 2],
    [[9, -9, 0.1, 0.2, -3], 0],
  ])('of %j is that of the plain algorithm', async (values, best) => {
    const { models, slots } = await loaded(values, { share: 0.5, selecting: best, reporting: 100 })
    const tried: Tried[] = []
    const { ingredients } = await models.greedy((one) => tried.push(one))
    const wanted = plainGreedy(values, best)
    expect(ingredients).toEqual(wanted.map((i) => `m${i}`))
    expect(tried).toHaveLength(values.length)
    const mean = wanted.reduce((sum, i) => sum + values[i]!, 0) / wanted.length
    expect(slots['merged']).toBeCloseTo(mean, 12)
  })

  it('selects on the one part of the test images and reports on the other', async () => {
    const { models, commands } = await loaded([1, 2], { share: 0.3, selecting: 1, reporting: 2 })
    await models.measureModels(() => {})
    const { scores } = await models.greedy(() => {})
    const parts = commands.flatMap((c) => (c.kind === 'evaluate' ? [c.part] : []))
    const selects = { share: 0.3, seed: 3, selecting: true }
    const reports = { ...selects, selecting: false }
    expect(parts).toEqual([reports, reports, selects, selects, selects, reports])
    expect(scores[0]!.correct).toBe(900) // of model 1, by the reporting part
  })
})
