import { expect, it } from 'vitest'
import { incrementalAverage, incrementalLast } from '../../src/metrics/incremental.js'

it('averages the accuracy over the classes seen so far over the steps', () => {
  expect(incrementalAverage([90, 80, 73])).toBe(81)
  expect(incrementalLast([90, 80, 73])).toBe(73)
})

it('says nothing while a step is missing', () => {
  expect(incrementalAverage([90, null])).toBeNull()
  expect(incrementalLast([90, null])).toBeNull()
  expect(incrementalAverage([])).toBeNull()
  expect(incrementalLast([])).toBeNull()
})
