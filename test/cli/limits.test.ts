/** Machines that allow little, and runs that are killed again and again. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JournalEvent } from '../../src/journal/events.js'
import {
  eventsOf,
  eventually,
  isSlow,
  modelDigests,
  numbersOf,
  program,
  python,
  start,
  workplace,
} from './support.js'

const cwd = workplace()
const minutes = 60_000

/** The program below a shell that has changed what it may do. */
function below(shell: string, words: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const command = [...program, ...words]
  const env = { ...process.env, ZSCL_CACHE: join(cwd, 'cache'), ...more }
  return spawnSync('sh', ['-c', `${shell}; exec "$@"`, 'sh', ...command], {
    cwd,
    encoding: 'utf8',
    env,
  })
}

it.runIf(process.platform === 'linux')(
  'few file descriptors: said before anything is begun, with what to do',
  () => {
    const { status, stderr } = below('ulimit -n 64', ['run', 'mini-short', '--plain'])
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('raise the limit: `ulimit -n 1024`'),
    ])
    expect(stderr).toContain('the limit here is 64 per process, and a run needs 128')
  },
)

it(
  'the files and folders of a run and of its cache grant what the umask says',
  () => {
    const place = mkdtempSync(join(cwd, 'umask-'))
    const env = { ZSCL_CACHE: join(place, 'cache'), ZSCL_WARM: '' }
    const set = ['schedule.updates=2', 'schedule.warmup=1', 'threads=1']
    const words = [...set.flatMap((setting) => ['--set', setting]), '--runs', join(place, 'runs')]
    const run = ['run', 'mini-short', '--plain', '--name', 'shared', ...words]
    const { status, stderr } = below('umask 0027', run, env)
    expect([status, stderr]).toEqual([0, ''])
    const entries = readdirSync(place, { recursive: true, withFileTypes: true })
    const granted = entries.map((entry) => {
      const { mode } = statSync(join(entry.parentPath, entry.name))
      return `${entry.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`
    })
    expect(entries.length).toBeGreaterThan(20)
    expect(new Set(granted)).toEqual(new Set(['folder 750', 'file 640']))
  },
  minutes,
)

const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0
it.runIf(isSlow && mayMount)(
  'a /dev/shm of 64 kB: images are decoded and two ranks train all the same',
  () => {
    const draw = [
      'from PIL import Image; from pathlib import Path',
      'for s in ("train", "test"):',
      '  for c in range(2):',
      '    for i in range(9):',
      '      p = Path("images", s, f"c{c}"); p.mkdir(parents=True, exist_ok=True)',
      '      Image.new("RGB", (300, 300), (20 * i, 80 * c, 90)).save(p / f"{i}.jpg")',
    ]
    expect(spawnSync(python, ['-c', draw.join('\n')], { cwd }).status).toBe(0)
    const task = { name: 'own', kind: 'folder', images: 'images/train', test: 'images/test' }
    const references = {
      images: { kind: 'folder', path: 'images/test' },
      texts: { kind: 'class-prompts' },
    }
    const experiment = {
      model: 'mini-clip',
      benchmark: { tasks: [task] },
      recipe: { base: 'zscl', reference: references },
      schedule: { updates: 4, batch_size: 8, reference_batch_size: 8 },
      ...{ devices: 2, device: 'cpu', threads: 1 },
    }
    writeFileSync(join(cwd, 'own.yaml'), JSON.stringify(experiment))
    const small = 'mount -t tmpfs -o size=64k tmpfs /dev/shm && exec "$@"'
    const words = ['-m', 'sh', '-c', small, 'sh', ...program, 'run', 'own.yaml', '--plain']
    const env = { ...process.env, ZSCL_CACHE: join(cwd, 'cache') }
    const { status, stdout } = spawnSync('unshare', words, { cwd, encoding: 'utf8', env })
    expect([status, stdout]).toEqual([0, expect.stringContaining('finished in')])
  },
  2 * minutes,
)

describe.runIf(isSlow)('killed at every fourth line of its journal', () => {
  mkdirSync(join(cwd, 'runs'), { recursive: true })
  const settings = [
    'schedule.updates=6',
    'checkpoint.every=2',
    'recipe.average.interval=2',
    'threads=1',
  ]
  it.each(['zscl', 'we', 'lwf', 'icarl'])(
    '%s ends with the weights and numbers of a run that was left alone',
    async (recipe) => {
      const withAverage = settings.filter(
        (one) => recipe === 'zscl' || recipe === 'we' || !one.includes('average'),
      )
      const set = [...withAverage, `recipe=${recipe}`].toReversed().flatMap((one) => ['--set', one])
      const begin = (name: string) =>
        start(cwd, ['run', 'mini-short', '--plain', '--name', name, ...set])
      const straight = await begin(`${recipe}-straight`).exit
      expect([straight.code, straight.stderr]).toEqual([0, ''])
      const name = `${recipe}-killed`
      const folder = join(cwd, 'runs', name)
      const length = eventsOf(join(cwd, 'runs', `${recipe}-straight`)).length
      let running = begin(name)
      let kills = 0
      for (let line = 4; line < length; line = eventsOf(folder).length + 4) {
        const reached = (event: JournalEvent) => event.seq >= line || event.kind === 'finished'
        if ((await eventually(folder, reached, running)).kind === 'finished') break
        running.child.kill('SIGKILL')
        await running.exit
        kills += 1
        running = start(cwd, ['resume', name, '--plain'])
      }
      const { code, stderr } = await running.exit
      expect([code, stderr]).toEqual([0, ''])
      expect(kills).toBeGreaterThan(3)
      expect(await numbersOf(cwd, name)).toEqual(await numbersOf(cwd, `${recipe}-straight`))
      expect(modelDigests(folder)).toEqual(modelDigests(join(cwd, 'runs', `${recipe}-straight`)))
    },
    6 * minutes,
  )
})
