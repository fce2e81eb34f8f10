import { describe, expect, it } from 'vitest'
import { loadExperiment } from '../../src/config/resolve.js'
import { setUp } from '../../src/engine/commands.js'
import { plan } from '../../src/plan/plan.js'
import { isSampledAfter, learningRate, samplesUntil, weightAt } from '../../src/plan/schedule.js'
import type { Lerp, Step, Train } from '../../src/plan/step.js'

const experiment = (...set: string[]) => loadExperiment('mini', { set })
const steps = (...set: string[]) => plan(experiment(...set))
const trains = (all: readonly Step[]) => all.filter((step): step is Train => step.kind === 'train')
const lerps = (all: readonly Step[], slot: string) =>
  all.filter((step): step is Lerp => step.kind === 'lerp' && step.slot === slot)

describe('compile', () => {
  it('crosses to the worker at set-up where it is set, and not at all where it is not', () => {
    const places = { cacheFolder: '', dataFolder: '' }
    expect(setUp(experiment('compile=true'), places).compile).toBe(true)
    expect(setUp(experiment(), places)).not.toHaveProperty('compile')
  })
})

describe('micro_batch', () => {
  it('crosses to the worker with every segment where it is set, and not at all where it is not', () => {
    const sizes = (...set: string[]) => new Set(trains(steps(...set)).map((one) => one.micro_batch))
    expect(sizes('schedule.micro_batch=8')).toEqual(new Set([8]))
    expect(sizes()).toEqual(new Set([undefined]))
  })
})

/** Runs the averaging steps of a plan on scalar weights: `theta(task, update)` is the weight after that update. */
function simulate(all: readonly Step[], theta: (done: number) => number): Record<string, number> {
  const slots: Record<string, number> = { trained: theta(0), initial: theta(0) }
  for (const step of all) {
    if (step.kind === 'train')
      slots['trained'] = theta(step.first_update + step.learning_rates.length)
    if (step.kind === 'lerp')
      slots[step.slot] =
        slots[step.slot]! + step.fraction * (slots[step.towards]! - slots[step.slot]!)
    if (step.kind === 'combine')
      slots[step.slot] = step.terms.reduce((sum, term) => sum + term.weight * slots[term.slot]!, 0)
    if (step.kind === 'evaluate' && step.after_task === 0 && step.variant !== '')
      slots[step.variant] = slots[step.slot]!
    if (step.kind === 'checkpoint' && step.update >= 150) return slots
  }
  return slots
}
const curve = (done: number) => Math.sin(done / 20) + done / 50
const meanOf = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length

describe('the plan', () => {
  it('is the same for the same experiment', () => {
    expect(steps()).toEqual(steps())
  })

  it('covers every update of every task exactly once, in order', () => {
    const perTask = Map.groupBy(trains(steps()), (step) => step.task)
    expect(perTask.size).toBe(6)
    for (const segments of perTask.values()) {
      let done = 0
      for (const segment of segments) {
        expect(segment.first_update).toBe(done)
        done += segment.learning_rates.length
      }
      expect(done).toBe(150)
    }
  })

  it('has segments of at most 25 updates that end where a sample or a checkpoint is due', () => {
    const lengths = trains(steps('recipe=finetune', 'checkpoint.every=60')).slice(0, 8)
    expect(lengths.map((step) => step.learning_rates.length)).toEqual([
      25, 25, 10, 25, 25, 10, 25, 5,
    ])
    expect(trains(steps()).every((step) => step.learning_rates.length === 10)).toBe(true)
  })

  it('begins with the zero-shot row and fills a row after every task', () => {
    const rows = steps()
      .filter((step) => step.kind === 'evaluate')
      .map((step) => step.after_task)
    expect(rows).toEqual([-1, 0, 1, 2, 3, 4, 5].flatMap((row) => Array(6).fill(row)))
    expect(steps()[0]).toMatchObject({ kind: 'evaluate', slot: 'initial', after_task: -1 })
  })

  it('saves inside a task, at its end before it is evaluated, and publishes the result', () => {
    const first = steps().filter((step) => step.kind === 'checkpoint' && step.task === 0)
    expect(first.map((step) => step.kind === 'checkpoint' && step.update)).toEqual([50, 100, 150])
    expect(steps().at(-1)).toEqual({ kind: 'publish', slot: 'trained' })
  })

  it('trains nothing for zero-shot and still fills every row', () => {
    const all = steps('recipe=zero-shot')
    expect(trains(all)).toHaveLength(0)
    expect(all.filter((step) => step.kind === 'evaluate')).toHaveLength(42)
  })

  it('forgets every slot of a task at its end', () => {
    const live = new Set<string>()
    for (const step of steps('recipe=zscl', 'recipe.teacher={source: wise, alpha: 0.3}')) {
      if (step.kind === 'combine') live.add(step.slot)
      if (step.kind === 'drop') for (const slot of step.slots) live.delete(slot)
      if (step.kind === 'checkpoint' && step.update === 150) expect([...live]).toEqual(['trained'])
    }
  })
})

describe('the learning rate', () => {
  it('warms up linearly from lr / warmup and then follows a cosine to 0', () => {
    const e = experiment()
    expect(learningRate(e, 0, 0)).toBeCloseTo(1e-3 / 15, 15)
    expect(learningRate(e, 0, 14)).toBeCloseTo(1e-3, 15)
    expect(learningRate(e, 0, 15)).toBeCloseTo(1e-3, 15)
    expect(learningRate(e, 0, 82)).toBeCloseTo(0.5e-3 * (1 + Math.cos((Math.PI * 67) / 135)), 15)
    expect(learningRate(e, 0, 150)).toBeCloseTo(0, 15)
  })

  it('ends with one update at 0 under the counting of the authors’ code', () => {
    const all = trains(steps('schedule.counting=authors-code')).filter((step) => step.task === 0)
    const rates = all.flatMap((step) => step.learning_rates)
    expect(rates).toHaveLength(151)
    expect(rates.at(-1)).toBeCloseTo(0, 15)
    expect(trains(steps())[14]!.learning_rates.at(-1)).toBeGreaterThan(0)
  })

  it('is constant in the tail of SWA', () => {
    const set = [
      'recipe=we',
      'recipe.average={kind: swa, tail_start: 0.8, tail_learning_rate: 2e-4}',
    ]
    expect(learningRate(experiment(...set), 0, 119)).not.toBe(2e-4)
    expect(learningRate(experiment(...set), 0, 120)).toBe(2e-4)
    expect(learningRate(experiment(...set), 0, 149)).toBe(2e-4)
  })
})

describe('averages', () => {
  it('make WE the plain mean of the start and all samples (equation 7)', () => {
    const slots = simulate(steps('recipe=we'), curve)
    const samples = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150].map(curve)
    expect(slots['trained']).toBeCloseTo(meanOf(samples), 12)
  })

  it('sample after updates 1, I + 1, 2I + 1, … under the counting of the authors’ code', () => {
    const all = steps('recipe=we', 'recipe.average.interval=50', 'schedule.counting=authors-code')
    const sampled: number[] = []
    let done = 0
    for (const step of all) {
      if (step.kind === 'train' && step.task === 0)
        done = step.first_update + step.learning_rates.length
      if (step.kind === 'lerp' && done <= 151 && sampled.at(-1) !== done) sampled.push(done)
    }
    expect(sampled).toEqual([1, 51, 101, 151])
    expect(
      lerps(all, 'average-50')
        .slice(0, 4)
        .map((step) => step.fraction),
    ).toEqual([1 / 2, 1 / 3, 1 / 4, 1 / 5])
  })

  it('give the mean of start and end when the interval is the length of the task', () => {
    const slots = simulate(steps('recipe=we', 'recipe.average.interval=150'), curve)
    expect(slots['trained']).toBeCloseTo((curve(0) + curve(150)) / 2, 12)
  })

  it('make EMA decay towards the trained weights every interval', () => {
    const slots = simulate(steps('recipe=ema', 'recipe.average={interval: 10, decay: 0.9}'), curve)
    let expected = curve(0)
    for (let done = 10; done <= 150; done += 10) expected = 0.9 * expected + 0.1 * curve(done)
    expect(slots['trained']).toBeCloseTo(expected, 12)
  })

  it('pull WE towards the start after every sample for we-wise', () => {
    const slots = simulate(steps('recipe=we-wise', 'recipe.average.beta=0.9'), curve)
    let expected = curve(0)
    for (let t = 1; t <= 15; t += 1) {
      expected = curve(10 * t) / (t + 1) + (t / (t + 1)) * expected
      expected = 0.9 * expected + 0.1 * curve(0)
    }
    expect(slots['trained']).toBeCloseTo(expected, 12)
  })

  it('average only the tail for SWA', () => {
    const all = steps('recipe=we', 'recipe.average={kind: swa, interval: 10, tail_start: 0.6}')
    expect(simulate(all, curve)['trained']).toBeCloseTo(
      meanOf([100, 110, 120, 130, 140, 150].map(curve)),
      12,
    )
  })

  it('mix the end point with the start of the task for WiSE-FT', () => {
    const slots = simulate(steps('recipe=wise-ft'), curve)
    expect(slots['trained']).toBeCloseTo(0.2 * curve(0) + 0.8 * curve(150), 12)
  })

  it('keep any number of intervals and alphas along one training', () => {
    const all = steps(
      'recipe=we',
      'recipe.average.intervals=[30, 50]',
      'recipe.after_task.alphas=[0, 0.5, 1]',
    )
    expect(trains(all).reduce((sum, step) => sum + step.learning_rates.length, 0)).toBe(900)
    const slots = simulate(all, curve)
    expect(slots['trained']).toBeCloseTo(
      meanOf(Array.from({ length: 16 }, (_, i) => curve(10 * i))),
      12,
    )
    expect(slots['we-30']).toBeCloseTo(meanOf([0, 30, 60, 90, 120, 150].map(curve)), 12)
    expect(slots['we-50']).toBeCloseTo(meanOf([0, 50, 100, 150].map(curve)), 12)
    expect(slots['last']).toBe(curve(150))
    expect(slots['wise-ft-0']).toBe(curve(0))
    expect(slots['wise-ft-0.5']).toBeCloseTo((curve(0) + curve(150)) / 2, 12)
    expect(slots['wise-ft-1']).toBe(curve(150))
  })
})

describe('loss weights', () => {
  it('can differ per task and along the updates', () => {
    const points = [
      { update: 10, value: 1 },
      { update: 20, value: 3 },
    ]
    expect(weightAt({ per_task: [1, 2] }, 1, 0)).toBe(2)
    expect(
      [0, 10, 19, 20, 99].map((u) => weightAt({ points, interpolation: 'constant' }, 0, u)),
    ).toEqual([1, 1, 1, 3, 3])
    expect([0, 15, 20].map((u) => weightAt({ points, interpolation: 'linear' }, 0, u))).toEqual([
      1, 2, 3,
    ])
  })

  it('end a segment where they change', () => {
    const change = 'recipe.wc={points: [{update: 0, value: 1}, {update: 7, value: 2}]}'
    const first = trains(steps('recipe=wc', change)).slice(0, 2)
    expect(first.map((step) => [step.first_update, step.loss_weights.wc])).toEqual([
      [0, 1],
      [7, 2],
    ])
  })

  it('leave distillation from the memory out of the first task', () => {
    const all = steps('recipe=icarl')
    const begins = all.filter((step) => step.kind === 'begin-task')
    expect(begins.map((step) => step.reference_images.kind)).toEqual([
      'none',
      'memory',
      'memory',
      'memory',
      'memory',
      'memory',
    ])
    expect(trains(all)[0]!.loss_weights.lambda_image).toBe(0)
    expect(trains(all).at(-1)!.loss_weights.lambda_image).toBe(1)
    expect(all.filter((step) => step.kind === 'remember')).toHaveLength(6)
  })
})

describe('the teacher', () => {
  it('is the initial model, the start of the task, or a mix of the two', () => {
    const teacher = (...set: string[]) =>
      steps(...set).find((step) => step.kind === 'begin-task')!.teacher_slot
    expect(teacher('recipe=zscl')).toBe('initial')
    expect(teacher('recipe=lwf')).toBe('task-start')
    expect(teacher('recipe=finetune')).toBe('')
    const wise = steps('recipe=zscl', 'recipe.teacher={source: wise, alpha: 0.25}')
    expect(wise.find((step) => step.kind === 'combine' && step.slot === 'teacher')).toMatchObject({
      terms: [
        { slot: 'initial', weight: 0.75 },
        { slot: 'task-start', weight: 0.25 },
      ],
    })
  })
})

it.each(['zscl', 'zscl-authors-code', 'swa'])(
  'samples of %s are counted as they are taken',
  (recipe) => {
    const set = ['schedule.updates=97', `recipe=${recipe}`].toReversed()
    const experiment = loadExperiment('mini', { set })
    for (const interval of [1, 2, 7, 50, 200]) {
      let taken = 0
      for (let done = 1; done <= 97; done += 1) {
        if (isSampledAfter(experiment, 0, interval, done)) taken += 1
        expect(samplesUntil(experiment, 0, interval, done)).toBe(taken)
      }
    }
  },
)
