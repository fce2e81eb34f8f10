/** What people write in YAML, or hand over in its place: read rightly, or refused in one line. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { UsageError } from '../../src/config/errors.js'
import { readLines } from '../../src/config/files.js'
import { loadExperiment } from '../../src/config/resolve.js'

const folder = mkdtempSync(join(tmpdir(), 'zscl-reading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function refusal(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as Error).message
  }
  throw new Error('it was read')
}

it('a file of aliases that repeat each other is refused for what it is', () => {
  const list = (item: string) => `[${Array(9).fill(item).join(',')}]`
  const lines = [...'bcdefghi'].map((name, i) => `${name}: &${name} ${list(`*${'abcdefgh'[i]}`)}`)
  const bomb = file('bomb.yaml', [`a: &a ${list('"x"')}`, ...lines, 'benchmark: mini'].join('\n'))
  expect(refusal(() => loadExperiment(bomb))).toMatch(
    /^.*bomb\.yaml: its aliases .* Write the values out\.$/,
  )
})

it('an alias of nothing is refused as well, and one of something is read', () => {
  expect(refusal(() => loadExperiment(file('a.yaml', 'benchmark: *none\n')))).toMatch(
    /aliases|alias/,
  )
  expect(loadExperiment(file('b.yaml', 'name: &n mini\nbenchmark: *n\n')).benchmark.name).toBe(
    'mini',
  )
})

it.each([
  ['- a\n- b\n', /expected a map of keys, got \["a","b"\]/],
  ['', /expected a map of keys, got nothing/],
  ['mini\n', /expected a map of keys, got "mini"/],
])('a file that holds no map says what it holds: %j', (text, words) => {
  expect(refusal(() => loadExperiment(file('odd.yaml', text)))).toMatch(words)
})

it('one value is one problem', () => {
  const big = file('big.yaml', 'benchmark: mini\nseed: 99999999999999999999\n')
  const message = refusal(() => loadExperiment(big))
  expect(message).toMatch(/has 1 problem:\n.*at most 4294967295/)
})

it('nothing behind --set NAME= is the empty text', () => {
  const { model } = loadExperiment('mini', { set: ['model.name=ViT-B-32', 'model.pretrained='] })
  expect(model.pretrained).toBe('')
})

it.each([
  ['{images: ./a, test: ./a}', 'benchmark.tasks[0].test'],
  ['{table: ./a.csv, test_table: ./a.csv}', 'benchmark.tasks[0].test_table'],
])('a task is not tested with what it trains on: %s', (task, path) => {
  const written = file('same.yaml', `benchmark: {tasks: [${task}]}\nrecipe: finetune\n`)
  expect(refusal(() => loadExperiment(written))).toContain(
    `\`${path}\`: these are the training images`,
  )
  expect(loadExperiment(written, { set: ['recipe=zero-shot'] }).benchmark.tasks).toHaveLength(1)
})

it('a table may name the folder of its images', () => {
  const written = file('table.yaml', 'benchmark: {tasks: [{table: ./a.csv, images: ./photos}]}\n')
  const [task] = loadExperiment(written).benchmark.tasks
  expect(task).toMatchObject({ kind: 'table', name: 'a', images: join(folder, 'photos') })
})

it('what never ends, or waits for a writer, is not read', () => {
  const pipe = join(folder, 'pipe.yaml')
  execFileSync('mkfifo', [pipe])
  for (const path of ['/dev/zero', pipe]) {
    expect(refusal(() => loadExperiment(path))).toContain('expected a regular file')
    expect(refusal(() => readLines(path))).toContain('expected a regular file')
  }
  expect(refusal(() => loadExperiment(folder))).toContain('it is a folder')
})
