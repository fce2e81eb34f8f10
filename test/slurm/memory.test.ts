/** Jobs that take more memory than they asked for, on a Slurm that does not let them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { readJob } from '../../src/journal/job.js'
import { readState } from '../../src/journal/read-state.js'
import { workplace, zscl } from '../cli/support.js'
import { cancelAll, configured, isHere, minutes, soon, stateOf } from './support.js'

const isEnforced = () =>
  isHere &&
  (configured('TaskPlugin').includes('cgroup') ||
    configured('JobAcctGatherParams').includes('OverMemoryKill'))

afterAll(cancelAll)

it.runIf(isEnforced())(
  'a job that is killed for its memory is called so by ls, show and the sweep, which does not submit it again unasked',
  async () => {
    const cwd = workplace()
    const file = {
      name: 'greedy',
      experiment: 'mini-short',
      parameters: { seed: [0] },
    }
    writeFileSync(join(cwd, 'greedy.yaml'), JSON.stringify(file))
    const words = ['sweep', 'greedy.yaml', '--on', 'slurm']
    // A worker that has loaded torch holds more.
    const little = ['--slurm', 'memory=150M']
    await zscl(cwd, 'run', 'mini-short', '--on', 'slurm', ...little, '--name', 'single')
    const first = await zscl(cwd, ...words, ...little, '--json')
    const { name, job: task } = JSON.parse(first.stdout) as { name: string; job: string }
    const { job, log } = readJob(runFolder(join(cwd, 'runs/single')))!
    const folder = runFolder(join(cwd, 'runs/greedy', name))
    const ended = (id: string) => /^(OUT_OF_MEMORY|FAILED)$/.test(stateOf(id))
    await soon(() => ended(job) && ended(task), 2 * minutes)

    const inWords = (id: string, at: string) =>
      `job ${id} ran out of memory. Request more (\`--slurm memory=…\`), or lower \`schedule.micro_batch\`. Its log: ${at}\n`
    expect((await zscl(cwd, 'ls')).stdout).toContain(`single: ${inWords(job, log)}`)
    expect((await zscl(cwd, 'show', 'single')).stdout).toContain(`\n${inWords(job, log)}`)
    const again = await zscl(cwd, ...words)
    expect(again.code).toBe(1)
    expect(again.stdout).toContain(inWords(task, readJob(folder)!.log))
    expect(again.stdout).toContain('1 trials: 1 failed')
    expect(again.stdout).toContain('--retry-failed')
    expect(readJob(folder)!.job).toBe(task)

    const enough = await zscl(cwd, ...words, '--retry-failed', '--slurm', 'memory=2G')
    expect([enough.code, enough.stdout]).toEqual([0, expect.stringContaining('1 submitted')])
    await soon(() => readState(folder).status === 'finished', 2 * minutes)
    expect((await zscl(cwd, ...words)).stdout).toContain('1 trials: 1 finished')
  },
  4 * minutes,
)
