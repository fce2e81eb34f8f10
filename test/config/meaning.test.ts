/** Combinations that mean nothing are refused in words; what will have no effect is said. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ConfigError } from '../../src/config/errors.js'
import { digest, loadExperiment, resolve, toYaml } from '../../src/config/resolve.js'
import { warnings } from '../../src/config/warnings.js'
import { plan } from '../../src/plan/plan.js'

const withRecipe = (recipe: unknown) => resolve({ benchmark: 'mini', recipe }, 'a.yaml')

describe('an option without what gives it a meaning', () => {
  it.each([
    [{ base: 'we', average: { decay: 0.9 } }, 'average.decay', 'average.kind: ema'],
    [{ base: 'we', average: { beta: 0.9 } }, 'average.beta', 'average.kind: we-wise'],
    [{ base: 'we', average: { tail_start: 0.5 } }, 'average.tail_start', 'average.kind: swa'],
    [{ base: 'we', average: { towards: 'initial' } }, 'average.towards', 'average.kind: pull'],
    [{ base: 'zscl', after_task: { alpha: 0.5 } }, 'after_task.alpha', 'after_task.kind: wise-ft'],
    [{ base: 'zscl', after_task: { reference: 'initial' } }, 'after_task.reference', 'alphas'],
    [{ base: 'zscl', teacher: { alpha: 0.1 } }, 'teacher.alpha', 'teacher.source: wise'],
    [{ base: 'zscl', distillation: { text_sample: 8 } }, 'distillation.text_sample', 'encoder'],
    [
      { base: 'lwf', reference: { images: { count: 9 } } },
      'reference.images.count',
      'set or folder',
    ],
    [{ base: 'zscl', reference: { images: { path: '/x' } } }, 'reference.images.path', 'folder'],
    [
      { base: 'zscl', reference: { texts: { length: 5 } } },
      'reference.texts.length',
      'random-tokens',
    ],
    [{ base: 'zscl', reference: { texts: { of: 'all' } } }, 'reference.texts.of', 'class-prompts'],
    [{ base: 'lwf', reference: { texts: { set: 'mini' } } }, 'reference.texts.set', 'texts.kind'],
  ])('%j is refused', (recipe, path, needs) => {
    expect(() => withRecipe(recipe)).toThrow(ConfigError)
    expect(() => withRecipe(recipe)).toThrow(`\`recipe.${path}\`: has no effect here: it needs`)
    expect(() => withRecipe(recipe)).toThrow(needs)
  })

  it('goes back to its default where it was inherited, so that equal meanings have one digest', () => {
    const { texts } = withRecipe({
      base: 'lwf-vr',
      reference: { texts: { kind: 'class-prompts' } },
    }).recipe.reference
    expect(texts).toMatchObject({ kind: 'class-prompts', count: 0, length: 10 })
    const name = 'same'
    const [a, b] = [
      withRecipe({
        base: 'wise-ft',
        name,
        summary: '',
        source: '',
        after_task: { kind: 'keep-last' },
      }),
      withRecipe({ base: 'finetune', name, summary: '', source: '' }),
    ]
    expect(digest(a)).toBe(digest(b))
  })

  it('stands in a resolved experiment without being refused there', () => {
    const experiment = loadExperiment('mini', { set: ['recipe=lwf-vr'] })
    expect(resolve(parse(toYaml(experiment)), 'again')).toEqual(experiment)
  })
})

describe('a combination that means nothing', () => {
  it.each([
    [
      { base: 'zscl', trains: 'text' },
      '`recipe.lambda_image`: has no gradient for the text encoder',
    ],
    [
      { base: 'zscl-symmetric', trains: 'image' },
      '`recipe.lambda_text`: has no gradient for the image encoder',
    ],
    [
      { base: 'finetune', memory: { capacity: 5 } },
      'there is an exemplar memory, but reference images come from',
    ],
    [{ base: 'zero-shot', after_task: { alphas: [0.5] } }, 'nothing trains'],
    [{ base: 'zscl', reference: { images: { kind: 'folder' } } }, 'expected the path of a folder'],
    [{ base: 'zscl', reference: { texts: { kind: 'file' } } }, 'expected the path of a file'],
    [
      {
        base: 'zscl',
        wc: {
          points: [
            { update: 5, value: 1 },
            { update: 5, value: 2 },
          ],
        },
      },
      'must increase',
    ],
  ])('%j is refused', (recipe, message) => {
    expect(() => withRecipe(recipe)).toThrow(message)
  })

  it('is not confused with one that means something', () => {
    expect(withRecipe({ base: 'finetune', trains: 'text' }).recipe.trains).toBe('text')
    expect(withRecipe({ base: 'zscl', trains: 'image' }).recipe.trains).toBe('image')
    expect(withRecipe({ base: 'zscl', lambda_image: 0, lambda_text: 0 }).recipe.wc).toBe(1)
  })
})

describe('a warning', () => {
  const said = (recipe: unknown, benchmark: unknown = 'mini') =>
    warnings(resolve({ benchmark, recipe }, 'x')).join('\n')

  it('is given for an interval that is larger than the task, and only then', () => {
    const of = (interval: number) => said({ base: 'we', average: { interval } })
    expect(of(151)).toContain('interval 151 is larger than a task of 150 updates: only the start')
    expect(of(150)).toBe('')
    expect(said({ base: 'we', average: { intervals: [10, 400] } })).toContain('interval 400')
    // The authors' counting takes a sample after the first update.
    expect(said({ base: 'zscl-authors-code', average: { interval: 400 } })).toBe('')
  })

  it('is given for a tail of SWA without a sample', () => {
    const swa = (interval: number) =>
      said({ base: 'we', average: { kind: 'swa', interval, tail_start: 0.9 } })
    expect(swa(50)).toContain('the tail of 15 updates')
    expect(swa(5)).toBe('')
  })

  it('is given for a point that never comes, and for a memory in the only task', () => {
    const points = [
      { update: 0, value: 1 },
      { update: 150, value: 0 },
    ]
    expect(said({ base: 'wc', wc: { points } })).toContain('a point at update 150')
    const tasks = [{ name: 'digits', kind: 'mini', mini_task: 'digits' }]
    expect(said('icarl', { base: 'mini', tasks })).toContain('empty in the only task')
  })
})

describe('paths of references', () => {
  it('are relative to the file that names them, and whole in the resolved experiment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zscl-config-'))
    try {
      mkdirSync(join(folder, 'photos'))
      const reference = {
        images: { kind: 'folder', path: 'photos' },
        texts: { kind: 'file', path: '../t.txt' },
      }
      const written = { benchmark: 'mini', recipe: { base: 'zscl', reference } }
      writeFileSync(join(folder, 'own.yaml'), JSON.stringify(written))
      const { images, texts } = loadExperiment(join(folder, 'own.yaml')).recipe.reference
      expect(images.path).toBe(join(folder, 'photos'))
      expect(texts.path).toBe(join(folder, '../t.txt'))
      expect(images.count).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('pairs of images and texts', () => {
  it.each([
    [
      { base: 'gift', reference: { texts: { kind: 'set' } } },
      'reference.texts.kind',
      'needs `paired` texts',
    ],
    [
      { base: 'zscl', lambda_alignment: 1 },
      'distillation.text_term',
      '`lambda_alignment` needs `paired`',
    ],
    [
      { base: 'gift', reference: { images: { kind: 'noise', count: 9 } } },
      'reference.images.kind',
      'belong to images of a set',
    ],
    [{ base: 'gift', wc: 0 }, 'consolidation', '`adaptive` needs `wc` above 0'],
    [{ base: 'wc', consolidation: 'adaptive' }, 'consolidation', 'a reference term whose gradient'],
    [
      { base: 'zscl', reference: { texts: { template: 'a {}' } } },
      'reference.texts.template',
      'has no effect here',
    ],
    [
      { base: 'gift', reference: { texts: { template: 'a photo' } } },
      'reference.texts.template',
      '`{}` for the class',
    ],
    [{ base: 'we', average: { kind: 'pull' } }, 'after_task.kind', 'keeps no average'],
    [
      { base: 'pull', average: { intervals: [5] } },
      'average.intervals',
      'one training has one interval',
    ],
  ])('%j is refused', (recipe, path, words) => {
    expect(() => withRecipe(recipe)).toThrow(`\`recipe.${path}\`: `)
    expect(() => withRecipe(recipe)).toThrow(words)
  })

  it.each(['cifar100-10-steps', 'mini-letters-4-steps'])(
    'need weight consolidation where gift meets %s, which sets it to 0, and it says so',
    (benchmark) => {
      const gift =
        (...set: string[]) =>
        () =>
          loadExperiment(benchmark, { set: ['recipe=gift', ...set] })
      expect(gift()).toThrow(
        `the benchmark \`${benchmark}\` replaces it by 0 (\`replace.wc\`). Set \`recipe.wc\``,
      )
      expect(gift('recipe.wc=1')).not.toThrow()
      expect(gift('recipe.consolidation=equal')).not.toThrow()
    },
  )

  it('may come from a folder per task', () => {
    const images = { kind: 'folder', path: '/synthetic/{task}_Syn' }
    const steps = plan(withRecipe({ base: 'gift', reference: { images } }))
    const paths = steps.flatMap((step) =>
      step.kind === 'begin-task' ? [step.reference_images.path] : [],
    )
    expect(paths.slice(0, 2)).toEqual(['/synthetic/shapes_Syn', '/synthetic/digits_Syn'])
  })
})

describe('few-shot', () => {
  const protocol = (benchmark: string, ...set: string[]) =>
    loadExperiment(benchmark, { set }).benchmark.protocol

  it('is part of the protocol, also where it is changed', () => {
    expect(protocol('mtil-5-shot-order-1')).toBe('mtil-authors with 5 shots')
    expect(protocol('mtil-order-1', 'benchmark.tasks[0].shots=16')).toBe(
      'mtil-authors with other shots',
    )
    expect(protocol('mtil-5-shot-order-2', 'benchmark.tasks[3].shots=16')).toContain('other shots')
    const again = parse(toYaml(loadExperiment('mtil-5-shot-order-1')))
    expect(digest(resolve(again, 'b'))).toBe(digest(loadExperiment('mtil-5-shot-order-1')))
  })
})
