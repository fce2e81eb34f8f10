import { describe, expect, it } from 'vitest'
import type { RunState } from '../../src/journal/state.js'
import { initialState } from '../../src/journal/state.js'
import { settingsTable } from '../../src/view/text/settings.js'
import { render } from '../../src/view/text/tabular.js'

const run = (value: number, status: RunState['status'] = 'finished', updates = 10): RunState => ({
  ...initialState,
  status,
  run: {
    kind: 'run-started',
    name: 'r',
    recipe: 'zscl',
    benchmark: 'mini',
    protocol: 'mini-v1',
    model: 'm',
    seed: 0,
    tasks: ['a', 'b'],
    updates: [updates, updates],
    steps: 1,
    experiment_digest: '',
  },
  matrix: [
    [value, value],
    [value, value],
  ],
})
const shown = (settings: Parameters<typeof settingsTable>[0]) =>
  render(settingsTable(settings), 'table', false)

describe('the table of settings', () => {
  it('has the mean and deviation over seeds, and says which protocol made them', () => {
    const text = shown([{ label: 'zscl', states: [run(50), run(54)] }])
    expect(text).toMatch(/zscl +2 +52\.0 ± 2\.8/)
    expect(text).toContain('mean ± standard deviation over seeds (n - 1), mini (protocol mini-v1)')
  })

  it('marks what is not finished and never averages it', () => {
    const text = shown([{ label: 'zscl', states: [run(50), run(10, 'interrupted'), null] }])
    expect(text).toMatch(/zscl +1 of 3\* +50\.0 /)
    expect(text).toContain('* some runs are not finished')
    expect(text).not.toContain('±')
  })

  it('has no accuracy right after training for a run that trains nothing, and none at all before any run ends', () => {
    expect(shown([{ label: 'zero-shot', states: [run(50, 'finished', 0)] }])).toMatch(/50\.0 +–/)
    const text = shown([{ label: 'x', states: [null] }])
    expect(text).toContain('Top-1 accuracy in percent.')
  })
})
