import { cleanup, render } from 'ink-testing-library'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fold, reduce } from '../../src/journal/reduce.js'
import { initialState, type RunState } from '../../src/journal/state.js'
import { toText } from '../../src/view/span.js'
import {
  type LiveProgress,
  type RunFeed,
  SNAPSHOT_MS,
  snapshots,
} from '../../src/view/terminal/feed.js'
import { actionFor, type PressedKey } from '../../src/view/terminal/keys.js'
import { keyLine, messageLines } from '../../src/view/terminal/panels.js'
import { Screen } from '../../src/view/terminal/screen.js'
import { initialScreen, reduceScreen } from '../../src/view/terminal/screen-state.js'
import { journal, upTo } from './journals.js'

const midway = fold(upTo(journal(), (e) => e.kind === 'trained' && e.task === 1))
const keys = {
  ctrl: false,
  escape: false,
  home: false,
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
}
const closers: (() => void)[] = []

interface TestFeed extends RunFeed {
  state: RunState
  tell(): void
}

function feedOf(state: RunState, progress: LiveProgress | null = null): TestFeed {
  const listeners = new Set<() => void>()
  const feed: TestFeed = {
    state,
    getState: () => feed.state,
    getProgress: () => progress,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: () => {
      for (const listener of listeners) listener()
    },
  }
  return feed
}

function open(state: RunState, progress: LiveProgress | null = null) {
  const controls = { stop: vi.fn(), abort: vi.fn(), togglePause: vi.fn() }
  const source = snapshots(feedOf(state, progress))
  const screen = render(<Screen snapshots={source} controls={controls} />)
  closers.push(source.close)
  const press = async (input: string) => {
    await settled()
    screen.stdin.write(input)
    await settled()
  }
  return { controls, press, frame: () => screen.lastFrame() ?? '' }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 60))

afterEach(() => {
  cleanup()
  for (const close of closers.splice(0)) close()
})

describe('the live screen', () => {
  it('shows who runs, how far it is, losses, matrix, metrics and keys', async () => {
    const progress = {
      section: 'train',
      done: 3,
      total: 10,
      memory_mib: 812,
      device_memory_mib: 0,
    } as const
    const { frame } = open(midway, progress)
    await settled()
    for (const part of [
      'demo-zscl',
      'recipe zscl · mini (mini-v1) · mini-clip',
      'task 2 of 6: digits',
      '10/150 updates',
      'left',
      'training 3/10',
      'updates/s',
      'memory 812 MiB',
      'Loss of task 2, digits',
      'distil text',
      'after 6 counts',
      'Transfer',
      'q stop   p pause   ? help',
    ])
      expect(frame()).toContain(part)
    expect(frame()).not.toContain('image-image')
  })

  it('can be shown before the run has recorded anything', async () => {
    const { frame } = open(initialState)
    await settled()
    expect(frame()).toContain('waiting for the run to start')
    expect(frame()).toContain('q stop')
  })

  it('stops at q, once', async () => {
    const { controls, frame, press } = open(midway)
    await press('q')
    await press('q')
    expect(controls.stop).toHaveBeenCalledTimes(1)
    expect(controls.abort).not.toHaveBeenCalled()
    expect(frame()).toContain('Stopping at a checkpoint')
  })

  it('stops at the first Ctrl-C and aborts at the second, and not a third time', async () => {
    const { controls, press } = open(midway)
    await press('\u0003')
    expect(controls.stop).toHaveBeenCalledTimes(1)
    expect(controls.abort).not.toHaveBeenCalled()
    await press('\u0003')
    await press('\u0003')
    expect(controls.abort).toHaveBeenCalledTimes(1)
  })

  it('pauses at p, and calls the key what it does', async () => {
    const { controls, press } = open(midway)
    await press('p')
    expect(controls.togglePause).toHaveBeenCalledTimes(1)
    expect(toText([keyLine({ ...midway, status: 'paused' })], false)).toContain('p continue')
  })

  it('shows help at ? and takes q there for closing, not for stopping', async () => {
    const { controls, frame, press } = open(midway)
    await press('?')
    expect(frame()).toContain('zscl resume')
    expect(frame()).not.toContain('Loss of task')
    await press('q')
    expect(frame()).toContain('Loss of task')
    expect(controls.stop).not.toHaveBeenCalled()
  })
})

describe('keys', () => {
  const press = (input: string, key: Partial<PressedKey> = {}, screen = initialScreen) =>
    actionFor(input, { ...keys, ...key }, screen)

  it('mean nothing when they are not known', () => {
    expect([press('x'), press(''), press('q', { ctrl: true })]).toEqual([null, null, null])
  })

  it('still stop with Ctrl-C while help is shown', () => {
    expect(press('c', { ctrl: true }, { ...initialScreen, help: true })).toEqual({ kind: 'stop' })
  })

  it('do not pause a run that is stopping', () => {
    expect(press('p', {}, { ...initialScreen, asked: 'stop' })).toBeNull()
  })

  it('move the matrix within its size and back', () => {
    const right = press('', { rightArrow: true })!
    let screen = initialScreen
    for (let i = 0; i < 99; i++) screen = reduceScreen(screen, right, 11)
    expect(screen.right).toBe(11)
    expect(reduceScreen(screen, press('', { home: true })!).right).toBe(0)
  })
})

describe('messages', () => {
  it('put errors first and tell of lost workers and the newest warning', () => {
    const state = {
      ...midway,
      error: { code: 'disk-full', message: 'no space' },
      workers_lost: 2,
      warnings: ['old', 'new'],
    }
    expect(toText(messageLines(state, initialScreen), false).split('\n')).toEqual([
      '✗ disk-full: no space',
      '! worker lost 2 times, resumed from a checkpoint',
      '! new (and 1 earlier warning)',
    ])
  })
})

describe('snapshots', () => {
  it('come at most four times a second, and every second for the stopwatch', () => {
    vi.useFakeTimers()
    const feed = feedOf(midway)
    const source = snapshots(feed)
    let calls = 0
    source.subscribe(() => calls++)
    for (let i = 0; i < 100; i++) {
      feed.tell()
      vi.advanceTimersByTime(10)
    }
    expect(calls).toBe(1000 / SNAPSHOT_MS)
    vi.advanceTimersByTime(3000)
    expect(calls).toBe(1000 / SNAPSHOT_MS + 3)
    source.close()
    vi.useRealTimers()
  })

  it('smooth the pace over segments, however seldom they are looked at', () => {
    const feed = feedOf(midway)
    const source = snapshots(feed, () => 0)
    const before = source.get().pace!
    const segment = journal().find((e) => e.kind === 'trained')!
    feed.state = reduce(midway, { ...segment, kind: 'trained', seconds: 100 } as typeof segment)
    feed.tell()
    feed.tell()
    source.close()
    const after = snapshots(feed, () => 0)
    expect(after.get().pace).toBeLessThan(before)
    after.close()
  })
})
