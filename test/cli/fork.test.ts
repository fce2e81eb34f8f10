/** `zscl fork` with the real program and worker. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { numbersOf, workplace, zscl } from './support.js'

const cwd = workplace()
const short = ['--set', 'schedule.updates=10', '--set', 'schedule.warmup=2']
const changes = ['--set', 'recipe.lambda_image=5', '--set', 'recipe.average.interval=4']

describe('a fork', () => {
  it('has the weights and numbers of the same experiment run from the beginning', async () => {
    await zscl(
      cwd,
      'run',
      'mini-short',
      '--name',
      'parent',
      '--set',
      'checkpoint.tasks=all',
      ...short,
    )
    const shown = (await zscl(cwd, 'show', 'parent')).stdout
    expect(shown).toContain('can be forked after  1 shapes')
    expect(shown).not.toContain('lambda_image:')
    expect((await zscl(cwd, 'show', 'parent', '--settings')).stdout).toContain('lambda_image:')
    const forked = await zscl(cwd, 'fork', 'parent', '--after-task', 'shapes', ...changes)
    expect(forked).toMatchObject({ code: 0, stderr: '' })
    expect(forked.stdout).toContain(
      'parent-after-1 reuses task 1 of parent and trains from task 2 (digits) on.',
    )
    const whole = [
      'fork',
      'parent',
      '--after-task',
      '1',
      ...changes,
      '--from-start',
      '--name',
      'whole',
    ]
    expect((await zscl(cwd, ...whole)).code).toBe(0)
    const [fork, again] = [await numbersOf(cwd, 'parent-after-1'), await numbersOf(cwd, 'whole')]
    const own = [...again.losses].filter(([key]) => String(key).startsWith('1/'))
    expect({ ...fork, losses: [...fork.losses] }).toEqual({ ...again, losses: own })
    expect(fork.model).not.toEqual((await numbersOf(cwd, 'parent')).model)
    expect((await zscl(cwd, 'show', 'parent-after-1')).stdout).toContain(
      'task 1 trained in parent: this is its fork',
    )
    const text = (await zscl(cwd, 'run', join('runs', 'whole', 'experiment.yaml'), '--dry-run'))
      .stdout
    expect(text).toContain('from_task:\n  "2":\n    lambda_image: 5\n')
  }, 120_000)

  it.each([
    [[], 'nothing changes'],
    [['--set', 'recipe.lambda_imag=5'], '`from_task.2.lambda_imag`: unknown key'],
    [['--set', 'seed=3'], 'they affect tasks that are already done'],
    [['--name', 'a/b', '--set', 'recipe.wc=1'], '`--name a/b`'],
  ])('with %j is refused in one message', async (words, message) => {
    const { code, stderr } = await zscl(cwd, 'fork', 'parent', '--after-task', '1', ...words)
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    expect(stderr).not.toContain('    at ')
  })

  it('after a task that is not there names those that are', async () => {
    const { stderr } = await zscl(cwd, 'fork', 'parent', '--after-task', 'digit', ...changes)
    expect(stderr).toContain('Did you mean `digits`? It can be forked after: 1 shapes.')
  })
})
