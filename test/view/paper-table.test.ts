import { describe, expect, it } from 'vitest'
import { initialState, type RunState } from '../../src/journal/state.js'
import { paperTable } from '../../src/paper/tables.js'
import { datasetTable, methodTable } from '../../src/view/report/paper-table.js'
import { render } from '../../src/view/text/tabular.js'

/** A class-incremental run with these accuracies over all classes seen. */
const incremental = (...seen: number[]): RunState => ({
  ...initialState,
  status: 'finished',
  matrix: seen.map(() => seen.map(() => 0)),
  seen,
})
const run = (...matrix: number[][]): RunState => ({ ...initialState, status: 'finished', matrix })

describe('a table of the paper', () => {
  it('has paper, ours and difference to the decimals that are published, with marks and seeds', () => {
    const table = paperTable('cil-cifar100')!
    const own = (benchmark: string, recipe: string) =>
      recipe === 'zscl' && benchmark === 'cifar100-10-steps'
        ? [incremental(90, 73), incremental(90, 74)]
        : []
    const text = render(methodTable(table, own, 1), 'table', false)
    const zscl = text.split('\n').filter((line) => line.startsWith('ZSCL'))
    expect(zscl).toHaveLength(3)
    expect(zscl[0]).toMatch(/paper +82\.15 \? +73\.65 +80\.39 \? +69\.58 \?/)
    expect(zscl[1]).toMatch(/ours +2\/0\/0 +81\.75 ± 0\.35 +73\.50 ± 0\.71 +– +–/)
    expect(zscl[2]).toMatch(/diff +-0\.40 +-0\.15 +– +–/)
    expect(text).toMatch(/LwF +lwf +paper .* 32\.90 \?/)
    expect(text.match(/ours/g)).toHaveLength(1) // nothing of the others is made up
    const wide = render(
      methodTable(table, (b, r) => own(b, r).slice(0, 1), 0.3),
      'table',
      false,
    )
    expect(wide).toMatch(/diff +-0\.65 ! +-0\.65 !/)
  })

  it('sets the best in bold among what is published and among ours, metric by metric', () => {
    const table = paperTable('mtil-order-1')!
    const datasets = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K']
    const full = (value: number) => run(...datasets.map(() => datasets.map(() => value)))
    const own = (_: string, recipe: string) =>
      recipe === 'zscl' ? [full(99.9)] : recipe === 'finetune' ? [full(90)] : []
    const lines = render(datasetTable(table, datasets, own, 1), 'markdown', false).split('\n')
    const line = (start: string) => lines.find((one) => one.startsWith(start))!
    expect(line('| Transfer | ZSCL | zscl | ours |')).toContain('**99.9**')
    expect(line('| Transfer | Continual FT | finetune | ours |')).not.toContain('**')
    expect(line('| Transfer | Zero-shot | zero-shot | paper |')).toContain('**88.4**')
  })
})
