/** Sweeps of the real program. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { JournalEvent, WorkerStarted } from '../../src/journal/events.js'
import { fold } from '../../src/journal/reduce.js'
import { gone } from '../processes.js'
import { eventsOf, eventually, modelDigests, numbersOf, start, workplace, zscl } from './support.js'

const cwd = workplace()
const minutes = 60_000
const trialsIn = (path: string) =>
  readdirSync(join(cwd, path)).filter((name) => !/^sweep(\.json|ers)/.test(name))
const runs = () => trialsIn('runs/small')
const isStarted = (event: JournalEvent) => event.kind === 'worker-started'

beforeAll(() => {
  const short = 'schedule: {updates: 8}\ncheckpoint: {every: 4}\n'
  writeFileSync(join(cwd, 'base.yaml'), `benchmark: mini-short\nrecipe: zscl\n${short}`)
  const sweep = 'experiment: base.yaml\nparameters: {recipe: [finetune, zscl], seed: [0]}\n'
  writeFileSync(join(cwd, 'small.yaml'), sweep)
})

describe('a sweep', () => {
  it('is printed by --dry-run with its ids, and nothing is written', async () => {
    const { code, stdout } = await zscl(cwd, 'sweep', 'small.yaml', '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^[0-9a-f]{8} {2}recipe finetune, seed 0\n[0-9a-f]{8} {2}recipe zscl/)
    expect(stdout).toContain('2 trials; 32 updates to do.')
    expect(readdirSync(cwd).sort()).toEqual(['base.yaml', 'small.yaml'])
  })

  it('takes more values of a parameter, by its whole name or its last word', async () => {
    const dry = (...add: string[]) =>
      zscl(cwd, 'sweep', 'small.yaml', '--dry-run', ...add.flatMap((one) => ['--add', one]))
    expect((await dry('seed=1,2', 'seed=2')).stdout).toContain('6 trials')
    const wrong = await dry('sed=1')
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean `seed`?')])
  })

  it('refuses in words what makes no sense, with 2', async () => {
    writeFileSync(join(cwd, 'bad.yaml'), 'paramters: {seed: [0]}\nmethod: gird\n')
    const { code, stderr } = await zscl(cwd, 'sweep', 'bad.yaml')
    expect(code).toBe(2)
    expect(stderr).toContain('`paramters`: unknown key. Did you mean `parameters`?')
    expect(stderr).toContain('Did you mean `grid`?')
    expect((await zscl(cwd, 'sweep', 'mini-all-recipe')).stderr).toContain('`mini-all-recipes`')
  })

  it(
    'killed, leaves no worker, and the same command ends with the numbers of single runs',
    async () => {
      const running = start(cwd, ['sweep', 'small.yaml', '--jobs', '2', '--plain'])
      const workers: number[] = []
      while (workers.length < 2) {
        await new Promise((done) => setTimeout(done, 50))
        if (!readdirSync(cwd).includes('runs')) continue
        workers.length = 0
        for (const name of runs()) {
          const folder = join(cwd, 'runs/small', name)
          const event = await eventually(folder, isStarted, running)
          workers.push((event as JournalEvent & WorkerStarted).pid)
        }
      }
      running.child.kill('SIGKILL')
      await running.exit
      for (const pid of workers) await gone(pid)

      const again = await zscl(cwd, 'sweep', 'small.yaml', '--jobs', '2', '--plain')
      expect(again.stderr).toBe('')
      expect(again.code).toBe(0)
      expect(again.stdout).toMatch(/recipe finetune +1 /)
      const single = ['run', 'base.yaml', '--plain', '--name', 'single', '--set', 'threads=1']
      expect((await zscl(cwd, ...single)).code).toBe(0)
      const trial = runs().find((name) => name.startsWith('zscl'))!
      expect(await numbersOf(cwd, `small/${trial}`)).toEqual(await numbersOf(cwd, 'single'))
      expect(eventsOf(join(cwd, 'runs/small', trial)).at(-1)!.kind).toBe('finished')

      const csv = (await zscl(cwd, 'results', 'small', '--format', 'csv')).stdout.split('\n')
      expect(csv[0]).toBe(
        'setting,seeds,transfer,transfer_deviation,average,average_deviation,last,last_deviation,just_trained,just_trained_deviation',
      )
      expect(csv[1]).toMatch(/^finetune,1,\d/)
      const mixed = await zscl(cwd, 'results', 'small', 'single', '--per', 'run')
      expect(mixed.code).toBe(0)

      const third = await zscl(cwd, 'sweep', 'small.yaml', '--json')
      const lines = third.stdout.trimEnd().split('\n')
      expect(lines.map((line) => JSON.parse(line).status)).toEqual(['finished', 'finished'])
    },
    3 * minutes,
  )
})

it(
  'stopped by its name, saves what it runs, begins no other trial, and the same command goes on',
  async () => {
    const two = ['sweep', 'small.yaml', '--jobs', '1', '--plain', '--runs', 'stopped']
    const running = start(cwd, two)
    const stop = (...words: string[]) => zscl(cwd, ...words, 'small', '--runs', 'stopped')
    await expect.poll(() => readdirSync(cwd), { timeout: minutes }).toContain('stopped')
    await expect.poll(() => trialsIn('stopped/small'), { timeout: minutes }).toHaveLength(1)
    await eventually(join(cwd, 'stopped/small', trialsIn('stopped/small')[0]!), isStarted, running)
    const stopped = await stop('stop', '--wait')
    expect([stopped.code, stopped.stdout]).toEqual([0, 'small: stop requested.\n'])
    const { code, stderr } = await running.exit
    expect([code, stderr]).toEqual([130, expect.stringContaining('everything is saved')])
    expect(trialsIn('stopped/small')).toHaveLength(1)
    const idle = await stop('pause')
    expect([idle.code, idle.stderr]).toEqual([2, expect.stringContaining('no trial of small runs')])
    expect((await zscl(cwd, ...two)).code).toBe(0)
    expect(trialsIn('stopped/small')).toHaveLength(2)
  },
  3 * minutes,
)

it(
  'trials that share a training have the weights and numbers of trials that do everything themselves',
  async () => {
    const sweep = {
      name: 'share',
      experiment: {
        benchmark: 'mini-short',
        recipe: { base: 'zscl', teacher: { source: 'previous' } },
        schedule: { updates: 6, warmup: 1, batch_size: 8, reference_batch_size: 8 },
      },
      parameters: { 'recipe.average.interval': [2, 3], 'recipe.wc': [1, { per_task: [1, 0] }] },
    }
    writeFileSync(join(cwd, 'share.yaml'), JSON.stringify(sweep))
    const dry = await zscl(cwd, 'sweep', 'share.yaml', '--dry-run')
    // 2 intervals x 2 tasks x 2 weights: one training of the first task for all, the second by each.
    expect(dry.stdout).toContain('4 trials; 30 updates to do (sharing saves 18).')
    const shared = await zscl(cwd, 'sweep', 'share.yaml', '--plain', '--jobs', '2')
    expect(shared.code).toBe(0)
    const after = await zscl(cwd, 'sweep', 'share.yaml', '--dry-run')
    expect(after.stdout.match(/ {2}\(finished/g)).toHaveLength(4)
    expect(after.stdout).toContain('share: 4 trials, 4 finished.')
    const more = await zscl(cwd, 'sweep', 'share.yaml', '--dry-run', '--add', 'interval=4')
    expect(more.stdout).toMatch(
      /6 trials, 4 finished; \d+ updates to do.*\. About .* at the pace of /,
    )
    const alone = ['sweep', 'share.yaml', '--plain', '--jobs', '2', '--no-share', '--runs', 'alone']
    expect((await zscl(cwd, ...alone)).code).toBe(0)
    const names = trialsIn('alone/share')
    expect(names).toHaveLength(4)
    let done = 0
    for (const name of names) {
      const [own, other] = [join(cwd, 'runs/share', name), join(cwd, 'alone/share', name)]
      expect(modelDigests(own)).toEqual(modelDigests(other))
      const [a, b] = [own, other].map((folder) => fold(eventsOf(folder)))
      expect(a!.matrix).toEqual(b!.matrix)
      expect(a!.zero_shot).toEqual(b!.zero_shot)
      expect(a!.history).toEqual(b!.history)
      for (const event of eventsOf(own)) if (event.kind === 'trained') done += event.losses.length
    }
    expect(done).toBe(30)

    const both = ['sweep', 'share.yaml', '--plain', '--jobs', '1', '--runs', 'both']
    const two = await Promise.all([zscl(cwd, ...both), zscl(cwd, ...both)])
    expect(two.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
    expect(two.map(({ stdout }) => stdout).join()).toContain('is being run by another process')
    for (const name of names) {
      const own = join(cwd, 'both/share', name)
      expect(modelDigests(own)).toEqual(modelDigests(join(cwd, 'alone/share', name)))
      expect(eventsOf(own).filter(({ kind }) => kind === 'run-started')).toHaveLength(1)
    }
  },
  4 * minutes,
)
