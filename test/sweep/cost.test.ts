/** What a sweep still costs. */
import { expect, it } from 'vitest'
import { baseOf, Sweep } from '../../src/config/sweep.js'
import { initialState } from '../../src/journal/state.js'
import { costOf, paceOf, secondsFor } from '../../src/sweep/cost.js'
import { expand } from '../../src/sweep/expand.js'
import { Sharer } from '../../src/sweep/sharing.js'

const sweep = Sweep.parse({
  name: 'x',
  experiment: 'mini-short',
  parameters: { 'recipe.average.interval': [5, 10] },
})
const trials = expand(sweep, baseOf(sweep), 'x')

it('counts the updates and evaluations that are left, without what is shared', () => {
  const alone = { adoptions: new Map(), companions: new Map() }
  expect(costOf(trials, alone)).toEqual({ updates: 80, evaluations: 12 })
  // The second trial begins where the first has ended its first task, which it then measures itself.
  const shared = new Sharer(trials).share(() => null)
  expect(costOf(trials, shared)).toEqual({ updates: 60, evaluations: 10 })
  expect(costOf([], shared)).toEqual({ updates: 0, evaluations: 0 })
})

it('takes its pace from a run that did its own updates and has measured something', () => {
  const timings = { set_up: 9, train: 30, weights: 5, save: 5, evaluate: 6 }
  const evaluation = { seconds: 3 } as (typeof initialState.evaluations)[number]
  const state = { ...initialState, timings, updates_done: [20, 20] }
  const measured = { ...state, evaluations: [evaluation, evaluation] }
  const pace = paceOf('first', measured)!
  expect(pace).toEqual({ from: 'first', update: 1, evaluation: 3 })
  expect(secondsFor({ updates: 60, evaluations: 10 }, pace, 2)).toBe(45)
  expect(paceOf('first', state)).toBeNull()
  expect(paceOf('first', { ...measured, adopted: { from: 'a' } as never })).toBeNull()
})
