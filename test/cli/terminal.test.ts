/** The live screen for real: the program in a terminal of its own, with a real worker, keys typed and frames read. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandInTerminal, inTerminal } from './in-terminal.js'
import { eventsOf, eventually, program, sleep, workplace } from './support.js'

const cwd = workplace()
const minutes = 60_000

describe('the live screen in a real terminal', () => {
  it(
    'shows the run, answers its keys, and q leaves with 130 and the command that goes on',
    async () => {
      const session = inTerminal(cwd, 100, 30, [
        'run',
        'mini-short',
        '--name',
        'live',
        '--set',
        'schedule.updates=400',
      ])
      const frame = await session.until(/task 1 of 2: shapes/)
      expect(frame).toContain('recipe zscl')
      expect(frame).toContain('zero-shot')
      session.type('?')
      await session.until(/this help/)
      session.type('?')
      await session.until('Accuracy')
      session.type('p')
      await session.until('paused')
      session.type('p')
      await session.until(/running/)
      session.type('q')
      expect(await session.exit).toBe(130)
      const after = session.screen()
      expect(after).toContain('zscl resume live')
      expect(after).not.toContain('task 1 of 2: shapes') // the alternate screen is gone
      const kinds = eventsOf(join(cwd, 'runs/live')).map((event) => event.kind)
      expect(kinds).toEqual(expect.arrayContaining(['paused', 'continued', 'interrupted']))
    },
    4 * minutes,
  )

  it(
    'twice Ctrl-C exits at once and gives the terminal back',
    async () => {
      const session = inTerminal(cwd, 80, 24, ['run', 'mini-short', '--name', 'abort'])
      await eventually(join(cwd, 'runs/abort'), (event) => event.kind === 'trained', {
        child: session.child,
        exit: session.exit.then((code) => ({ code, signal: null, stdout: '', stderr: '' })),
      })
      session.type('\x03')
      session.type('\x03')
      expect(await session.exit).toBe(130)
      expect(session.screen()).not.toContain('task 1 of 2')
      expect(session.screen()).toContain('zscl resume abort')
    },
    2 * minutes,
  )
})

describe('Ctrl-Z', () => {
  it(
    'gives the terminal to the shell, and fg brings back the screen and the run',
    async () => {
      const shell = commandInTerminal(cwd, 100, 30, ['bash', '--norc', '-i'], { PS1: 'shell> ' })
      await shell.until('shell>')
      const run = ['run', 'mini-short', '--name', 'away', '--set', 'schedule.updates=400']
      shell.type(`${[...program, ...run].join(' ')}\n`)
      await shell.until(/update +\d+|task 1 of 2: shapes/)
      shell.type('\x1a')
      await shell.until('Stopped')
      expect(shell.screen()).not.toContain('task 1 of 2')
      shell.type('stty -a | tr " " "\\n" | grep -E "^-?(icanon|echo);?$"\n')
      await shell.until(/^icanon$/m)
      expect(shell.screen()).toMatch(/^echo$/m)
      shell.type('fg\n')
      await shell.until(/task 1 of 2: shapes/)
      shell.type('q')
      await shell.until(/zscl resume away\s+shell>/)
      shell.type('exit\n')
      expect(await shell.exit).toBe(130)
      const events = eventsOf(join(cwd, 'runs/away')).map(({ kind }) => kind)
      expect(events.filter((kind) => kind === 'worker-lost')).toEqual([])
      expect(events.at(-1)).toBe('interrupted')
    },
    2 * minutes,
  )

  it(
    'does nothing where no shell could bring it back',
    async () => {
      const session = inTerminal(cwd, 100, 30, [])
      await session.until('away')
      session.type('\x1a')
      await sleep(500)
      session.type('q')
      expect(await session.exit).toBe(0)
    },
    minutes,
  )
})

describe('a sweep at a terminal', () => {
  it(
    'has a screen of its own, stops at q with everything saved, and leaves its table behind',
    async () => {
      const sweep = {
        name: 'seen',
        experiment: { benchmark: 'mini-short', recipe: 'finetune', schedule: { updates: 80 } },
        parameters: { seed: [0] },
      }
      writeFileSync(join(cwd, 'seen.yaml'), JSON.stringify(sweep))
      const session = inTerminal(cwd, 100, 30, ['sweep', 'seen.yaml', '--jobs', '1'])
      await session.until(/▶ seed 0/)
      await session.until(/\d+\/80 .*(total|ce)/)
      session.type('q')
      await session.until('Stopping at checkpoints')
      expect(await session.exit).toBe(130)
      expect(session.screen()).toContain('Interrupted; everything is saved. Continue with:')
      expect(session.screen()).toMatch(/^setting +seeds/m)
      const again = inTerminal(cwd, 100, 30, ['sweep', 'seen.yaml', '--jobs', '1'])
      expect(await again.exit).toBe(0)
      expect(again.screen()).toMatch(/^all +1 /m)
    },
    3 * minutes,
  )

  it(
    'that fails leaves the reason behind when its screen is gone',
    async () => {
      const sweep = {
        name: 'failing',
        experiment: { benchmark: 'mini-short', recipe: 'finetune', device: 'cuda:7' },
        parameters: { seed: [0] },
      }
      writeFileSync(join(cwd, 'failing.yaml'), JSON.stringify(sweep))
      const session = inTerminal(cwd, 100, 30, ['sweep', 'failing.yaml', '--jobs', '1'])
      expect(await session.exit).toBe(1)
      const shown = session.screen().replaceAll('\n', '')
      expect(shown).toMatch(/seed 0: failed: .*cuda:7/)
      expect(shown).toContain('1 of 1 trials failed. Once the cause is fixed:')
    },
    2 * minutes,
  )
})
