import { describe, expect, it } from 'vitest'
import { labels, settingOf } from '../../src/config/differences.js'
import type { Plain } from '../../src/config/plain.js'
import { loadExperiment } from '../../src/config/resolve.js'

const experiment = (...set: string[]) => loadExperiment('mini', { set }) as unknown as Plain

describe('the label of a setting', () => {
  it('is its recipe, and what it changes where others have the same recipe', () => {
    const settings = [
      experiment('recipe=finetune'),
      experiment('recipe=zscl'),
      experiment('recipe=zscl', 'recipe.wc=0.5', 'recipe.average.interval=50'),
    ]
    expect(labels(settings)).toEqual([
      'finetune',
      'zscl, wc 1, average.interval 10',
      'zscl, wc 0.5, average.interval 50',
    ])
  })
})

describe('two runs', () => {
  it('are seeds of one setting when nothing but name and seed differs', () => {
    const one = settingOf(experiment('seed=1', 'name=a'))
    expect(settingOf(experiment('seed=2', 'name=b'))).toBe(one)
    expect(settingOf(experiment('seed=1', 'recipe.wc=2'))).not.toBe(one)
  })
})
