/** What `zscl init` finds in folders as people have them, and what the program says of places it may not use. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { workplace, zscl } from './support.js'

const cwd = workplace()

/** Empty files: `init` looks at names alone. */
function tree(name: string, counts: Readonly<Record<string, number>>): void {
  for (const [path, count] of Object.entries(counts))
    for (let i = 0; i < count; i++) put(join(name, path, `${i}.png`))
}

function put(path: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true })
  writeFileSync(join(cwd, path), '')
}

async function looked(name: string) {
  const { code, stdout, stderr } = await zscl(cwd, 'init', name)
  expect(stderr).toBe('')
  expect(code).toBe(0)
  const written = parse(readFileSync(join(cwd, name, 'zscl.yaml'), 'utf8'))
  const places = written.benchmark.tasks.map(({ name, images, test = null }: Place) => ({
    name,
    images,
    test,
  }))
  return { said: stdout, places, tasks: written.benchmark.tasks }
}

interface Place {
  readonly name: string
  readonly images: string
  readonly test?: string | null
}

describe('zscl init looks before it writes', () => {
  it('takes a test set that lacks classes, and says which', async () => {
    tree('lacks', { 'train/a': 4, 'train/b': 4, 'train/c': 4, 'test/a': 2 })
    const { said, places } = await looked('lacks')
    expect(places).toEqual([{ name: 'lacks', images: 'train', test: 'test' }])
    expect(said).toContain('no test image has the class b, c')
    expect(said).toContain('3 classes (a, b, c), 12 images in train, test on 2 in test')
  })

  it('finds the hub’s Parquet files and shards, with their splits and where the class is looked for', async () => {
    for (const file of ['data/train-00000-of-00002.parquet', 'data/train-00001-of-00002.parquet'])
      put(join('hub', file))
    put('hub/data/test-00000-of-00001.parquet')
    const hub = await looked('hub')
    expect(hub.tasks).toMatchObject([{ name: 'hub', saved: '.' }])
    expect(hub.said).toContain('3 Parquet files (splits: test, train), test on test')
    expect(hub.said).toContain('classes in `label` (`image_column`, `label_column`)')
    put('vals/train-00000-of-00001.parquet')
    put('vals/val-00000-of-00001.parquet')
    put('vals/test/not-read.parquet')
    expect((await looked('vals')).tasks).toMatchObject([{ saved: '.', test_split: 'val' }])
    for (const file of ['birds-train-000.tar', 'birds-val-000.tar']) put(join('many/birds', file))
    tree('many/cars', { a: 2, b: 2 })
    const many = await looked('many')
    expect(many.tasks).toMatchObject([
      { name: 'cars', images: 'cars' },
      { name: 'birds', saved: 'birds', test_split: 'validation' },
    ])
    expect(many.said).toContain('there is no split `test`; `validation` is taken for it')
  })

  it('leaves an archive beside the folders of classes alone, and says so', async () => {
    tree('unpacked', { a: 2, b: 2 })
    put('unpacked/images.tar')
    const { said, places } = await looked('unpacked')
    expect(places).toEqual([{ name: 'unpacked', images: '.', test: null }])
    expect(said).toContain('left out: 1 WebDataset shards')
  })

  it('takes a metadata table for what it says, and asks where the column of the class is not clear', async () => {
    tree('meta', { train: 2, test: 1 })
    writeFileSync(join(cwd, 'meta/train/metadata.csv'), 'file_name,species\n0.png,jay\n1.png,tit\n')
    writeFileSync(join(cwd, 'meta/test/metadata.csv'), 'file_name,species\n0.png,jay\n')
    const meta = await looked('meta')
    expect(meta.tasks).toMatchObject([
      {
        table: 'train/metadata.csv',
        test_table: 'test/metadata.csv',
        path_column: 'file_name',
        label_column: 'species',
      },
    ])
    tree('unclear', { '.': 2 })
    writeFileSync(join(cwd, 'unclear/metadata.jsonl'), '{"file_name": "0.png", "text": "a bird"}\n')
    const { code, stderr } = await zscl(cwd, 'init', 'unclear')
    expect(code).toBe(2)
    expect(stderr).toContain('which column is the class? none is called label, class,')
    expect(stderr).toContain('Columns: file_name, text')
  })

  it('says which classes of the test set nobody trains on', async () => {
    tree('strange', { 'train/a': 2, 'train/b': 2, 'test/a': 1, 'test/d': 1 })
    expect((await looked('strange')).said).toContain('no training image has the class d')
  })

  it('measures on test/ where there is val/ as well, and says that val/ is left out', async () => {
    tree('both', { 'Train/a': 2, 'Train/b': 2, 'Val/a': 1, 'Val/b': 1, 'TEST/a': 1, 'TEST/b': 1 })
    const { said, places } = await looked('both')
    expect(places).toEqual([{ name: 'both', images: 'Train', test: 'TEST' }])
    expect(said).toContain('left out: Val/ with 2 images: TEST/ is the test set')
  })

  it('leaves out a test set without folders per class, and says why', async () => {
    tree('flat', { 'train/a': 2, 'train/b': 2, test: 3 })
    const { said, places } = await looked('flat')
    expect(places[0].test).toBeNull()
    expect(said).toContain('left out: test/ with 3 images: it holds no folder per class')
  })

  it('never trains on a test set that lies among the classes', async () => {
    tree('among', { a: 2, b: 2, 'test/a': 1, 'test/b': 1 })
    const { said, places } = await looked('among')
    expect(places).toEqual([{ name: 'among', images: '.', test: 'test' }])
    expect(said).toContain('2 classes (a, b), 4 images in ., test on 2 in test')
  })

  it('takes no folder called test for a class or a test set where it may be either', async () => {
    tree('either', { a: 2, b: 2, test: 2 })
    const { code, stderr } = await zscl(cwd, 'init', 'either')
    expect(code).toBe(2)
    expect(stderr).toContain('it may be a class of that name or a test set')
  })

  it('takes train/ and test/ of images for no classes', async () => {
    tree('parts', { train: 2, test: 2 })
    const { code, stderr } = await zscl(cwd, 'init', 'parts')
    expect(code).toBe(2)
    expect(stderr).toContain('train/ holds 2 images and no folder per class')
  })

  it('finds tasks inside train/ and test/', async () => {
    tree('inside', { 'train/x/a': 2, 'train/x/b': 2, 'train/y/a': 2, 'train/y/b': 2 })
    tree('inside', { 'test/x/a': 1, 'test/x/b': 1 })
    expect((await looked('inside')).places).toEqual([
      { name: 'x', images: 'train/x', test: 'test/x' },
      { name: 'y', images: 'train/y', test: null },
    ])
  })

  it('names the other reading of folders in folders', async () => {
    tree('deep', { 'cats/1': 1, 'cats/2': 1, 'dogs/1': 1, 'dogs/2': 1 })
    const { said, places } = await looked('deep')
    expect(places).toHaveLength(2)
    expect(said).toContain('may be meant otherwise: one task whose classes are cats, dogs')
  })

  it('says what it leaves out: images beside the classes, folders without, other folders', async () => {
    tree('rest', { 'train/a': 1, 'train/b': 1, train: 2, raw: 3 })
    mkdirSync(join(cwd, 'rest/train/empty'))
    const { said } = await looked('rest')
    expect(said).toContain('left out: 2 images that lie beside the folders of the classes')
    expect(said).toContain('left out: empty: no images in it')
    expect(said).toContain('left out: raw/ with 3 images: it lies beside train/')
    expect(said).toContain('2 classes (a, b)')
  })

  it('does not count what macOS leaves behind', async () => {
    tree('mac', { a: 1, b: 1 })
    put('mac/a/._0.png')
    put('mac/__MACOSX/a/._0.png')
    expect((await looked('mac')).said).toContain('2 classes (a, b), 2 images')
  })

  it('writes --out where one is, with places that are right from there', async () => {
    tree('out', { a: 1, b: 1 })
    mkdirSync(join(cwd, 'files'))
    expect((await zscl(cwd, 'init', 'out', '--out', 'files/x.yaml')).code).toBe(0)
    const { benchmark } = parse(readFileSync(join(cwd, 'files/x.yaml'), 'utf8'))
    expect(benchmark.tasks[0].images).toBe(join(cwd, 'out'))
    const { code, stderr } = await zscl(cwd, 'init', 'out', '--out', 'nowhere/x.yaml')
    expect(code).toBe(2)
    expect(stderr).toContain('there is no folder')
  })

  it('shows names that would steer the terminal written out', async () => {
    tree('steer', { 'a\u001b[31m': 1, b: 1 })
    const { said } = await looked('steer')
    expect(said).toContain('a\\x1b[31m')
    expect(said).not.toContain('\u001b')
  })
})

describe('a place that may not be written', () => {
  it('is one line and no bug of zscl', async () => {
    put('file')
    const { code, stderr } = await zscl(cwd, 'run', 'mini-short', '--runs', 'file/runs')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^ENOTDIR: .*file\/runs.*\n$/)
  })

  it('an error shows no escape of a name', async () => {
    const { stderr } = await zscl(cwd, 'run', 'a\u001b]0;x\u0007.yaml')
    expect(stderr).toContain('a\\x1b]0;x\\x07.yaml')
    expect(stderr).not.toContain('\u001b')
  })

  it.each(['', 'name: [', 'a: *b\n'])(
    'an experiment.yaml of %j is named as damaged',
    async (text) => {
      put('runs/cut/journal.jsonl')
      writeFileSync(join(cwd, 'runs/cut/experiment.yaml'), text)
      const { code, stderr } = await zscl(cwd, 'resume', 'cut')
      expect(code).toBe(1)
      expect(stderr).toMatch(/experiment\.yaml is damaged/)
      expect(stderr).not.toContain('bug in zscl')
    },
  )
})
