import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { baseOf, Sweep } from '../../src/config/sweep.js'
import { runFolder } from '../../src/journal/folder.js'
import { initialState, type RunState } from '../../src/journal/state.js'
import { expand } from '../../src/sweep/expand.js'
import { notePlan } from '../../src/sweep/planned.js'
import { type Candidate, submissionOf } from '../../src/sweep/submission.js'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zscl-submission-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

/** Two seeds; of each the trials differ in the weight of the second task only, so they share the first. */
function candidates(change: (index: number) => Partial<Candidate> = () => ({})): Candidate[] {
  const sweep = Sweep.parse({
    name: 'x',
    experiment: { benchmark: 'mini-short', recipe: { base: 'zscl' }, schedule: { updates: 4 } },
    parameters: { 'recipe.wc': [1, { per_task: [1, 0] }, { per_task: [1, 2] }], seed: [0, 1] },
  })
  return expand(sweep, baseOf(sweep), 'x').map((trial, index) => {
    const folder = runFolder(join(base, trial.name))
    mkdirSync(folder.path, { recursive: true })
    const idle = { state: null, isTodo: true, isLive: false, job: null }
    return { trial, folder, ...idle, ...change(index) }
  })
}

const shapes = (list: readonly Candidate[], share = true) => {
  const number = new Map(list.map(({ trial }, i) => [trial.id, i]))
  return submissionOf(list, share).groups.map(({ trials, after }) => ({
    trials: trials.map(({ id }) => number.get(id)),
    after: after === null ? null : 'job' in after ? after.job : number.get(after.trial.id),
  }))
}

describe('what goes to a cluster', () => {
  it('are trials with a beginning of their own as one array, and the others after the one they begin with', () => {
    const list = candidates()
    expect(shapes(list)).toEqual([
      { trials: [0, 1], after: null },
      { trials: [2, 4], after: 0 },
      { trials: [3, 5], after: 1 },
    ])
    const { plans } = submissionOf(list, true)
    const plan = (index: number) => plans.get(list[index]!.trial.id)!
    expect(plan(0).planned.from).toBeNull()
    expect(plan(0).companions).toMatchObject([{ task: 0 }])
    expect(plan(2).planned.from).toEqual({ name: list[0]!.trial.name, task: 0 })
    expect(plan(2).planned.zero_shot).toContain(list[0]!.trial.name)
    expect(plan(2).companions).toBeUndefined()
  })

  it('is one array where nothing is shared', () => {
    expect(shapes(candidates(), false)).toEqual([{ trials: [0, 1, 2, 3, 4, 5], after: null }])
  })

  it('waits for the job of a provider that is in the queue, by the plan that stands in its folder', () => {
    const list = candidates()
    for (const { trial, folder } of list.slice(0, 2)) {
      const { planned, companions } = submissionOf(list, true).plans.get(trial.id)!
      notePlan(folder, planned, companions)
    }
    const queued = candidates((index) =>
      index < 2 ? { isTodo: false, isLive: true, job: `7_${index}` } : {},
    )
    expect(shapes(queued)).toEqual([
      { trials: [2, 4], after: '7_0' },
      { trials: [3, 5], after: '7_1' },
    ])
  })

  it('goes its own way where who could have provided has failed, or carries nothing for others', () => {
    const failed = (index: number) => (index < 2 ? { isTodo: false } : {})
    const begun = { ...initialState, run: {} } as RunState
    const list = candidates((index) => ({ ...failed(index), ...(index < 2 && { state: begun }) }))
    expect(shapes(list)).toEqual([
      { trials: [2, 3], after: null },
      { trials: [4], after: 2 },
      { trials: [5], after: 3 },
    ])
  })

  it('is nothing where nothing is missing', () => {
    expect(shapes(candidates(() => ({ isTodo: false })))).toEqual([])
  })

  it('goes apart where it asks for something else', () => {
    const [first, ...rest] = candidates()
    const experiment = { ...first!.trial.experiment, resources: { slurm: { memory: '8G' } } }
    const other = { ...first!, trial: { ...first!.trial, experiment } }
    expect(shapes([other, ...rest], false)).toEqual([
      { trials: [0], after: null },
      { trials: [1, 2, 3, 4, 5], after: null },
    ])
  })
})
