/** Tables that name images: which become tasks, which are left out and why. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookAt } from '../../../src/cli/init/look.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zscl-tables-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(file: string, content: string | Buffer = ''): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), content)
}
const images = (...places: readonly string[]) => {
  for (const place of places) for (let i = 0; i < 6; i++) put(`${place}/${i}.jpg`)
}
/** Six rows: images of a folder, of classes jay and tit in turn. */
const rows = (place: string, head = 'path,label', separator = ',') =>
  `${[head, ...[0, 1, 2, 3, 4, 5].map((i) => `${place}${i}.jpg${separator}${i % 2 ? 'tit' : 'jay'}`)].join('\n')}\n`

function look() {
  const { packed, tasks, notes, questions } = lookAt(folder, 'it')
  expect(tasks).toEqual([])
  const found = packed.map(({ name, place, test, images, options }) => ({
    name,
    place,
    ...(test && { test }),
    ...(images && { images }),
    ...options,
  }))
  return { found, questions, said: notes.join('\n'), words: packed.map(({ words }) => words) }
}

describe('a table that names images which are there', () => {
  it('is a task, with its classes, and a share held out', () => {
    images('pictures')
    put('labels.csv', rows('pictures/'))
    expect(look()).toEqual({
      found: [{ name: 'it', place: 'labels.csv' }],
      questions: [],
      said: '',
      words: [
        '2 classes (jay, tit) in column `label` of labels.csv, 6 images, a fifth of every class for the test',
      ],
    })
  })

  it.each([
    [
      'other columns',
      'x.csv',
      rows('pictures/', 'Image,Species'),
      { path_column: 'Image', label_column: 'Species' },
    ],
    [
      'a class of any name',
      'x.csv',
      rows('pictures/', 'file,what it shows'),
      { path_column: 'file', label_column: 'what it shows' },
    ],
    ['tabs', 'x.tsv', rows('pictures/', 'path\tlabel', '\t'), {}],
    ['a line for Excel', 'x.csv', `sep=;\r\n${rows('pictures/', 'path;label', ';')}`, {}],
    [
      'backslashes, marks and quotes',
      'x.csv',
      `\uFEFF"path";"label"\r\n${[0, 1].map((i) => `"pictures\\${i}.jpg";"1,5"" nut;${i}"`).join('\r\n')}`,
      {},
    ],
    ['UTF-16', 'x.csv', Buffer.from(`\uFEFF${rows('pictures/')}`, 'utf16le'), {}],
    [
      'an object a line',
      'x.jsonl',
      '{"file_name": "pictures/0.jpg", "label": 3}\n{"file_name": "pictures/1.jpg", "label": 4}\n',
      { path_column: 'file_name' },
    ],
    ['paths from a folder beside it', 'x.csv', rows(''), { images: 'pictures' }],
    ['paths from there, itself in another', 'lists/x.csv', rows(''), { images: 'pictures' }],
  ])('%s', (_, file, content, options) => {
    images('pictures')
    put(file, content)
    const { found, questions } = look()
    expect([found, questions]).toEqual([[{ name: 'it', place: file, ...options }], []])
  })

  it.each([
    ['train.csv', 'test.csv'],
    ['train_labels.csv', 'test_labels.csv'],
    ['Trainingsdaten.csv', 'Testdaten.csv'],
    ['labels.csv', 'val.csv'],
    ['birds-train.csv', 'test.csv'],
  ])('%s is tested with %s', (train, test) => {
    images('in/a', 'in/b')
    put(train, rows('in/a/'))
    put(test, rows('in/b/'))
    const { found, questions } = look()
    expect([found, questions]).toEqual([[{ name: 'it', place: train, test }], []])
  })

  it('is one of several tasks by its name, and one of two that say the same', () => {
    images('in/a', 'in/b', 'in/c', 'in/d')
    const files = ['birds_train', 'birds_test', 'cars_train', 'cars_test']
    files.forEach((file, i) => {
      put(`${file}.csv`, rows(`in/${'abcd'[i]}/`))
    })
    put('cars_train.tsv', rows('in/c/', 'path\tlabel', '\t'))
    put('more.csv', rows('in/d/').replaceAll('tit', 'owl'))
    const { found, said } = look()
    expect(found).toEqual([
      { name: 'birds', place: 'birds_train.csv', test: 'birds_test.csv' },
      { name: 'cars', place: 'cars_train.csv', test: 'cars_test.csv' },
    ])
    expect(said).toContain('left out: cars_train.tsv: it says the same as cars_train.csv')
    expect(said).toContain('left out: more.csv: it is next to birds_train.csv')
  })

  it('lies in folders that are tasks', () => {
    images('birds/jpg', 'cars/jpg')
    for (const task of ['birds', 'cars']) put(`${task}/list.csv`, rows('jpg/'))
    expect(look().found).toEqual(
      ['birds', 'cars'].map((name) => ({ name, place: `${name}/list.csv` })),
    )
  })
})

describe('a table that may hold a test set is asked about', () => {
  it.each([
    [
      'a test table alone',
      { 'test.csv': rows('a/') },
      'test.csv: it is named like the table of a test set',
    ],
    [
      'images that are in both',
      { 'train.csv': rows('a/'), 'test.csv': rows('a/').replaceAll('tit', 'owl') },
      '6 of its images are in train.csv as well',
    ],
    [
      'a part of another',
      { 'all.csv': rows('a/'), 'part.csv': rows('a/').slice(0, 40) },
      'part.csv and all.csv name 2 images in common',
    ],
    [
      'other folders of images',
      { 'train.csv': rows(''), 'test.csv': rows('').replaceAll('.jpg', '.png') },
      'a task has one folder of images',
    ],
  ])('%s', (_, files, question) => {
    images('a')
    for (let i = 0; i < 6; i++) put(`other/b/${i}.png`)
    for (const [file, content] of Object.entries(files)) put(file, content)
    const { questions } = look()
    expect(questions.join('\n')).toContain(question)
  })

  it('where images lie in folders called like test sets, the table is one', () => {
    images('train', 'test')
    put('labels.csv', rows('train/'))
    put('more.csv', rows('test/'))
    const { found, questions } = look()
    expect([found, questions]).toEqual([
      [{ name: 'it', place: 'labels.csv', test: 'more.csv' }],
      [],
    ])
  })
})

describe('a table with a column that says which images are for testing', () => {
  const divided = (column: string, ...values: readonly string[]) =>
    `path,label,${column}\n${[0, 1, 2, 3, 4, 5].map((i) => `a/${i}.jpg,${i % 2 ? 'tit' : 'jay'},${values[i % values.length]}`).join('\n')}\n`
  it.each([
    ['by words', 'Data Set', ['train', 'train', 'test'], { split: 'train', test_split: 'test' }],
    ['by a yes', 'is_train', ['1', '1', '0'], { split: '1', test_split: '0' }],
    ['by a no', 'is_test', ['False', 'True', 'False'], { split: 'False', test_split: 'True' }],
    ['by its name', 'Test', ['no', 'no', 'yes'], { split: 'no', test_split: 'yes' }],
    ['as pandas writes it', 'is_test', ['0.0', '1.0'], { split: '0.0', test_split: '1.0' }],
    ['in German', 'Teil', ['lernen', 'lernen', 'test'], { split: 'lernen', test_split: 'test' }],
    ['for validation', 'x', ['train', 'train', 'val'], { split: 'train', test_split: 'val' }],
    [
      'with more words',
      'Usage',
      ['Training', 'Training', 'PublicTest'],
      { split: 'Training', test_split: 'PublicTest' },
    ],
  ])('%s is one task', (_, column, values, sides) => {
    images('a')
    put('x.csv', divided(column, ...values))
    const { found, questions } = look()
    expect(questions).toEqual([])
    expect(found).toEqual([{ name: 'it', place: 'x.csv', split_column: column, ...sides }])
  })

  it('whose test rows have a class of their own is said to be refused', () => {
    images('a')
    put('x.csv', divided('part', 'train', 'test'))
    expect(look().said).toContain('x.csv: no training image has the class tit')
  })

  it.each([
    ['numbers', 'partition', ['0', '0', '1', '2'], 'its values (0, 1, 2) do not tell which'],
    ['folds', 'Fold', ['1', '2', '3'], 'column `Fold` may say which images are for testing'],
    ['letters', 'data set', ['A', 'B'], '`split_column: data set`'],
    ['blanks', 'split', ['train', 'test', ''], '2 of its rows are blank'],
    ['a test or nothing', 'holdout', ['x', '', ''], 'its values (x, blank) do not tell which'],
    ['train or nothing', 'Kaggle split', ['train', ''], 'its values (train, blank)'],
    ['a question with a number', 'test_fold', ['-1', '0'], 'column `test_fold` may say'],
    ['one part that is known', 'seen', ['train', 'unseen'], 'its values (train, unseen)'],
  ])('that cannot be understood is not trained on: %s', (_, column, values, said) => {
    images('a')
    put('x.csv', divided(column, ...values))
    expect(look().found).toEqual([])
    expect(look().said).toContain(said)
  })

  it('that says test in every row makes it a test set, and images on both sides are a question', () => {
    images('a')
    put('x.csv', divided('part', 'test'))
    expect(look().questions.join()).toContain('named like the table of a test set')
    put('x.csv', 'path,label,part\na/0.jpg,x,train\na/1.jpg,y,train\na/0.jpg,x,test\n')
    expect(look().said).toContain('1 of its images are both `train` and `test` in column `part`')
  })

  it('and other columns of few values are none', () => {
    images('a')
    put('x.csv', divided('weight', '1', '2', '3'))
    expect(look().found).toEqual([{ name: 'it', place: 'x.csv' }])
  })

  it('says what is left out, and holds a share out where the test rows have no class', () => {
    images('a')
    put('x.csv', divided('part', 'train', 'test', 'val'))
    expect(look().words).toEqual([
      '2 classes (jay, tit) in column `label` of x.csv, split by column `part`: 2 images of `train`, test on 2 of `test`; left out: 2 of `val`',
    ])
    put('x.csv', 'path,label,part\na/0.jpg,x,train\na/1.jpg,y,train\na/2.jpg,,test\n')
    expect(look().words[0]).toContain('a fifth of every class for the test; left out: 1 of `test`')
    expect(look().found).toEqual([
      { name: 'it', place: 'x.csv', split_column: 'part', split: 'train' },
    ])
  })

  it('goes aside for tables of both sides, and is a question beside one that would train on all', () => {
    images('a', 'b', 'c')
    put('x.csv', divided('part', 'train', 'test'))
    put('train.csv', rows('b/'))
    put('test.csv', rows('c/'))
    expect(look().found).toEqual([{ name: 'it', place: 'train.csv', test: 'test.csv' }])
    expect(look().said).toContain('left out: x.csv: it is next to train.csv')
    rmSync(join(folder, 'test.csv'))
    expect(look().questions.join()).toContain('x.csv: its column `part` says which images')
  })
})

describe('a table that is not understood is named', () => {
  it.each([
    [
      'two columns that say what is for testing',
      'path,label,is_train,is_test\na/0.jpg,x,1,0\na/1.jpg,y,0,1\n',
      'several columns mark the test images (is_train, is_test)',
    ],
    [
      'several parts to train on',
      'path,label,part\na/0.jpg,x,train\na/1.jpg,y,trainval\na/2.jpg,y,test\n',
      'several parts to train on (train, trainval)',
    ],
    [
      'a split without classes',
      'path,part\na/0.jpg,train\na/1.jpg,test\n',
      'column `part` marks the test images; which column is the class?',
    ],
    [
      'images of both parts',
      'path,label\na/0.jpg,x\ntest/1.jpg,y\n',
      '1 of its 2 images are in folders named like test sets',
    ],
    ['no images', 'name,price\nx,12.5\n', 'no column names images. Columns: name, price'],
    [
      'images that are not there',
      'path,label\nlost/0.jpg,x\n',
      'the images of column `path` are not there, e.g. lost/0.jpg',
    ],
    [
      'names without an ending',
      'id,label\na/0,x\na/1,y\n',
      'column `id` names images without their ending',
    ],
    [
      'two classes',
      'path,label,species\na/0.jpg,x,y\n',
      'which column is the class? several could be: label, species',
    ],
    [
      'no class',
      'path,caption\na/0.jpg,a bird\n',
      'which column is the class? none is named label',
    ],
    ['boxes', 'path,label\na/0.jpg,x\na/0.jpg,y\n', 'a/0.jpg has several classes in it'],
    ['another encoding', Buffer.from('path,label\na/0.jpg,Öl\n', 'latin1'), 'not UTF-8 text'],
    ['a workbook', 'PK\u0003\u0004', 'a workbook of a spreadsheet program'],
    ['no table', 'only words\n', 'not a table with a header line'],
  ])('%s', (_, content, why) => {
    images('a', 'test')
    put('x.csv', content)
    const { found, said } = look()
    expect(found).toEqual([])
    expect(said).toContain('left out: x.csv: ')
    expect(said).toContain(why)
  })

  it('guesses of a model are no classes', () => {
    images('in/a', 'in/b')
    put('labels.csv', rows('in/a/'))
    put('sample_submission.csv', rows('in/b/'))
    const { found, said } = look()
    expect(found).toEqual([{ name: 'it', place: 'labels.csv' }])
    expect(said).toContain('left out: sample_submission.csv: by its name it contains predictions')
  })

  it('rows without an image or a class are counted', () => {
    images('a')
    put('x.csv', `${rows('a/')}a/9.jpg,jay\n`.replace('1.jpg,tit', '1.jpg,'))
    const { said } = look()
    expect(said).toContain('x.csv: of the images that were looked for 1 are not there')
    expect(said).toContain('x.csv: 1 rows have no class')
  })
})

describe('beside folders of classes', () => {
  const taken = () => {
    const { tasks, packed, questions, notes } = lookAt(folder, 'it')
    const places = [...tasks.map((one) => one.images), ...packed.map(({ place }) => place)]
    return { places, questions, said: notes.join('\n') }
  }
  const folders = (labels: string) =>
    `${['path,label', ...[0, 1, 2, 3].map((i) => `${i % 2 ? 'a' : 'b'}/${i}.jpg,${labels[i % 2]}`)].join('\n')}\n`

  it.each([
    [
      'a table that says the same is left out',
      { 'x.csv': folders('ba') },
      ['.'],
      'left out: 2 classes (a, b) in column `label` of x.csv',
    ],
    [
      'a table with other classes is taken',
      { 'x.csv': folders('xy') },
      ['x.csv'],
      'may be meant otherwise: the folders (a, b) as classes',
    ],
    [
      'columns of any name are left out',
      { 'x.csv': rows('a/', 'path,by') },
      ['.'],
      'in column `by` of x.csv',
    ],
    [
      'the hub’s table is taken',
      { 'metadata.csv': rows('b/', 'file_name,label') },
      ['metadata.csv'],
      '',
    ],
    [
      'tables that know a test set are taken',
      { 'train.csv': rows('a/'), 'test.csv': rows('b/') },
      ['train.csv'],
      'may be meant otherwise',
    ],
  ])('%s', (_, files, places, said) => {
    images('a', 'b')
    for (const [file, content] of Object.entries(files)) put(file, content)
    expect(taken()).toEqual({ places, questions: [], said: expect.stringContaining(said) })
  })

  it.each([
    ['a test table alone', { 'test.csv': rows('b/') }, 'test.csv: it is named like'],
    [
      'a column',
      { 'x.csv': 'path,split\na/0.jpg,train\nb/0.jpg,test\n' },
      'x.csv: column `split` marks the test images',
    ],
  ])('what is for testing is asked: %s', (_, files, question) => {
    images('a', 'b')
    for (const [file, content] of Object.entries(files)) put(file, content)
    expect(taken().questions.join('\n')).toContain(question)
  })

  it('which have a test set themselves, tables are left out', () => {
    images('train/a', 'train/b', 'test/a', 'test/b')
    put('train.csv', rows('train/a/'))
    put('test.csv', rows('test/a/'))
    const { places, said } = taken()
    expect(places).toEqual(['train'])
    expect(said).toContain(
      'of train.csv, 6 images, test on 6 in test.csv: there are class folders next to it',
    )
  })
})

describe('shards and Parquet files', () => {
  it.each([
    [
      ['birds_train.parquet', 'birds_test.parquet'],
      { split: 'birds_train', test_split: 'birds_test' },
    ],
    [
      ['data/train-00000-of-00001.parquet', 'data/valid-00000-of-00001.parquet'],
      { test_split: 'valid' },
    ],
    [['x-train-000.tar', 'x-test-000.tar'], {}],
  ])('%j', (files, options) => {
    for (const file of files) put(file)
    expect(look().found).toEqual([{ name: 'it', place: '.', ...options }])
  })

  it.each([
    [['test-00000-of-00001.parquet'], 'only test, named like test splits'],
    [['x-test-000.tar'], 'only test, named like'],
    [['x-train-000.tar', 'testset-000.tar'], 'testset-000.tar is named like a shard of a test set'],
    [
      ['cars_train.parquet', 'birds_train.parquet'],
      'which split is to be trained on? birds_train, cars_train',
    ],
    [
      ['training_set/a.parquet', 'test_set/b.parquet'],
      'test_set/: a test set, which is never trained on',
    ],
  ])('asks about %j', (files, question) => {
    for (const file of files) put(file)
    expect(lookAt(folder, 'it').questions.join('\n')).toContain(question)
  })
})
