/** A class-incremental benchmark from the command to its numbers. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { eventsOf, workplace, zscl } from './support.js'

const cwd = workplace()
const minutes = 60_000

it(
  'is run step by step, and its Avg and Last are those of all classes seen',
  async () => {
    const short = [
      '--set',
      'schedule.updates=4',
      '--set',
      'schedule.warmup=1',
      '--set',
      'threads=1',
    ]
    const { code, stdout } = await zscl(cwd, 'run', 'mini-letters-4-steps', '--plain', ...short)
    expect(code).toBe(0)
    expect(stdout).toContain('protocol mini-v1, classes in label order')
    expect(stdout).toMatch(/all seen +1-3 +4-6 +7-9 +10-12/)
    expect(stdout).not.toContain('Transfer')

    const run = 'mini-letters-4-steps'
    const shown = JSON.parse((await zscl(cwd, 'show', run, '--json')).stdout)
    expect(shown).toMatchObject({ setting: 'class-incremental', transfer: null })
    const evaluated = eventsOf(join(cwd, 'runs', run)).filter((event) => event.kind === 'evaluated')
    const seen = [0, 1, 2, 3].map((task) => {
      const cells = evaluated.filter((event) => event.after_task === task)
      expect(cells).toHaveLength(task + 1)
      const sum = (key: 'correct' | 'total') => cells.reduce((all, cell) => all + cell[key], 0)
      return (100 * sum('correct')) / sum('total')
    })
    shown.seen.forEach((value: number, task: number) => {
      expect(value).toBeCloseTo(seen[task]!, 2)
    })
    expect(shown.average).toBeCloseTo(seen.reduce((a, b) => a + b) / 4, 2)
    expect(shown.last).toBeCloseTo(seen[3]!, 2)

    const results = await zscl(cwd, 'results', '--format', 'json')
    expect(results.stderr).toMatch(/^Top-1 accuracy in percent, .*\n$/)
    expect(JSON.parse(results.stdout)[0].transfer).toBeNull()
    expect(JSON.parse(results.stdout)[0].last.mean).toBeCloseTo(seen[3]!, 6)
  },
  2 * minutes,
)

it('names the class that a dataset does not have', async () => {
  const steps = 'benchmark.tasks.steps={first: 3, each: 5, number: 2}'
  const { code, stderr } = await zscl(cwd, 'run', 'mini-letters-4-steps', '--set', steps)
  expect(code).toBe(2)
  expect(stderr).toContain('dataset `9-13` asks for class 12 and has 12, numbered from 0')
})
