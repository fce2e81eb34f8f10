/** Where the data comes from: every set has a licence and a source, and the paper's kinds their folder. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { archivesOf, downloads, sourcesOf } from '../../src/config/data-sources.js'
import { paperDatasets } from '../../src/config/paper-datasets.js'
import { paperReferences } from '../../src/config/paper-references.js'
import { resolve } from '../../src/config/resolve.js'

const all = Object.entries(downloads())

it('puts every dataset of the paper into the folder where its reader looks for it', () => {
  const kinds = all.filter(([name]) => paperDatasets.has(name))
  expect(kinds).toHaveLength(paperDatasets.size - 1) // ImageNet100 is lists that are not published
  for (const [name, { folder }] of kinds) expect(folder).toBe(paperDatasets.get(name)!.folder)
})

it('knows a download for every reference set', () => {
  const sets = [...Object.values(paperReferences.images), ...Object.values(paperReferences.texts)]
  for (const { download, place } of sets) expect(place).toContain(downloads()[download]!.folder)
})

it('fetches files and sets of the hub into the folder of the dataset and nowhere else', () => {
  for (const [, { folder, sources }] of all)
    for (const { files = [], hub, name } of sources) {
      expect(files.length > 0, name).toBe(hub === undefined)
      for (const into of [...files.map((file) => file.into), hub?.into])
        expect(`${into ?? folder}/`.startsWith(`${folder}/`), `${name} ${into}`).toBe(true)
    }
})

it('holds every mirror of an archive to the digest of the original, and takes hub sets at a commit', () => {
  for (const [kind, { sources }] of all) {
    for (const { files = [], name } of sources.slice(1))
      for (const { digest } of files) expect(digest, `${kind} ${name}`).toBeTruthy()
    for (const { hub, name, asked } of sources)
      if (hub !== undefined && !asked)
        expect(hub.revision, `${kind} ${name}`).toMatch(/^[0-9a-f]{40}$/)
  }
})

it('has more than one source for every dataset of the paper', () => {
  const single = all.filter(([kind, { sources }]) => paperDatasets.has(kind) && sources.length < 2)
  expect(single.map(([kind]) => kind)).toEqual([])
})

it('knows which archive of a dataset a person may put into the data folder', () => {
  expect(archivesOf(sourcesOf('sun397', undefined))).toEqual(['SUN397.tar.gz'])
  expect(archivesOf(sourcesOf('caltech101', undefined))).toEqual([
    'caltech-101.zip',
    'caltech_101.tgz',
  ])
  expect(archivesOf(sourcesOf('flowers102', undefined))).toEqual([]) // three files, or a set of the hub
})

it('says of every set of the hub where it was found', () => {
  for (const [, { sources }] of all)
    for (const { hub, seen, changes } of sources)
      if (hub !== undefined) {
        expect(seen).toContain(`https://huggingface.co/datasets/${hub.repo}`)
        expect(changes).toBeTruthy()
      }
})

it('takes what changes the meaning of numbers only where it is named', () => {
  expect(sourcesOf('sun397', undefined).map(({ name }) => name)).toEqual([
    'authors',
    'zhengli97/SUN397_Dataset',
  ])
  expect(sourcesOf('imagenet', undefined)).toHaveLength(1)
  expect(sourcesOf('sun397', 'tanganke/sun397')).toHaveLength(1)
  expect(sourcesOf('sun397', 'nobody')).toEqual([])
})

it('has the addresses and digests of torchvision wherever it names no other origin', () => {
  const site = join(import.meta.dirname, '../../.venv/lib')
  const version = readFileSync(join(import.meta.dirname, '../../.venv/pyvenv.cfg'), 'utf8')
  const python = `python${/^version = (\d+\.\d+)/m.exec(version)![1]}`
  const read = (name: string) =>
    readFileSync(join(site, python, 'site-packages/torchvision/datasets', `${name}.py`), 'utf8')
  const modules = [
    ...['cifar', 'dtd', 'eurosat', 'fgvc_aircraft', 'flowers102', 'food101', 'mnist'],
    ...['oxford_iiit_pet', 'sun397'],
  ]
  const text = modules.map(read).join('\n')
  const checked = all
    .flatMap(([, { sources }]) => sources)
    .filter(({ seen }) => seen === undefined || seen.startsWith('torchvision'))
    .flatMap(({ files = [] }) => files)
  expect(checked.length).toBeGreaterThan(15)
  for (const { url, digest } of checked) {
    expect(text).toContain(url.slice(url.lastIndexOf('/') + 1))
    if (digest !== undefined) expect(text).toContain(digest.slice('md5:'.length))
  }
})

it('says in the protocol that a copy of SUN397 or DTD has another split, and refuses that word elsewhere', () => {
  const schedule = { learning_rate: 1e-5 }
  const protocol = (tasks: unknown) => {
    const written = { benchmark: { base: 'mtil-order-1', tasks }, recipe: 'zero-shot', schedule }
    return resolve(written, 'x').benchmark.protocol
  }
  const task = { name: 'SUN397', kind: 'sun397', prompts: 'mtil', split: 'hub' }
  const dtd = { name: 'DTD', kind: 'dtd', prompts: 'mtil' }
  const food = { name: 'Food', kind: 'food101', prompts: 'mtil' }
  expect(protocol([task, dtd])).toMatch(/ with another split of SUN397$/)
  expect(protocol([task, { ...dtd, split: 'hub' }])).toMatch(
    / with another split of SUN397 with another split of DTD$/,
  )
  expect(() => protocol([{ ...food, split: 'hub' }])).toThrow(
    '`hub` is the split of a copy of sun397 or dtd; `food101` has its own',
  )
})
