/** The zero-shot row against the published one: what a difference usually means. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/config/catalogue.js'
import {
  independentZeroShot,
  meaningOf,
  meaningOfAll,
  publishedZeroShot,
  type ZeroShotRow,
} from '../../src/paper/zero-shot.js'

const row = (accuracy: number, more: Partial<ZeroShotRow> = {}): ZeroShotRow => ({
  task: 'DTD',
  correct: Math.round(accuracy * 100),
  total: 10_000,
  expected: 10_000,
  published: 44.6,
  rerun: null,
  ...more,
})

describe('a zero-shot accuracy', () => {
  it.each([
    [row(44.64), ''],
    [row(44.52), ''],
    [row(44.1), 'the transform'],
    [row(42.1), 'class names or templates'],
    [row(3.1), 'in another order'],
    [row(44.6, { expected: 1880 }), 'another split: 10000 test images, published with 1880'],
    [row(44.6, { expected: 0 }), ''],
    [row(55.26, { published: 54.9, rerun: 55.26 }), ''],
    [row(55.26, { published: 54.9 }), 'the transform'],
  ])('%j: %s', (one, meaning) => {
    if (meaning === '') expect(meaningOf(one)).toBe('')
    else expect(meaningOf(one)).toContain(meaning)
  })

  it('of every dataset off on one side means the weights, of one dataset that dataset', () => {
    expect(meaningOfAll([row(44.6), row(44.6)])).toContain('as published')
    expect(meaningOfAll([row(40), row(41), row(42)])).toContain(
      'on the same side: suspect the weights',
    )
    expect(meaningOfAll([row(40), row(44.6), row(44.6)])).toContain('1 of 3 differ')
    const other = { expected: 1880 }
    expect(meaningOfAll([row(40, other), row(44.6)])).toContain('1 of 2 have other test sets')
    const all = meaningOfAll([row(40, other), row(41, other), row(42, other)])
    expect(all).toContain('3 of 3 have other test sets')
    expect(all).not.toContain('weights')
    expect(meaningOfAll([row(40, other), row(41), row(44.6)])).toContain('2 of 3 differ')
  })
})

it('the published row is that of the prompts that ship, by dataset', () => {
  const file = join(import.meta.dirname, '../../python/zscl/data/readers/prompts/mtil.json')
  const { paper, independent_re_run } = JSON.parse(readFileSync(file, 'utf8'))
    .zero_shot_check as Record<string, Record<string, number>>
  expect(independentZeroShot).toEqual(independent_re_run)
  for (const name of ['mtil-order-1', 'mtil-order-2']) {
    const tasks = load('benchmark', name)['tasks'] as { kind: string }[]
    expect(publishedZeroShot(name)).toEqual(tasks.map(({ kind }) => paper![kind]))
  }
  expect(publishedZeroShot('mini')).toBeNull()
})
