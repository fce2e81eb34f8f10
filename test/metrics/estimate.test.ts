import { describe, expect, it } from 'vitest'
import { fold } from '../../src/journal/reduce.js'
import { initialState } from '../../src/journal/state.js'
import { secondsLeft, shareDone, smoothed, updatesLeft } from '../../src/metrics/estimate.js'
import { compact, duration, roughly, signed } from '../../src/view/format.js'
import { journal, stateOf, upTo } from '../view/journals.js'

const options = { tasks: ['a', 'b'], updates: 100, segment: 10 }

describe('the time left', () => {
  it('is unknown before the first update', () => {
    expect(secondsLeft(initialState, null)).toBeNull()
    expect(
      secondsLeft(fold(upTo(journal(options), (e) => e.kind === 'evaluated')), null),
    ).toBeNull()
  })

  it('counts updates at the pace and evaluations at what each dataset took', () => {
    const state = fold(upTo(journal(options), (e) => e.kind === 'trained'))
    expect(updatesLeft(state)).toBe(190)
    // 190 updates at 5 a second; two rows of 0.4 s and 0.5 s; nothing was saved yet.
    expect(secondsLeft(state, 5)).toBeCloseTo(190 / 5 + 2 * 0.9)
  })

  it('is nothing at the end', () => {
    expect(secondsLeft(stateOf(options), 5)).toBe(0)
    expect(shareDone(stateOf(options))).toBe(1)
  })

  it('waits for no updates in a run that only evaluates', () => {
    const events = journal(options).filter((e) => e.kind !== 'trained')
    const row = events.findLastIndex((e) => e.kind === 'evaluated' && e.after_task === 0)
    expect(secondsLeft(fold(events.slice(0, row + 1)), null)).toBeCloseTo(0.9)
  })

  it('follows the pace without jumping', () => {
    expect(smoothed(null, 8)).toBe(8)
    expect(smoothed(8, 4)).toBeCloseTo(7.2)
    expect(smoothed(8, null)).toBe(8)
    expect(smoothed(8, Number.POSITIVE_INFINITY)).toBe(8)
  })
})

describe('numbers', () => {
  it('stay short', () => {
    for (const value of [0, 1e-7, 0.0123, 2.345, 23.45, 12345, -1.2e-5, 3e9])
      expect(compact(value).length).toBeLessThanOrEqual(7)
  })

  it('carry their sign, and zero none', () => {
    expect([signed(3.21), signed(-0.04), signed(-2), signed(null)]).toEqual([
      '+3.2',
      '0.0',
      '-2.0',
      '–',
    ])
  })

  it('are durations that a person would say', () => {
    expect([0.31, 59.6, 187, 3725, 200_000].map(duration)).toEqual([
      '0.3 s',
      '1 min 00 s',
      '3 min 07 s',
      '1 h 02 min',
      '2 d 7 h',
    ])
    expect([0.2, 40, 61, 3599, 7300].map(roughly)).toEqual([
      '1 s',
      '40 s',
      '1 min',
      '1 h 00 min',
      '2 h 01 min',
    ])
  })
})
