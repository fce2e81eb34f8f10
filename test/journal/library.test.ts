/** Runs that other processes run, seen through their folders: followed, summed up, listed, steered. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JournalEvent } from '../../src/journal/events.js'
import { type RunFolder, runFolder } from '../../src/journal/folder.js'
import { FollowedRun } from '../../src/journal/follow.js'
import { STALE_SECONDS } from '../../src/journal/holder.js'
import { noteJob } from '../../src/journal/job.js'
import { ACTIVE_MS, Library } from '../../src/journal/library.js'
import { lockRunFolder } from '../../src/journal/lock.js'
import { runnerOf } from '../../src/journal/presence.js'
import { fold } from '../../src/journal/reduce.js'
import { ask, take } from '../../src/journal/requests.js'
import { readSummary, summaryOf } from '../../src/journal/summary.js'
import { journal } from '../view/journals.js'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zscl-library-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const text = (events: readonly JournalEvent[]) =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('')
function written(name: string, events = journal({ name, updates: 20 })): RunFolder {
  const folder = runFolder(join(base, name))
  mkdirSync(folder.path, { recursive: true })
  writeFileSync(folder.journal, text(events))
  return folder
}

describe('a followed run', () => {
  it('folds what is appended, whole lines only, to the state of the whole journal', () => {
    const events = journal({ updates: 20 })
    const folder = written('run', events.slice(0, 5))
    const run = new FollowedRun(folder)
    const rest = text(events.slice(5))
    appendFileSync(folder.journal, rest.slice(0, 100))
    run.read()
    appendFileSync(folder.journal, rest.slice(100))
    run.read()
    expect(run.read()).toBe(false)
    expect(run.state).toEqual(fold(events))
  })

  it('goes on where a torn line was cut off by the runner that resumed', () => {
    const events = journal({ updates: 20 })
    const folder = written('run', events.slice(0, 5))
    const run = new FollowedRun(folder)
    const size = readFileSync(folder.journal).length
    appendFileSync(folder.journal, '{"v":1,"se')
    run.read()
    truncateSync(folder.journal, size)
    run.read()
    appendFileSync(folder.journal, text(events.slice(5)))
    run.read()
    expect(run.state).toEqual(fold(events))
  })

  it('refuses a line that is whole and says too little', () => {
    const folder = written('run', [])
    appendFileSync(folder.journal, '{"v":1,"seq":1,"at":"","kind":"run-started","name":"x"}\n')
    expect(() => new FollowedRun(folder).read()).toThrow('is incomplete')
  })
})

describe('a summary', () => {
  it('is kept beside the journal, and never believed over it', () => {
    const folder = written('run')
    const first = readSummary(folder)
    expect(first).toEqual(summaryOf(fold(journal({ name: 'run', updates: 20 }))))
    const path = join(folder.path, 'summary.json')
    const kept = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...kept, summary: { ...kept.summary, last: 99 } }))
    expect(readSummary(folder)).toMatchObject({ last: 99 }) // it is what is shown while the journal is the same
    written('run', journal({ name: 'run', updates: 22 }))
    expect(readSummary(folder)).not.toMatchObject({ last: 99 })
  })

  it('of a damaged journal is the reason in words', () => {
    const folder = written('run')
    appendFileSync(folder.journal, 'nonsense\n')
    expect(readSummary(folder)).toMatchObject({ problem: expect.stringContaining('journal') })
  })
})

it('a library holds runs and trials, the newest first, and what goes on before them', () => {
  written('old')
  const live = written('live')
  const sweep = join(base, 'sweep')
  mkdirSync(sweep)
  writeFileSync(join(sweep, 'sweep.json'), '{}')
  written('sweep/trial')
  const unlock = lockRunFolder(live)
  const library = new Library(base)
  const found = library.runs
  expect(found.map(({ folder }) => folder.name)).toEqual(['live', ...['old', 'trial']])
  expect(found.map(({ isLive }) => isLive)).toEqual([true, false, false])
  expect(found.find(({ folder }) => folder.name === 'trial')?.sweep).toBe('sweep')
  unlock()
  rmSync(join(base, 'old'), { recursive: true })
  library.refresh()
  expect(library.runs.map(({ folder }) => folder.name)).not.toContain('old')
  expect(library.runs.some(({ isLive }) => isLive)).toBe(false)
  library.close()
})

it('a library tells at once that a task was measured or a run began, and now and then that runs got on', () => {
  vi.useFakeTimers()
  try {
    const events = journal({ updates: 20 })
    const trained = events.findIndex(({ kind }) => kind === 'trained')
    const folder = written('run', events.slice(0, trained))
    const unlock = lockRunFolder(folder)
    const library = new Library(base)
    const told: number[] = []
    const started = Date.now()
    library.subscribe(() => told.push(Date.now() - started))
    vi.advanceTimersByTime(10_000)
    told.length = 0
    appendFileSync(folder.journal, text(events.slice(trained, trained + 1)))
    vi.advanceTimersByTime(ACTIVE_MS)
    appendFileSync(folder.journal, text(events.slice(trained + 1, trained + 2)))
    vi.advanceTimersByTime(ACTIVE_MS)
    expect(told).toHaveLength(1)
    appendFileSync(folder.journal, text(events.slice(trained + 2)))
    vi.advanceTimersByTime(ACTIVE_MS)
    expect(told).toHaveLength(2)
    expect(library.runs[0]?.summary?.status).toBe('finished')
    written('another')
    vi.advanceTimersByTime(3 * ACTIVE_MS)
    expect(told.length).toBeGreaterThan(2)
    expect(library.runs).toHaveLength(2)
    library.close()
    unlock()
  } finally {
    vi.useRealTimers()
  }
})

it('a library notices that a run waits in a queue again, and that it does no more', () => {
  const folder = written('again', journal({ updates: 20 }).slice(0, 6))
  const library = new Library(base)
  const isQueued = () => {
    library.refresh()
    return library.runs[0]?.isQueued ?? false
  }
  expect(isQueued()).toBe(false)
  noteJob(folder, { job: '7', log: '', phase: 'queued' })
  expect(isQueued()).toBe(true)
  noteJob(folder, { job: '7', log: '', phase: 'ended' })
  expect(isQueued()).toBe(false)
  library.close()
})

describe('requests', () => {
  it('are taken once, in order; what is none is thrown away', () => {
    const folder = written('run')
    ask(folder, 'pause')
    ask(folder, 'stop')
    writeFileSync(join(folder.requests, '0.json'), '{"wish":"format the disk","by":"x"}')
    writeFileSync(join(folder.requests, '1.json'), '{')
    mkdirSync(join(folder.requests, '2.json'))
    expect(take(folder).map(({ wish }) => wish)).toEqual(['pause', 'stop'])
    expect(take(folder)).toEqual([])
  })
})

describe('a lock of another host', () => {
  const foreign = JSON.stringify({ pid: 1, host: `not-${hostname()}`, started: null })

  it('is respected while it is touched, and says which host and how old', () => {
    const folder = written('run')
    writeFileSync(folder.lock, foreign)
    expect(runnerOf(folder)).toMatchObject({ host: `not-${hostname()}`, pid: 1 })
    expect(() => lockRunFolder(folder)).toThrow(/another host; its last heartbeat was \d+ s ago/)
  })

  it('counts as left behind after a time without a sign', async () => {
    const folder = written('run')
    writeFileSync(folder.lock, foreign)
    const { utimesSync } = await import('node:fs')
    const past = new Date(Date.now() - (STALE_SECONDS + 60) * 1000)
    utimesSync(folder.lock, past, past)
    expect(runnerOf(folder)).toBeNull()
    lockRunFolder(folder)()
  })
})
