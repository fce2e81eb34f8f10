/** What the words of a download add up to, for a person and for a log. */
import { describe, expect, it } from 'vitest'
import {
  after,
  begun,
  type DownloadEvent,
  type Downloads,
  downloadLines,
  downloadText,
} from '../../src/view/downloads.js'
import { toText } from '../../src/view/span.js'

const MIB = 1024 ** 2
const pets = (event: Omit<DownloadEvent, 'kind'>): DownloadEvent => ({ kind: 'pets', ...event })
const source = pets({ result: 'source', source: 'authors', changes: '' })
const part = (done: number, total = 100 * MIB, name = 'a.tgz') =>
  pets({ result: 'progress', phase: 'fetch', name, done: done * MIB, total })

function shown(state: Downloads, now: number) {
  return toText(downloadLines(state, now), false)
}

function run(...events: (readonly [at: number, event: DownloadEvent])[]) {
  return events.reduce(
    (state, [at, event]) => after(state, event, 1000 * at),
    begun(['pets', 'cars']),
  )
}

describe('the table of downloads', () => {
  it('shows what came, of how much, how fast, and how long it will take', () => {
    const state = run([0, source], [1, part(10)], [2, part(20)], [3, part(30)])
    expect(shown(state, 3000)).toMatch(/pets +downloads +30 MiB +100 MiB +10 MiB\/s +7 s +authors/)
    expect(shown(state, 3000)).toMatch(/cars +waits/)
  })

  it('does not take another file, or a part that was there already, for speed', () => {
    expect(shown(run([0, source], [1, part(60)], [2, part(10, 100 * MIB, 'b.tgz')]), 2000)).toMatch(
      /10 MiB +100 MiB +authors/,
    )
  })

  it('says when a server asks to wait, and for how long still', () => {
    const waits = pets({ result: 'waiting', name: 'a.tgz', seconds: 30 })
    expect(shown(run([0, source], [1, waits]), 11_000)).toMatch(/pets +waits 20 s/)
  })

  it('keeps what went wrong, and says what another source changes', () => {
    const state = run(
      [0, source],
      [1, pets({ result: 'source-failed', source: 'authors', message: 'answers 404' })],
      [1, pets({ result: 'source', source: 'someone/pets', changes: 'another order' })],
      [9, pets({ result: 'fetched', source: 'someone/pets' })],
    )
    const text = shown(state, 9000)
    expect(text).toMatch(/pets +done +someone\/pets$/m)
    expect(text).toContain('pets: authors: answers 404')
    expect(text).toContain('pets, from someone/pets: another order')
  })

  it('writes out what would steer a terminal', () => {
    const evil = pets({ result: 'source-failed', source: 'x', message: '\u001b[2J' })
    expect(shown(run([0, source], [1, evil]), 0)).not.toContain('\u001b')
  })

  it('leaves words about what nobody asked for alone', () => {
    const state = begun(['pets'])
    expect(after(state, { kind: 'other', result: 'fetched' }, 0)).toBe(state)
  })
})

it('says in a log whether a server was not reached, said no, or what else went wrong', () => {
  const said = (why?: 'unreachable' | 'lacking') =>
    downloadText(
      begun(['pets']),
      pets({ result: 'source-failed', source: 'x', message: 'y', ...(why && { why }) }),
    )
  expect(said('unreachable')).toBe('pets: x could not be reached: y')
  expect(said('lacking')).toBe('pets: x does not have it: y')
  expect(said()).toBe('pets: x failed: y')
})

it('says in a log each tenth of a file once', () => {
  let state = begun(['pets'])
  const lines: string[] = []
  for (const event of [source, ...Array.from({ length: 101 }, (_, i) => part(i))]) {
    const line = downloadText(state, event)
    if (line !== null) lines.push(line)
    state = after(state, event, 0)
  }
  expect(lines).toHaveLength(12)
  expect(lines[0]).toBe('pets: from authors')
  expect(lines[6]).toBe('pets: a.tgz 50 MiB of 100 MiB, 50 %')
})
