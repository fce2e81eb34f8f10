/** What a run needs and a machine lacks is said at once, in one list, before anything is loaded or written. */
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadExperiment, resolve } from '../../src/config/resolve.js'
import { inWords, LEAST_OPEN_FILES, type Machine, missingFor } from '../../src/needs/missing.js'
import { withNetwork } from '../../src/needs/network.js'

const base = mkdtempSync(join(tmpdir(), 'needs-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const machine = (env: NodeJS.ProcessEnv = {}): Machine => ({
  dataFolder: join(base, 'data'),
  cacheFolder: join(base, 'cache'),
  env: { HOME: base, ...env },
})
const whats = (source: string, set: readonly string[] = [], env?: NodeJS.ProcessEnv) =>
  missingFor([loadExperiment(source, { set })], machine(env)).map(({ what }) => what)

describe('an empty machine', () => {
  it('lacks weights, every dataset and both references of the paper, each once', () => {
    const found = whats('mtil-order-1')
    expect(found[0]).toBe('weights of ViT-B-16-quickgelu openai')
    expect(found).toEqual(expect.arrayContaining(['aircraft', 'sun397', 'reference images']))
    expect(found.filter((what) => what === 'reference texts')).toHaveLength(1)
    expect(whats('cifar100-10-steps').filter((what) => what === 'cifar100')).toHaveLength(1)
  })

  it('needs no references for a recipe without any', () => {
    expect(whats('mtil-order-1', ['recipe=finetune']).join()).not.toContain('reference')
  })

  it('lacks nothing for the built-in benchmark', () => {
    expect(missingFor([loadExperiment('mini')], machine())).toEqual([])
    expect(inWords([])).toBeNull()
  })
})

it('says all of it in one message, with what to do about each', () => {
  const words = inWords(missingFor([loadExperiment('mtil-order-1')], machine()))!
  expect(words.split('\n')[0]).toBe('Not started. Missing on this machine:')
  expect(words).toContain(`  dtd: ${join(base, 'data/dtd')}\n    → zscl data get dtd`)
})

it('leaves weights to the download where only they are missing, unless that is forbidden', () => {
  const experiment = resolve({ benchmark: 'mini', recipe: 'finetune' }, 'here')
  const big = { ...experiment, model: { name: 'ViT-B-32', pretrained: 'openai' } }
  expect(inWords(missingFor([big], machine()))).toBeNull()
  expect(inWords(missingFor([big], machine({ HF_HUB_OFFLINE: '1' })))).toContain(
    'download them from',
  )
  const place = join(base, 'hub/models--timm--vit_base_patch32_clip_224.openai')
  const snapshot = join(place, 'snapshots/abc')
  for (const folder of [snapshot, join(place, 'blobs')]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(snapshot, 'config.json'), '{}')
  writeFileSync(join(place, 'blobs/1.incomplete'), '')
  symlinkSync('../../blobs/1', join(snapshot, 'open_clip_model.safetensors'))
  const offline = machine({ HF_HUB_CACHE: join(base, 'hub'), HF_HUB_OFFLINE: '1' })
  expect(inWords(missingFor([big], offline))).toContain(place) // broke off while it was fetched
  writeFileSync(join(place, 'blobs/1'), '')
  expect(missingFor([big], machine({ HF_HUB_CACHE: join(base, 'hub') }))).toEqual([])
})

describe('weights that only a network has', () => {
  const experiment = resolve({ benchmark: 'mini', recipe: 'finetune' }, 'here')
  const big = { ...experiment, model: { name: 'ViT-B-32', pretrained: 'openai' } }
  const asked = async (env: NodeJS.ProcessEnv) =>
    inWords(await withNetwork(missingFor([big], machine(env)), env))
  const listening = async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    return { server, HF_ENDPOINT: `http://127.0.0.1:${port}` }
  }

  it('are left to the download where its host answers', async () => {
    const { server, HF_ENDPOINT } = await listening()
    expect(await asked({ HF_ENDPOINT })).toBeNull()
    server.close()
  })

  it('are missing where there is no way to it, and it says what to do by hand', async () => {
    const { server, HF_ENDPOINT } = await listening()
    server.close()
    await once(server, 'close')
    const words = await asked({ HF_ENDPOINT })
    expect(words).toContain(
      `${HF_ENDPOINT} cannot be reached (ECONNREFUSED); download them from timm/`,
    )
    expect(words).toContain('--set model.pretrained=FILE')
    expect(await asked({ HF_ENDPOINT, HTTPS_PROXY: 'http://proxy:3128' })).toBeNull()
  })
})

it('says that too few files may be open', () => {
  const experiment = [loadExperiment('mini')]
  const few = missingFor(experiment, { ...machine(), openFiles: LEAST_OPEN_FILES - 1 })
  expect(few.map(({ what }) => what)).toEqual(['open files'])
  for (const openFiles of [LEAST_OPEN_FILES, null])
    expect(missingFor(experiment, { ...machine(), openFiles })).toEqual([])
})

it('names the neighbours of a path that does not exist', () => {
  mkdirSync(join(base, 'own/trian'), { recursive: true })
  writeFileSync(join(base, 'own/notes.txt'), '')
  const tasks = [{ images: join(base, 'own/train') }]
  const experiment = resolve({ benchmark: { tasks }, recipe: 'finetune' }, 'here')
  const missing = missingFor([experiment], machine()).find(({ what }) => what.startsWith('dataset'))
  expect(missing).toMatchObject({
    what: expect.stringMatching(/^dataset /),
    where: join(base, 'own/train'),
  })
  expect(missing?.how).toContain('contains notes.txt, trian')
})

it('looks for a folder of references of every task', () => {
  const images = { kind: 'folder', path: join(base, 'syn/{task}_Syn') }
  const recipe = { base: 'gift', reference: { images } }
  mkdirSync(join(base, 'syn/digits_Syn'), { recursive: true })
  const experiment = resolve({ benchmark: 'mini', recipe }, 'here')
  const places = missingFor([experiment], machine()).map(({ where }) => where)
  expect(places).toContain(join(base, 'syn/shapes_Syn'))
  expect(places).not.toContain(join(base, 'syn/digits_Syn'))
  expect(places).toHaveLength(5)
})
