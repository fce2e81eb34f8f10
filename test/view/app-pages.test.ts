/** Tables and datasets in the app: text of a command, whatever is in it. */
import { expect, it } from 'vitest'
import { toText, widthOf } from '../../src/view/span.js'
import { folded, pageLines, saidLines } from '../../src/view/terminal/app/pages/lines.js'

const page = {
  title: 'Tables',
  choices: ['mtil-order-1', 'mini', 'ablation-losses'],
  at: 1,
  text: ['method   Avg', 'ZSCL    75.4', '\u001b[2Jx'],
  down: 0,
  across: 0,
}
const text = (changes: object, columns = 80, rows = 20) =>
  pageLines({ ...page, ...changes }, { columns, rows }).map((line) => toText([line], false))

it('names the choice between its neighbours, and keeps columns where they are', () => {
  const lines = text({})
  expect(lines[0]).toBe('Tables  ← mtil-order-1  [mini]  ablation-losses →  2 of 3')
  expect(lines).toContain('ZSCL    75.4')
  expect(lines.join('')).not.toContain('\u001b')
})

it('moves sideways over rows that are wider than the screen', () => {
  const row = `ZSCL    ${'75.4    '.repeat(12)}end`
  expect(text({ text: [row] }, 60)[2]).toMatch(/…$/)
  expect(text({ text: [row], across: 60 }, 60)[2]).toMatch(/end$/)
})

it('goes on in the next line with a sentence, and keeps the columns of a table', () => {
  const note = `  a note of the table that is longer than the screen is wide, with ${'more '.repeat(8)}words`
  const row = `ZSCL    75.4    ${'68.1    '.repeat(10)}`
  const lines = folded([note, row, 'short'], 60)
  expect(lines.slice(-2)).toEqual([row, 'short'])
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines.slice(0, -2)) expect(widthOf(line)).toBeLessThanOrEqual(60)
  expect(lines.slice(0, -2).join(' ').replaceAll(/\s+/g, ' ')).toBe(note.replaceAll(/\s+/g, ' '))
})

it('says that it waits, and where one is in a long text', () => {
  expect(text({ text: null })[2]).toBe('…')
  const long = Array.from({ length: 50 }, (_, i) => `line ${i} ${'x'.repeat(300)}`)
  const lines = text({ text: long, down: 10 }, 60, 16)
  expect(lines).toHaveLength(16)
  expect(lines.at(-1)).toBe('lines 11 to 23 of 50')
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(60)
  expect(text({ text: long, down: 999 }, 60, 16).at(-1)).toContain('to 50 of 50')
})

it('shows below it what was begun for the choice, and whether that still runs', () => {
  const one = { words: ['data', 'get', 'mtil-order-1'], lines: ['mnist: done.', 'dtd: 40 %'] }
  const at = new Date(2026, 10, 29, 14, 2)
  expect(saidLines([{ ...one, at, isRunning: true }])).toEqual([
    '',
    '── zscl data get mtil-order-1   runs',
    '   mnist: done.',
    '   dtd: 40 %',
  ])
  const [, earlier] = saidLines([{ ...one, at, isRunning: false }])
  expect(earlier).toMatch(/^── zscl data get mtil-order-1 {3}printed last .*14:02/)
  expect(saidLines([])).toEqual([])
})
