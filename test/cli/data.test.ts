import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { python, root, workplace, zscl } from './support.js'

const folder = workplace()
const write = (kind: string) =>
  execFileSync(python, [
    '-c',
    'import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); from trees.published import TREES; TREES[sys.argv[2]](Path(sys.argv[3]))',
    join(root, 'test', 'python'),
    kind,
    join(folder, 'data'),
  ])

it('says what a benchmark lacks and how each dataset comes', async () => {
  const { code, stdout } = await zscl(folder, 'data', 'status', 'mtil-order-1')
  expect(code).toBe(1)
  expect(stdout.match(/MISSING/g)).toHaveLength(13) // eleven datasets, reference images and texts
  expect(stdout).toMatch(
    /reference images +.*imagenet\/train\n.*zscl data get imagenet \(147 GB;.*by hand from https:\/\/www.image-net.org/,
  )
  expect(stdout).toMatch(/reference texts +.*Validation_GCC-1.1.0-Validation.tsv\n/)
  expect(stdout).toContain('zscl data get aircraft (2.8 GB; licence: non-commercial research only)')
  expect(stdout).toMatch(/SUN397\n\s+→ zscl data get sun397 \(39 GB/)
})

it('says what would be fetched, from where, how large and under which licence, and fetches nothing', async () => {
  const dry = (...words: string[]) => zscl(folder, 'data', 'get', '--dry-run', ...words)
  const one = await dry('oxford-pets', 'stanford-cars')
  expect(one.code).toBe(0)
  expect(one.stderr).toContain('2 downloads, 2.81 GB:')
  expect(one.stderr).toContain('oxford-pets: 811 MB; licence: CC BY-SA 4.0')
  expect(one.stderr).toMatch(
    /to .*oxford-iiit-pet\n {4}from authors\n {4}else timm\/oxford-iiit-pet \(other file names and another order/,
  )
  expect(one.stderr).toContain('tanganke/stanford_cars (other file names and another order')
  const all = await dry('mtil-order-1')
  expect(all.stderr).toContain('imagenet: not downloaded with a benchmark (147 GB;')
  expect(all.stderr).toMatch(
    /use `zscl data get imagenet`, or `.* --source a-twelfth` \(12 GB: the first/,
  )
  expect(all.stderr).toContain('else dpdl-benchmark/oxford_flowers102 (2.9 GB; other file names')
  expect(all.stderr).toContain('conceptual-captions: 3 MB')
  expect(all.stderr).not.toContain('tanganke/sun397') // changes what numbers mean
  const named = await dry('sun397', '--source', 'tanganke/sun397')
  expect(named.stderr).toContain('1 download, 14.60 GB:')
  expect(named.stderr).toContain('not the split of the paper')
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

it('knows reference sets by their names, and says what is built in', async () => {
  const data = (...words: string[]) => zscl(folder, 'data', ...words)
  expect((await data('path', 'imagenet', '--data', '/d')).stdout).toBe('/d/imagenet/train\n')
  expect((await data('list')).stdout).toMatch(/imagenet +1281167 images/)
  expect(JSON.parse((await data('list', '--json')).stdout)).toHaveLength(17)
  expect((await data('status', 'conceptual-captions')).stdout).toMatch(/MISSING +reference texts/)
  const missing = await data('verify', 'imagenet')
  expect([missing.code, missing.stdout]).toEqual([1, expect.stringContaining('there is no folder')])
  mkdirSync(join(folder, 'other/conceptual-captions'), { recursive: true })
  writeFileSync(
    join(folder, 'other/conceptual-captions/Validation_GCC-1.1.0-Validation.tsv'),
    'a dog\thttp://x\n',
  )
  const part = join(folder, 'other/imagenet/train')
  mkdirSync(part, { recursive: true })
  writeFileSync(join(part, 'zscl-source.json'), '{"source":"a-twelfth","at":"2026-11-29"}')
  writeFileSync(join(part, 'a.ppm'), 'P6 2 2 255\n000000000000')
  expect((await data('verify', 'imagenet', '--data', 'other')).stdout).toMatch(
    /1 images, 1 decoded/,
  )
  const few = await data('verify', 'conceptual-captions', '--data', 'other')
  expect(few.stdout).toContain('1 texts, reference texts')
  expect(few.stdout).toContain('expected 15840 texts, got 1')
  expect((await data('path', 'imagenett')).stderr).toMatch(
    /Did you mean `imagenet`\?.*reference sets: imagenet/,
  )
  const mini = await data('get', 'mini')
  expect([mini.code, mini.stderr]).toEqual([
    0,
    'mini: its data is built in; there is nothing to download.\n',
  ])
  expect((await data('get', 'dtd', '--dry-run')).stderr).not.toContain('Interrupted')
}, 60_000)

it('says what cannot be downloaded, and which sources there are', async () => {
  const byHand = await zscl(folder, 'data', 'get', 'imagenet100')
  expect(byHand.code).toBe(2)
  expect(byHand.stderr).toMatch(/cannot be downloaded: by hand from .*train_100\.txt/)
  const wrong = await zscl(folder, 'data', 'get', 'dtd', '--source', 'me')
  expect(wrong).toMatchObject({ code: 2 })
  expect(wrong.stderr).toContain('`dtd` has no such source. Known: authors, oxford, tanganke/dtd.')
  const jobs = await zscl(folder, 'data', 'get', 'dtd', '--jobs', 'many')
  expect(jobs.code).toBe(2)
  expect((await zscl(folder, 'data', 'get', 'dtd', '--jobs', '0')).stderr).toContain('at least 1')
})

it('compares the counts on disk with the known ones', async () => {
  write('oxford-pets')
  const { code, stdout } = await zscl(folder, 'data', 'verify', 'oxford-pets')
  expect(code).toBe(1)
  expect(stdout).toContain('8 + 8 images, 16 decoded')
  expect(stdout).toContain('expected 3680 + 3669 images, got 8 + 8')
})

it('prints the folder of a dataset, and offers the nearest name for a wrong one', async () => {
  const found = await zscl(folder, 'data', 'path', 'dtd', '--data', '/elsewhere')
  expect(found).toMatchObject({ code: 0, stdout: '/elsewhere/dtd\n' })
  const wrong = await zscl(folder, 'data', 'path', 'sun379')
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('sun397')
})

it('runs a benchmark of datasets in their published layout, wherever the data folder is', async () => {
  write('cifar100') // the pets are there from above
  const tasks = ['oxford-pets', 'cifar100'].map((kind) => ({ name: kind, kind }))
  const short = { updates: 4, warmup: 1, batch_size: 4, learning_rate: 1e-4 }
  const benchmark = { tasks, model: { name: 'mini-clip' }, protocol: 'small trees' }
  const experiment = { benchmark, recipe: 'finetune', schedule: short, threads: 1 }
  writeFileSync(join(folder, 'two.yaml'), JSON.stringify(experiment))
  const missing = await zscl(
    folder,
    'run',
    'two.yaml',
    '--plain',
    '--set',
    'benchmark.tasks[0].root=/no',
  )
  expect(missing.code).toBe(2)
  expect(missing.stderr).toContain('→ zscl data get oxford-pets')
  const { code, stdout } = await zscl(folder, 'run', 'two.yaml', '--plain')
  expect(code).toBe(0)
  expect(stdout).toContain('(protocol small trees)')
}, 60_000)

it('measures the zero-shot row of what is there, and says what differences mean', async () => {
  // OxfordPets and CIFAR100 are there from above.
  const verify = (...words: string[]) => zscl(folder, 'data', 'verify', ...words)
  const { code, stdout } = await verify('mtil-order-1', '--zero-shot', '--model', 'mini-clip')
  expect(code).toBe(1)
  expect(stdout).toMatch(
    /OxfordPets +8 +\S+ +89.0 +89.0 +[+-]\S+ +another split: 8 test images, published with 3669/,
  )
  expect(stdout).toMatch(/CIFAR100 +\d+ +\S+ +68.2/)
  expect(stdout).toContain('Not there: Aircraft, Caltech101, DTD')
  expect(stdout).toContain('Protocol mtil-authors, model mini-clip')
  expect((await verify('mini', '--zero-shot')).stderr).toContain(
    'no zero-shot numbers are published',
  )
  expect((await verify('cifar100', '--device', 'cpu')).stderr).toContain('belongs to `--zero-shot`')
  const json = await verify('mtil-order-1', '--zero-shot', '--model', 'mini-clip', '--json')
  expect(JSON.parse(json.stdout).datasets).toHaveLength(2)
}, 60_000)
