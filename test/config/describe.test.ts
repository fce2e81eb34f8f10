import { describe, expect, it } from 'vitest'
import { names } from '../../src/config/catalogue.js'
import { describeExperiment } from '../../src/config/describe.js'
import { resolve } from '../../src/config/resolve.js'

const words = (written: object) =>
  Object.fromEntries(describeExperiment(resolve({ benchmark: 'mini', ...written }, 'test')))

describe('an experiment in words', () => {
  it('says what trains with which losses, references and averages', () => {
    expect(words({ recipe: { base: 'zscl', average: { intervals: [5, 50] } }, seed: 3 })).toEqual({
      recipe: "zscl: the paper's method - distillation, weight consolidation and weight ensemble",
      benchmark: 'mini (protocol mini-v1)',
      tasks: 'shapes, digits, textures, letters, colours, counts',
      model: 'mini-clip',
      losses: 'ce 1, lambda_image 1, lambda_text 1, wc 1',
      teacher: 'initial model',
      reference: 'images: set; texts: set',
      distillation: 'temperature 2, teacher-target, text term transposed',
      averaged: 'we, every 10 updates; 5, 50 measured too',
      'after a task': 'take-average',
      updates: '150 per task, 15 of warm-up, then cosine',
      'learning rate': '0.001',
      batch: '64 images and 64 references',
      seed: '3',
    })
  })

  it('leaves out what is not used', () => {
    const finetune = words({ recipe: 'finetune' })
    expect(Object.keys(finetune)).not.toContain('teacher')
    expect(finetune).toMatchObject({ losses: 'ce 1', averaged: 'nothing', batch: '64 images' })
    expect(words({ recipe: 'zero-shot' })).toMatchObject({ training: 'none' })
  })

  it('writes schedules of weights and rates per task out', () => {
    const scheduled = words({
      recipe: {
        base: 'zscl',
        lambda_image: {
          points: [
            { update: 0, value: 1 },
            { update: 100, value: 2 },
          ],
        },
        lambda_text: { per_task: [1, 2, 3, 4, 5, 6] },
      },
      schedule: { learning_rate: { default: 0.001, digits: 0.01 } },
    })
    expect(scheduled['losses']).toBe(
      'ce 1, lambda_image 1 from update 0, 2 from update 100 (constant), lambda_text 1 / 2 / 3 / 4 / 5 / 6 per task, wc 1',
    )
    expect(scheduled['learning rate']).toBe('0.001 / 0.01 / 0.001 / 0.001 / 0.001 / 0.001')
  })

  it('has words for every recipe', () => {
    for (const recipe of names('recipe'))
      for (const [name, value] of describeExperiment(
        resolve({ benchmark: 'mini', recipe }, recipe),
      ))
        expect(value, `${recipe}: ${name}`).not.toMatch(/undefined|\[object|^$/)
  })
})
