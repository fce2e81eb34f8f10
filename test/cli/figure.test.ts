/** `zscl figure` of the built program, on run folders made from journals. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeRun } from '../paper/figure-runs.js'
import { workplace, zscl } from './support.js'

const cwd = workplace()
const runs = join(cwd, 'runs')

beforeAll(() => {
  writeRun(runs, 'one', { accuracy: (i, j) => 50 + i - j })
  writeRun(runs, 'other', { recipe: 'finetune', accuracy: (i, j) => 40 + i - j })
  writeRun(runs, 'coop', { started: { protocol: 'coop' } })
  writeRun(runs, 'new', { stopAfter: 0 })
  for (const interval of [5, 50])
    writeRun(join(runs, 'sweep'), `i${interval}`, { own: { average: { interval } } })
})

describe('zscl figure', () => {
  it('writes SVG, specification and data into the run, and draws in the terminal', async () => {
    const { code, stdout, stderr } = await zscl(cwd, 'figure', 'history', 'one', '--png')
    expect([code, stderr]).toEqual([0, ''])
    const folder = join(runs, 'one', 'figures')
    const files = ['history.csv', 'history.png', 'history.svg', 'history.vl.json']
    expect(readdirSync(folder).sort()).toEqual(files)
    expect(stdout).toContain('Accuracy of every dataset after every task')
    for (const file of files) expect(stdout).toContain(join(folder, file))
    const spec = JSON.parse(readFileSync(join(folder, 'history.vl.json'), 'utf8'))
    expect(spec.data.values).toHaveLength(12)

    const svg = readFileSync(join(folder, 'history.svg'), 'utf8')
    await zscl(cwd, 'figure', 'history', 'one')
    expect(readFileSync(join(folder, 'history.svg'), 'utf8')).toBe(svg)
  })

  it('takes the runs of a sweep, and several names go into the current folder', async () => {
    expect((await zscl(cwd, 'figure', 'interval', 'sweep')).code).toBe(0)
    expect(existsSync(join(runs, 'sweep/figures/interval.svg'))).toBe(true)
    expect((await zscl(cwd, 'figure', 'tradeoff', 'one', 'other')).code).toBe(0)
    expect(existsSync(join(cwd, 'tradeoff.svg'))).toBe(true)
    expect((await zscl(cwd, 'figure', 'matrix', 'one', '--out', 'to/here.svg')).code).toBe(0)
    expect(readdirSync(join(cwd, 'to')).sort()).toEqual(['here.csv', 'here.svg', 'here.vl.json'])
  })

  it.each([
    [['figure', 'interval', 'one'], 'nothing to draw'],
    [['figure', 'matrix', 'new'], 'has measured no accuracy yet'],
    [['figure', 'history', 'one', 'coop'], 'their numbers are not comparable'],
    [['figure', 'history', 'one', '--task', '1'], '`--task` belongs to `zscl figure tradeoff`'],
    [['figure', 'tradeoff', 'one', '--task', 'd'], 'Expected a number from 1 to 3'],
    [['figure', 'matrix', 'one', '--out', 'x.pdf'], 'expected a file that ends in .svg'],
    [['figure', 'matrix', 'nobody'], 'no run `nobody`'],
    [['figure', 'pie', 'one'], 'tradeoff, interval, lambda, matrix, history'],
    [['figure', 'matrix'], "missing required argument 'run'"],
  ])('%j ends with 2 and the reason, and writes nothing', async (args, reason) => {
    const before = readdirSync(cwd, { recursive: true }).length
    const { code, stderr, stdout } = await zscl(cwd, ...args)
    expect(stderr).toContain(reason)
    expect([code, stdout]).toEqual([2, ''])
    expect(readdirSync(cwd, { recursive: true })).toHaveLength(before)
  })
})
