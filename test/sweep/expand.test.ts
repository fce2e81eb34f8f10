import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { names } from '../../src/config/catalogue.js'
import { type ConfigError, UsageError } from '../../src/config/errors.js'
import { readWritten } from '../../src/config/files.js'
import { loadExperiment } from '../../src/config/resolve.js'
import { baseOf, loadSweep, Sweep } from '../../src/config/sweep.js'
import { expand, labelOf } from '../../src/sweep/expand.js'

const trials = (written: Record<string, unknown>) => {
  const sweep = Sweep.parse({ name: 'x', experiment: 'mini-short', ...written })
  return expand(sweep, baseOf(sweep), 'a.yaml')
}

describe('a grid', () => {
  it('is every combination, the last parameter fastest, and the same every time', () => {
    const parameters = { recipe: ['finetune', 'zscl'], seed: [0, 1] }
    expect(trials({ parameters }).map(({ choice }) => labelOf(choice))).toEqual([
      'recipe finetune, seed 0',
      'recipe finetune, seed 1',
      'recipe zscl, seed 0',
      'recipe zscl, seed 1',
    ])
    expect(trials({ parameters })).toEqual(trials({ parameters }))
  })

  it('resolves each trial to what `run --set` would run', () => {
    const [trial] = trials({
      parameters: { recipe: ['zscl'], 'recipe.average.interval': [10], seed: [3] },
    })
    const set = ['recipe=zscl', 'recipe.average.interval=10', 'threads=1']
    const { name: _, ...wanted } = loadExperiment('mini-short', { set, seed: 3 })
    expect(trial!.experiment).toMatchObject(wanted)
  })

  it('applies the recipe before a change inside it, however they are ordered', () => {
    const [trial] = trials({
      parameters: { 'recipe.after_task.alpha': [0.3], recipe: ['wise-ft'] },
    })
    expect(trial!.experiment.recipe.after_task).toMatchObject({ kind: 'wise-ft', alpha: 0.3 })
  })

  it('sets coupled paths together, as one axis', () => {
    const found = trials({ parameters: { 'recipe.lambda_image = recipe.lambda_text': [0.1, 5] } })
    expect(
      found.map(({ experiment: { recipe } }) => [recipe.lambda_image, recipe.lambda_text]),
    ).toEqual([
      [0.1, 0.1],
      [5, 5],
    ])
    expect(labelOf(found[0]!.choice)).toBe('lambda_image=lambda_text 0.1')
  })

  it('leaves out what is excluded', () => {
    const found = trials({
      parameters: { recipe: ['zero-shot', 'finetune'], seed: [0, 1, 2] },
      exclude: [{ recipe: 'zero-shot', seed: [1, 2] }],
    })
    expect(found.map(({ choice }) => choice['recipe'])).toEqual([
      'zero-shot',
      'finetune',
      'finetune',
      'finetune',
    ])
  })

  it('has a trial once where a value means nothing to a recipe', () => {
    const found = trials({
      parameters: { recipe: ['zscl', 'zscl-minus'], 'recipe.average.interval': [2, 5] },
    })
    expect(found.map(({ choice }) => choice['recipe'])).toEqual(['zscl', 'zscl', 'zscl-minus'])
  })

  it('keeps the ids of its trials when values are added, and has each experiment once', () => {
    const before = trials({ parameters: { seed: [0, 1] } }).map(({ id }) => id)
    const after = trials({ parameters: { seed: [5, 1, 0, 1] } }).map(({ id }) => id)
    expect(after).toHaveLength(3)
    expect(after).toEqual(expect.arrayContaining(before))
  })
})

describe('random draws', () => {
  const parameters = {
    'recipe.lambda_image': { log_uniform: [0.1, 10] },
    'recipe.wc': { uniform: [0, 2] },
    'recipe.average.interval': { int_uniform: [1, 5] },
    recipe: ['zscl', 'zscl-symmetric'],
  }
  const draws = (run_cap: number, seed = 0) =>
    trials({ method: 'random', parameters, run_cap, seed }).map(({ choice }) => choice)

  it('lie in their ranges, and cover them', () => {
    const all = draws(60)
    const lambdas = all.map((choice) => choice['recipe.lambda_image'] as number)
    expect(lambdas.every((value) => value >= 0.1 && value <= 10)).toBe(true)
    // Half of a log-uniform sample lies below the geometric mean of the ends.
    const low = lambdas.filter((value) => value < 1).length
    expect(low).toBeGreaterThan(18)
    expect(low).toBeLessThan(42)
    expect(new Set(all.map((choice) => choice['recipe.average.interval']))).toEqual(
      new Set([1, 2, 3, 4, 5]),
    )
    expect(new Set(all.map((choice) => choice['recipe'])).size).toBe(2)
  })

  it('stay as they are when more are drawn, and differ with the seed', () => {
    expect(draws(5)).toEqual(draws(9).slice(0, 5))
    expect(draws(5, 1)).not.toEqual(draws(5))
  })
})

describe('a sweep that makes no sense', () => {
  it.each([
    [{ parameters: { 'recipe.lambda_imag': [1] } }, 'Did you mean `lambda_image`?'],
    [{ parameters: { recipe: ['zcsl', 'finetune'] } }, 'unknown recipe `zcsl`'],
    [{ parameters: { seed: [1, 2, 3] }, run_cap: 2 }, 'the grid has 3 trials, above `run_cap` (2)'],
    [{ parameters: { seed: { uniform: [0, 1] } } }, 'a grid needs a list of values'],
    [{ parameters: { seed: [1] }, exclude: [{ seed: 1 }] }, 'no trials left'],
    [
      { parameters: { seed: [1] }, exclude: [{ sede: 1 }] },
      '`exclude[0].sede`: no such parameter. Did you mean `seed`?',
    ],
  ])('%j is refused in words', (written, message) => {
    expect(() => trials(written)).toThrow(UsageError)
    expect(() => trials(written)).toThrow(message)
  })

  it('has the problems of all its trials in one message, each once', () => {
    const parameters = { 'recipe.average.interval': [0, 5], 'schedule.batch': [1], seed: [0, 1] }
    try {
      trials({ parameters })
      expect.unreachable()
    } catch (error) {
      expect((error as ConfigError).problems).toHaveLength(2)
    }
  })
})

it('paths of an experiment in the sweep’s file and of its values are relative to that file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zscl-sweep-'))
  try {
    const experiment = {
      benchmark: { model: 'mini-clip', tasks: [{ images: './a' }] },
      recipe: {
        base: 'zscl',
        reference: {
          images: { kind: 'folder', path: 'b' },
          texts: { kind: 'file', path: 'c.txt' },
        },
      },
    }
    const parameters = { 'benchmark.tasks[0].test': ['./d', '/e'] }
    const path = join(folder, 'own.yaml')
    writeFileSync(path, JSON.stringify({ name: 'own', experiment, parameters }))
    const { sweep, origin, folder: from } = loadSweep(path)
    const found = expand(sweep, baseOf(sweep), origin, from)
    expect(found.map((trial) => trial.experiment.benchmark.tasks[0])).toMatchObject([
      { images: join(folder, 'a'), test: join(folder, 'd') },
      { images: join(folder, 'a'), test: '/e' },
    ])
    expect(found[0]!.experiment.recipe.reference).toMatchObject({
      images: { path: join(folder, 'b') },
      texts: { path: join(folder, 'c.txt') },
    })
    expect(found[0]!.choice).toEqual({ 'benchmark.tasks[0].test': './d' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

describe('the shipped sweeps', () => {
  it.each(names('sweep'))('%s expands', (name) => {
    const { sweep, origin } = loadSweep(name)
    expect(sweep.name).toBe(name)
    expect(expand(sweep, baseOf(sweep), origin).length).toBeGreaterThan(1)
  })

  it('mini-all-recipes holds every shipped recipe', () => {
    const { parameters } = readWritten('sweep', 'mini-all-recipes').written as unknown as Sweep
    expect([...(parameters['recipe'] as string[])].sort()).toEqual(names('recipe'))
  })
})
