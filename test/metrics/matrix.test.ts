import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  asPrinted,
  average,
  forgetting,
  justTrained,
  last,
  transfer,
  transferPerDataset,
} from '../../src/metrics/matrix.js'
import { soFar } from '../../src/metrics/results.js'

const file = new URL('../../../shared/paper/mtil.json', import.meta.url)
const available = existsSync(file)
if (!available) process.stderr.write(`skipped: the authors' matrices are not at ${file.pathname}\n`)

interface Paper {
  matrices: Record<string, Record<string, number[][]>>
  published: Record<string, Record<string, { transfer: number; average: number; last: number }>>
}

describe.runIf(available)("the authors' fourteen matrices", () => {
  const paper: Paper = available
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { matrices: {}, published: {} }
  for (const [order, methods] of Object.entries(paper.matrices))
    for (const [method, matrix] of Object.entries(methods))
      it(`give the published Transfer, Avg and Last of ${method}, order ${order}`, () => {
        const published = paper.published[order]![method]!
        expect({
          transfer: asPrinted(transfer(matrix)!),
          average: asPrinted(average(matrix)!),
          last: asPrinted(last(matrix)!),
        }).toEqual({
          transfer: published.transfer.toFixed(1),
          average: published.average.toFixed(1),
          last: published.last.toFixed(1),
        })
      })
  it('are fourteen', () => {
    expect(Object.values(paper.matrices).flatMap((methods) => Object.keys(methods))).toHaveLength(
      14,
    )
  })
})

describe('the metrics', () => {
  const matrix = [
    [80, 30, 40],
    [70, 90, 20],
    [60, 85, 95],
  ]

  it('take Transfer as the mean over datasets of the mean above the diagonal', () => {
    expect(transferPerDataset(matrix)).toEqual([null, 30, 30])
    expect(transfer(matrix)).toBe(30)
  })

  it('take Avg over the whole matrix and Last from its last row', () => {
    expect(average(matrix)).toBeCloseTo(570 / 9, 12)
    expect(last(matrix)).toBe(80)
  })

  it('take forgetting per column as the best so far minus the last', () => {
    expect(forgetting(matrix)).toEqual([20, 5, 0])
    expect(justTrained(matrix)).toEqual([80, 90, 95])
  })

  it('are null while a cell is missing', () => {
    const partial = [
      [80, 30, 40],
      [70, 90, null],
      [null, null, null],
    ]
    expect(transfer(partial)).toBeNull()
    expect(average(partial)).toBeNull()
    expect(last(partial)).toBeNull()
  })

  it('have no Transfer for a single task', () => {
    expect(transfer([[50]])).toBeNull()
    expect(average([[50]])).toBe(50)
  })

  it('use only finished rows for the numbers so far', () => {
    const partial = [
      [80, 30, 40],
      [70, 90, null],
      [null, null, null],
    ]
    expect(soFar({ matrix: partial, seen: null })).toEqual({ transfer: 35, average: 50, last: 50 })
  })
})
