/** Folders of one's own images, from `zscl init` to a finished run. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  eventsOf,
  eventually,
  modelDigests,
  python,
  root,
  start,
  workplace,
  zscl,
} from './support.js'

const cwd = workplace()
const minutes = 60_000
const photos = join(cwd, 'my photos')
const short = [
  ['schedule.updates', '8'],
  ['schedule.warmup', '2'],
  ['schedule.batch_size', '8'],
  ['schedule.learning_rate', '1e-3'],
  ['recipe.average.interval', '4'],
  ['checkpoint.every', '4'],
  ['threads', '1'],
].flatMap(([key, value]) => ['--set', `${key}=${value}`])

beforeAll(() => {
  const tree = join(root, 'test/fixtures/image_tree.py')
  execFileSync(python, [tree, photos, 'two-tasks'])
  execFileSync(python, [tree, join(cwd, 'elsewhere'), 'one-task'])
})

describe('zscl init', () => {
  it(
    'writes a file for a folder of folders, and run needs nothing else',
    async () => {
      const seen = await zscl(cwd, 'init', 'my photos', '--dry-run')
      expect(seen.code).toBe(0)
      expect(existsSync(join(cwd, 'my photos/zscl.yaml'))).toBe(false)
      const wrong = await zscl(cwd, 'init', 'my photos', '--model', 'ViT-B-16:opanai')
      expect([wrong.code, wrong.stderr]).toEqual([
        2,
        expect.stringContaining('`--model`: unknown weights `opanai` of `ViT-B-16`. Did you mean'),
      ])
      const made = await zscl(cwd, 'init', 'my photos', '--model', 'mini-clip')
      expect(made.stdout).toContain(seen.stdout.trimEnd())
      expect(made.code).toBe(0)
      expect(made.stdout).toContain('2 tasks, on land, ünter wasser')
      const file = join(photos, 'zscl.yaml')
      expect((await zscl(cwd, 'run', file, '--dry-run')).code).toBe(0)
      const { code, stdout } = await zscl(cwd, 'run', file, '--plain', '--name', 'own', ...short)
      expect(code).toBe(0)
      expect(stdout).toContain('real photos and captions do better')
      const shown = JSON.parse((await zscl(cwd, 'show', 'own', '--json')).stdout)
      expect(shown.tasks).toEqual(['on land', 'ünter wasser'])
      expect(shown.matrix.flat().every((value: unknown) => typeof value === 'number')).toBe(true)

      const again = await zscl(cwd, 'init', 'my photos')
      expect(again.code).toBe(2)
      expect(again.stderr).toContain('already exists')
    },
    2 * minutes,
  )

  it('finds a single task without a test set, and says when there are no images', async () => {
    const { stdout } = await zscl(cwd, 'init', 'elsewhere')
    expect(stdout).toContain('one task, elsewhere (tasks without a test set hold out a fifth)')
    expect(readFileSync(join(cwd, 'elsewhere/zscl.yaml'), 'utf8')).toContain('held_out: 0.2')
    mkdirSync(join(cwd, 'nothing'))
    const none = await zscl(cwd, 'init', 'nothing')
    expect(none.code).toBe(2)
    expect(none.stderr).toContain('no images in `nothing`')
  })
})

describe('a run on files', () => {
  it(
    'measures other datasets as well, and is bit-equal after a killed worker',
    async () => {
      const experiment = {
        recipe: 'finetune',
        benchmark: {
          model: { name: 'mini-clip' },
          tasks: [
            { images: 'my photos/on land/train' },
            { images: 'my photos/ünter wasser/train' },
          ],
          also_evaluate: [{ name: 'else', images: 'elsewhere' }],
        },
      }
      writeFileSync(join(cwd, 'also.yaml'), JSON.stringify(experiment))
      const set = short.filter((_, i) => !/average/.test(short[i - (i % 2) + 1]!))
      const begin = (name: string) =>
        start(cwd, ['run', 'also.yaml', '--plain', '--name', name, ...set])
      const whole = await begin('whole').exit
      expect(whole.stderr).toBe('')
      expect(whole.stdout).toContain('Also measured')

      const running = begin('killed')
      const folder = join(cwd, 'runs/killed')
      await eventually(folder, (e) => e.kind === 'trained' && e.task === 1, running)
      const started = eventsOf(folder).find((e) => e.kind === 'worker-started')
      process.kill(started!.kind === 'worker-started' ? started!.pid : 0, 'SIGKILL')
      expect((await running.exit).code).toBe(0)
      expect(modelDigests(folder)).toEqual(modelDigests(join(cwd, 'runs/whole')))

      const shown = JSON.parse((await zscl(cwd, 'show', 'killed', '--json')).stdout)
      expect(shown.also_evaluate).toEqual(['else'])
      expect(shown.also_matrix).toHaveLength(2)
      expect(shown.also_zero_shot[0]).toBeGreaterThanOrEqual(0)
      expect(shown.matrix[0]).toHaveLength(2)
    },
    3 * minutes,
  )

  it(
    'stops with 2 at an image that cannot be read and names it; skipped ones are told',
    async () => {
      writeFileSync(join(photos, 'on land/train/red/torn.png'), 'no image')
      const file = join(photos, 'zscl.yaml')
      const fatal = await zscl(cwd, 'run', file, '--plain', '--name', 'fatal', ...short)
      expect(fatal.code).toBe(2)
      expect(fatal.stderr).toContain('torn.png')
      expect(readdirSync(join(cwd, 'runs'))).not.toContain('fatal')
      const skip = ['--set', 'benchmark.tasks[0].unreadable=skip', '--set', 'recipe=zero-shot']
      const skipped = await zscl(cwd, 'run', file, '--plain', '--name', 'skip', ...skip)
      expect(skipped.code).toBe(0)
      expect(skipped.stdout).toMatch(/warning: dataset on land: left out 1 images.*torn\.png/)
    },
    2 * minutes,
  )
})

describe('zscl eval', () => {
  it(
    'measures on a file of one’s own and on a folder of class folders',
    async () => {
      const on = ['--on', 'elsewhere/zscl.yaml', 'my photos/ünter wasser/test', '--json']
      const { code, stdout } = await zscl(cwd, 'eval', 'mini-clip', ...on)
      expect(code).toBe(0)
      const { datasets, models } = JSON.parse(stdout)
      expect(datasets).toEqual(['elsewhere', 'test'])
      const totals = models[0].scores.map(({ total }: { total: number }) => total)
      expect(totals).toEqual([3, 9]) // one of six held out in each of three classes; three each in the folder
      const none = await zscl(cwd, 'eval', 'mini-clip', '--on', 'no such folder')
      expect(none.code).toBe(2)
      expect(none.stderr).toContain('a folder with a folder per class')
    },
    2 * minutes,
  )
})

describe('zscl cache', () => {
  it('lists what lies there by kind, and makes room', async () => {
    // Of its own: others fill the shared one meanwhile, and do not want theirs removed.
    const own = join(cwd, 'a cache')
    for (const file of ['images/a-32.u8', 'images/b-32.u8', 'listings/c.safetensors']) {
      mkdirSync(join(own, file, '..'), { recursive: true })
      writeFileSync(join(own, file), 'x'.repeat(1000))
    }
    const cache = (...words: string[]) => start(cwd, ['cache', ...words], { ZSCL_CACHE: own }).exit
    const listed = await cache('ls')
    expect(listed.stdout).toMatch(/images +2 /)
    expect((await cache('clear', 'imges')).code).toBe(2)
    const dry = await cache('clear', 'images', '--dry-run')
    expect(dry.stdout).toMatch(/Would remove (\d+) of \1/)
    expect((await cache('clear', '--max-size', '1T')).stdout).toContain('Removed 0 of')
    await cache('clear', 'images')
    const entries = JSON.parse((await cache('ls', '--json')).stdout).entries
    expect(entries.filter((one: { kind: string }) => one.kind === 'images')).toEqual([])
    expect(entries.length).toBeGreaterThan(0)
  })
})

it(
  'refuses references that are too few or name a missing file before anything is measured',
  async () => {
    const pairs = join(cwd, 'pairs')
    cpSync(
      join(
        photos,
        readdirSync(photos, { withFileTypes: true }).find((one) => one.isDirectory())!.name,
      ),
      pairs,
      {
        recursive: true,
      },
    )
    const images = ['kind=folder', `path=${pairs}`].flatMap((one) => [
      '--set',
      `recipe.reference.images.${one}`,
    ])
    const run = (...more: string[]) =>
      zscl(
        cwd,
        'run',
        'mini-short',
        '--json',
        '--name',
        'few',
        '--set',
        'recipe=gift',
        ...images,
        ...more,
      )
    const few = await run('--set', 'recipe.reference.images.count=100000')
    expect(few.code).toBe(2)
    expect(few.stderr).toMatch(
      /`recipe\.reference\.images\.count` is 100000, .*pairs has \d+: use 0 for all/,
    )
    writeFileSync(join(pairs, 'image_text.csv'), 'image,text\nnowhere.png,a dog\n')
    const missing = await run()
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain('image_text.csv names nowhere.png, which is not below')
    for (const { stdout } of [few, missing]) expect(stdout).not.toContain('evaluated')
    expect(existsSync(join(cwd, 'runs', 'few'))).toBe(false)
  },
  2 * minutes,
)
