/** A task of one's own says what it is by what it names. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadExperiment, resolve, toYaml } from '../../src/config/resolve.js'
import { warnings } from '../../src/config/warnings.js'
import { datasetSpec } from '../../src/plan/datasets.js'
import { plan } from '../../src/plan/plan.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zscl-own-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function load(written: unknown, name = 'own.yaml') {
  writeFileSync(join(folder, name), JSON.stringify(written))
  return loadExperiment(join(folder, name))
}

describe('a task of one’s own', () => {
  it('is a folder or a table by what it names, is called by its place, and has its paths from the file', () => {
    const tasks = [
      { images: './birds/train', test: './birds/test', templates: ['a {}, a bird'] },
      { images: 'cars' },
      { name: 'x', table: 'list.csv', label_column: 'class' },
    ]
    const { benchmark, schedule, model } = load({ benchmark: tasks })
    expect(benchmark.tasks).toMatchObject([
      { kind: 'folder', name: 'birds', images: join(folder, 'birds/train'), held_out: 0.2 },
      { kind: 'folder', name: 'cars', images: join(folder, 'cars'), test: '' },
      { kind: 'table', name: 'x', table: join(folder, 'list.csv'), path_column: 'path' },
    ])
    expect(schedule).toMatchObject({ updates: [1000, 1000, 1000], warmup: 100 })
    expect(model).toEqual({ name: 'ViT-B-16-quickgelu', pretrained: 'openai' })
  })

  it('may be one table that a column divides, which is then not a table for each side', () => {
    const divided = { table: 'list.csv', split_column: 'part', split: 'learn', test_split: 'val' }
    const { benchmark } = load({ benchmark: [divided] })
    expect(datasetSpec(benchmark.tasks[0]!)).toMatchObject({
      split_column: 'part',
      split: 'learn',
      test_split: 'val',
    })
    const { test_split: _, split: __, ...least } = divided
    const named = datasetSpec(load({ benchmark: [least] }).benchmark.tasks[0]!)
    expect(named).toMatchObject({ split_column: 'part', split: '', test_split: '' })
    expect(() => load({ benchmark: [{ ...divided, test_table: 'test.csv' }] })).toThrow(
      '`split_column` says which rows are for testing',
    )
    const lost = { table: 'list.csv', test_split: 'val' }
    expect(() => load({ benchmark: [lost] })).toThrow('Expected `split_column` beside it')
  })

  it('is a Hugging Face dataset on disk where it names one, with its splits and columns', () => {
    const tasks = [{ saved: './flowers', test_split: 'valid', image_column: 'img' }]
    const { benchmark } = load({ benchmark: tasks })
    expect(benchmark.tasks).toMatchObject([
      {
        kind: 'saved',
        name: 'flowers',
        saved: join(folder, 'flowers'),
        split: 'train',
        test_split: 'valid',
        label_column: 'label',
      },
    ])
    expect(datasetSpec(benchmark.tasks[0]!)).toMatchObject({ kind: 'saved', image_column: 'img' })
    const divided = { saved: './flowers', split_column: 'part', test_split: 'valid' }
    expect(datasetSpec(load({ benchmark: [divided] }).benchmark.tasks[0]!)).toMatchObject({
      ...{ split_column: 'part', split: 'train', test_split: 'valid' },
    })
  })
})

describe('the references of a benchmark of one’s own', () => {
  it('may take the first classes of a folder as reference images, and a column of a parquet file as texts', () => {
    const reference = {
      images: { path: './imagenet/train', classes: 100 },
      texts: { path: './gcc.parquet', column: 'text' },
    }
    const experiment = load({ benchmark: { tasks: [{ images: 'a' }], reference } })
    const begin = plan(experiment).find((step) => step.kind === 'begin-task')
    expect(begin).toMatchObject({
      reference_images: { kind: 'folder', path: join(folder, 'imagenet/train'), classes: 100 },
      reference_texts: { kind: 'file', path: join(folder, 'gcc.parquet'), column: 'text' },
    })
  })

  it('may have images and their captions out of one place as references', () => {
    const of = (pairs: unknown) => {
      const experiment = load({ benchmark: { tasks: [{ images: 'a' }], reference: { pairs } } })
      return plan(experiment).find((step) => step.kind === 'begin-task')
    }
    const path = join(folder, 'cc3m')
    expect(of('./cc3m')).toMatchObject({
      reference_images: { kind: 'folder', path, count: 0 },
      reference_texts: { kind: 'file', path, count: 0 },
    })
    expect(of({ path: 'cc3m', count: 500 })).toMatchObject({
      reference_images: { path, count: 500 },
      reference_texts: { path, count: 500 },
    })
    const reference = { pairs: './cc3m', texts: { path: './x.txt' } }
    expect(() => load({ benchmark: { tasks: [{ images: 'a' }], reference } })).toThrow(
      'gives images and texts: leave `texts` out',
    )
    expect(() => of(3)).toThrow('`benchmark.reference.pairs`')
  })
})

describe('a task’s images and classes', () => {
  it('may be decoded at a fraction of its size, tasks and references each by a word of their own', () => {
    const texts = { set: 'mini', count: 5 }
    const reference = { images: { path: './photos', decoding: 'scaled' }, texts }
    const tasks = [{ images: 'a', decoding: 'scaled' }, { images: 'b' }]
    const experiment = load({ benchmark: { tasks, reference } })
    expect(experiment.benchmark.tasks.map((task) => datasetSpec(task).decoding)).toEqual([
      'scaled',
      '',
    ])
    const begin = plan(experiment).find((step) => step.kind === 'begin-task')
    expect(begin).toMatchObject({ reference_images: { kind: 'folder', decoding: 'scaled' } })
  })

  it('may name its classes by label', () => {
    const { benchmark } = load({
      benchmark: [{ images: 'a', class_names: { '007': 'seven', '12': 'twelve' } }],
    })
    const { class_names, class_labels } = datasetSpec(benchmark.tasks[0]!)
    expect(class_labels.map((label, i) => [label, class_names[i]]).sort()).toEqual([
      ['007', 'seven'],
      ['12', 'twelve'],
    ])
  })
})

describe('a benchmark of one’s own', () => {
  it('may stand in a file of its own, wherever a benchmark may be named', () => {
    writeFileSync(join(folder, 'mine.yaml'), '- {images: a}\n- {images: b}\n')
    const { benchmark } = load({ benchmark: 'mine.yaml', recipe: 'finetune' })
    expect(benchmark.tasks).toMatchObject([
      { images: join(folder, 'a') },
      { images: join(folder, 'b') },
    ])
    expect(benchmark.name).toBe('mine')
    const direct = resolve({ benchmark: join(folder, 'mine.yaml'), recipe: 'finetune' }, 'x')
    expect(direct.benchmark).toEqual(benchmark)
  })
})

describe('the model of a benchmark of one’s own', () => {
  it('may name a model by a folder and weights by a file beside it; names and tags stay as they are', () => {
    const tasks = [{ images: 'a' }]
    const of = (model: unknown) => load({ benchmark: { tasks, model }, recipe: 'finetune' }).model
    expect(of({ name: 'ViT-B-16', pretrained: './w.safetensors' }).pretrained).toBe(
      join(folder, 'w.safetensors'),
    )
    expect(of({ name: 'ViT-B-16-quickgelu', pretrained: 'ViT-B-16.pt' }).pretrained).toBe(
      join(folder, 'ViT-B-16.pt'),
    )
    expect(of({ name: 'local-dir:./clip' }).name).toBe(`local-dir:${join(folder, 'clip')}`)
    expect(of({ name: 'ViT-B-16-quickgelu', pretrained: 'openai' }).pretrained).toBe('openai')
    const whole = load({ benchmark: 'mini', model: 'local-dir:x' })
    expect(whole.model.name).toBe(`local-dir:${join(folder, 'x')}`)
  })

  it('lets --set change a part of the benchmark’s model, also of one that is only a name', () => {
    const modelOf = (written: unknown, ...set: string[]) => {
      writeFileSync(join(folder, 'own.yaml'), JSON.stringify(written))
      return loadExperiment(join(folder, 'own.yaml'), { set }).model
    }
    const tasks = [{ images: 'a' }]
    const named = { recipe: 'finetune', benchmark: { tasks, model: 'ViT-B-32' } }
    const weights = join(process.cwd(), 'w.safetensors')
    expect(modelOf(named, 'model.pretrained=w.safetensors')).toEqual({
      name: 'ViT-B-32',
      pretrained: weights,
    })
    expect(modelOf(named, 'benchmark.model.pretrained=openai')).toEqual({
      name: 'ViT-B-32',
      pretrained: 'openai',
    })
    expect(modelOf({ recipe: 'finetune', benchmark: tasks }, 'model.pretrained=w.pt')).toEqual({
      name: 'ViT-B-16-quickgelu',
      pretrained: join(process.cwd(), 'w.pt'),
    })
    expect(modelOf(named, 'model=mini-clip')).toEqual({ name: 'mini-clip', pretrained: '' })
  })
})

describe('paths and names of a task of one’s own', () => {
  it('has paths in --set from where the program was started', () => {
    writeFileSync(join(folder, 'own.yaml'), JSON.stringify({ benchmark: [{ images: 'a' }] }))
    const set = ['benchmark[0].images=b', 'benchmark[0].test=../c']
    expect(loadExperiment(join(folder, 'own.yaml'), { set }).benchmark.tasks).toMatchObject([
      { images: join(process.cwd(), 'b'), test: join(process.cwd(), '../c') },
    ])
  })

  it('takes class names from a file', () => {
    writeFileSync(join(folder, 'names.txt'), 'cat\n\nbig dog\n')
    const { benchmark } = load({ benchmark: [{ images: 'a', class_names: 'names.txt' }] })
    expect(benchmark.tasks[0]).toMatchObject({ class_names: ['cat', 'big dog'] })
  })

  it('resolves to itself again', () => {
    const experiment = load({
      benchmark: { tasks: [{ images: 'a' }], also_evaluate: [{ table: 't.csv' }] },
    })
    expect(resolve(parse(toYaml(experiment)), 'again')).toEqual(experiment)
  })

  it.each([
    [[{ images: 'a', templates: ['a photo'] }], 'text with {} where the class name stands'],
    [
      [{ images: 'a', held_out: 1 }],
      '`benchmark.tasks[0].held_out`: expected a number of less than 1',
    ],
    [
      [{ images: 'a', tests: 'b' }],
      '`benchmark.tasks[0].tests`: unknown key. Did you mean `test`?',
    ],
    [[{ images: 'a', unreadable: 'skipp' }], 'Did you mean `skip`?'],
    [[{ images: 'a' }, { images: 'b/a' }], '`a` is listed twice'],
    [[{ kind: 'foldr', images: 'a' }], '`benchmark.tasks[0].kind`'],
  ])('%j is refused in words', (benchmark, message) => {
    expect(() => load({ benchmark })).toThrow(message)
  })
})

describe('reference data', () => {
  const tasks = [{ images: 'a' }]

  it('of a benchmark may be a folder and a file of one’s own', () => {
    const reference = { images: { path: 'photos', count: 9 }, texts: { path: 'captions.txt' } }
    const experiment = load({ benchmark: { tasks, reference }, recipe: 'zscl' })
    expect(experiment.recipe.reference).toMatchObject({
      images: { kind: 'folder', path: join(folder, 'photos'), count: 9 },
      texts: { kind: 'file', path: join(folder, 'captions.txt'), count: 0 },
    })
    expect(warnings(experiment)).toEqual([])
  })

  it('is the drawn set where none is named, with a warning that photos do better', () => {
    const experiment = load({ benchmark: { tasks }, recipe: 'zscl' })
    expect(experiment.recipe.reference.images).toMatchObject({ kind: 'set', set: 'mini' })
    expect(warnings(experiment).join()).toContain('real photos and captions do better')
    const reference = { images: { path: 'photos' }, texts: { set: 'mini', count: 9 } }
    expect(warnings(load({ benchmark: { tasks, reference }, recipe: 'zscl' }))).toEqual([
      'reference texts are the built-in drawn set: real captions do better. Name yours in the benchmark: `reference: {texts: {path: FILE}}`',
    ])
    expect(warnings(load({ benchmark: { tasks }, recipe: 'finetune' }))).toEqual([])
    expect(warnings(loadExperiment('mini'))).toEqual([])
    const random = { tasks, model: { name: 'ViT-B-32', pretrained: '' } }
    expect(warnings(load({ benchmark: random, recipe: 'finetune' })).join()).toContain(
      '`ViT-B-32` begins with random weights, which can do nothing zero-shot: name its weights with `model.pretrained` (openai,',
    )
  })
})

describe('datasets that are only measured', () => {
  it('are columns behind the tasks at every evaluation, and are never trained', () => {
    const experiment = load({
      benchmark: { tasks: [{ images: 'a' }, { images: 'b' }], also_evaluate: [{ images: 'c' }] },
      recipe: 'finetune',
    })
    const steps = plan(experiment)
    const columns = steps.flatMap((s) =>
      s.kind === 'evaluate' ? [`${s.after_task} ${s.dataset}`] : [],
    )
    expect(columns).toEqual(
      ['a', 'b', 'c'].flatMap((_, row) => ['a', 'b', 'c'].map((d) => `${row - 1} ${d}`)),
    )
    expect(steps.flatMap((s) => (s.kind === 'begin-task' ? [s.dataset] : []))).toEqual(['a', 'b'])
  })
})
