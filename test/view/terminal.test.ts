import { Console } from 'node:console'
import { PassThrough } from 'node:stream'
import xterm from '@xterm/headless'
import { afterEach, describe, expect, it } from 'vitest'
import { fold } from '../../src/journal/reduce.js'
import type { RunState } from '../../src/journal/state.js'
import { widthOf } from '../../src/view/span.js'
import { isInteractive, settleColour, wantsColour } from '../../src/view/terminal/environment.js'
import { layout } from '../../src/view/terminal/layout.js'
import { startLiveView } from '../../src/view/terminal/live-view.js'
import { type JournalOptions, journal, mtil, upTo } from './journals.js'

// Ink diverts the console while it draws; the test runner's console lacks the class that this takes.
Object.assign(globalThis.console, { Console })

const finishers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const finish of finishers.splice(0)) await finish()
})

/** A terminal of the given size with the live screen in it. */
function open(columns: number, rows: number, state: RunState) {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
  })
  terminal.write('before\r\n')
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns, rows })
  stdout.on('data', (data: Buffer) => terminal.write(data))
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  })
  const asked: string[] = []
  const listeners = new Set<() => void>()
  const live = { state }
  const view = startLiveView(
    {
      getState: () => live.state,
      getProgress: () => null,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    {
      stop: () => asked.push('stop'),
      abort: () => asked.push('abort'),
      togglePause: () => asked.push('pause'),
    },
    // The three streams have all that Ink asks of them.
    { stdin, stdout, stderr: stdout } as unknown as NonNullable<
      Parameters<typeof startLiveView>[2]
    >,
  )
  finishers.push(view.finish)
  const read = async () => {
    await new Promise<void>((resolve) => terminal.write('', resolve))
    const { active } = terminal.buffer
    return Array.from({ length: terminal.rows }, (_, i) =>
      (active.getLine(active.baseY + i)?.translateToString(true) ?? '').trimEnd(),
    )
  }
  return {
    asked,
    stdin,
    view,
    buffer: () => terminal.buffer.active.type,
    read,
    // A busy machine draws late: what counts is a screen that has its last line and changes no more.
    lines: async () => {
      let before: readonly string[] = []
      for (let tries = 0; tries < 40; tries += 1) {
        await pause(150)
        const shown = await read()
        if (shown.at(-1) !== '' && shown.join('\n') === before.join('\n')) break
        before = shown
      }
      return await read()
    },
    resize: (newColumns: number, newRows: number) => {
      terminal.resize(newColumns, newRows)
      Object.assign(stdout, { columns: newColumns, rows: newRows })
      stdout.emit('resize')
    },
    change: (next: RunState) => {
      live.state = next
      for (const listener of listeners) listener()
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function during(task: number, options: JournalOptions = {}): RunState {
  return fold(
    upTo(journal(options), (e) => e.kind === 'trained' && e.task === task && e.first_update >= 50),
  )
}

const long = during(4, { tasks: mtil, updates: 200, segment: 25, name: 'mtil-zscl' })

describe('the live screen in a terminal', () => {
  it.each([
    [80, 24],
    [100, 30],
    [200, 50],
    [40, 12],
    [20, 6],
  ])(
    'fills %i x %i with eleven tasks: header first, keys last, nothing wider',
    async (columns, rows) => {
      const { lines } = open(columns, rows, long)
      const shown = await lines()
      expect(shown[0]).toMatch(/^zscl mtil-zscl/)
      expect(shown.at(-1)).toMatch(/^q stop {3}p pause/)
      expect(Math.max(...shown.map(widthOf))).toBeLessThanOrEqual(columns)
    },
  )

  it('shows all eleven columns on 80 x 24', async () => {
    const shown = (await open(80, 24, long).lines()).join('\n')
    expect(shown).toMatch(/aircr calte cifar +dtd euros flowe food1 mnist oxfor stanf sun39/)
    expect(shown).toMatch(/4 dtd .*\[99▲\]/)
    expect(shown).toContain('Loss of task 5, eurosat')
  })

  it('keeps the task in progress in sight on 40 x 12, and moves by the arrows', async () => {
    const { lines, stdin } = open(40, 12, long)
    const shown = (await lines()).join('\n')
    expect(shown).toContain('eurosa')
    expect(shown).not.toContain('aircra')
    for (let i = 0; i < 11; i++) {
      stdin.write('\u001B[D')
      await pause(5)
    }
    expect((await lines()).join('\n')).toContain('aircra')
  })

  it('draws itself anew when the terminal changes size, leaving nothing behind', async () => {
    const { lines, resize } = open(100, 30, during(2))
    await lines()
    for (const [columns, rows] of [
      [60, 14],
      [160, 45],
      [80, 24],
    ] as const) {
      resize(columns, rows)
      const shown = await lines()
      expect(shown).toHaveLength(rows)
      expect(shown.filter((line) => line.startsWith('zscl '))).toHaveLength(1)
      expect(shown.at(-1)).toMatch(/^q stop/)
    }
  })

  it('follows the run', async () => {
    const { change, lines } = open(100, 30, during(1))
    expect((await lines()).join('\n')).toContain('task 2 of 6: digits')
    change(during(3))
    await pause(300)
    const shown = (await lines()).join('\n')
    expect(shown).toContain('task 4 of 6: letters')
    expect(shown).toMatch(/after 3 textures .*\[86\.0▲\]/)
  })

  it('hears keys', async () => {
    const { asked, lines, stdin } = open(80, 24, during(1))
    await lines()
    stdin.write('p')
    await pause(30)
    stdin.write('\u0003')
    await pause(30)
    stdin.write('\u0003')
    await pause(30)
    expect(asked).toEqual(['pause', 'stop', 'abort'])
  })

  it('uses the alternate screen and gives the old one back, also when asked twice', async () => {
    const { buffer, lines, read, view } = open(80, 24, during(1))
    await lines()
    expect(buffer()).toBe('alternate')
    await Promise.all([view.finish(), view.finish()])
    const shown = await read()
    expect(buffer()).toBe('normal')
    expect(shown[0]).toBe('before')
  })

  it('gives the old one back at once, also with a frame still to be drawn', async () => {
    const { buffer, change, lines, read, view } = open(80, 24, during(1))
    await lines()
    change(during(2))
    change(during(3))
    view.leave()
    await pause(300) // a frame that comes late would be seen
    expect((await read()).join('\n').trim()).toBe('before')
    expect(buffer()).toBe('normal')
  })
})

describe('the layout', () => {
  it('never needs more lines than there are', () => {
    for (let columns = 10; columns <= 220; columns += 15)
      for (let rows = 4; rows <= 60; rows++)
        for (const tasks of [0, 1, 6, 11, 50]) {
          const plan = layout(columns, rows, tasks, 4)
          const body = plan.beside
            ? Math.max(plan.losses.height, plan.matrix.height)
            : plan.losses.height + plan.matrix.height
          const rest = plan.header + plan.progress + plan.messages + 2 + (plan.gaps ? 3 : 0)
          expect(body + rest).toBeLessThanOrEqual(Math.max(rows, rest))
        }
  })
})

describe('the choice of screen and colour', () => {
  const tty = { isTTY: true }

  it('is the live screen only for a person at a terminal that can redraw', () => {
    expect(isInteractive({ TERM: 'xterm' }, tty, tty)).toBe(true)
    expect(isInteractive({ TERM: 'dumb' }, tty, tty)).toBe(false)
    expect(isInteractive({ CI: 'true' }, tty, tty)).toBe(false)
    expect(isInteractive({ CI: 'false' }, tty, tty)).toBe(true)
    expect(isInteractive({}, {}, tty)).toBe(false)
    expect(isInteractive({}, tty, {})).toBe(false)
  })

  it('honours FORCE_COLOR, then NO_COLOR, then the stream', () => {
    expect(wantsColour({}, tty)).toBe(true)
    expect(wantsColour({}, {})).toBe(false)
    expect(wantsColour({ NO_COLOR: '1' }, tty)).toBe(false)
    expect(wantsColour({ NO_COLOR: '' }, tty)).toBe(true)
    expect(wantsColour({ FORCE_COLOR: '0' }, tty)).toBe(false)
    expect(wantsColour({ FORCE_COLOR: '1', NO_COLOR: '1' }, {})).toBe(true)
  })

  it('reaches Ink through FORCE_COLOR', () => {
    const env: Record<string, string | undefined> = { NO_COLOR: '1' }
    settleColour(env, tty)
    expect(env['FORCE_COLOR']).toBe('0')
  })
})
