import { describe, expect, it } from 'vitest'
import { UsageError } from '../../src/config/errors.js'
import type { AxisFigure, TradeoffFigure } from '../../src/paper/figures/figure.js'
import { type FigureRun, figureOf } from '../../src/paper/figures/index.js'
import { journal } from '../view/journals.js'
import { figureRun } from './figure-runs.js'

/** Accuracy falls with the seed and with the distance from the diagonal, so that means are easy to do by hand. */
const flat = (value: number) => ({ accuracy: () => value })

function tradeoff(runs: readonly FigureRun[], task?: string) {
  const figure = figureOf('tradeoff', runs, task) as TradeoffFigure
  const rows = figure.rows.map((r) => [r.series, r.parameter, r.on_task, r.on_others, r.seeds])
  return { ...figure, rows }
}

describe('the trade-off', () => {
  const along = {
    recipe: 'we',
    own: {
      average: { kind: 'we', interval: 10, intervals: [50] },
      after_task: { kind: 'take-average', alphas: [0.5] },
    },
    accuracy: (i: number, j: number) => (i === j ? 80 : 40 + j),
    variants: { last: [90, 20, 30], 'we-50': [70, 50, 54], 'wise-ft-0.5': [75, 55, 57] },
  }

  it('has the curve over alpha with both ends, the points over I, and the single weights as marks', () => {
    const { rows, x_title, y_title, title } = tradeoff([figureRun('one', along)])
    expect(rows).toEqual([
      ['zero-shot', null, 50, 65, 1],
      ['fine-tuned', null, 90, 25, 1],
      ['WE over I', 10, 80, 41.5, 1],
      ['WE over I', 50, 70, 52, 1],
      ['WiSE-FT over α', 0, 50, 65, 1],
      ['WiSE-FT over α', 0.5, 75, 56, 1],
      ['WiSE-FT over α', 1, 90, 25, 1],
    ])
    expect([title, x_title, y_title]).toEqual([
      'Trade-off after task 1, a',
      'Accuracy on a, %',
      'Mean accuracy on the 2 datasets not trained yet, %',
    ])
  })

  it('takes means over seeds, and never an unfinished run into them', () => {
    const runs = [
      figureRun('s0', along),
      figureRun('s1', { ...along, seed: 1, accuracy: () => 60 }),
      figureRun('s2', { ...along, seed: 2, accuracy: () => 1, stopAfter: 1 }),
    ]
    const { rows, notes } = tradeoff(runs)
    expect(rows.find((row) => row[0] === 'WE over I' && row[1] === 10)).toEqual([
      'WE over I',
      10,
      70,
      (41.5 + 60) / 2,
      2,
    ])
    expect(notes).toContain('Left out, not finished: s2 (interrupted).')
  })

  it('is one curve for runs that differ only in the interval, each seed counted once', () => {
    const of = (interval: number) =>
      figureRun(`i${interval}`, {
        recipe: 'zscl',
        own: { average: { interval } },
        ...flat(interval),
      })
    const { rows } = tradeoff([of(10), of(20)])
    expect(rows).toEqual([
      ['zero-shot', null, 50, 65, 1],
      ['WE over I', 10, 10, 10, 1],
      ['WE over I', 20, 20, 20, 1],
    ])
  })

  it('names the recipe where several stand in it', () => {
    const runs = [
      figureRun('f', { recipe: 'finetune', ...flat(30) }),
      figureRun('z', { recipe: 'zscl', ...flat(60) }),
    ]
    expect(tradeoff(runs).series).toEqual(['zero-shot', 'finetune: fine-tuned', 'zscl: WE over I'])
  })

  it('has a start for each where the runs began from several models', () => {
    const runs = [
      figureRun('f', { recipe: 'finetune', ...flat(30) }),
      figureRun('z', { recipe: 'wc', ...flat(60), zeroShot: [10, 20, 30] }),
    ]
    expect(tradeoff(runs).rows.map((row) => row.slice(0, 4))).toEqual([
      ['finetune: zero-shot', null, 50, 65],
      ['finetune: fine-tuned', null, 30, 30],
      ['wc: zero-shot', null, 10, 25],
      ['wc: fine-tuned', null, 60, 60],
    ])
  })
})

describe('the trade-off after a task', () => {
  it('goes to a later task by name or number, where the start is the model before it', () => {
    const run = figureRun('one', { recipe: 'finetune', accuracy: (i, j) => 10 * i + j })
    const [byName, byNumber] = [tradeoff([run], 'b'), tradeoff([run], '2')]
    expect(byName).toEqual(byNumber)
    expect(byName.rows).toEqual([
      ['before the task', null, 1, 2, 1],
      ['fine-tuned', null, 11, 12, 1],
    ])
    expect(byName.y_title).toBe('Mean accuracy on the task not trained yet, %')
  })

  it('holds the only task of a run against the datasets that are only measured', () => {
    const run = figureRun('one', {
      recipe: 'finetune',
      tasks: ['a'],
      zeroShot: [50],
      started: { also_evaluate: ['elsewhere', 'far'] },
      variants: { '': [80, 30, 40] },
    })
    const { rows, y_title } = tradeoff([run])
    expect(rows).toEqual([['fine-tuned', null, 80, 35, 1]])
    expect(y_title).toBe('Mean accuracy on the 2 datasets only measured, %')
  })

  it('refuses a task that is not there, and one after which nothing is left', () => {
    const run = figureRun('one', {})
    expect(() => tradeoff([run], '4')).toThrow(
      /`--task 4`: no such task.* from 1 to 3, or one of a, b, c/,
    )
    expect(() => tradeoff([run], 'c')).toThrow(
      /every measured dataset has been trained. Choose an earlier/,
    )
  })

  it('has nothing to draw for runs that trained nothing', () => {
    expect(() => tradeoff([figureRun('z', { recipe: 'zero-shot', ...flat(50) })])).toThrow(
      /nothing to draw: no run has trained task 1, a/,
    )
  })
})

describe('a metric against a value', () => {
  const of = (interval: number, lambda: number, seed: number, value: number, more = {}) =>
    figureRun(`i${interval}-l${lambda}-s${seed}`, {
      own: { lambda_image: lambda, lambda_text: lambda, average: { interval } },
      seed,
      ...flat(value),
      ...more,
    })
  const grid = [
    of(10, 1, 0, 40),
    of(10, 1, 1, 42),
    of(100, 1, 0, 50),
    of(100, 1, 1, 50),
    of(10, 5, 0, 60),
    of(100, 5, 0, 61),
  ]
  const rows = (kind: 'interval' | 'lambda', runs: readonly FigureRun[]) =>
    (figureOf(kind, runs) as AxisFigure).rows
      .filter(({ metric }) => metric === 'Avg')
      .map((row) => [row.series, row.x, row.mean, row.deviation, row.seeds])

  it('has a line per setting, with mean and spread over its seeds', () => {
    expect(rows('interval', grid)).toEqual([
      ['lambda_image = lambda_text 1', 10, 41, Math.SQRT2, 2],
      ['lambda_image = lambda_text 1', 100, 50, 0, 2],
      ['lambda_image = lambda_text 5', 10, 60, null, 1],
      ['lambda_image = lambda_text 5', 100, 61, null, 1],
    ])
    expect(rows('lambda', grid).map((row) => row.slice(0, 3))).toEqual([
      ['average.interval 10', 1, 41],
      ['average.interval 10', 5, 60],
      ['average.interval 100', 1, 50],
      ['average.interval 100', 5, 61],
    ])
  })

  it('orders settings by their numbers, not their letters', () => {
    const runs = [100, 20, 3].flatMap((interval) => [of(interval, 1, 0, 1), of(interval, 2, 0, 2)])
    expect(figureOf('lambda', runs).series).toEqual([
      'average.interval 3',
      'average.interval 20',
      'average.interval 100',
    ])
  })

  it('shows where the model before training stands', () => {
    const { zero_shot } = figureOf('interval', grid) as AxisFigure
    expect(zero_shot).toEqual([
      { metric: 'Transfer', mean: 65 },
      { metric: 'Avg', mean: 60 },
      { metric: 'Last', mean: 60 },
    ])
  })

  it('has no one line for that when the runs began from several models', () => {
    const other = of(100, 1, 2, 50, { zeroShot: [10, 20, 30] })
    expect((figureOf('interval', [...grid, other]) as AxisFigure).zero_shot).toEqual([])
  })

  it('leaves an unfinished run out and says so', () => {
    const stopped = of(10, 1, 2, 1, { stopAfter: 2 })
    const { notes } = figureOf('interval', [...grid, stopped])
    expect(notes).toContain('Left out, not finished: i10-l1-s2 (interrupted).')
    expect(rows('interval', [...grid, stopped])).toEqual(rows('interval', grid))
  })

  it('names runs that have no interval', () => {
    const { notes } = figureOf('interval', [...grid, figureRun('ft', { recipe: 'finetune' })])
    expect(notes).toContain('Without interval, not drawn: ft.')
  })

  it('has nothing to draw where nothing varies', () => {
    const one = [of(10, 1, 0, 40), of(10, 1, 1, 42)]
    expect(() => figureOf('interval', one)).toThrow(
      /nothing to draw: it needs finished runs with at least two values of `recipe.average.interval`, and all finished runs have 10/,
    )
    expect(() => figureOf('lambda', [of(10, 1, 0, 1, { stopAfter: 1 })])).toThrow(
      /`recipe.lambda_image`, and no finished run has one/,
    )
  })
})

describe('the matrix and the history', () => {
  const runs = [
    figureRun('s0', { accuracy: (i, j) => 10 * i + j }),
    figureRun('s1', { accuracy: (i, j) => 10 * i + j + 2, seed: 1 }),
  ]

  it('hold every cell, before training too, as means over seeds', () => {
    const matrix = figureOf('matrix', runs)
    expect(matrix.rows).toHaveLength(12)
    expect(matrix.rows[0]).toMatchObject({ after: 0, after_task: 'zero-shot', accuracy: 50 })
    expect(matrix.rows.find((row) => 'just_trained' in row && row.just_trained)).toMatchObject({
      after: 1,
      dataset: 'a',
      accuracy: 1,
    })
    const history = figureOf('history', runs)
    expect(
      history.rows.flatMap((row) => ('dataset' in row && row.dataset === 'b' ? [row] : [])),
    ).toMatchObject([
      { after: 0, accuracy: 60, deviation: 0, trained_at: 2 },
      { after: 1, accuracy: 2, deviation: Math.SQRT2 },
      { after: 2, accuracy: 12 },
      { after: 3, accuracy: 22 },
    ])
  })

  it('mark a run that is not finished, and draw what it has', () => {
    const { series, rows, notes } = figureOf('history', [figureRun('half', { stopAfter: 2 })])
    expect(series).toEqual(['zscl (interrupted)'])
    // The checkpoint of a task stands behind its evaluations.
    expect(rows).toHaveLength(9)
    expect(notes).toContain('Not finished: half (interrupted).')
  })

  it('have nothing to draw before anything is measured', () => {
    expect(() => figureOf('matrix', [figureRun('new', { stopAfter: 0 })])).toThrow(
      '`zscl figure matrix`: nothing to draw: `new` has measured no accuracy yet.',
    )
  })
})

describe('runs that do not compare', () => {
  const other = (started: object) => figureRun('other', { started, seed: 1 })

  it.each(['tradeoff', 'interval', 'lambda', 'matrix', 'history'] as const)(
    'are refused by %s with both names',
    (kind) => {
      const runs = [figureRun('one', {}), other({ protocol: 'coop' })]
      expect(() => figureOf(kind, runs)).toThrow(UsageError)
      expect(() => figureOf(kind, runs)).toThrow(
        '`one` is on mini (protocol mini-v1) and `other` on mini (protocol coop): their numbers are not comparable.',
      )
    },
  )

  it('are refused for other tasks under one name', () => {
    const [first] = journal({ tasks: ['a', 'b', 'd'] })
    const tasks = first!.kind === 'run-started' ? first!.tasks : []
    expect(() => figureOf('matrix', [figureRun('one', {}), other({ tasks })])).toThrow(
      /with the tasks a, b, c and `other` on .* with the tasks a, b, d/,
    )
  })
})
