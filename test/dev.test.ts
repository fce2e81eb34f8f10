/** `scripts/dev`: what belongs to a changed file. */
import { describe, expect, it } from 'vitest'
import { commandsFor } from '../scripts/dev.js'

const tests = new Map([
  [
    'test/python/test_walk.py',
    'from zscl.data import scan, walk\nfrom zscl.references.own import x\n',
  ],
  ['test/python/test_losses.py', 'from zscl.training.losses import ce\n'],
  ['test/python/conftest.py', 'from zscl.data import walk\n'],
])
const titles = (...files: string[]) => commandsFor(files, tests).map(({ title }) => title)
const words = (title: string, ...files: string[]) =>
  commandsFor(files, tests).find((command) => command.title === title)!.words

describe('the development loop', () => {
  it('formats, checks, builds and tests what a source reaches, without the slow tests', () => {
    expect(titles('src/plan/plan.ts')).toEqual(['format', 'types', 'build', 'tests'])
    expect(words('tests', 'src/plan/plan.ts')).toEqual(
      expect.arrayContaining(['related', 'src/plan/plan.ts', 'test/cli/**']),
    )
  })

  it('runs the Python tests that import what has changed, and a test that has', () => {
    expect(words('tests of Python', 'python/zscl/data/walk.py')).toContain(
      'test/python/test_walk.py',
    )
    expect(words('tests of Python', 'python/zscl/data/walk.py')).not.toContain(
      'test/python/conftest.py',
    )
    expect(words('tests of Python', 'python/zscl/training/losses.py').slice(-1)).toEqual([
      'test/python/test_losses.py',
    ])
    expect(words('tests of Python', 'test/python/test_losses.py').slice(-1)).toEqual([
      'test/python/test_losses.py',
    ])
  })

  it('generates code first where the messages have changed, and leaves generated code alone', () => {
    expect(titles('proto/zscl.proto', 'src/plan/step.ts')[0]).toBe('generate')
    expect(titles('python/zscl_worker/generated/zscl_pb2.py')).toEqual([])
  })

  it('has nothing to do for words', () => {
    expect(titles('docs/paper.md', 'README.md')).toEqual([])
  })
})
