import { describe, expect, it } from 'vitest'
import { type Dataset, PAPER_KINDS } from '../../src/config/dataset.js'
import { ConfigError } from '../../src/config/errors.js'
import { paperDatasets } from '../../src/config/paper-datasets.js'
import { loadExperiment, resolve } from '../../src/config/resolve.js'
import { datasetSpec, placed } from '../../src/plan/datasets.js'
import { plan } from '../../src/plan/plan.js'
import type { BeginTask } from '../../src/plan/step.js'

const order1 =
  'Aircraft Caltech101 CIFAR100 DTD EuroSAT Flowers102 Food101 MNIST OxfordPets StanfordCars SUN397'
const order2 =
  'StanfordCars Food101 MNIST OxfordPets Flowers102 SUN397 Aircraft Caltech101 DTD EuroSAT CIFAR100'

describe("the paper's benchmarks", () => {
  it.each([
    ['mtil-order-1', order1],
    ['mtil-order-2', order2],
  ])('%s has the order and the learning rates of the paper', (name, order) => {
    const { benchmark, schedule, model } = loadExperiment(name)
    const tasks = order.split(' ')
    expect(benchmark.tasks.map((task) => task.name)).toEqual(tasks)
    expect(schedule.learning_rate).toEqual(
      tasks.map((task) => (task === 'Aircraft' || task === 'MNIST' ? 5e-5 : 1e-5)),
    )
    expect(schedule).toMatchObject({ warmup: 100, batch_size: 64, reference_batch_size: 64 })
    expect(schedule.updates).toEqual(tasks.map(() => 1000))
    expect(model).toEqual({ name: 'ViT-B-16-quickgelu', pretrained: 'openai' })
  })

  it('look for a dataset in its usual folder of the data folder, unless `root` says where', () => {
    const [task] = loadExperiment('mtil-order-1').benchmark.tasks
    expect(datasetSpec(task!, '/d').root).toBe('/d/fgvc-aircraft-2013b')
    expect(datasetSpec({ ...task!, root: '/elsewhere' } as Dataset, '/d').root).toBe('/elsewhere')
    expect(datasetSpec(loadExperiment('mini').benchmark.tasks[0]!, '/d').root).toBe('')
  })

  it('find the reference data of the paper in the data folder, wherever that is', () => {
    const begin = plan(loadExperiment('mtil-order-1')).find((step) => step.kind === 'begin-task')!
    const found = placed(begin as BeginTask, '/d')
    expect(found.reference_images).toMatchObject({ kind: 'folder', path: '/d/imagenet/train' })
    expect(found.reference_texts).toMatchObject({
      kind: 'file',
      path: '/d/conceptual-captions/Validation_GCC-1.1.0-Validation.tsv',
    })
  })

  it('know the folder of every dataset that has a reader', () => {
    expect([...paperDatasets.keys()].sort()).toEqual([...PAPER_KINDS].sort())
  })
})

describe('the splits of CoOp', () => {
  const withTasks = (tasks: object[]) =>
    resolve(
      { name: 'own', benchmark: { base: 'mtil-order-1', tasks }, schedule: { learning_rate: 1 } },
      'own.yaml',
    )

  it('are named in the protocol', () => {
    const dtd = { name: 'DTD', kind: 'dtd', split: 'coop' }
    expect(withTasks([dtd]).benchmark.protocol).toMatch(/CoOp/)
    expect(withTasks([{ ...dtd, split: '' }]).benchmark.protocol).not.toMatch(/CoOp/)
  })

  it('never stand beside others, and only where CoOp has them', () => {
    const problem = (tasks: object[]) => {
      try {
        withTasks(tasks)
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError)
        return (error as ConfigError).message
      }
      return ''
    }
    const dtd = { name: 'DTD', kind: 'dtd', split: 'coop' }
    const food = { name: 'Food101', kind: 'food101' }
    expect(problem([dtd, food])).toMatch(/tasks\[1\]\.split.*two protocols are mixed/)
    expect(problem([{ name: 'M', kind: 'mnist', split: 'coop' }])).toMatch(/no split of `mnist`/)
    expect(problem([dtd, { name: 'M', kind: 'mnist' }])).toBe('')
  })
})

describe('values of every task at once', () => {
  const messageOf = (set: string[]) => {
    try {
      loadExperiment('mtil-order-1', { set })
    } catch (error) {
      return (error as Error).message
    }
    return ''
  }

  it('reach all tasks and what is only measured, and are part of the protocol', () => {
    const set = [
      'benchmark.each.prompts=openai',
      'benchmark.also_evaluate=[{name: CIFAR10, kind: cifar10, prompts: mtil}]',
    ]
    const { benchmark } = loadExperiment('mtil-order-1', { set })
    const all = [...benchmark.tasks, ...benchmark.also_evaluate] as { prompts?: string }[]
    expect(all).toHaveLength(12)
    expect(new Set(all.map(({ prompts }) => prompts))).toEqual(new Set(['openai']))
    expect(benchmark.protocol).toBe('mtil-authors with other prompts')
    expect(benchmark).not.toHaveProperty('each')
  })

  it('that are wrong are told once, where they were written', () => {
    expect(messageOf(['benchmark.each.prompts=clip'])).toMatch(
      /has 1 problem:\n.*`benchmark\.each\.prompts`: expected one of/,
    )
    expect(messageOf(['benchmark.each.promts=mtil'])).toMatch(
      /has 1 problem:\n.*`benchmark\.each\.promts`: unknown key\. Did you mean `prompts`/,
    )
    expect(messageOf(['benchmark.each=3'])).toMatch(
      /`benchmark\.each`: expected a map of values, got 3/,
    )
  })
})
