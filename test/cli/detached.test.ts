/** Runs that need no terminal: begun in the background, steered and watched through their folder. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { runnerOf } from '../../src/journal/presence.js'
import { readState } from '../../src/journal/read-state.js'
import { eventsOf, python, root, workplace, zscl } from './support.js'

const cwd = workplace()
const folder = (name: string) => runFolder(join(cwd, 'runs', name))
const weights = (name: string) =>
  createHash('sha256')
    .update(readFileSync(join(folder(name).model, 'open_clip_model.safetensors')))
    .digest('hex')

const soon = (holds: () => boolean) =>
  expect.poll(holds, { timeout: 60_000, interval: 50 }).toBe(true)

describe('a run in the background', () => {
  it('is steered by commands, and ends with the numbers of a run in a terminal', async () => {
    await zscl(cwd, 'run', 'mini-short', '--name', 'plain', '--plain')
    const begun = await zscl(cwd, 'run', 'mini-short', '--name', 'back', '--detach')
    expect(begun.code).toBe(0)
    expect(begun.stdout).toContain('zscl attach back')
    expect(runnerOf(folder('back'))).not.toBeNull()
    const second = await zscl(cwd, 'resume', 'back')
    expect(second.stderr).toContain('is in use by process')
    expect((await zscl(cwd, 'rm', 'back', '--yes')).stderr).toContain('nothing was removed')

    expect((await zscl(cwd, 'pause', 'back')).stdout).toBe('back: pause requested.\n')
    await soon(() => readState(folder('back')).status === 'paused')
    await zscl(cwd, 'continue', 'back')
    await soon(() => readState(folder('back')).status !== 'paused')
    await zscl(cwd, 'stop', 'back', '--wait')
    expect(runnerOf(folder('back'))).toBeNull()
    expect(readState(folder('back')).status).toBe('interrupted')
    const idle = await zscl(cwd, 'pause', 'back')
    expect([idle.code, idle.stderr]).toEqual([2, expect.stringContaining('is not running')])

    await zscl(cwd, 'resume', 'back', '--detach')
    const attached = await zscl(cwd, 'attach', 'back')
    expect([attached.code, attached.stdout]).toEqual([0, expect.stringContaining('finished in')])
    expect(weights('back')).toBe(weights('plain'))
    expect(readState(folder('back')).matrix).toEqual(readState(folder('plain')).matrix)
    const wishes = eventsOf(folder('back').path).flatMap((event) =>
      event.kind === 'requested' ? [event.wish] : [],
    )
    expect(wishes).toEqual(['pause', 'continue', 'stop'])

    const over = await zscl(cwd, 'stop', 'back')
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('nothing to stop')])
    expect((await zscl(cwd, 'rm', 'back')).code).toBe(2) // nobody can answer
    expect((await zscl(cwd, 'rm', 'back', '--yes')).code).toBe(0)
    expect((await zscl(cwd, 'ls')).stdout).not.toContain('back')
  }, 180_000)

  it('that ends before it has begun says why at once', async () => {
    const { code, stderr } = await zscl(
      cwd,
      ...['run', 'mini-short', '--name', 'no', '--detach', '--set', 'device=cuda:7'],
    )
    if (code === 0) await soon(() => readState(folder('no')).status === 'failed')
    else expect(stderr).toContain('ended at once')
  }, 60_000)
})

it('a run whose terminal is closed saves, and leaves no lock', async () => {
  const words = ['run', 'mini-short', '--name', 'closed', '--set', 'schedule.updates=400']
  const terminal = spawn(
    python,
    [
      join(root, 'test/fixtures/in_terminal.py'),
      '80',
      '24',
      process.execPath,
      join(root, 'dist/main.js'),
      ...words,
    ],
    {
      cwd,
      env: {
        ...process.env,
        CI: '',
        TERM: 'xterm-256color',
        ZSCL_CACHE: process.env['ZSCL_CACHE'] ?? join(cwd, 'cache'),
      },
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  )
  await soon(() => (readState(folder('closed')).updates_done[0] ?? 0) > 0)
  terminal.kill('SIGKILL')
  await soon(() => runnerOf(folder('closed')) === null)
  expect(readState(folder('closed')).status).toBe('interrupted')
}, 120_000)
