import { describe, expect, it } from 'vitest'
import { runMetrics } from '../../src/metrics/results.js'
import { spread, spreads } from '../../src/metrics/seeds.js'

describe('metrics over seeds', () => {
  it('are those of each run', () => {
    const matrix = [
      [80, 40],
      [60, 90],
    ]
    expect(runMetrics({ matrix, seen: null })).toEqual({
      transfer: 40,
      average: 67.5,
      last: 75,
      just_trained: 85,
    })
  })

  it('have the mean and the sample standard deviation', () => {
    expect(spread([1, 2, 3, 4])).toEqual({ mean: 2.5, deviation: Math.sqrt(5 / 3) })
    expect(spread([7])).toEqual({ mean: 7, deviation: null })
  })

  it('are nothing while one of them is missing, never a mean of the rest', () => {
    expect(spread([1, null])).toBeNull()
    expect(spread([])).toBeNull()
    const single = runMetrics({ matrix: [[50]], seen: null })
    expect(single.transfer).toBeNull()
    expect(spreads([single, single]).transfer).toBeNull()
    expect(spreads([single, single]).last).toEqual({ mean: 50, deviation: 0 })
  })
})
