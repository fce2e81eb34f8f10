/**
 * A run over two nodes of a Slurm: `ZSCL_SLURM_NODES=2 scripts/test --slurm`, where scripts/slurm-test-node then makes two
 * nodes of this machine. Skipped where Slurm has fewer.
 */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { readJob } from '../../src/journal/job.js'
import { readState } from '../../src/journal/read-state.js'
import { eventsOf, numbersOf, workplace, zscl } from '../cli/support.js'
import { isHere, minutes, slurm } from './support.js'

const hasTwoNodes = () => isHere && Number(slurm('sinfo', '-h', '-o', '%D').split('\n')[0]) > 1

it.runIf(hasTwoNodes())(
  'four ranks on two nodes compute what four on one compute, also after one on the other node was killed',
  async () => {
    const cwd = workplace()
    const settings = ['--set', 'device=cpu', '--set', 'devices=4', '--set', 'threads=1']
    const folder = runFolder(join(cwd, 'runs', 'spread'))
    const onTwo = ['--on', 'slurm', '--slurm', 'nodes=2', '--slurm', 'cpus=2']
    const submitted = await zscl(
      cwd,
      'run',
      'mini-short',
      ...settings,
      ...onTwo,
      '--name',
      'spread',
    )
    expect(submitted.code).toBe(0)
    const isTrained = () => eventsOf(folder.path).some((event) => event.kind === 'trained')
    await expect.poll(isTrained, { timeout: 2 * minutes, interval: 500 }).toBe(true)
    slurm('scancel', '--signal=KILL', `${readJob(folder)!.job}.0`)
    const status = () => readState(folder).status
    await expect.poll(status, { timeout: 3 * minutes, interval: 500 }).toBe('finished')
    const lost = eventsOf(folder.path).filter((event) => event.kind === 'worker-lost')
    expect(lost).toHaveLength(1)
    const here = await zscl(cwd, 'run', 'mini-short', ...settings, '--plain', '--name', 'here')
    expect(here.code).toBe(0)
    expect(await numbersOf(cwd, 'spread')).toEqual(await numbersOf(cwd, 'here'))
  },
  6 * minutes,
)
