/** Published tables as people ask for them, beside runs on disk; only the last test needs a worker. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lackingData } from '../../src/needs/table.js'
import { paperTable } from '../../src/paper/tables.js'
import { notesOf } from '../../src/view/report/table-notes.js'
import { writeRun } from '../paper/figure-runs.js'
import { workplace, zscl } from './support.js'

const cwd = workplace()
const minutes = 60_000

it("prints the paper's columns and says exactly what is missing for ours", async () => {
  const { code, stdout } = await zscl(cwd, 'table', 'mtil-order-2')
  expect(code).toBe(0)
  expect(stdout).toMatch(/ZSCL +zscl +64\.2 +– +– +74\.5 /)
  expect(stdout).toContain('iCaRL † ')
  expect(stdout).toMatch(/^† iCaRL, order II: .*at chance/m)
  expect(stdout).toContain('Missing: zero-shot, finetune, lwf')
  expect(stdout).toMatch(
    /Nothing was run, because data is missing: stanford-cars, .*; for zscl-star, zscl: reference images, reference texts\./,
  )
  expect(stdout).toContain('`zscl data status mtil-order-2`')
})

it('prints a column per dataset, and the class-incremental numbers with a mark where they are not confirmed', async () => {
  const datasets = await zscl(cwd, 'table', 'mtil-order-1', '--per', 'dataset', '--have')
  expect(datasets.stdout).toMatch(/Transfer +ZSCL +zscl +paper +– +86\.0 +67\.4 /)
  expect(datasets.stdout).not.toContain('Nothing was run')
  const steps = await zscl(cwd, 'table', 'cil-cifar100', '--have', '--format', 'csv')
  const row = steps.stdout.split('\n').find((line) => line.startsWith('ZSCL,'))
  expect(row).toBe('ZSCL,zscl,paper,,82.15 ?,73.65,80.39 ?,69.58 ?,79.92 ?,67.36')
  expect(steps.stdout).not.toContain('second source')
  expect(steps.stderr).toContain('? = not checked against a second source.')
  const refused = await zscl(cwd, 'table', 'cil-cifar100', '--have', '--per', 'dataset')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('classes of one dataset')
})

it('is LaTeX on request, and offers the nearest name for a wrong one', async () => {
  const latex = await zscl(cwd, 'table', 'mtil-order-1', '--have', '--format', 'latex')
  expect(latex.stdout).toContain('\\toprule')
  const wrong = await zscl(cwd, 'table', 'mtil-order-3')
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('Did you mean `mtil-order-1`?')
})

it('takes finished runs of the shipped recipes only, one per seed, and names the others', async () => {
  const runs = join(cwd, 'made')
  mkdirSync(runs)
  const finetune = {
    recipe: 'finetune',
    matrix: [
      [80, 50, 50],
      [70, 80, 50],
      [60, 70, 80],
    ],
  }
  writeRun(runs, 'one', { ...finetune, seed: 0 })
  writeRun(runs, 'again', { ...finetune, seed: 0 })
  writeRun(runs, 'two', { ...finetune, seed: 1 })
  writeRun(runs, 'half', { recipe: 'lwf', stopAfter: 1 })
  writeRun(runs, 'other', { recipe: 'zscl', own: { lambda_image: 7 } })
  const { stdout } = await zscl(cwd, 'table', 'mini', '--have', '--runs', 'made')
  expect(stdout).toMatch(/finetune +finetune +2 /)
  expect(stdout).toMatch(/lwf +lwf +–/)
  expect(stdout).toContain('Not finished, not in the means: half.')
  expect(stdout).toContain(
    'Left out, because their experiment differs from the built-in one: other.',
  )
  expect(stdout).toContain('counting paper, precision fp32')
})

it('runs the methods that need no reference set where only the datasets are there', () => {
  const table = paperTable('cil-cifar100')!
  const lacking = (data: string) => lackingData(table, join(cwd, data))
  expect(lacking('empty').get('finetune')).toEqual(['cifar100'])
  mkdirSync(join(cwd, 'brought/cifar-100-python/some'), { recursive: true })
  const found = lacking('brought')
  for (const recipe of ['zero-shot', 'finetune', 'lwf', 'lwf-vr', 'icarl'])
    expect(found.get(recipe)).toEqual([])
  expect(found.get('zscl')).toEqual(['reference images', 'reference texts'])
  const notes = notesOf(table, { runs: [], unreadable: [] }, found, 1).join('\n')
  expect(notes).toContain(
    'Not run, because data is missing for zscl: reference images, reference texts.',
  )
  expect(notes).toContain('`zscl data status cifar100-10-steps`')
})

it('names a damaged run, which hides no other', async () => {
  const runs = join(cwd, 'damaged')
  mkdirSync(runs)
  writeRun(runs, 'good', { recipe: 'finetune' })
  const bad = writeRun(runs, 'bad', { recipe: 'lwf' })
  writeFileSync(join(bad, 'journal.jsonl'), 'nonsense\n{"v":1}\n')
  const { code, stdout } = await zscl(cwd, 'table', 'mini', '--have', '--runs', 'damaged')
  expect(code).toBe(0)
  expect(stdout).toMatch(/finetune +finetune +1 /)
  expect(stdout).toMatch(/Not readable, not in the means: bad \(/)
})

it(
  'runs what is missing where its data is, and shows it beside what was there',
  async () => {
    const have = await zscl(cwd, 'table', 'mini-letters', '--have')
    expect(have.code).toBe(2)
    const env = { runs: 'ran' }
    const seeds = ['--seeds', '0', '--jobs', '2', '--runs', env.runs]
    const words = ['table', 'mini', ...seeds, '--recipes', 'zero-shot']
    expect((await zscl(cwd, ...words, '--dry-run')).stdout).toMatch(
      /^[0-9a-f]{8} {2}.*recipe zero-shot.*\n.*1 trial; 0 updates to do/,
    )
    const started = await zscl(cwd, ...words)
    expect(started.stderr).toContain(
      'Missing, so running now (`--have` shows existing results only): zero-shot seed 0.',
    )
    expect(started.code).toBe(0)
    expect(started.stdout).toMatch(/zero-shot +zero-shot +1 +59\.2 +56\.5 +56\.5/)
    expect((await zscl(cwd, ...words, '--dry-run')).stdout).toBe('Nothing is missing.\n')
    const again = await zscl(cwd, ...words)
    expect(again.stderr).toBe('')
    expect(again.stdout).toBe(started.stdout)
  },
  2 * minutes,
)

it('an ablation is a table of its own: its trials by name, and nothing where nothing is published', async () => {
  const have = await zscl(cwd, 'table', 'mini-ablation-losses', '--have')
  expect(have).toMatchObject({ code: 0, stderr: '' })
  expect(have.stdout).toMatch(/image-image +0 of 1\* +– +– +– +– +–/)
  expect(have.stdout).toContain('no numbers of this ablation are known for certain')
  const paper = await zscl(cwd, 'table', 'ablation-weights', '--have', '--format', 'csv')
  expect(paper.stdout).toContain('pull-previous,')
  const bare = await zscl(cwd, 'table', 'ablation-images')
  expect(bare.code).toBe(2)
  expect(bare.stderr).toContain('Not started. Missing on this machine')
  expect((await zscl(cwd, 'table', 'ablation-loses')).stderr).toContain('ablation-losses')
})

it('other published methods stand below, with what they are and where they come from', async () => {
  const { stdout } = await zscl(cwd, 'table', 'mtil-order-1', '--have', '--with-others')
  expect(stdout).toMatch(/GIFT † +gift +69\.3/)
  expect(stdout).toMatch(/MoE-Adapters \(adapters with a router, CLIP frozen\) +68\.9/)
  expect(stdout).toContain('arXiv:2403.11549; cannot be run here')
  const without = await zscl(cwd, 'table', 'mtil-order-1', '--have')
  expect(without.stdout).not.toContain('MoE')
  const none = await zscl(cwd, 'table', 'mini', '--have', '--with-others')
  expect(none.stderr).toContain('no other methods are listed')
})
