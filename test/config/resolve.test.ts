import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { load, names } from '../../src/config/catalogue.js'
import { ConfigError, UsageError } from '../../src/config/errors.js'
import { digest, loadExperiment, resolve, toYaml } from '../../src/config/resolve.js'

const mini = (...set: string[]) => loadExperiment('mini', { set })

function problemsOf(written: Record<string, unknown>): string {
  try {
    resolve(written, 'a.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as ConfigError).message
  }
  throw new Error('no problem was found')
}

describe('resolving an experiment', () => {
  it('writes every default out', () => {
    const experiment = mini()
    expect(experiment.schedule.updates).toEqual([150, 150, 150, 150, 150, 150])
    expect(experiment.recipe.distillation).toEqual({
      temperature: 2,
      direction: 'teacher-target',
      text_term: 'transposed',
      text_sample: 64,
    })
    expect(experiment.optimiser.weight_decay).toBe(0)
    expect(experiment.recipe.reference.images).toMatchObject({
      kind: 'set',
      set: 'mini',
      count: 2000,
    })
  })

  it('gives the same experiment again from its own YAML', () => {
    for (const recipe of names('recipe')) {
      const experiment = mini(`recipe=${recipe}`)
      const again = resolve(parse(toYaml(experiment)), 'again')
      expect(again).toEqual(experiment)
      expect(digest(again)).toBe(digest(experiment))
    }
  })

  it('is frozen to the bottom', () => {
    expect(Object.isFrozen(mini().recipe.reference.images)).toBe(true)
  })

  it("puts the benchmark's interval into a named recipe, and lets --set win", () => {
    expect(mini().recipe.average.interval).toBe(10)
    expect(mini('recipe.average.interval=25').recipe.average.interval).toBe(25)
  })

  it('leaves a recipe of one’s own alone', () => {
    const own = {
      name: 'own',
      average: { kind: 'we', interval: 100 },
      after_task: { kind: 'take-average' },
    }
    expect(resolve({ benchmark: 'mini', recipe: own }, 'x').recipe.average.interval).toBe(100)
  })

  it('sets lambda to the benchmark’s value only where the recipe distils', () => {
    const benchmark = { base: 'mini', replace: { lambda: 5, wc: 0.5 } }
    const zscl = resolve({ benchmark, recipe: 'zscl' }, 'x').recipe
    expect([zscl.lambda_image, zscl.lambda_text, zscl.lambda_feature, zscl.wc]).toEqual([
      5, 5, 0, 0.5,
    ])
    const finetune = resolve({ benchmark, recipe: 'finetune' }, 'x').recipe
    expect([finetune.lambda_image, finetune.wc]).toEqual([0, 0])
  })

  it('changes one value of a named recipe with --set and keeps the rest', () => {
    const { recipe } = mini('recipe.lambda_image=0.5')
    expect(recipe.lambda_image).toBe(0.5)
    expect(recipe.lambda_text).toBe(1)
    expect(recipe.name).toBe('zscl')
  })

  it('takes the recipe named by --set before changes inside it', () => {
    const { recipe } = mini('recipe=wise-ft', 'recipe.after_task.alpha=0.5')
    expect(recipe.after_task).toMatchObject({ kind: 'wise-ft', alpha: 0.5 })
  })

  it('takes learning rates by task name with a default', () => {
    const { schedule } = mini('schedule.learning_rate={default: 1e-3, digits: 5e-3}')
    expect(schedule.learning_rate).toEqual([1e-3, 5e-3, 1e-3, 1e-3, 1e-3, 1e-3])
  })

  it('lets a recipe ask for the counting of the authors’ code, and the experiment overrule it', () => {
    expect(mini('recipe=zscl-authors-code').schedule.counting).toBe('authors-code')
    expect(mini('recipe=zscl-authors-code', 'schedule.counting=paper').schedule.counting).toBe(
      'paper',
    )
  })

  it('has the same digest whatever the name, and another for another seed', () => {
    expect(digest(mini('name=other'))).toBe(digest(mini()))
    expect(digest(loadExperiment('mini', { seed: 1 }))).not.toBe(digest(mini()))
  })
})

describe('the catalogue', () => {
  it('holds the recipes of the paper, each resolvable and named like its file', () => {
    const wanted =
      'zero-shot finetune lwf lwf-vr icarl icarl-authors-code wc wise-ft we we-wise swa ema zscl-minus zscl-star zscl zscl-authors-code zscl-symmetric'
    expect(names('recipe')).toEqual(expect.arrayContaining(wanted.split(' ')))
    for (const name of names('recipe')) {
      expect(mini(`recipe=${name}`).recipe.name).toBe(name)
      expect(load('recipe', name)['summary']).toBeTruthy()
    }
  })
})

describe('bad input', () => {
  it('names every problem of a file at once, with path, expectation, what came and the nearest name', () => {
    const message = problemsOf({
      benchmark: 'mini',
      recipe: {
        base: 'zscl',
        lambda_imag: 1,
        distillation: { temperature: -1, direction: 'teacher' },
      },
      sede: 3,
      schedule: { batch_size: 1.5 },
      device: 'gpu',
    })
    expect(message).toContain('a.yaml has 6 problems')
    expect(message).toContain('`recipe.lambda_imag`: unknown key. Did you mean `lambda_image`?')
    expect(message).toContain(
      '`recipe.distillation.temperature`: expected a number of more than 0, got -1.',
    )
    expect(message).toMatch(
      /`recipe.distillation.direction`: expected one of "teacher-target", "as-printed", got "teacher"\./,
    )
    expect(message).toContain('`sede`: unknown key. Did you mean `seed`?')
    expect(message).toContain('`schedule.batch_size`: expected a whole number, got 1.5.')
    expect(message).toContain('`device`: expected one of auto, cpu, cuda, cuda:N, mps, got "gpu".')
  })

  it.each([
    [{ recipe: 'zcsl' }, '`recipe`: unknown recipe `zcsl`. Did you mean `zscl`?'],
    [{ recipe: { base: 'zcsl' } }, '`recipe.base`: unknown recipe `zcsl`. Did you mean `zscl`?'],
    [{ model: 'ViT-B-166' }, '`model.name`: unknown model `ViT-B-166`. Did you mean `ViT-B-16`?'],
    [{ model: 'mini-clp' }, 'Did you mean `mini-clip`?'],
    [
      { model: { name: 'ViT-B-16-quickgelu', pretrained: 'openay' } },
      '`model.pretrained`: unknown weights `openay` of `ViT-B-16-quickgelu`. Did you mean `openai`?',
    ],
    [
      { model: { name: 'mini-clip', pretrained: 'x.safetensors' } },
      '`mini-clip` has its own weights',
    ],
    [{ benchmark: 'minni' }, '`benchmark`: unknown benchmark `minni`. Did you mean `mini`?'],
    [
      { recipe: { base: 'wise-ft', after_task: { alpha: 1.2 } } },
      '`recipe.after_task.alpha`: expected a number of at most 1, got 1.2.',
    ],
    [
      { recipe: { base: 'we', average: { interval: 0 } } },
      '`recipe.average.interval`: expected a number of at least 1, got 0.',
    ],
    [
      { recipe: { base: 'zscl', reference: { images: { kind: 'none' } } } },
      '`recipe.reference.images.kind`: `lambda_image` and `lambda_text` need reference images, got none.',
    ],
    [
      { recipe: { base: 'finetune', lambda_image: 1 } },
      '`recipe.reference.texts.kind`: `lambda_image` need reference texts',
    ],
    [
      { recipe: { base: 'finetune', after_task: { kind: 'take-average' } } },
      '`take-average` needs an average',
    ],
    [{ recipe: { base: 'finetune', ce: 0 } }, 'nothing would be learned'],
    [{ recipe: { base: 'icarl', memory: { capacity: 0 } } }, 'whose capacity is 0'],
    [
      { recipe: { base: 'zscl', lambda_image: { per_task: [1, 2] } } },
      '`recipe.lambda_image.per_task`: expected 6 values, one per task, got 2.',
    ],
    [
      { recipe: { base: 'zscl', reference: { texts: { set: 'minni' } } } },
      'unknown set `minni`. Did you mean `mini`?',
    ],
    [
      { schedule: { updates: [10, 20] } },
      '`schedule.updates`: expected one value or 6, one per task, got 2.',
    ],
    [
      { schedule: { learning_rate: { default: 1, digitz: 2 } } },
      '`schedule.learning_rate.digitz`: no such task. Did you mean `digits`?',
    ],
    [
      { benchmark: { base: 'mini', tasks: [{ name: 'a', kind: 'mini', mini_task: 'shape' }] } },
      '`benchmark.tasks[0].mini_task`: unknown task `shape`. Did you mean `shapes`?',
    ],
  ])('%j is refused in words', (written, expected) => {
    expect(problemsOf(written)).toContain(expected)
  })
})

describe('mistakes', () => {
  it('lets no mistake hide another: a wrong name, what was written over it, and other parts', () => {
    const message = problemsOf({
      benchmark: 'minni',
      recipe: { base: 'zscll', lambda_imag: 2, average: { interval: 0 } },
      model: 'ViT-B-166',
      seed: -3,
    })
    expect(message).toContain('a.yaml has 6 problems')
    for (const path of ['benchmark', 'recipe.base', 'recipe.lambda_imag', 'model.name', 'seed'])
      expect(message).toContain(`\`${path}\`:`)
    expect(message).toContain('`recipe.average.interval`: expected a number of at least 1, got 0.')
  })

  it('says in words what a loss weight may be', () => {
    expect(problemsOf({ recipe: { base: 'zscl', lambda_image: 'abc' } })).toContain(
      '`recipe.lambda_image`: expected a number of at least 0, {per_task: [NUMBER, …]} or',
    )
  })

  it.each(['local-dir:/some/folder', 'hf-hub:somebody/model'])('leaves %s to Python', (name) => {
    expect(resolve({ model: name }, 'x').model.name).toBe(name)
  })

  it('says what is wrong with a --set that is no assignment', () => {
    expect(() => mini('recipe')).toThrow(/expected path=value/)
  })

  it('says that a file is not there and offers the nearest shipped name', () => {
    expect(() => loadExperiment('minii')).toThrow(UsageError)
    expect(() => loadExperiment('minii')).toThrow(/Did you mean `mini`/)
  })
})
