/** `zscl eval` and `zscl merge` as people type them. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { python, root, workplace, zscl } from './support.js'

const cwd = workplace()
const minutes = 60_000
const on = ['--on', 'mini-short']
const short = ['--plain', '--set', 'schedule.updates=6', '--set', 'recipe=finetune']

beforeAll(async () => {
  for (const seed of ['0', '1']) {
    const { code } = await zscl(
      cwd,
      'run',
      'mini-short',
      ...short,
      '--seed',
      seed,
      '--name',
      `s${seed}`,
    )
    expect(code).toBe(0)
  }
}, 3 * minutes)

const weights = (folder: string) =>
  createHash('sha256')
    .update(readFileSync(join(cwd, folder, 'open_clip_model.safetensors')))
    .digest('hex')

describe('zscl eval', () => {
  it(
    'gives the accuracies that the run itself has measured, and writes a model only when asked',
    async () => {
      const shown = JSON.parse((await zscl(cwd, 'show', 's0', '--json')).stdout)
      const { code, stdout } = await zscl(cwd, 'eval', 's0', 'mini-clip', ...on, '--json')
      expect(code).toBe(0)
      const { datasets, models } = JSON.parse(stdout)
      expect(datasets).toEqual(['shapes', 'digits'])
      expect(Object.values(models[0].accuracies)).toEqual(shown.matrix[1])
      expect(Object.values(models[1].accuracies)).toEqual(shown.zero_shot)
      expect(readdirSync(cwd).filter((name) => !['runs', 'cache'].includes(name))).toEqual([])
    },
    minutes,
  )
})

describe('zscl merge', () => {
  it(
    'wise-ft writes a folder per alpha; those of 0 and 1 are the end points bit for bit',
    async () => {
      const { code, stdout } = await zscl(
        cwd,
        'merge',
        'wise-ft',
        's0',
        's1',
        '--alpha',
        '0,0.5,1',
        ...on,
        '--out',
        'wise',
      )
      expect(code).toBe(0)
      expect(stdout).toMatch(/wise-ft-0\.5 +\d/)
      expect(weights('wise/alpha-0')).toBe(weights('runs/s0/model'))
      expect(weights('wise/alpha-1')).toBe(weights('runs/s1/model'))
      expect(weights('wise/alpha-0.5')).not.toBe(weights('runs/s0/model'))
      expect(readFileSync(join(cwd, 'wise/alpha-0.5/README.md'), 'utf8')).toContain(
        '0.5 of the weights of `s0`',
      )
    },
    minutes,
  )

  it(
    'uniform and greedy write models that plain open_clip loads, with the accuracy that is printed',
    async () => {
      const uniform = await zscl(
        cwd,
        'merge',
        'uniform',
        's0',
        's1',
        ...on,
        '--out',
        'soup',
        '--json',
      )
      expect(uniform.code).toBe(0)
      const soup = JSON.parse(uniform.stdout).models.at(-1)
      const dump = join(cwd, 'digits.npz')
      execFileSync(python, [join(root, 'test/fixtures/dump_test_set.py'), 'digits', '100', dump], {
        env: { ...process.env, PYTHONPATH: join(root, 'python') },
      })
      const accuracy = execFileSync(
        python,
        [join(root, 'test/fixtures/plain_open_clip.py'), join(cwd, 'soup'), dump],
        { env: { ...process.env, PYTHONPATH: '' }, encoding: 'utf8' },
      )
      expect(Number(accuracy)).toBeCloseTo(soup.accuracies.digits, 6)

      const greedy = await zscl(cwd, 'merge', 'greedy', 's0', 's1', 'mini-clip', ...on, '--json')
      const { models, tried, selection_share } = JSON.parse(greedy.stdout)
      expect(selection_share).toBe(0.5)
      expect(tried).toHaveLength(3)
      expect(models.at(-1).scores[0].total).toBe(50)
    },
    minutes,
  )

  it.each([
    [['wise-ft', 's0', 's1', '--alpha', '0.5,1.2', ...on], 'numbers from 0 to 1'],
    [['wise-ft', 's0', 'nothing', '--alpha', '0.5', ...on], 'no model `nothing`'],
    [['uniform', 's0', ...on], 'at least two models'],
    [['uniform', 's0', 's1', '--on', 'minni'], 'Did you mean `mini`?'],
    [['uniform', 's0', 's1', '--on', 'mini/shape'], 'Did you mean `shapes`?'],
    [['uniform', 's0', 's1', ...on, '--out', 'runs'], 'already exists'],
    [['greedy', 's0', 's1', ...on, '--selection-share', '1'], 'between 0 and 1'],
    [['uniform', 's0', 'ViT-S-16', ...on, '--out', 'x'], 'parameter `'],
  ])(
    '%j ends with 2, the reason, and nothing written',
    async (args, reason) => {
      const { code, stderr, stdout } = await zscl(cwd, 'merge', ...args)
      expect(stderr).toContain(reason)
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(existsSync(join(cwd, 'x'))).toBe(false)
    },
    minutes,
  )
})
