import { cleanup, render } from 'ink-testing-library'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fold } from '../../src/journal/reduce.js'
import { shortenStart, toText, widthOf } from '../../src/view/span.js'
import { SNAPSHOT_MS } from '../../src/view/terminal/feed.js'
import { initialScreen } from '../../src/view/terminal/screen-state.js'
import {
  type SweepFeed,
  type SweepSnapshot,
  type SweepTrial,
  sweepSnapshots,
} from '../../src/view/terminal/sweep-feed.js'
import { sweepActionFor } from '../../src/view/terminal/sweep-keys.js'
import { sweepLines, timeLeft } from '../../src/view/terminal/sweep-panels.js'
import { SweepScreen } from '../../src/view/terminal/sweep-screen.js'
import { journal, upTo } from './journals.js'

const done = (seed: number, bonus: number) =>
  fold(journal({ accuracy: (_, __, zero) => zero + bonus + seed }))
const midway = fold(upTo(journal(), (event) => event.kind === 'trained' && event.task === 1))

function trial(setting: string, seed: number, rest: Partial<SweepTrial> = {}): SweepTrial {
  const label = `${setting}, seed ${seed}`
  return { label, setting, status: 'waiting', state: null, error: null, ...rest }
}

const trials: readonly SweepTrial[] = [
  trial('interval 5', 0, { status: 'finished', state: done(0, 1) }),
  trial('interval 5', 1, { status: 'finished', state: done(2, 1) }),
  trial('interval 10', 0, { status: 'finished', state: done(0, 8) }),
  trial('interval 10', 1, { status: 'running', state: midway }),
  trial('interval 50', 0, { status: 'failed', error: 'out-of-memory: the device\nis full' }),
  trial('interval 50', 1),
]

const snapshot = (change: Partial<SweepSnapshot> = {}): SweepSnapshot => ({
  name: 'lambda',
  trials,
  open_seconds: 60,
  done: 4.3,
  done_before: 3,
  ...change,
})
const text = (columns: number, rows: number, change: Partial<SweepSnapshot> = {}, down = 0) =>
  toText(sweepLines(snapshot(change), columns, rows, { ...initialScreen, down }), false)

const closers: (() => void)[] = []
afterEach(() => {
  cleanup()
  for (const close of closers.splice(0)) close()
})

describe('the screen of a sweep', () => {
  it('counts trials by state, and says how far the whole is', () => {
    const shown = text(100, 40)
    expect(shown).toContain('6 trials · 1 running · 3 finished · 1 failed · 1 waiting')
    expect(shown).toContain('71 %, about 1 min left')
  })

  it('shows a failure at once with its reason in one line', () => {
    expect(text(100, 40)).toContain('interval 50, seed 0: out-of-memory: the device is full')
  })

  it('shows task, updates, losses and their curve of what is running', () => {
    expect(text(100, 40)).toMatch(/interval 10, seed 1 +█.* % {2}task 2\/6 digits/)
    expect(text(100, 40)).toMatch(/ {2}10\/150 · .*\/s · total .*ce .* [\u2800-\u28ff]+/)
  })

  it('ranks settings by the mean of Avg over their finished seeds', () => {
    const lines = text(100, 40).split('\n')
    const head = lines.findIndex((line) => line.startsWith('Best so far'))
    expect(lines[head + 1]).toMatch(/^interval 10 +1 /)
    expect(lines[head + 2]).toMatch(/^interval 5 +2 /)
  })

  it('leaves out what does not fit, and is never larger than the terminal', () => {
    for (const [columns, rows] of [
      [100, 30],
      [80, 24],
      [60, 12],
      [40, 6],
      [20, 3],
    ] as const) {
      const lines = sweepLines(snapshot(), columns, rows, initialScreen)
      expect(lines.length).toBeLessThanOrEqual(rows)
    }
    expect(text(100, 8)).not.toContain('Trials')
    const list = text(100, 15).split('\n')
    expect(list.at(-1)).toMatch(/^[✓▶✗·] /)
    expect(text(100, 15)).toMatch(/Trials ─ 1–\d of 6, arrows/)
    expect(text(100, 15, {}, 99)).toMatch(/–6 of 6/)
  })

  it('knows no time left before some work was done', () => {
    expect(timeLeft(snapshot({ done: 3.1 }))).toBeNull()
    expect(timeLeft(snapshot({ done: 4, done_before: 3, open_seconds: 30 }))).toBe(60)
  })

  it('cuts a long setting at its beginning, where the values are the same', () => {
    expect(shortenStart('lambda_image=lambda_text 0.1, interval 5', 15)).toBe('….1, interval 5')
    expect(widthOf(shortenStart('ünter 日本', 5))).toBeLessThanOrEqual(5)
  })
})

describe('keys', () => {
  const none = {
    ctrl: false,
    escape: false,
    home: false,
    upArrow: false,
    downArrow: false,
    leftArrow: false,
    rightArrow: false,
  }
  it('stop, leave, help and scroll; nothing pauses', () => {
    expect(sweepActionFor('q', none, initialScreen)).toEqual({ kind: 'stop' })
    expect(
      sweepActionFor('c', { ...none, ctrl: true }, { ...initialScreen, asked: 'stop' }),
    ).toEqual({ kind: 'abort' })
    expect(sweepActionFor('p', none, initialScreen)).toBeNull()
    expect(sweepActionFor('', { ...none, rightArrow: true }, initialScreen)).toBeNull()
    expect(sweepActionFor('', { ...none, downArrow: true }, initialScreen)).toMatchObject({
      down: 1,
    })
  })

  it('ask the sweep to stop once, and say so', async () => {
    const listeners = new Set<() => void>()
    let now = trials
    const feed: SweepFeed = {
      name: 'lambda',
      getTrials: () => now,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }
    const source = sweepSnapshots(feed)
    closers.push(source.close)
    const controls = { stop: vi.fn(), abort: vi.fn() }
    const screen = render(<SweepScreen snapshots={source} controls={controls} />)
    const settled = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms))
    await settled()
    expect(screen.lastFrame()).toContain('zscl sweep lambda')
    now = trials.map((one) => ({ ...one, status: 'waiting' as const, state: null }))
    for (const listener of listeners) listener()
    await settled(2 * SNAPSHOT_MS)
    expect(screen.lastFrame()).toContain('6 waiting')
    screen.stdin.write('q')
    await settled()
    screen.stdin.write('q')
    await settled()
    expect(controls.stop).toHaveBeenCalledTimes(1)
    expect(screen.lastFrame()).toContain('Stopping at checkpoints')
    screen.stdin.write('?')
    await settled()
    expect(screen.lastFrame()).toContain('the same command continues')
  })
})
