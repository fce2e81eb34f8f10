/** Which folders `zscl init` trains on: never one that may be a test set. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookAt } from '../../../src/cli/init/look.js'
import { partOf } from '../../../src/cli/init/words.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zscl-look-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Empty images in folders: `a/x` has one, `a/x*3` three. */
function look(...places: readonly string[]) {
  for (const place of places) {
    const [path = '', count = '1'] = place.split('*')
    mkdirSync(join(folder, path), { recursive: true })
    for (let i = 0; i < Number(count); i++) writeFileSync(join(folder, path, `${i}.jpg`), '')
  }
  const { tasks, notes, questions } = lookAt(folder, 'it')
  const found = tasks.map(
    ({ name, images, test }) => `${name}: ${images}${test === null ? '' : ` | ${test}`}`,
  )
  return { found, notes, questions, tasks }
}

const classes = (...parts: readonly string[]) => parts.flatMap((part) => [`${part}/a`, `${part}/b`])

describe('a test set is never trained on', () => {
  it.each([
    ['train', 'test'],
    ['training_set', 'test_set'],
    ['trainval', 'test'],
    ['Entrainement', 'Test'],
    ['Entraînement', 'Essai'],
    ['Train_Data', 'Test_Data'],
    ['TrainSet', 'TestSet'],
    ['TRAINING', 'TESTING'],
    ['images_train', 'images_test'],
    ['train_images', 'validation_images'],
    ['train2017', 'val2017'],
    ['imagesTr', 'imagesTs'],
    ['tr', 'te'],
    ['X_train', 'X_test'],
    ['train.224', 'holdout.224'],
    ['my train data', 'my held-out data'],
    ['seg_train', 'seg_test'],
    ['birds', 'birds_test'],
    ['entrenamiento', 'prueba'],
    ['treino', 'teste'],
    ['addestramento', 'prova'],
    ['trening', 'testowe'],
    ['Trainingsdaten', 'Testdaten'],
    ['обучающая выборка', 'тестовая выборка'],
    ['训练集', '测试集'],
    ['学習データ', 'テストデータ'],
    ['훈련', '테스트'],
    ['train/train', 'test/test'],
    ['archive/train', 'archive/test'],
  ])('%s and %s are one task', (train, test) => {
    const { found, questions } = look(...classes(train, test))
    expect(questions).toEqual([])
    const name = train.startsWith('archive') ? 'archive' : 'it'
    expect(found).toEqual([`${name}: ${train} | ${test}`])
  })

  it.each([
    ['test goes before val', ['train', 'val', 'test'], ['it: train | test'], 'left out: val/'],
    [
      'years part what belongs together',
      ['train2014', 'val2014', 'train2017', 'val2017'],
      ['train2014: train2014 | val2014', 'train2017: train2017 | val2017'],
      '',
    ],
    [
      'so do other words',
      ['bird_train', 'bird_test', 'cartest', 'cartrain', 'tree', 'val_tree'],
      ['bird: bird_train | bird_test', 'car: cartrain | cartest', 'tree: tree | val_tree'],
      '',
    ],
    [
      'folders in folders of one name are gone through',
      ['seg_train/seg_train', 'seg_test/seg_test', 'seg_pred'],
      ['it: seg_train/seg_train | seg_test/seg_test'],
      'left out: seg_pred/ with 2 images: it is next to seg_train/, and has the same classes',
    ],
    ['other names, but its classes', ['seg_train', 'test'], ['it: seg_train | test'], ''],
    [
      'a sibling with the same classes may be the test set',
      ['train', 'unseen'],
      ['it: train'],
      'it is next to train/, and has the same classes; if it is the test set, write `test: unseen`',
    ],
    [
      'tasks in parts',
      ['train/x', 'train/y', 'test/x', 'test/y'],
      ['x: train/x | test/x', 'y: train/y | test/y'],
      '',
    ],
    ['one task in parts', ['train/x', 'test/x', 'test/y'], ['it: train/x | test/x'], ''],
    [
      'parts in tasks',
      ['x/Train_1', 'x/Test_1', 'y/trn', 'y/tst'],
      ['x: x/Train_1 | x/Test_1', 'y: y/trn | y/tst'],
      '',
    ],
    [
      'the same classes in names that say nothing',
      ['p', 'q'],
      ['p: p', 'q: q'],
      'train and test? p, q have the same classes (a, b)',
    ],
  ])('%s', (_, parts, expected, note) => {
    const { found, notes, questions } = look(...classes(...parts))
    expect([found, questions, notes]).toEqual([expected, [], expect.anything()])
    expect(notes.join('\n')).toContain(note)
  })

  it.each([
    [
      'a test set alone',
      classes('test'),
      'test/: a test set, which is never trained on, or a task',
    ],
    ['two of them', classes('test', 'val'), 'val/: a test set'],
    [
      'one in a task',
      [...classes('x/test'), ...classes('y/train', 'y/test')],
      'x/test/: a test set',
    ],
    [
      'no set with its classes',
      [...classes('birds'), 'test_drive/x', 'test_drive/y'],
      'test_drive/: a test set, which is never trained on, or a task of its own? It is named like a test set, and no folder next to it has its classes',
    ],
    [
      'a name with another word',
      classes('birds', 'test_autumn'),
      'birds next to it has its classes',
    ],
    [
      'two sets to train on',
      classes('train', 'training_set', 'test'),
      'train/ and training_set/ are all named like a training set',
    ],
    [
      'one in what is trained on',
      classes('train/val2017', 'train/x'),
      'train/val2017/: a test set',
    ],
    ['one alone in it', classes('images/Test_Data'), 'Test_Data/: a test set'],
    [
      'one among its classes',
      [...classes('train', 'train/test_set'), 'test/a'],
      'train/test_set/: a test set',
    ],
    ['two that it may belong to', classes('train_raw', 'train_clean', 'test'), 'train_clean'],
  ])('stops and names both readings: %s', (_, places, question) => {
    const { questions } = look(...places)
    expect(questions.join('\n')).toContain(question)
  })
})

describe('a class may be called like a part', () => {
  it.each([
    ['test_tube among classes', ['beaker', 'flask', 'test_tube'], ['it: .']],
    [
      'test_tube in train/',
      ['train/beaker', 'train/test_tube', 'test/beaker', 'test/test_tube'],
      ['it: train | test'],
    ],
    ['train among vehicles', ['bus', 'car', 'train'], ['it: .']],
    ['test in train/', ['train/test', 'train/a', 'test/test', 'test/a'], ['it: train | test']],
    [
      'bullet_train in folders',
      classes('bullet_train', 'steamer'),
      ['bullet_train: bullet_train', 'steamer: steamer'],
    ],
    ['codes of languages', ['de', 'te', 'tr'], ['it: .']],
    ['words that hold one', ['contest', 'latest', 'station'], ['it: .']],
    ['a folder deeper', ['beaker', 'flask', 'test_tube/x', 'test_tube/y'], ['it: .']],
  ])('%s', (_, places, expected) => {
    const { found, questions } = look(...places)
    expect([found, questions]).toEqual([expected, []])
  })

  it.each([
    ['test among classes', ['a', 'b', 'test'], 'test/ is next to class folders'],
    ['valid and invalid', ['invalid', 'valid'], 'valid/ is next to class folders'],
    [
      'classes in pairs',
      ['cat_test', 'cat_train', 'dog_test', 'dog_train'],
      'cat_train/ and cat_test/, dog_train/ and dog_test/: the training and the test images of one class, or two classes?',
    ],
    [
      'val beside a test set',
      ['a', 'b', ...classes('test', 'val')],
      'test/, val/ are next to class folders',
    ],
    ['unlabelled parts', ['imagesTr', 'imagesTs'], 'imagesTr/ has 1 images and no class folders'],
    [
      'unlabelled training images',
      ['train*3', 'test/a', 'test/b'],
      'train/ has 3 images and no class folders',
    ],
  ])('asks and makes no task: %s', (_, places, note) => {
    const { found, notes } = look(...places)
    expect(found).toEqual([])
    expect(notes.join('\n')).toContain(note)
  })

  it('says once, with places, that parts lie below the classes', () => {
    const { found, notes } = look('cat/train', 'cat/test', 'dog/train', 'dog/test')
    expect(found).toEqual([])
    expect(notes).toEqual([expect.stringContaining('cat, dog: each contains splits')])
  })
})

describe('whatever folders are called', () => {
  const names =
    'train Test_Data val2017 training_set imagesTs birds birds_test birds_train test_tube a b images seg_pred'.split(
      ' ',
    )
  const isTestSet = (name: string) => {
    const part = partOf(name)
    return part?.isPlain === true && part.role !== 'train'
  }

  it.each(Array.from({ length: 150 }, (_, seed) => seed + 1))(
    'no test set is an image folder or a class of what is written, in tree %i',
    (seed) => {
      let state = seed
      const draw = (count: number) => {
        state = (state * 48_271) % 2_147_483_647
        return state % count
      }
      const name = () => names[draw(names.length)]!
      const forms = [
        (top: string) => [top],
        (top: string) => classes(top),
        (top: string) => [`${top}/x`, `${top}/y`],
        (top: string) => classes(`${top}/${name()}`),
      ]
      const places = Array.from({ length: 2 + draw(3) }, () => forms[draw(4)]!(name())).flat()
      const { tasks, questions } = look(...places)
      for (const { images, test, classes } of questions.length === 0 ? tasks : []) {
        expect(images.split('/').filter(isTestSet)).toEqual([])
        expect(tasks.map((task) => task.images)).not.toContain(test)
        if (images === '.') expect(classes.filter(isTestSet)).toEqual([])
      }
    },
  )
})

describe('class folders beside a list of the images for testing', () => {
  const beside = (list: string, ...places: readonly string[]) => {
    mkdirSync(join(folder, list, '..'), { recursive: true })
    writeFileSync(join(folder, list), 'x')
    return look(...places)
  }

  it.each([
    ['train_test_split.txt', 'images/a', 'images/b'],
    ['meta/test.txt', 'images/a', 'images/b'],
    ['testing_list.txt', 'a', 'b'],
    ['split_zhou_Birds.json', 'a', 'b'],
    ['labels/test1.txt', 'images/a', 'images/b'],
    ['images/test_ids.csv', 'images/a', 'images/b'],
    ['setid/val.mat', 'a', 'b'],
  ])('are asked about: %s', (list, ...places) => {
    expect(beside(list, ...places).questions.join()).toContain(`${list}: by its name it says`)
  })

  it.each(['classes.txt', 'test_results.md', 'train.txt', 'latest.json', 'README.txt'])(
    'are a task beside %s',
    (file) => {
      expect(beside(file, 'a', 'b').questions).toEqual([])
    },
  )

  it('are a task with a test set of their own beside any list', () => {
    expect(beside('test.txt', ...classes('train', 'test')).questions).toEqual([])
  })
})
