import { describe, expect, it } from 'vitest'
import { type Measurement, variantRows } from '../../src/metrics/variants.js'

const measured = (variant: string, after_task: number, ...correct: number[]): Measurement[] =>
  correct.map((value, dataset_index) => ({
    variant,
    after_task,
    dataset_index,
    correct: value,
    total: 50,
  }))

describe('the variants of a run', () => {
  it('stand beside the model itself, with accuracy on the task and the mean over later ones', () => {
    const rows = variantRows([...measured('we-5', 0, 40, 20, 10), ...measured('', 0, 45, 10, 5)], 3)
    expect(rows).toEqual([
      { variant: 'we-5', after_task: 0, accuracies: [80, 40, 20], on_task: 80, on_later: 30 },
      { variant: '', after_task: 0, accuracies: [90, 20, 10], on_task: 90, on_later: 15 },
    ])
  })

  it('have nothing later after the last task, and no mean while a dataset is missing', () => {
    const rows = variantRows([...measured('last', 1, 1, 2), ...measured('last', 0, 5)], 2)
    expect(rows.map((row) => [row.after_task, row.on_task, row.on_later])).toEqual([
      [0, 10, null],
      [1, 4, null],
    ])
  })

  it('are nothing for a run that measured none', () => {
    expect(variantRows([...measured('', -1, 1, 2), ...measured('', 0, 1, 2)], 2)).toEqual([])
  })
})
