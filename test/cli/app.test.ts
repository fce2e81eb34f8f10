/** Whole sessions in the app, in a real terminal: keys in, screens out, journals compared. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { runnerOf } from '../../src/journal/presence.js'
import { readState } from '../../src/journal/read-state.js'
import { inTerminal } from './in-terminal.js'
import { workplace, zscl } from './support.js'

const cwd = workplace()
const up = '\u001b[A'
const [down, right, esc] = ['\u001b[B', '\u001b[C', '\u001b']
const state = (name: string) => readState(runFolder(join(cwd, 'runs', name)))

it('a person begins a run, leaves, comes back in another terminal and compares', async () => {
  await zscl(cwd, 'run', 'mini-short', '--name', 'earlier', '--set', 'recipe=finetune', '--plain')
  const first = inTerminal(cwd, 100, 30, [])
  await first.until('earlier')
  first.type('n')
  await first.until('A new run')
  first.type(right)
  await first.until('mini-letters-4-steps')
  first.type(right)
  await first.until('mini-short')
  first.type(down + down)
  await first.until(/› λ image/)
  first.type('x')
  await first.until(/λ image +x█ .*✗/)
  first.type('\u007f5')
  await first.until('recipe.lambda_image=5')
  first.type(up)
  await first.until(/› recipe/)
  first.type('\r')
  await first.until(/▶ mini-short/)
  first.type('q')
  expect(await first.exit).toBe(0)
  expect(runnerOf(runFolder(join(cwd, 'runs/mini-short')))).not.toBeNull() // it goes on

  const second = inTerminal(cwd, 80, 24, [])
  await second.until('mini-short')
  await expect.poll(() => state('mini-short').status, { timeout: 90_000 }).toBe('finished')
  await second.until('2 finished')
  second.type(' ')
  await second.until('●')
  second.type(' ')
  await expect.poll(() => second.screen().split('●').length - 1).toBe(2)
  second.type('c')
  await second.until('What they differ in')
  expect(second.screen()).toMatch(/recipe.name +\w+ +\w+/)
  expect(second.screen()).toContain('zscl results')
  second.type(esc)
  await second.until(/Enter open/)
  second.type('\r')
  await second.until('[Live]')
  second.type('2')
  await second.until('[Matrix]')
  second.type('5')
  await second.until('differs from recipe')
  second.type('q')
  expect(await second.exit).toBe(0)
}, 180_000)

it('the list is filtered, the palette does what it says, and a removal is asked for', async () => {
  await zscl(cwd, 'run', 'mini-short', '--name', 'gone', '--set', 'recipe=zero-shot', '--plain')
  const session = inTerminal(cwd, 100, 24, [])
  await session.until('gone')
  session.type('/')
  await session.until('Esc all')
  session.type('zero')
  await session.until(/^(?![\s\S]*earlier)[\s\S]*gone/)
  session.type('\r')
  await session.until('Enter open')
  session.type(':')
  await session.until('All that can be done with gone')
  session.type('rem')
  await session.until(':rem')
  session.type('\r')
  await session.until('for good?')
  session.type('n')
  await session.until(/^(?![\s\S]*for good)/)
  expect(state('gone').status).toBe('finished')
  session.type('x')
  await session.until('for good?')
  session.type('y')
  await session.until('No run matches')
  session.type('?')
  await session.until('a session can become a script')
  session.type(esc)
  await session.until('No run matches')
  session.type('q')
  expect(await session.exit).toBe(0)
}, 90_000)

it('in a pipe it prints the help, as ever', async () => {
  const { code, stderr } = await zscl(cwd)
  expect([code, stderr]).toEqual([2, expect.stringContaining('Usage: zscl')])
})
