/** GPUs as Slurm hands them out: those of scripts/slurm-test-node are none, so the runs compute on the CPU. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { readJob } from '../../src/journal/job.js'
import { readState } from '../../src/journal/read-state.js'
import { workplace, zscl } from '../cli/support.js'
import { cancelAll, isHere, isOwnNode, minutes, slurm, soon } from './support.js'

const hasGpus = () => isHere && isOwnNode() && slurm('sinfo', '-h', '-o', '%G').includes('gpu:2')

afterAll(cancelAll)

/** The environment with which a process of this machine began. */
function environmentOf(pid: number): Record<string, string> {
  const lines = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean)
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2) as [string, string]))
}

it.runIf(hasGpus())(
  'a job gets the GPUs that it asks for and no others, and its worker sees what Slurm says',
  async () => {
    const cwd = workplace()
    const folderOf = (name: string) => runFolder(join(cwd, 'runs', name))
    const settings = ['--set', 'device=cpu', '--set', 'threads=1', '--set', 'schedule.updates=600']
    const begin = async (name: string, ...asked: readonly string[]) => {
      const words = ['run', 'mini-short', ...settings, '--name', name, '--on', 'slurm', ...asked]
      expect((await zscl(cwd, ...words)).code).toBe(0)
      await soon(() => readState(folderOf(name)).worker !== null, minutes)
      const { pid } = readState(folderOf(name)).worker!
      return { environment: environmentOf(pid), job: readJob(folderOf(name))!.job }
    }
    const asked = ['--slurm', 'gpus=1']
    const [one, other] = [await begin('one', ...asked), await begin('other', ...asked)]
    const seen = [one, other].map(({ environment }) => environment['CUDA_VISIBLE_DEVICES'])
    expect(seen.sort()).toEqual(['0', '1'])
    for (const { environment, job } of [one, other]) {
      expect(environment['SLURM_JOB_GPUS']).toBe(environment['CUDA_VISIBLE_DEVICES'])
      expect(slurm('scontrol', 'show', 'job', job)).toMatch(/TresPerNode=gres:gpu:1$/m)
    }

    // Both are taken: the next waits, and one without a GPU does not see theirs.
    await zscl(cwd, 'stop', 'one', '--wait')
    const { environment } = await begin('none')
    expect(environment['CUDA_VISIBLE_DEVICES'] ?? '').toBe('')
    const many = await zscl(cwd, 'run', 'mini-short', '--on', 'slurm', '--slurm', 'gpus=3')
    expect([many.code, many.stderr]).toEqual([2, expect.stringContaining('no node of the part')])
  },
  3 * minutes,
)
