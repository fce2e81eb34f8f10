import { describe, expect, it } from 'vitest'
import { fold } from '../../src/journal/reduce.js'
import { initialState } from '../../src/journal/state.js'
import { shortNames } from '../../src/view/names.js'
import { shorten, widthOf } from '../../src/view/span.js'
import { renderRun } from '../../src/view/text/run.js'
import { renderRunList } from '../../src/view/text/run-list.js'
import { runSummary } from '../../src/view/text/summary.js'
import { journal, mtil, stateOf, upTo } from './journals.js'

const csi = '\u001B['

describe('zscl show', () => {
  it('shows configuration, matrix, metrics, work and folders', () => {
    const text = renderRun(stateOf(), { folder: '/runs/demo', config: 'name: demo\nseed: 42\n' })
    for (const part of [
      'protocol mini-v1',
      'zero-shot',
      'after 6 counts',
      'forgetting',
      'Transfer 65.0',
    ])
      expect(text).toContain(part)
    expect(text).toContain('/runs/demo/model')
    expect(text).toContain('checkpoints/task-06-step-0150')
    expect(text).toContain('  seed: 42')
    expect(text).not.toContain('so far')
  })

  it('marks numbers of an unfinished run and says why it failed', () => {
    const failed = {
      kind: 'failed',
      code: 'out-of-memory',
      message: 'use a smaller batch',
      checkpoint: null,
    } as const
    const text = renderRun(fold(upTo(journal(), (e) => e.kind === 'checkpoint-saved', failed)), {
      folder: '/r',
    })
    expect(text).toContain('(so far)')
    expect(text).toContain('✗ out-of-memory: use a smaller batch')
    expect(text).toContain('not exported yet')
  })

  it('copes with a run that recorded nothing', () => {
    expect(renderRun(initialState, { folder: '/r' })).toContain('nothing recorded yet')
  })

  it('says what a scheduler knows of it, in place of the word of the journal', () => {
    const [word, note] = ['queued', 'waits in the queue as job 12']
    expect(renderRun(initialState, { folder: '/r', word, note })).toMatch(
      /^\/r {2}queued\n[\s\S]*\n\nwaits in the queue as job 12$/,
    )
    const begun = stateOf()
    const text = renderRun(begun, { folder: '/r', word: 'lost', note: 'job 12 ran out of memory.' })
    expect(text).toMatch(/^\S+ {2}lost\n[\s\S]*\njob 12 ran out of memory\.$/)
  })

  it('is coloured only when asked', () => {
    expect(renderRun(stateOf(), { folder: '/r' })).not.toContain(csi)
    expect(renderRun(stateOf(), { folder: '/r', colour: true })).toContain(csi)
  })

  it('shows a change without colour, and none below a point', () => {
    const accuracy = (i: number, j: number, zero: number) =>
      i === j ? 100 : j === 1 ? zero + 0.9 : zero - 1
    const text = renderRun(stateOf({ tasks: ['a', 'b'], zeroShot: [50, 60], accuracy }), {
      folder: '/r',
    })
    expect(text).toMatch(/after 1 a +\[100▲\] +60\.9\n/)
    expect(text).toMatch(/after 2 b +49\.0▼ +\[100▲\]/)
  })
})

describe('zscl ls', () => {
  it('gives one line per run, broken ones too', () => {
    const text = renderRunList([
      { name: 'one', state: stateOf() },
      {
        name: 'two',
        state: fold(upTo(journal(), (e) => e.kind === 'trained', { kind: 'interrupted' })),
      },
      { name: 'three', state: null, problem: 'line 3 is not JSON' },
    ])
    expect(text).toMatch(/one +finished +zscl +mini +42 +6\/6 +65\.0/)
    expect(text).toMatch(/two +interrupted .*0\/6 +– +– +–/)
    expect(text).toMatch(/three +unreadable\n/)
    expect(text).toContain('! three: line 3 is not JSON')
  })

  it('says what to do when there is no run', () => {
    expect(renderRunList([])).toContain('zscl demo')
  })
})

describe('the JSON of a run', () => {
  it('has percent with two decimals and null for what is not measured', () => {
    const state = fold(
      upTo(journal({ zeroShot: [33.333, 50, 50, 50, 50, 50] }), (e) => e.kind === 'trained'),
    )
    const summary = runSummary(state, '/r')
    expect(summary).toMatchObject({
      name: 'demo-zscl',
      state: 'running',
      recipe: 'zscl',
      seed: 42,
      folder: '/r',
    })
    expect(summary.zero_shot[0]).toBe(33.3)
    expect(summary.matrix).toHaveLength(6)
    expect(summary.matrix[0]).toEqual([null, null, null, null, null, null])
    expect([summary.transfer, summary.average, summary.last]).toEqual([null, null, null])
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary)
  })

  it('agrees with the matrix of a finished run', () => {
    const accuracy = (i: number, j: number) =>
      [
        [90, 40],
        [80, 95],
      ][i]![j]!
    const summary = runSummary(stateOf({ tasks: ['a', 'b'], zeroShot: [50, 60], accuracy }), '/r')
    expect(summary).toMatchObject({
      matrix: [
        [90, 40],
        [80, 95],
      ],
      transfer: 40,
      average: 76.25,
      last: 87.5,
      just_trained: [90, 95],
      forgetting: [10, 0],
    })
  })
})

describe('short names', () => {
  it('fit and stay apart', () => {
    for (const width of [3, 4, 5, 6, 9]) {
      const short = shortNames(mtil, width)
      expect(short.every((name) => widthOf(name) <= width)).toBe(true)
      expect(new Set(short).size).toBe(mtil.length)
    }
  })

  it('drop a common beginning and number what still collides', () => {
    expect(shortNames(['mini-shapes', 'mini-digits'], 6)).toEqual(['shapes', 'digits'])
    expect(shortNames(['aaaaaa1', 'aaaaaa2', 'b'], 4)).toEqual(['aaa1', 'aaa2', 'b'])
  })

  it('are cut by terminal columns, not by characters', () => {
    expect(shorten('動物の名前', 5)).toBe('動物…')
    expect(widthOf(shorten('動物の名前', 4))).toBeLessThanOrEqual(4)
  })
})
