/** Which runs stand in a table: reference images of the field's number and of the script's are told apart. */
import { describe, expect, it } from 'vitest'
import type { Plain } from '../../src/config/plain.js'
import { resolve } from '../../src/config/resolve.js'
import { fold } from '../../src/journal/reduce.js'
import { counted, otherwiseCounted, type TableRun, tableRuns } from '../../src/paper/table-runs.js'
import { journal } from '../view/journals.js'

const run = (name: string, seed: number, count: number): TableRun => {
  const experiment = resolve(
    { benchmark: { base: 'mtil-order-1', reference: { images: { count } } }, recipe: 'zscl', seed },
    'a',
  )
  return {
    name,
    benchmark: 'mtil-order-1',
    recipe: 'zscl',
    seed,
    state: fold(journal({ name })),
    experiment: experiment as unknown as Plain,
    isShipped: true,
  }
}

describe('the runs of a row', () => {
  const names = (runs: readonly TableRun[]) => runs.map(({ name }) => name)

  it('all distil from as many images: the default number where there is such a run', () => {
    const all = [run('whole', 0, 0), run('field', 0, 100_000), run('field-1', 1, 100_000)]
    expect(names(counted(all, 'mtil-order-1', 'zscl'))).toEqual(['field', 'field-1'])
    expect(names(otherwiseCounted(all, 'mtil-order-1', 'zscl'))).toEqual(['whole'])
    expect(names(counted([all[0]!], 'mtil-order-1', 'zscl'))).toEqual(['whole'])
  })
})

it('reads no folder that is not there', () => {
  expect(tableRuns(['/no/such'], ['mini'], ['zscl'])).toEqual({ runs: [], unreadable: [] })
})
