/** Whole sessions in the app, in a real terminal: keys in, screens out, journals compared. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { runnerOf } from '../../src/journal/presence.js'
import { readState } from '../../src/journal/read-state.js'
import { writeRun } from '../paper/figure-runs.js'
import { mtil } from '../view/journals.js'
import { inTerminal } from './in-terminal.js'
import { python, root, workplace, zscl } from './support.js'

const cwd = workplace()
const up = '\u001b[A'
const [down, right, esc] = ['\u001b[B', '\u001b[C', '\u001b']
const state = (name: string) => readState(runFolder(join(cwd, 'runs', name)))

it('a person begins a run, leaves, comes back in another terminal and compares and forks', async () => {
  await zscl(cwd, 'run', 'mini-short', '--name', 'earlier', '--set', 'recipe=finetune', '--plain')
  const first = inTerminal(cwd, 100, 30, [])
  await first.until('earlier')
  first.type('n')
  await first.until('A new run')
  first.type(right)
  await first.until('mini-letters-4-steps')
  first.type(right)
  await first.until('mini-short')
  first.type(down.repeat(3))
  await first.until(/› λ image/)
  first.type('x')
  await first.until(/λ image +x█ .*✗/)
  first.type('\u007f5')
  await first.until('recipe.lambda_image=5')
  first.type(up + up)
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
  await second.until('Settings that differ')
  expect(second.screen()).toMatch(/recipe.name +\w+ +\w+/)
  expect(second.screen()).toContain('zscl results')
  second.type('\t')
  await second.until(/total of task 1, shapes/)
  second.type('t')
  await second.until(/ce of task 1, shapes/)
  second.type('\t')
  await second.until('Settings that differ')
  second.type('v')
  await second.until(/compare-\S+\.csv/)
  const written = () => readdirSync(cwd).filter((name) => /^compare-.*\.csv$/.test(name))
  await expect.poll(() => written().length, { timeout: 20_000 }).toBe(1)
  second.type(esc)
  await second.until(/Enter open/)
  second.type('k')
  await second.until(/›.*mini-short/)
  second.type('f')
  await second.until('A fork of mini-short')
  await second.until('Enter not yet')
  second.type(down)
  await second.until(/› λ image/)
  second.type('5')
  await second.until(/task 1 is taken over; 20 updates to train, in task 2/)
  second.type('\r')
  await second.until(/▶ mini-short-after-1/)
  await expect.poll(() => state('mini-short-after-1').status, { timeout: 90_000 }).toBe('finished')
  expect(state('mini-short-after-1').adopted).toMatchObject({ from: 'mini-short', fork: true })
  second.type('kk')
  await second.until('fork of mini-short after 1')
  second.type('\r')
  await second.until('[Live]')
  second.type('2')
  await second.until('[Matrix]')
  second.type('5')
  await second.until('differs from recipe')
  second.type('q')
  expect(await second.exit).toBe(0)
}, 180_000)

it("a run of the paper's benchmark stands beside the published row, another protocol does not", async () => {
  const folder = workplace()
  const started = { benchmark: 'mtil-order-1', protocol: 'mtil-authors' }
  writeRun(join(folder, 'runs'), 'mtil', { tasks: mtil, started })
  writeRun(join(folder, 'runs'), 'other', { tasks: mtil, started: { ...started, protocol: 'own' } })
  for (const [name, pattern] of [
    ['mtil', /paper: ZSCL +68\.1 +75\.4 +83\.6/],
    ['other', /Transfer +Avg +Last/],
  ] as const) {
    const session = inTerminal(folder, 80, 24, [])
    await session.until('2 finished')
    session.type('/')
    await session.until(/^\/█/m)
    session.type(name)
    await session.until(new RegExp(`^/${name}█`, 'm'))
    session.type('\r')
    await session.until(/^Enter open/m)
    expect(session.screen()).toContain(`› ✓ ${name}`)
    session.type('c')
    await session.until(pattern)
    if (name === 'other') expect(session.screen()).not.toContain('paper:')
    session.type('q')
    expect(await session.exit).toBe(0)
  }
}, 60_000)

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
  await session.until('Actions for gone')
  session.type('rem')
  await session.until(':rem')
  session.type('\r')
  await session.until('for good?')
  session.type('n')
  await session.until(/^(?![\s\S]*for good)/)
  expect(state('gone').status).toBe('finished')
  const heard = inTerminal(cwd, 100, 40, [], { INK_SCREEN_READER: 'true' })
  const told = await heard.until(/finished gone, zero-shot, mini-short, 2\/2/)
  expect(told).not.toMatch(/[\u2500-\u259f✓›]/)
  heard.type('\r')
  await heard.until('1 Live, chosen, 2 Matrix')
  heard.type(`${esc}q`)
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

it('a person looks at a sweep, takes the best, mixes it with the initial model, and open_clip loads the mix', async () => {
  const sweep =
    'experiment: {benchmark: mini-short, schedule: {updates: 10, warmup: 2}}\nparameters:\n  recipe: [zscl]\n  recipe.average.interval: [5, 10]\n'
  writeFileSync(join(cwd, 'sw.yaml'), `name: sw\n${sweep}  recipe.lambda_image: [0, 1]\n`)
  await zscl(cwd, 'sweep', 'sw.yaml', '--plain')
  const session = inTerminal(cwd, 100, 30, [])
  await session.until('▦ sw')
  for (let i = 0; i < 10 && !/› ▦ sw/.test(session.screen()); i += 1) {
    session.type('j')
    await expect.poll(() => session.screen(), { timeout: 5_000 }).toContain('›')
  }
  await session.until(/› ▦ sw/)
  session.type('\r')
  await session.until('4 of 4 finished')
  await session.until(/\*/)
  session.type('a')
  await session.until(/add \S+=/)
  session.type('20')
  await session.until(/=20█/)
  session.type('\r')
  await session.until(/6 trials, 4 finished; \d+ updates to do.*About/)
  session.type('n') // any key but Enter leaves it
  await expect.poll(() => session.screen()).not.toContain('updates to do')
  session.type('b')
  await session.until(/\[\S* ?\d+\.\d\*\]/)
  session.type(down)
  await session.until(/interval 10 · lambda_image|lambda_image 1 · interval/)
  session.type('\r')
  await session.until('[Live]')
  session.type('m')
  await session.until('(1 - α) initial')
  await session.until(/mean +\d+\.\d +\d+\.\d +\d+\.\d/)
  session.type('d')
  await session.until(/measure on █/)
  session.type('mini-short/digits')
  await session.until(/digits█/)
  session.type('\r')
  await session.until(/on mini-short\/digits/)
  await session.until(/digits +(\d+\.\d) +\d+\.\d +\d+\.\d.*\n *mean +\1 /)
  session.type('s')
  await expect.poll(() => existsSync(join(cwd, 'mixes')), { timeout: 60_000 }).toBe(true)
  const saved = () => readdirSync(join(cwd, 'mixes')).filter((name) => !name.endsWith('.tmp'))
  await expect.poll(saved, { timeout: 60_000 }).toHaveLength(1)
  session.type('q')
  expect(await session.exit).toBe(0)
  const load = `import sys; sys.path.insert(0, '${root}/python'); import zscl.imports, open_clip; from zscl.mini import register; register(); print(type(open_clip.create_model('local-dir:${join(cwd, 'mixes', saved()[0]!)}')).__name__)`
  expect(execFileSync(python, ['-c', load], { encoding: 'utf8' })).toContain('CLIP')
}, 240_000)

it('a person with folders of images and no idea of YAML sees what was found, and begins a run', async () => {
  const draw = `
import sys, numpy as np; from pathlib import Path; from PIL import Image
for task, classes in {'birds': ['owl', 'wren'], 'cars': ['bus', 'van']}.items():
  for name in classes:
    for i in range(8):
      path = Path(sys.argv[1], task, name, f'{i}.png'); path.parent.mkdir(parents=True, exist_ok=True)
      Image.fromarray(np.random.default_rng(i + len(name)).integers(0, 256, (40, 40, 3), dtype=np.uint8)).save(path)
`
  execFileSync(python, ['-c', draw, join(cwd, 'my photos')])
  const session = inTerminal(cwd, 100, 34, [])
  await session.until('Enter open')
  session.type('n')
  await session.until('A new run')
  for (const left of ['min', 'mi', 'm', '']) {
    session.type('\u007f')
    await session.until(new RegExp(`› benchmark +${left}█`))
  }
  session.type('my photos')
  await session.until('2 tasks, birds, cars')
  session.type(down + down)
  await session.until(/› model/)
  session.type('mini-clip')
  await session.until('--model mini-clip')
  session.type('\r')
  await session.until(/zscl run '.*zscl\.yaml'/)
  session.type(down.repeat(5))
  await session.until(/› updates/)
  session.type('4')
  await session.until('schedule.updates=4')
  await session.until('Enter begin')
  session.type('\r')
  await session.until('Enter open')
  const own = () => readdirSync(join(cwd, 'runs')).find((name) => name === 'zscl') // as the file is called
  await expect.poll(own, { timeout: 60_000 }).toBeTruthy()
  await expect.poll(() => state(own()!).status, { timeout: 120_000 }).toBe('finished')
  session.type('q')
  expect(await session.exit).toBe(0)
}, 240_000)
