/** The slider between two models: what it shows, and which points are measured next. */
import { describe, expect, it } from 'vitest'
import { toText, widthOf } from '../../src/view/span.js'
import type { MixPoint } from '../../src/view/terminal/app/feed.js'
import { mixLines } from '../../src/view/terminal/app/mix/lines.js'
import { bestOf, COARSE, meanOf, moved, nextPoints } from '../../src/view/terminal/app/mix/state.js'

/** Best near 0.3, and flat above. */
const at = (alpha: number): MixPoint => {
  const mean = alpha < 0.3 ? 50 + 40 * alpha : 62 - 10 * (alpha - 0.3)
  return { alpha, accuracies: { shapes: mean - 1, digits: mean + 1 } }
}
const points = COARSE.map(at)

describe('the points of a mix', () => {
  it('are measured coarse first, then where the mean bends, until they are fine enough', () => {
    expect(nextPoints([])).toEqual(COARSE)
    expect(nextPoints(points.slice(0, 2))).toEqual([0.5, 0.75, 1])
    const found = [...points]
    for (;;) {
      const next = nextPoints(found)
      if (next === null) break
      found.push(...next.map(at))
      expect(found.length).toBeLessThan(20)
    }
    const added = found.slice(points.length).map(({ alpha }) => alpha)
    expect(Math.abs(added[0]! - 0.3)).toBeLessThan(0.15) // where it bends
    expect(Math.abs(bestOf(found)!.alpha - 0.3)).toBeLessThanOrEqual(0.0625)
    expect(new Set(found.map(({ alpha }) => alpha)).size).toBe(found.length)
  })

  it('move in steps, and stay from 0 to 1', () => {
    expect(moved(0.5, 1)).toBe(0.55)
    expect(moved(0.625, -1)).toBe(0.6)
    expect([moved(0, -1), moved(1, 3)]).toEqual([0, 1])
    expect(meanOf(at(0))).toBe(50)
    expect(bestOf([])).toBeNull()
  })
})

describe('the screen of a mix', () => {
  const where = { on: 'mini-short', warning: '' }
  const text = (state: Partial<Parameters<typeof mixLines>[0]>, columns = 80, rows = 24) =>
    mixLines(
      { names: ['first', 'second'], alpha: 0.25, points, measuring: [], ...where, ...state },
      { columns, rows },
    )
      .map((line) => toText([line], false))
      .join('\n')

  it('shows both ends, the mix and what it changes, and the best', () => {
    const shown = text({})
    expect(shown).toMatch(/dataset +first +α 0.25 +second +to α = 0/)
    expect(shown).toMatch(/mean +50.0 +60.0 +55.0 +\+10.0/)
    expect(shown).toMatch(/› 0.25 .*60\.0\*/)
  })

  it('says what it is measured on, and what speaks against that', () => {
    expect(text({})).toContain('on mini-short')
    expect(text({ warning: 'The runs are of mini and own.' })).toContain('The runs are of mini')
  })

  it('says what is not measured, and what is being measured', () => {
    expect(text({ alpha: 0.35 })).toMatch(/mean +50.0 +not measured +55.0/)
    expect(text({ alpha: 0.35, measuring: [0.35] })).toMatch(/mean +50.0 +measuring …/)
    expect(text({ points: [] })).toContain('no measurements yet')
  })

  it.each([
    [60, 16],
    [80, 24],
    [200, 60],
  ])('fits %i x %i with eleven datasets and long names', (columns, rows) => {
    const accuracies = Object.fromEntries(
      Array.from({ length: 11 }, (_, i) => [`データ${'x'.repeat(30)}${i}`, 50 + i]),
    )
    const many = Array.from({ length: 17 }, (_, i) => ({ alpha: i / 16, accuracies }))
    const lines = mixLines(
      {
        names: ['n'.repeat(100), '名'.repeat(60)],
        alpha: 0.5,
        points: many,
        measuring: [],
        ...where,
        warning: 'a warning that has to be read '.repeat(3),
      },
      { columns, rows: rows - 2 },
    )
    expect(lines.length).toBeLessThanOrEqual(rows - 2)
    for (const line of lines) expect(widthOf(toText([line], false))).toBeLessThanOrEqual(columns)
  })
})
