import { describe, expect, it } from 'vitest'
import { fold } from '../../src/journal/reduce.js'
import { initialState, type RunState } from '../../src/journal/state.js'
import { pythonLines, renderComparison } from '../../src/view/text/comparison.js'
import { type JournalOptions, journal, stateOf, upTo } from './journals.js'

const two = { tasks: ['a', 'b'], zeroShot: [50, 60] } as const

function run(recipe: string, untrained: number, options: JournalOptions = {}): RunState {
  const accuracy = (i: number, j: number) => (i === j ? 90 : j > i ? untrained : 70)
  return stateOf({ ...two, recipe, accuracy, name: recipe, ...options })
}

function compare(...states: readonly RunState[]): string {
  return renderComparison(states.map((state) => ({ state, folder: `/runs/${state.run?.name}` })))
}

describe('a comparison', () => {
  it('says what fine-tuning lost and what was kept of it', () => {
    const text = compare(run('finetune', 40), run('zscl', 58))
    expect(text).toContain('reached 55.0 % over 2 datasets (zero-shot)')
    expect(text).toContain('reached 40.0 % (Transfer), 20.0 points below zero-shot')
    expect(text).toContain(
      'Against finetune: Transfer 18.0 points above, Avg 4.5 points above, and Last equal.',
    )
    expect(text).toContain(
      'Of the 20.0 points of zero-shot ability that finetune lost, it kept 18.0 (90 %).',
    )
  })

  it('is honest when the method is worse', () => {
    const text = compare(run('finetune', 55), run('zscl', 45))
    expect(text).toContain('Transfer 10.0 points below')
    expect(text).toContain('It lost 15.0 points of zero-shot ability, more than finetune (5.0).')
    expect(text).not.toContain('kept')
  })

  it('does not claim to keep what was never lost', () => {
    expect(compare(run('finetune', 61), run('zscl', 58))).toContain(
      'lost no zero-shot ability here',
    )
    expect(compare(run('finetune', 40), run('zscl', 63))).toContain(
      'that finetune lost, it lost none.',
    )
    expect(compare(run('finetune', 40), run('zscl', 40))).toContain('it kept 0.0 (0 %).')
  })

  it('has no Transfer for a single task', () => {
    const one = { tasks: ['a'], zeroShot: [50] }
    const text = compare(run('finetune', 0, one), run('zscl', 0, one))
    expect(text).toContain('With a single task there is no Transfer')
    expect(text).toContain('over the one dataset (Last), 40.0 points above zero-shot')
    expect(text).toContain('Against finetune: Avg equal and Last equal.')
    expect(text).not.toMatch(/NaN|undefined|null/)
  })

  it('draws no conclusions from an unfinished run', () => {
    const half = fold(
      upTo(journal({ ...two, recipe: 'zscl' }), (e) => e.kind === 'checkpoint-saved', {
        kind: 'interrupted',
      }),
    )
    const text = compare(run('finetune', 40), half)
    expect(text).toContain('It is interrupted, with 1 of 2 tasks measured: too early to compare.')
    expect(text).toContain('zscl (so far)')
    expect(text).not.toContain('Against finetune:')
  })

  it('does not compare runs over other tasks', () => {
    const text = compare(run('finetune', 40), run('zscl', 50, { tasks: ['a', 'c'] }))
    expect(text).toContain('trained other tasks: their numbers are not comparable')
  })

  it('copes with runs that never started or measured nothing', () => {
    expect(compare(initialState)).toBe('Nothing to compare: no run has started.')
    const early = fold(upTo(journal(two), (e) => e.kind === 'run-started'))
    expect(compare(early, initialState)).toContain('was not measured on every dataset')
  })

  it('loads the model of the method, not of the baseline, in three lines of Python', () => {
    const text = compare(run('finetune', 40), run('zscl', 58))
    expect(text).toContain("open_clip.create_model_and_transforms('local-dir:/runs/zscl/model')")
    expect(pythonLines("/it's/here")).toHaveLength(3)
    expect(pythonLines("/it's/here")[1]).toContain("'local-dir:/it\\'s/here'")
  })
})
