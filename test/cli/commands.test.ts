/** The commands as people and scripts type them. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { python, root, start, workplace, zscl } from './support.js'

const cwd = workplace()
const minutes = 60_000

it('the help lists every command under what it is for', async () => {
  const { stdout } = await zscl(cwd, '--help')
  const headings = stdout.match(/^[A-Z]\w+:$/gm)
  expect(headings).toEqual(['Options:', 'Run:', 'Results:', 'Data:', 'Models:', 'Maintenance:'])
})

describe('a run of mini-short', () => {
  it(
    'prints nothing but events as JSON, and is shown with everything a script needs',
    async () => {
      const { code, stdout, stderr } = await zscl(
        cwd,
        'run',
        'mini-short',
        '--json',
        '--name',
        'json',
        '--seed',
        '3',
      )
      expect(stderr).toBe('')
      expect(code).toBe(0)
      const events = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1))
      expect(events.at(-1).kind).toBe('finished')
      expect(readFileSync(join(cwd, 'runs/json/journal.jsonl'), 'utf8')).toBe(stdout)

      const shown = JSON.parse((await zscl(cwd, 'show', 'json', '--json')).stdout)
      expect(shown).toMatchObject({
        name: 'json',
        state: 'finished',
        recipe: 'zscl',
        benchmark: 'mini-short',
        seed: 3,
        tasks: ['shapes', 'digits'],
        folder: join(cwd, 'runs/json'),
      })
      expect(shown.zero_shot).toHaveLength(2)
      expect(shown.matrix.flat().every((value: number) => value >= 0 && value <= 100)).toBe(true)
      expect(shown.transfer).toBe(shown.matrix[0][1])
      expect(shown.last).toBeCloseTo((shown.matrix[1][0] + shown.matrix[1][1]) / 2, 1)

      const listed = JSON.parse((await zscl(cwd, 'ls', '--json')).stdout)
      expect(listed.find((run: { name: string }) => run.name === 'json').state).toBe('finished')
    },
    3 * minutes,
  )

  it(
    'leaves a model that plain open_clip loads, with the same accuracy',
    () => {
      const shown = JSON.parse(
        execFileSync(process.execPath, [join(root, 'dist/main.js'), 'show', 'json', '--json'], {
          cwd,
          encoding: 'utf8',
        }),
      )
      const dump = join(cwd, 'digits.npz')
      const env = { ...process.env, PYTHONPATH: join(root, 'python') }
      execFileSync(python, [join(root, 'test/fixtures/dump_test_set.py'), 'digits', '100', dump], {
        env,
      })
      const alone = { ...process.env, PYTHONPATH: '' }
      const script = join(root, 'test/fixtures/plain_open_clip.py')
      const accuracy = execFileSync(python, [script, join(cwd, 'runs/json/model'), dump], {
        env: alone,
        encoding: 'utf8',
      })
      expect(Number(accuracy)).toBe(shown.matrix[1][1])
    },
    2 * minutes,
  )

  it(
    'is the same again from its own experiment.yaml',
    async () => {
      const { code } = await zscl(
        cwd,
        'run',
        'runs/json/experiment.yaml',
        '--plain',
        '--name',
        'again',
      )
      expect(code).toBe(0)
      const [first, second] = await Promise.all(
        ['json', 'again'].map(async (name) =>
          JSON.parse((await zscl(cwd, 'show', name, '--json')).stdout),
        ),
      )
      expect(second.matrix).toEqual(first.matrix)
    },
    3 * minutes,
  )
})

describe('the comparison', () => {
  it(
    'on a shortened mini: zscl keeps more of zero-shot and ends higher than finetune',
    async () => {
      const metrics = async (recipe: string) => {
        const args = ['run', 'mini-short', '--plain', '--name', recipe, '--set', `recipe=${recipe}`]
        expect(
          (await zscl(cwd, ...args, '--set', 'schedule.updates=30', '--set', 'schedule.warmup=3'))
            .code,
        ).toBe(0)
        return JSON.parse((await zscl(cwd, 'show', recipe, '--json')).stdout)
      }
      const finetune = await metrics('finetune')
      const ours = await metrics('zscl')
      expect(ours.transfer).toBeGreaterThan(finetune.transfer)
      expect(ours.last).toBeGreaterThan(finetune.last)
    },
    4 * minutes,
  )
})

describe('bad input', () => {
  it('ends with 2 and writes nothing', async () => {
    const empty = join(cwd, 'empty')
    mkdirSync(empty)
    writeFileSync(
      join(empty, 'bad.yaml'),
      'benchmark: mini\nrecipe: {base: zscl, lambda_imag: 1}\nsede: 1\n',
    )
    for (const args of [
      ['run', 'bad.yaml'],
      ['run', 'mini', '--set', 'recipe=zcsl'],
      ['run', 'nothing.yaml'],
      ['run', 'mini', '--name', '../x'],
      ['run', 'mini', '--seed', '-1'],
      ['show', 'nothing'],
      ['rum'],
      [],
    ]) {
      const { code, stderr } = await zscl(empty, ...args)
      expect(code, args.join(' ')).toBe(2)
      expect(stderr, args.join(' ')).not.toBe('')
    }
    expect(readdirSync(empty)).toEqual(['bad.yaml'])
  })

  it('names every problem of a file at once', async () => {
    const { stderr } = await zscl(join(cwd, 'empty'), 'run', 'bad.yaml')
    expect(stderr).toContain('bad.yaml has 2 problems')
    expect(stderr).toContain('Did you mean `lambda_image`?')
    expect(stderr).toContain('Did you mean `seed`?')
  })
})

describe('a mistake that only Python can see', () => {
  it.each([
    ['a folder without a model', ['--set', 'model=local-dir:/no/such/folder'], 'there is no'],
    ['a device that is not there', ['--set', 'device=cuda:7'], 'this machine has cpu'],
  ])(
    '%s: exit 2 with the reason, and nothing is left behind',
    async (_, set, reason) => {
      const folder = join(cwd, 'mistake')
      mkdirSync(folder, { recursive: true })
      const { code, stderr } = await zscl(folder, 'run', 'mini-short', '--plain', ...set)
      expect(stderr).toContain(reason)
      expect(stderr).not.toContain('resume')
      expect(code).toBe(2)
      expect(readdirSync(folder).filter((name) => name !== 'cache')).toEqual([])
    },
    minutes,
  )
})

describe('a loss that is no longer finite', () => {
  it(
    'stops the run with update and terms; the last good checkpoint stays',
    async () => {
      const set = ['--set', 'schedule.learning_rate=[1.0e-3, 1.0e+30]', '--set', 'recipe=finetune']
      const { code, stderr, stdout } = await zscl(
        cwd,
        'run',
        'mini-short',
        '--plain',
        '--name',
        'nan',
        ...set,
      )
      expect(code).toBe(1)
      expect(stderr).toMatch(/update \d+/)
      expect(stderr).toContain('ce')
      expect(stdout).toContain('task-01-step-0020')
      expect(existsSync(join(cwd, 'runs/nan/checkpoints/task-01-step-0020/state.json'))).toBe(true)
      expect(stderr).toMatch(/zscl resume .*nan/)
    },
    3 * minutes,
  )
})

describe('a Python without the packages', () => {
  it(
    'is named with the way out',
    async () => {
      const bare = join(cwd, 'bare')
      execFileSync('python3', ['-m', 'venv', '--without-pip', bare])
      const { code, stderr } = await start(
        cwd,
        ['run', 'mini-short', '--plain', '--name', 'bare'],
        {
          ZSCL_PYTHON: join(bare, 'bin/python'),
        },
      ).exit
      expect(code).toBe(1)
      expect(stderr).toMatch(/(zmq|google|protobuf|torch)/)
      expect(stderr).toContain('scripts/setup')
    },
    minutes,
  )
})

describe('without a run', () => {
  it('--dry-run prints the resolved experiment and the plan, and writes nothing', async () => {
    const folder = join(cwd, 'dry')
    mkdirSync(folder)
    const { code, stdout } = await zscl(
      folder,
      'run',
      'mini',
      '--dry-run',
      '--set',
      'recipe=wise-ft',
    )
    expect(code).toBe(0)
    expect(stdout).toContain('alpha: 0.8')
    expect(stdout).toMatch(/train +task 6 updates 125–149/)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Cost: 900 updates; no images to decode.')
    expect(readdirSync(folder)).toEqual([])
  })

  it('--write writes an experiment that can be run as it is, and replaces no file', async () => {
    const words = ['run', 'mini-short', '--set', 'recipe.wc=2', '--write', 'written.yaml']
    expect((await zscl(cwd, ...words)).stdout).toContain('zscl run written.yaml')
    const { stdout } = await zscl(cwd, 'run', 'written.yaml', '--dry-run', '--json')
    expect(JSON.parse(stdout).experiment.recipe.wc).toBe(2)
    const again = await zscl(cwd, ...words)
    expect(again).toMatchObject({ code: 2, stdout: '' })
    expect(again.stderr).toContain('it is there already')
  })

  it('rm takes a sweep with all its trials, and no trial that others begin where it has been', async () => {
    const trial = join(cwd, 'runs/swept/one')
    mkdirSync(join(trial, 'stages/task-01'), { recursive: true })
    writeFileSync(join(trial, 'journal.jsonl'), '')
    writeFileSync(join(cwd, 'runs/swept/sweep.json'), '{}')
    const refused = await zscl(cwd, 'rm', 'runs/swept/one', '--yes')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain(
      'other trials of the sweep swept begin where one has been: nothing was removed.',
    )
    expect(existsSync(trial)).toBe(true)
    expect((await zscl(cwd, 'rm', 'swept', '--yes')).stdout).toContain('Removed')
    expect(existsSync(join(cwd, 'runs/swept'))).toBe(false)
  })

  it('recipes lists them with a line each, and prints one that can be used as it is', async () => {
    const list = (await zscl(cwd, 'recipes')).stdout.trimEnd().split('\n')
    expect(list.length).toBeGreaterThanOrEqual(14)
    const { stdout } = await zscl(cwd, 'recipes', 'zscl')
    expect(stdout).toContain('# Reproduces')
    writeFileSync(join(cwd, 'mine.yaml'), stdout)
    expect((await zscl(cwd, 'run', 'mine.yaml', '--dry-run')).code).toBe(0)
  })

  it('scripts/zscl works from any folder and through a symlink', () => {
    const link = join(cwd, 'linked')
    symlinkSync(join(root, 'scripts/zscl'), link)
    expect(execFileSync(link, ['--version'], { cwd, encoding: 'utf8' })).toMatch(
      /^\d+\.\d+\.\d+\n$/,
    )
  })

  it(
    'doctor finds everything in place',
    async () => {
      const { code, stdout } = await zscl(cwd, 'doctor')
      expect(stdout).toContain('Everything is in place.')
      expect(code).toBe(0)
    },
    minutes,
  )
})
