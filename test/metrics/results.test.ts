import { describe, expect, it } from 'vitest'
import { forgetting } from '../../src/metrics/matrix.js'
import {
  isComplete,
  numbers,
  runMetrics,
  soFar,
  tasksMeasured,
  zeroShotNumbers,
} from '../../src/metrics/results.js'

const matrix = [
  [90, null, null],
  [70, 80, null],
  [60, 60, 90],
]

describe('class-incremental results', () => {
  it('are the mean over the tasks and the last of the accuracies over all classes seen; there is no Transfer', () => {
    const results = { matrix, seen: [90, 75, 66] }
    expect(numbers(results)).toEqual({ transfer: null, average: 77, last: 66 })
    expect(runMetrics(results).just_trained).toBeCloseTo(260 / 3)
    expect(isComplete(results)).toBe(true)
  })

  it('are null while a task is not measured, and so far those that are', () => {
    const partial = { matrix, seen: [90, 75, null] }
    expect(numbers(partial)).toEqual({ transfer: null, average: null, last: null })
    expect(soFar(partial)).toEqual({ transfer: null, average: 82.5, last: 75 })
    expect([tasksMeasured(partial), isComplete(partial)]).toEqual([2, false])
  })

  it('know the model before training by its accuracy over all classes', () => {
    const zero = { zero_shot: [50, 60, 70], seen: [90, null, null], seen_zero_shot: 61 }
    expect(zeroShotNumbers(zero)).toEqual({ transfer: null, average: null, last: 61 })
  })

  it('forget from the task of a class on, before which it is not measured', () => {
    expect(forgetting(matrix)).toEqual([30, 20, 0])
    expect(
      forgetting([
        [90, null],
        [null, 80],
      ]),
    ).toEqual([null, 0])
  })
})

describe('task-incremental results', () => {
  it('count a task when its whole row is there', () => {
    const results = {
      matrix: [
        [1, 2],
        [3, null],
      ],
      seen: null,
    }
    expect([tasksMeasured(results), isComplete(results)]).toEqual([1, false])
    expect(isComplete({ matrix: [], seen: null })).toBe(false)
  })

  it('have the zero-shot row as the numbers of a matrix with equal rows', () => {
    const of = (...zero_shot: (number | null)[]) =>
      zeroShotNumbers({ zero_shot, seen: null, seen_zero_shot: null })
    expect(of(10, 20, 30)).toEqual({ transfer: 25, average: 20, last: 20 })
    expect(of(10, null)).toEqual({ transfer: null, average: null, last: null })
    expect(of(10).transfer).toBeNull()
  })
})
