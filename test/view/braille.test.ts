import { describe, expect, it } from 'vitest'
import { braille, range } from '../../src/view/terminal/braille.js'

const dots = (line: string) =>
  Array.from(line).reduce(
    (sum, c) => sum + (c.charCodeAt(0) - 0x2800).toString(2).replaceAll('0', '').length,
    0,
  )

describe('a braille curve', () => {
  it('falls from the top left to the bottom right when the values fall', () => {
    const lines = braille([3, 2, 1, 0], 4, 2, 1)
    expect(lines[0]!.charCodeAt(0) & 0x01).toBe(0x01)
    expect((lines[0]!.charCodeAt(1) - 0x2800) & 0x80).toBe(0x80)
  })

  it('is a picture of its values', () => {
    expect(braille([0, 1, 2, 3, 3, 2, 1, 0], 8, 4, 2)).toEqual(['⠀⡼⠹⡄', '⣰⠃⠀⢳'])
  })

  it('is as wide and high as asked', () => {
    const lines = braille(
      Array.from({ length: 1000 }, (_, i) => Math.sin(i)),
      1000,
      30,
      5,
    )
    expect(lines).toHaveLength(5)
    expect(lines.every((line) => line.length === 30)).toBe(true)
  })

  it('leaves empty what is not reached yet', () => {
    const [line] = braille([1, 2], 8, 4, 1)
    expect(line!.slice(1)).toBe('⠀⠀⠀')
    expect(dots(line!)).toBeGreaterThan(0)
  })

  it('loses no spike among more points than columns', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => (i === 5001 ? 100 : 0))
    const lines = braille(values, values.length, 20, 4)
    expect(dots(lines[0]!)).toBeGreaterThan(0)
  })

  it('draws a constant as a line in the middle', () => {
    const lines = braille([5, 5, 5, 5], 4, 2, 2)
    expect(lines.map(dots)).toEqual([0, 4])
  })

  it('passes over values that are not finite', () => {
    expect(
      dots(braille([1, Number.NaN, Number.POSITIVE_INFINITY, 2], 4, 2, 2).join('')),
    ).toBeGreaterThan(0)
    expect(range([Number.NaN])).toEqual([0, 0])
  })

  it('draws four series of 100,000 points well within a frame', () => {
    const values = Array.from({ length: 100_000 }, (_, i) => Math.cos(i / 900))
    const started = performance.now()
    for (let i = 0; i < 4; i++) braille(values, values.length, 90, 8)
    expect(performance.now() - started).toBeLessThan(100)
  })
})
