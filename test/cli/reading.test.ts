/** What `zscl init` finds in folders as people have them, and what the program says of places it may not use. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeRun } from '../paper/figure-runs.js'
import { program, python, root, workplace, zscl } from './support.js'

const cwd = workplace()

/** Empty files: `init` looks at names alone. */
function tree(name: string, counts: Readonly<Record<string, number>>): void {
  for (const [path, count] of Object.entries(counts)) {
    mkdirSync(join(cwd, name, path), { recursive: true })
    for (let i = 0; i < count; i++) put(join(name, path, `${i}.png`))
  }
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

interface Look {
  readonly what: string
  /** Numbers of images by folder. */
  readonly found: Readonly<Record<string, number>>
  readonly places?: readonly Place[]
  readonly says?: readonly string[]
}

/** What a person has, what `init` makes of it, and what it says. */
const looks: readonly Look[] = [
  {
    what: 'a test set that lacks classes is taken, and they are named',
    found: { 'train/a': 4, 'train/b': 4, 'train/c': 4, 'test/a': 2 },
    places: [{ name: 'it', images: 'train', test: 'test' }],
    says: [
      'no test image has the class b, c',
      '3 classes (a, b, c), 12 images in train, test on 2 in test',
    ],
  },
  {
    what: 'classes of the test set that nobody trains on are named',
    found: { 'train/a': 2, 'train/b': 2, 'test/a': 1, 'test/d': 1 },
    says: ['no training image has the class d'],
  },
  {
    what: 'test/ is measured where there is val/ as well, which is left out',
    found: { 'Train/a': 2, 'Train/b': 2, 'Val/a': 1, 'Val/b': 1, 'TEST/a': 1, 'TEST/b': 1 },
    places: [{ name: 'it', images: 'Train', test: 'TEST' }],
    says: ['left out: Val/ with 2 images: TEST/ is the test set'],
  },
  {
    what: 'a test set without folders per class is left out',
    found: { 'train/a': 2, 'train/b': 2, test: 3 },
    places: [{ name: 'it', images: 'train', test: null }],
    says: ['left out: test/ with 3 images: it has no class folders'],
  },
  {
    what: 'a test set among the classes is never trained on',
    found: { a: 2, b: 2, 'test/a': 1, 'test/b': 1 },
    places: [{ name: 'it', images: '.', test: 'test' }],
    says: ['2 classes (a, b), 4 images in ., test on 2 in test'],
  },
  {
    what: 'tasks inside train/ and test/ are found',
    found: {
      ...{ 'train/x/a': 2, 'train/x/b': 2, 'train/y/a': 2, 'train/y/b': 2 },
      ...{ 'test/x/a': 1, 'test/x/b': 1 },
    },
    places: [
      { name: 'x', images: 'train/x', test: 'test/x' },
      { name: 'y', images: 'train/y', test: null },
    ],
  },
  {
    what: 'folders in folders may be meant otherwise, and the other reading is named',
    found: { 'cats/1': 1, 'cats/2': 1, 'dogs/1': 1, 'dogs/2': 1 },
    places: [
      { name: 'cats', images: 'cats', test: null },
      { name: 'dogs', images: 'dogs', test: null },
    ],
    says: ['if this is one task with the classes cats, dogs'],
  },
  {
    what: 'images beside the classes, folders without any and other folders are left out',
    found: { 'train/a': 1, 'train/b': 1, train: 2, 'train/empty': 0, raw: 3 },
    says: [
      'left out: 2 images next to the class folders',
      'left out: empty: no images in it',
      'left out: raw/ with 3 images: it is next to train/',
      '2 classes (a, b)',
    ],
  },
  {
    what: 'names that would steer the terminal are written out',
    found: { 'a\u001b[31m': 1, b: 1 },
    says: ['a\\x1b[31m'],
  },
]

describe('zscl init looks before it writes', () => {
  it.each(looks.map((look, i) => ({ ...look, folder: `look-${i}/it` })))(
    '$what',
    async ({ found, places, says = [], folder }) => {
      tree(folder, found)
      const written = await looked(folder)
      if (places !== undefined) expect(written.places).toEqual(places)
      for (const words of says) expect(written.said).toContain(words)
      expect(written.said).not.toContain('\u001b')
    },
  )

  it.each([
    ['either', { a: 2, b: 2, test: 2 }, 'it may be a class of that name or a test set'],
    ['parts', { train: 2, test: 2 }, 'train/ has 2 images and no class folders'],
  ])('asks where it is not clear: %s', async (name, found, words) => {
    tree(name, found)
    const { code, stderr } = await zscl(cwd, 'init', name)
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
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
})

describe('zscl init and files that hold images or name them', () => {
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
    for (const file of ['train/0000.parquet', 'train/0001.parquet', 'test/0000.parquet'])
      put(join('apart', file))
    const apart = await looked('apart')
    expect(apart.tasks).toMatchObject([{ name: 'apart', saved: '.' }])
    expect(apart.said).toContain('3 Parquet files (splits: test, train), test on test')
    for (const file of ['birds-train-000.tar', 'birds-val-000.tar']) put(join('many/birds', file))
    tree('many/cars', { a: 2, b: 2 })
    const many = await looked('many')
    expect(many.tasks).toMatchObject([
      { name: 'cars', images: 'cars' },
      { name: 'birds', saved: 'birds', test_split: 'validation' },
    ])
    expect(many.said).toContain('there is no split `test`; `validation` is used instead')
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
    expect(stderr).toContain('which column is the class? none is named label, class,')
    expect(stderr).toContain('Columns: file_name, text')
  })
})

describe('zscl init and tables of labels', () => {
  it('writes tasks that are read as they stand, with the folder of the images where it is another', async () => {
    tree('listed', { pics: 6 })
    const rows = (...numbers: number[]) =>
      `image;species\n${numbers.map((i) => `${i}.png;${i % 2 ? 'jay' : 'tit'}`).join('\n')}\n`
    mkdirSync(join(cwd, 'listed/lists'))
    writeFileSync(join(cwd, 'listed/lists/train.csv'), rows(0, 1, 2, 3))
    writeFileSync(join(cwd, 'listed/lists/test.csv'), rows(4, 5))
    writeFileSync(join(cwd, 'listed/notes.csv'), 'a,b\nx,y\n')
    const { tasks, said } = await looked('listed')
    expect(tasks).toMatchObject([
      {
        table: 'lists/train.csv',
        test_table: 'lists/test.csv',
        images: 'pics',
        path_column: 'image',
        label_column: 'species',
      },
    ])
    expect(said).toContain('left out: notes.csv: no column names images')
    expect((await zscl(cwd, 'run', 'listed/zscl.yaml', '--dry-run')).code).toBe(0)
  })

  it('asks before a test set could be trained on, and writes nothing', async () => {
    tree('asked', { 'birds/a': 1, 'birds/b': 1, 'test_autumn/a': 1, 'test_autumn/b': 1 })
    const { code, stderr } = await zscl(cwd, 'init', 'asked')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^what is to be trained on in `asked` is not clear, so nothing is written/,
    )
    expect(stderr).toContain('test_autumn/: a test set, which is never trained on, or a task')
    expect(existsSync(join(cwd, 'asked/zscl.yaml'))).toBe(false)
  })

  const cases = join(root, '../shared/cases/make_cases.py')
  it.runIf(existsSync(cases))('reads what spreadsheets write', async () => {
    execFileSync(python, [cases, join(cwd, 'cases')])
    const { tasks, said } = await looked('cases/tables')
    expect(tasks).toMatchObject([{ name: 'tables', table: 'semicolon.csv' }])
    expect(said).toContain('3 classes (007, 1,5" nut, Öl) in column `label` of semicolon.csv')
    expect(said).toContain('left out: latin1.csv: it is not UTF-8 text')
    for (const file of ['tab', 'windows'])
      expect(said).toContain(`left out: ${file}.csv: it says the same as semicolon.csv`)
  })
})

describe('a place that may not be written', () => {
  it('is one line and no bug of zscl', async () => {
    put('file')
    const { code, stderr } = await zscl(cwd, 'run', 'mini-short', '--runs', 'file/runs')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^ENOTDIR: .*file\/runs.*\n$/)
  })

  const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0
  it.runIf(mayMount)('a read-only disk is one line that says so, whatever is written', () => {
    const disk = join(cwd, 'disk')
    mkdirSync(disk)
    writeRun(join(cwd, 'kept'), 'old', {})
    const sweep = 'experiment: mini-short\nparameters: {seed: [0]}\n'
    const lines = [
      `mount -t tmpfs tmpfs ${disk} && cp -r ${cwd}/kept ${disk}/runs && cd ${disk} || exit 99`,
      `printf '${sweep}' > sweep.yaml`,
      `mount -o remount,ro ${disk}`,
      ...['run mini-short', 'run mini-short --runs other', 'sweep sweep.yaml', 'rm old --yes'].map(
        (words) => `${program.join(' ')} ${words} 2>&1; echo "= $?"`,
      ),
    ]
    const { stdout } = spawnSync('unshare', ['-m', 'sh', '-c', lines.join('\n')], {
      encoding: 'utf8',
      env: { ...process.env, ZSCL_CACHE: join(cwd, 'cache') },
    })
    expect(stdout.match(/^.*read-only.*\n= 2$/gim), stdout).toHaveLength(4)
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
