/** The clock of the machine is set back by an hour while a run goes on. */
import { appendFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { JournalEvent } from '../../src/journal/events.js'
import { runFolder } from '../../src/journal/folder.js'
import { ACTIVE_MS, Library, PROGRESS_MS } from '../../src/journal/library.js'
import { lockRunFolder } from '../../src/journal/lock.js'
import { runnerOf } from '../../src/journal/presence.js'
import { fold } from '../../src/journal/reduce.js'
import type { RunState } from '../../src/journal/state.js'
import { renderRun } from '../../src/view/text/run.js'
import { journal } from '../view/journals.js'

const hour = 3_600_000
const back = (event: JournalEvent): JournalEvent => ({
  ...event,
  at: new Date(Date.parse(event.at) - hour).toISOString(),
})
const text = (events: readonly JournalEvent[]) =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('')

it('what the run has measured and how long it took are those of a clock that was left alone', () => {
  const events = journal({ updates: 20 })
  const half = Math.floor(events.length / 2)
  const turned = [...events.slice(0, half), ...events.slice(half).map(back)]
  const [straight, bent] = [fold(events), fold(turned)]
  const untimed = (state: RunState) => JSON.stringify(state).replaceAll(/T\d\d:/g, 'T')
  expect(untimed(bent)).toBe(untimed(straight))
  expect(renderRun(bent, { folder: 'run', colour: false })).not.toMatch(/\s-\d/)
})

it('the app goes on telling that runs get on, and a lock stays its holder’s', () => {
  vi.useFakeTimers()
  try {
    const base = mkdtempSync(join(tmpdir(), 'zscl-clock-'))
    const folder = runFolder(join(base, 'run'))
    mkdirSync(folder.path)
    const events = journal({ updates: 20 })
    const trained = events.findIndex(({ kind }) => kind === 'trained')
    writeFileSync(folder.journal, text(events.slice(0, trained)))
    const unlock = lockRunFolder(folder)
    const library = new Library(base)
    let told = 0
    library.subscribe(() => {
      told += 1
    })
    vi.advanceTimersByTime(PROGRESS_MS)
    vi.setSystemTime(Date.now() - hour)
    told = 0
    appendFileSync(folder.journal, text(events.slice(trained, trained + 1)))
    vi.advanceTimersByTime(PROGRESS_MS + 2 * ACTIVE_MS)
    expect(told).toBe(1)
    expect(runnerOf(folder)).toMatchObject({ pid: process.pid, age: 0 })
    library.close()
    unlock()
  } finally {
    vi.useRealTimers()
  }
})
