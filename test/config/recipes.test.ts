import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { written } from '../../src/cli/recipes.js'
import { names, read } from '../../src/config/catalogue.js'
import { digest, loadExperiment, resolve } from '../../src/config/resolve.js'

describe('a recipe that is printed in full', () => {
  it.each(names('recipe'))('%s is the same when it is copied into an experiment', (name) => {
    const copied = parse(written(name, { benchmark: 'mini' }))
    const experiment = resolve({ name: 'mini', benchmark: 'mini', ...copied }, 'copied.yaml')
    const named = loadExperiment('mini', { set: [`recipe=${name}`] })
    expect(experiment).toEqual(named)
    expect(digest(experiment)).toBe(digest(named))
  })

  it('has every default, and a change in the copy is a change', () => {
    const { recipe } = parse(written('finetune', { benchmark: 'mini' }))
    expect(recipe.distillation.temperature).toBe(2)
    recipe.label_smoothing = 0
    expect(resolve({ benchmark: 'mini', recipe }, 'x').recipe.label_smoothing).toBe(0)
  })
})

describe('the file of a recipe', () => {
  it.each(names('recipe'))(
    '%s says in its header what it reproduces or is, and from where',
    (name) => {
      const header = read('recipe', name)
        .split('\n')
        .filter((line) => line.startsWith('#'))
        .join(' ')
      expect(header).toMatch(/Source: \S+/)
      expect(header.length).toBeGreaterThan(60)
    },
  )
})
