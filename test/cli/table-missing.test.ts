/** What a table asks of the sweep that fills it. */
import { expect, it, vi } from 'vitest'
import { type Context, dataFolder } from '../../src/cli/shared/context.js'
import { runSweep } from '../../src/cli/sweep/sweep.js'
import { runMissing } from '../../src/cli/table/missing.js'
import { initialState } from '../../src/journal/state.js'
import type { TableRun } from '../../src/paper/table-runs.js'
import { paperTable } from '../../src/paper/tables.js'

vi.mock('../../src/cli/sweep/sweep.js', () => ({ runSweep: vi.fn(async () => 0) }))

const table = paperTable('cil-cifar100')!
const said: string[] = []
const stderr = { write: (text: string) => said.push(text) }
const context = { cwd: '/work', env: { ZSCL_DATA: '/usual' }, stderr } as unknown as Context
const finished = (benchmark: string, recipe: string, seed: number): TableRun => ({
  name: 'r',
  benchmark,
  recipe,
  seed,
  state: { ...initialState, status: 'finished' },
  experiment: {},
  isShipped: true,
})

it('is what is missing only, with the data folder that was given, and named with the command that goes on', async () => {
  const rows = table.rows.filter(({ recipe }) => ['zero-shot', 'finetune'].includes(recipe))
  const there = ['cifar100-10-steps', 'cifar100-20-steps'].flatMap((benchmark) => [
    finished(benchmark, 'zero-shot', 0),
    finished(benchmark, 'finetune', 0),
    finished(benchmark, 'finetune', 1),
  ])
  const options = {
    seeds: [0, 1],
    recipes: ['zero-shot', 'finetune'],
    data: 'brought',
    runs: 'my runs',
  }
  expect(await runMissing(context, { ...table, rows }, there, options)).toBe(0)
  const [given, sweep, trials, again, how] = vi.mocked(runSweep).mock.calls[0]!
  expect(dataFolder(given)).toBe('/work/brought')
  expect(sweep.name).toBe('table-cil-cifar100')
  expect(trials.map(({ choice }) => Object.values(choice).join(' '))).toEqual([
    'cifar100-50-steps zero-shot 0', // nothing of it depends on the seed
    'cifar100-50-steps finetune 0',
    'cifar100-50-steps finetune 1',
  ])
  expect(again).toBe(
    "zscl table cil-cifar100 --seeds 0,1 --recipes zero-shot,finetune --runs 'my runs' --data brought",
  )
  expect(how).toMatchObject({ runs: 'my runs', plain: true })
  expect(said.join('')).toContain(
    'cifar100-50-steps zero-shot seed 0; cifar100-50-steps finetune seed 0; cifar100-50-steps finetune seed 1.',
  )
})

it('is nothing at all where all is there or nothing can be run', async () => {
  vi.mocked(runSweep).mockClear()
  const all = table.benchmarks.map((benchmark) => finished(benchmark, 'finetune', 0))
  const rows = table.rows.filter(({ recipe }) => recipe === 'finetune')
  expect(await runMissing(context, { ...table, rows }, all, { seeds: [0] })).toBe(0)
  expect(await runMissing(context, { ...table, rows: [] }, [], { seeds: [0] })).toBe(0)
  expect(runSweep).not.toHaveBeenCalled()
})
