/** A sweep in the app: one row of the list, and a heat map of any two axes; pure functions. */
import { describe, expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import type { LibraryRun } from '../../src/journal/library.js'
import { fold } from '../../src/journal/reduce.js'
import { summaryOf } from '../../src/journal/summary.js'
import { sweepRow } from '../../src/journal/sweep-row.js'
import { toText, widthOf } from '../../src/view/span.js'
import type { SweepView } from '../../src/view/terminal/app/feed.js'
import { deeds } from '../../src/view/terminal/app/runs/keys.js'
import { markOf, previewLines } from '../../src/view/terminal/app/runs/lines.js'
import { collapsed } from '../../src/view/terminal/app/runs/sweeps.js'
import {
  bestCell,
  bestTrial,
  sweepScreenLines,
  trialsAt,
} from '../../src/view/terminal/app/sweep/lines.js'
import { initialSweep, reduceSweep } from '../../src/view/terminal/app/sweep/state.js'
import { journal } from './journals.js'

const finished = summaryOf(fold(journal({ updates: 20 })))
const trial = (name: string, average: number, more: Partial<LibraryRun> = {}): LibraryRun => ({
  folder: runFolder(`/runs/s/${name}`),
  sweep: 's',
  isLive: false,
  problem: '',
  summary: { ...finished, average },
  ...more,
})

const lambdas = ['0', '1', '5']
const intervals = ['10', '100']
const value = (i: number, j: number, seed: number) => 50 + 3 * i + 4 * j + seed
const view: SweepView = {
  name: 's',
  source: '/runs/s',
  problem: '',
  axes: [
    { key: 'recipe', label: 'recipe', values: ['zscl'] },
    { key: 'l', label: 'lambda', values: lambdas },
    { key: 'I', label: 'interval', values: intervals },
    { key: 'seed', label: 'seed', values: ['0', '1'] },
  ],
  trials: lambdas.flatMap((l, i) =>
    intervals.flatMap((interval, j) =>
      [0, 1].map((seed) => ({
        values: { recipe: 'zscl', l, I: interval, seed: String(seed) },
        run: l === '5' && j === 1 ? null : trial(`${l}-${interval}-${seed}`, value(i, j, seed)),
      })),
    ),
  ),
}
const start = initialSweep(view.axes)
const reduce = reduceSweep(view.axes)
const text = (state = start, columns = 80, rows = 24, of = view) =>
  sweepScreenLines(of, state, { columns, rows })
    .map((line) => toText([line], false))
    .join('\n')

describe('the heat map of a sweep', () => {
  it.each([
    [60, 16],
    [80, 24],
    [100, 30],
    [200, 60],
  ])('fits %i x %i, with long names and many values', (columns, rows) => {
    const many = Array.from({ length: 40 }, (_, i) => `値が長い${i}`.repeat(5))
    const axes = [
      { key: 'a', label: 'x'.repeat(80), values: many },
      { key: 'b', label: 'b', values: many },
    ]
    const trials = [{ values: { a: many[0]!, b: many[1]! }, run: trial('t', 61) }]
    const big = { ...view, axes, trials }
    const lines = sweepScreenLines(big, initialSweep(axes), { columns, rows: rows - 2 })
    expect(lines.length).toBeLessThanOrEqual(rows - 2)
    for (const line of lines) expect(widthOf(toText([line], false))).toBeLessThanOrEqual(columns)
  })

  it('knows its best cell, and opens the best trial of a cell', () => {
    const best = bestCell(view, start)!
    const values = trialsAt(view, start, best.row, best.column).map(
      ({ run }) => run?.summary?.average,
    )
    expect(values).toEqual([57, 58])
    expect(bestTrial(trialsAt(view, start, 0, 0), 'average')?.values['seed']).toBe('1')
    expect(bestCell({ ...view, trials: [] }, start)).toBeNull()
    expect(bestTrial([], 'average')).toBeUndefined()
  })

  it('begins with the two longest axes, seeds averaged, the best marked and what they do not tell apart', () => {
    const shown = text()
    expect(shown).toContain('mean over seed')
    expect(shown).toMatch(/0 +\[▁ 50\.5 \] +\S 54\.5/)
    expect(shown).toMatch(/1 +\S 53\.5 +█ 57\.5\*/)
    expect(shown).toMatch(/5 +\S 56\.5 {2,}·/)
    expect(shown).toContain('10 of 12 finished')
    expect(shown).toContain('lambda 0 · interval 10  50.5 ± 0.7  2 of 2 trials')
    const other = text(reduce(start, { kind: 'axis', which: 'across' }))
    expect(other).toContain('mean over interval')
    expect(other).not.toMatch(/\d~/)
  })

  it('walks over cells, axes and metrics, and stays within them', () => {
    let state = reduce(start, { kind: 'move', row: 9, column: 9 })
    expect([state.row, state.column]).toEqual([2, 1])
    expect(trialsAt(view, state, 2, 1)).toHaveLength(2)
    state = reduce(state, { kind: 'axis', which: 'across' })
    expect(view.axes[state.across]?.key).toBe('seed')
    expect(view.axes[reduce(state, { kind: 'axis', which: 'across' }).across]).toBeUndefined()
    expect(reduce(state, { kind: 'metric' }).metric).toBe('last')
  })

  it('says what is wrong with a sweep that cannot be read', () => {
    const broken = { ...view, axes: [], trials: [], problem: 'sweep.json is cut short' }
    expect(text(initialSweep([]), 80, 24, broken)).toContain('sweep.json is cut short')
  })
})

describe('a sweep in the list of runs', () => {
  const trials = [
    trial('a', 60),
    trial('b', 64),
    trial('c', 0, { isLive: true, summary: { ...finished, status: 'running' } }),
  ]
  const single = { ...trial('alone', 50), sweep: '', folder: runFolder('/runs/alone') }

  it('is one row with its best trial, where its newest trial stands', () => {
    const rows = collapsed([trials[0]!, single, ...trials.slice(1)])
    expect(rows.map(({ folder }) => folder.name)).toEqual(['s', 'alone'])
    expect(rows[0]!.summary).toMatchObject({ recipe: 'sweep', tasks_measured: 2, average: 64 })
    expect(markOf(rows[0]!)).toMatchObject({ sign: '▦', name: 'running' })
    expect(toText(previewLines(rows[0], 80, 6), false)).toContain(
      '2 of 3 trials finished · 1 running',
    )
  })

  it('counts the trials that have not begun, where its record says how many there are', () => {
    const row = collapsed(trials.map((trial) => ({ ...trial, planned: 12 })))[0]!
    expect(row.summary).toMatchObject({ tasks_measured: 2, status: 'interrupted' })
    expect(toText(previewLines(row, 80, 6), false)).toContain(
      '2 of 12 trials finished · 1 running · 9 not started',
    )
  })

  it('cannot be forked or compared as a run can, is removed as a whole, and goes on as a sweep', () => {
    const row = sweepRow('/runs/s', trials.slice(0, 2))
    const possible = deeds.filter(({ fits }) => fits(row)).map(({ name }) => name)
    expect(possible).not.toEqual(expect.arrayContaining(['fork']))
    for (const name of ['stop', 'report', 'compare']) expect(possible).not.toContain(name)
    const resume = deeds.find(({ name }) => name === 'resume')!
    expect(resume.words!(row)).toEqual(['sweep', '/runs/s', '--detach'])
  })
})
