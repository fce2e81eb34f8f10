/** Names of datasets and files are shown, never obeyed. */
import { expect, it } from 'vitest'
import { plainView } from '../../src/view/plain/plain-view.js'
import { span, toText } from '../../src/view/span.js'
import { table } from '../../src/view/table.js'
import { visible } from '../../src/view/visible.js'

const NAME = 'a\u001b[2J\u001b]0;title\u0007\u009b31m\r\u202eb'
const SHOWN = 'a\\x1b[2J\\x1b]0;title\\x07\\x9b31m\\x0d\\u202eb'

it('what steers a terminal or turns its writing round is written out', () => {
  expect(visible(NAME)).toBe(SHOWN)
})

it('letters, accents, line ends and tabs stay', () => {
  expect(visible('Öl\t1,5" nut 日本 👩‍🔬\n')).toBe('Öl\t1,5" nut 日本 👩‍🔬\n')
})

it('lines and tables of every view do so', () => {
  expect(toText([[span(NAME)]], false)).toBe(SHOWN)
  expect(toText(table([{ title: 'name' }], [[NAME]]), false)).toBe(`name\n${SHOWN}`)
})

it('and so do the lines of a run', () => {
  const lines: string[] = []
  const event = { v: 1, seq: 1, at: '2026-01-01T00:00:00.000Z', kind: 'warned', message: NAME }
  plainView((line) => lines.push(line)).accept(event as never, {} as never)
  expect(lines.join()).toMatch(/warning: a .*\\u202eb$/)
  expect(lines.join()).not.toContain('\u001b')
})
