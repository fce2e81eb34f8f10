/** What a run decodes is counted before it begins, and what cannot be is named. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadExperiment } from '../../src/config/resolve.js'
import { costInWords, decodingInWords, tooLarge } from '../../src/needs/cost.js'
import { decodingOf } from '../../src/needs/decoding.js'

const base = mkdtempSync(join(tmpdir(), 'decoding-'))
const cacheFolder = join(base, 'cache')
beforeAll(() => mkdirSync(join(base, 'photos')))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const of = (benchmark: string, ...set: string[]) =>
  decodingOf([loadExperiment(benchmark, { set })], cacheFolder)
const folder = (path: string, ...more: string[]) =>
  ['kind=folder', `path=${path}`, ...more].map((one) => `recipe.reference.images.${one}`)

/** Aircraft, Caltech101, DTD, EuroSAT, Flowers102, Food101, OxfordPets, StanfordCars, SUN397: the others are arrays. */
const TESTS = 3333 + 1736 + 1880 + 5400 + 6149 + 25250 + 3669 + 8041 + 21751
const TRAINING = 3334 + 6941 + 1880 + 21600 + 1020 + 75750 + 3680 + 8144 + 87003

describe('what is decoded once', () => {
  it.each([
    ['mtil-order-1', [], TESTS + 100_000],
    ['mtil-order-1', ['benchmark.reference.images.count=0'], TESTS + 1_281_167],
    ['mtil-order-1', ['recipe=finetune'], TESTS],
    ['mtil-order-1', ['recipe=lwf'], TESTS + TRAINING],
    ['mtil-order-1', ['recipe=icarl'], TESTS + TRAINING],
    ['mtil-order-1', ['recipe=lwf', 'recipe.reference.images.set=SUN397'], TESTS + 87_003],
    [
      'mtil-order-1',
      ['set=imagenet', 'classes=100'].map((one) => `recipe.reference.images.${one}`),
      TESTS + 130_000,
    ],
    ['mtil-order-1', ['recipe.reference.images.set=conceptual-captions'], TESTS + 15_840],
    ['cifar100-10-steps', [], 15_840],
    ['cifar100-10-steps', ['recipe=lwf'], 0],
    ['tinyimagenet-10-steps', [], 10_000 + 15_840],
    ['tinyimagenet-10-steps', ['recipe=lwf'], 110_000],
    ['mini', [], 0],
    ['mini', folder('/photos', 'count=500'), 500],
  ])('of %s with %j is counted', (benchmark, set, images) => {
    expect(of(benchmark, ...set)).toMatchObject({ images, uncounted: [] })
  })

  it('and is known only once it is listed is named', () => {
    expect(of('mini', ...folder('/photos')).uncounted).toEqual(['the reference images of /photos'])
    expect(of('mini-short', 'recipe=gift', ...folder('/{task}_Syn')).uncounted).toEqual([
      'the reference images of /shapes_Syn',
      'the reference images of /digits_Syn',
    ])
    const own = { tasks: [{ images: join(base, 'many'), name: 'birds' }] }
    const experiment = loadExperiment('mini', { set: [`benchmark=${JSON.stringify(own)}`] })
    expect(decodingOf([experiment], cacheFolder).uncounted).toContain('the test images of birds')
    expect(of('mtil-5-shot-order-1', 'recipe=lwf').uncounted).toContain(
      'the training images of Aircraft',
    )
    expect(of('imagenet100-10-steps', 'recipe=icarl').uncounted).toHaveLength(10)
  })

  it('is counted at a look where it is little', () => {
    const photos = join(base, 'photos')
    mkdirSync(join(photos, 'cat'))
    for (const name of ['a.png', 'b.png', 'cat/c.png']) writeFileSync(join(photos, name), '')
    const { images, uncounted } = of('mini', ...folder(photos))
    expect(uncounted).toEqual([])
    expect(images).toBe(4) // at most: the folder counts as well
    writeFileSync(join(photos, 'cat/train-0.parquet'), '')
    expect(of('mini', ...folder(photos)).uncounted).toEqual([`the reference images of ${photos}`])
    writeFileSync(join(base, 'table.csv'), 'path,label\na.png,cat\nb.png,dog')
    const tasks = [{ name: 'birds', kind: 'table', table: join(base, 'table.csv') }]
    const set = [`benchmark=${JSON.stringify({ tasks })}`, 'recipe=finetune']
    expect(decodingOf([loadExperiment('mini', { set })], cacheFolder).images).toBe(3)
  })

  it('by several experiments counts once', () => {
    const both = ['zscl', 'zscl-minus', 'lwf'].map((recipe) =>
      loadExperiment('mtil-order-1', { set: [`recipe=${recipe}`] }),
    )
    expect(decodingOf(both, cacheFolder).images).toBe(TESTS + TRAINING + 100_000)
  })

  it('and lies in the cache already is left out', () => {
    const cache = join(base, 'filled')
    mkdirSync(join(cache, 'images'), { recursive: true })
    for (const [name, count] of [
      ['a-224.u8', 100_000],
      ['b-224.u8', 25_250],
      ['c-224.u8.part', 21_751],
    ] as const) {
      writeFileSync(join(cache, 'images', name), '')
      truncateSync(join(cache, 'images', name), count * 3 * 224 * 224)
    }
    const { images, bytes } = decodingOf([loadExperiment('mtil-order-1')], cache)
    expect(images).toBe(TESTS - 25_250)
    expect(bytes).toBe(images * 3 * 224 * 224)
  })

  it('takes the room of the model', () => {
    const bytes = (model: string) =>
      of('mtil-order-1', 'recipe=finetune', `model.name=${model}`).bytes
    expect(bytes('ViT-L-14-336') / bytes('ViT-L-14')).toBeCloseTo((336 / 224) ** 2)
    expect(bytes('RN50x4-quickgelu') / bytes('RN50-quickgelu')).toBeCloseTo((288 / 224) ** 2)
  })
})

describe('in words', () => {
  const words = (...set: string[]) =>
    decodingInWords([loadExperiment('mtil-order-1', { set })], { cacheFolder }, 16)

  it('room and time are said before a run begins', () => {
    expect(words()).toMatch(
      /^Up to 177,209 images are decoded once, in less than 1 min on 16 cores, and kept for all runs: 24\.8 GiB in /,
    )
    expect(words('benchmark.reference.images.count=0')).toMatch(/1,358,376 images .* 190\.4 GiB/)
    expect(decodingInWords([loadExperiment('mini')], { cacheFolder }, 2)).toBeNull()
  })

  it('what is not counted is said by name, few of many', () => {
    expect(words(...folder('/photos'))).toMatch(
      /\nDecoded and kept as well, as many as there are: the reference images of \/photos\.$/,
    )
    const few = [loadExperiment('mtil-5-shot-order-1', { set: ['recipe=lwf'] })]
    expect(decodingInWords(few, { cacheFolder }, 2)).toContain(
      'the training images of Aircraft, Caltech101, DTD, EuroSAT and 5 more.',
    )
  })

  it('a disk without the room is named, with what to do', () => {
    const small = { images: 10, bytes: 3 * 2 ** 30, uncounted: [], freeBytes: 2 ** 30 }
    expect(tooLarge(small, '/cache')).toEqual([
      expect.stringMatching(/^\/cache has 1\.0 GiB free: name a larger place in ZSCL_CACHE, or/),
    ])
    expect(tooLarge({ ...small, freeBytes: 2 ** 32 }, '/cache')).toEqual([])
  })

  it('a dry run ends with the cost in one line', () => {
    const cost = (benchmark: string, ...set: string[]) =>
      costInWords(loadExperiment(benchmark, { set }), { cacheFolder }, 16)
    expect(cost('mtil-order-1')).toBe(
      `Cost: 11,000 updates; up to 177,209 images to decode once, in less than 1 min on 16 cores; 24.8 GiB of disk for them in ${cacheFolder}.`,
    )
    expect(cost('mini-short')).toBe('Cost: 40 updates; no images to decode.')
    expect(cost('mini-short', 'recipe=zero-shot')).toBe('Cost: 0 updates; no images to decode.')
    expect(cost('mini-short', ...folder('/photos'))).toBe(
      'Cost: 40 updates; not counted before they are listed: the reference images of /photos.',
    )
  })
})
