/** Class-incremental benchmarks: what is written, what is resolved, what is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { load as loadNamed, names } from '../../src/config/catalogue.js'
import { loadExperiment, resolve, toYaml } from '../../src/config/resolve.js'
import { warnings } from '../../src/config/warnings.js'
import { datasetSpec } from '../../src/plan/datasets.js'
import { plan } from '../../src/plan/plan.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zscl-steps-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const letters = { dataset: { kind: 'mini', mini_task: 'letters' }, steps: [3, 2] }
function own(tasks: object, more: object = {}) {
  const benchmark = { name: 'own', model: 'mini-clip', tasks, ...more }
  return resolve({ benchmark, recipe: 'finetune', schedule: { updates: 4, warmup: 1 } }, 'x')
}
const classes = (experiment: ReturnType<typeof own>) =>
  experiment.benchmark.tasks.map((task) => task.classes)

describe('a class-incremental benchmark', () => {
  it('becomes a task per step, with classes in label order or in that of a list or a file', () => {
    expect(classes(own(letters))).toEqual([
      [0, 1, 2],
      [3, 4],
    ])
    const order = ['e', 'a', 'd', 'b', 'c']
    const expected = [
      ['e', 'a', 'd'],
      ['b', 'c'],
    ]
    expect(classes(own({ ...letters, class_order: order }))).toEqual(expected)
    for (const [name, text] of [
      ['order.json', JSON.stringify(order)],
      ['order.yaml', `class_order:\n${order.map((one) => `  - ${one}`).join('\n')}`],
      ['order.txt', `${order.join('\n')}\n`],
    ] as const) {
      writeFileSync(join(folder, name), text)
      writeFileSync(
        join(folder, 'x.yaml'),
        JSON.stringify({
          benchmark: { model: 'mini-clip', tasks: { ...letters, class_order: name } },
          recipe: 'finetune',
        }),
      )
      expect(classes(loadExperiment(join(folder, 'x.yaml')))).toEqual(expected)
    }
  })

  it('may be written as a first step and further ones, and resolves to itself', () => {
    const steps = { first: 4, each: 2, number: 3 }
    const experiment = own({ ...letters, steps })
    expect(experiment.benchmark.tasks.map(({ name }) => name)).toEqual([
      '1-4',
      '5-6',
      '7-8',
      '9-10',
    ])
    expect(experiment.benchmark.setting).toBe('class-incremental')
    expect(resolve(parse(toYaml(experiment)), 'again')).toEqual(experiment)
  })

  it('has the order of its classes in its protocol, so that numbers of other orders do not mix', () => {
    const protocol = (class_order?: readonly number[]) =>
      own(class_order ? { ...letters, class_order } : letters).benchmark.protocol
    expect(protocol()).toBe('own data, classes in label order')
    expect(protocol([0, 1, 2, 3, 4])).toMatch(/^own data, class order [0-9a-f]{8}$/)
    expect(protocol([0, 1, 2, 3, 4])).not.toBe(protocol([1, 0, 2, 3, 4]))
  })

  it.each([
    [{ steps: [3, 2], class_order: [0, 1, 2] }, 'expected 5 classes, the sum of `steps`, got 3'],
    [{ steps: [1, 1], class_order: [7, 7] }, '`7` is listed twice'],
    [{ steps: { first: 3, each: 2 } }, '{first: CLASSES, each: CLASSES, number: FURTHER_TASKS}'],
    [
      { steps: [3, 0] },
      /has 1 problem:\n.*`benchmark.tasks.steps\[1\]`: expected a number of at least 1, got 0/,
    ],
    [{ steps: [3], order: [1] }, '`benchmark.tasks.order`: unknown key'],
  ])('refuses %j, saying what was expected', (change, message) => {
    expect(() => own({ ...letters, ...change })).toThrow(message)
  })

  it.each([
    ['a class', { class_order: ['a'] }, 'expected 5 classes, the sum of `steps`, got 1'],
    ['too many', { class_order: [0, 1, 2, 3, 4, 5] }, 'expected 5 classes'],
    ['one twice', { class_order: ['a', 'b', 'c', 'a', 'e'] }, '`a` is listed twice'],
    ['one twice and too few', { class_order: [1, 1] }, '`1` is listed twice'],
  ])('has one problem with an order, not one for every task: %s', (_, change, message) => {
    const words = message.replace(/[`.]/g, '\\$&')
    const only = new RegExp(`has 1 problem:\n.*\`benchmark.tasks.class_order\`: ${words}`)
    expect(() => own({ ...letters, ...change })).toThrow(only)
  })
})

describe('an order of classes', () => {
  it.each(['tiny-imagenet', 'dtd', 'sun397'])(
    'takes no positions where classes have ids or names: %s',
    (kind) => {
      const tasks = { dataset: { kind }, steps: [1, 1] }
      expect(() => own({ ...tasks, class_order: [1, 0] })).toThrow(
        /has 1 problem:\n.*`benchmark.tasks.class_order`: expected .*names.* got positions/,
      )
      expect(classes(own({ ...tasks, class_order: ['n2', 'n1'] }))).toEqual([['n2'], ['n1']])
      expect(classes(own(tasks))).toEqual([[0], [1]])
    },
  )

  it('takes no positions in own folders, and labels where these are numbers', () => {
    const folders = { dataset: { images: folder }, steps: [1, 1] }
    expect(() => own({ ...folders, class_order: [1, 0] })).toThrow('got positions')
    expect(classes(own({ ...folders, class_order: ['1', '0'] }))).toEqual([['1'], ['0']])
    for (const kind of ['cifar100', 'imagenet100', 'mnist'])
      expect(classes(own({ dataset: { kind }, steps: [1, 1], class_order: [1, 0] }))).toEqual([
        [1],
        [0],
      ])
  })

  it('refuses a class in two tasks, and a task without classes', () => {
    const task = (name: string, list?: number[]) => ({
      name,
      kind: 'mini',
      mini_task: 'letters',
      ...(list && { classes: list }),
    })
    const setting = { setting: 'class-incremental' }
    expect(() => own([task('a', [0, 1]), task('b', [1])], setting)).toThrow(
      '`benchmark.tasks[1].classes`: class `1` is already in `a`.',
    )
    expect(() => own([task('a', [0, 1]), task('b')], setting)).toThrow(
      '`benchmark.tasks[1].classes`: expected the classes of this task',
    )
  })
})

describe('the plan of a class-incremental benchmark', () => {
  it('measures the tasks so far after each, all their classes competing, and all of them before', () => {
    const evaluations = plan(own({ ...letters, steps: [2, 2, 2] })).flatMap((step) =>
      step.kind === 'evaluate' ? [[step.after_task, step.dataset, step.among]] : [],
    )
    const all = ['1-2', '3-4', '5-6']
    expect(evaluations).toEqual([
      ...all.map((name) => [-1, name, all]),
      [0, '1-2', ['1-2']],
      [1, '1-2', ['1-2', '3-4']],
      [1, '3-4', ['1-2', '3-4']],
      ...all.map((name) => [2, name, all]),
    ])
  })

  it('measures what is only measured by itself, after every task', () => {
    const also_evaluate = [{ name: 'else', kind: 'mini', mini_task: 'digits' }]
    const found = plan(own(letters, { also_evaluate })).filter(
      (step) => step.kind === 'evaluate' && step.dataset === 'else',
    )
    expect(found).toHaveLength(3)
    for (const step of found) expect(step).not.toHaveProperty('among')
  })

  it('hands the worker indices as indices and names as names', () => {
    const task = {
      name: 'x',
      kind: 'mini',
      mini_task: 'digits',
      train_size: 0,
      test_size: 0,
      data_seed: 0,
    } as const
    expect(datasetSpec({ ...task, classes: [3, 1] })).toMatchObject({
      class_indices: [3, 1],
      classes: [],
    })
    expect(datasetSpec({ ...task, classes: ['3'] })).toMatchObject({
      class_indices: [],
      classes: ['3'],
    })
  })
})

describe('the shipped class-incremental benchmarks', () => {
  const shipped = names('benchmark').filter((name) => /-steps$/.test(name))

  it('are those of the paper, and one for a laptop', () => {
    expect(shipped).toEqual([
      'cifar100-10-steps',
      'cifar100-20-steps',
      'cifar100-50-steps',
      'imagenet100-10-steps',
      'imagenet100-b50-10-steps',
      'mini-letters-4-steps',
      'tinyimagenet-10-steps',
      'tinyimagenet-20-steps',
      'tinyimagenet-5-steps',
    ])
  })

  it.each([
    ['cifar100-10-steps', 10, 100, 79],
    ['cifar100-20-steps', 20, 100, 40],
    ['cifar100-50-steps', 50, 100, 16],
    ['tinyimagenet-5-steps', 6, 200, 157],
    ['tinyimagenet-10-steps', 11, 200, 79],
    ['tinyimagenet-20-steps', 21, 200, 40],
    ['imagenet100-10-steps', 10, 100, 102],
    ['imagenet100-b50-10-steps', 11, 100, 51],
  ])('%s has %i tasks with %i classes in all, one epoch a task', (name, tasks, total, updates) => {
    const { benchmark, schedule, recipe } = loadExperiment(name)
    expect(benchmark.tasks).toHaveLength(tasks)
    const all = benchmark.tasks.flatMap((task): (number | string)[] => task.classes ?? [])
    expect(new Set(all).size).toBe(total)
    expect(schedule.updates.at(-1)).toBe(updates)
    // method.md section 3: lambda 5, WE every 10 updates, no wc, Conceptual Captions for both.
    expect(recipe).toMatchObject({
      lambda_image: 5,
      lambda_text: 5,
      wc: 0,
      average: { interval: 10 },
    })
    expect(recipe.reference.images.set).toBe('conceptual-captions')
    expect(recipe.reference.texts.set).toBe('conceptual-captions')
    expect(schedule).toMatchObject({ warmup: 30 })
    expect(benchmark.tasks.every((task) => 'prompts' in task && task.prompts === 'cil')).toBe(true)
    expect(benchmark.protocol).toMatch(/^cil-authors, class order [0-9a-f]{8}$/)
    expect(loadNamed('experiment', name)).toMatchObject({ benchmark: name })
  })

  it('take another order of classes by --set', () => {
    writeFileSync(
      join(folder, 'order.txt'),
      Array.from({ length: 100 }, (_, i) => 99 - i).join('\n'),
    )
    const set = [`benchmark.tasks.class_order=${join(folder, 'order.txt')}`]
    const { benchmark } = loadExperiment('cifar100-10-steps', { set })
    expect(benchmark.tasks[0]?.classes).toEqual([99, 98, 97, 96, 95, 94, 93, 92, 91, 90])
  })
})

it('a warm-up that outlasts a task is allowed, as the authors have it, and said', () => {
  expect(warnings(own(letters))).toEqual([])
  const long = resolve({ benchmark: 'mini', recipe: 'finetune', schedule: { updates: 10 } }, 'x')
  expect(warnings(long)[0]).toMatch(
    /warm-up \(15 updates\) is at least as long as the shortest task \(10\)/,
  )
})
