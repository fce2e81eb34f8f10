/**
 * Jobs that the controller has forgotten, on a Slurm that keeps accounts: `ZSCL_SLURM_ACCOUNTS=1 scripts/test --slurm`, where
 * scripts/slurm-test-node lets it forget soon. Skipped elsewhere.
 */
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { readJob } from '../../src/journal/job.js'
import { workplace, zscl } from '../cli/support.js'
import { cancelAll, configured, isHere, minutes, slurm, soon } from './support.js'

const forgetsSoon = () =>
  isHere &&
  configured('AccountingStorageType').includes('slurmdbd') &&
  Number.parseInt(configured('MinJobAge'), 10) < 60

afterAll(cancelAll)

it.runIf(forgetsSoon())(
  'jobs that the controller has forgotten are told by the accounts, those of arrays that never began as well',
  async () => {
    const cwd = workplace()
    const file = { name: 'old', experiment: 'mini-short', parameters: { seed: [0, 1, 2] } }
    writeFileSync(join(cwd, 'old.yaml'), JSON.stringify(file))
    const blocker = ['--parsable', '--exclusive', '-J', 'blocker', '-o', '/dev/null']
    const folderOf = (name: string) => runFolder(join(cwd, 'runs', name))
    const single = (name: string, memory: string) =>
      zscl(cwd, 'run', 'mini-short', '--on', 'slurm', '--slurm', memory, '--name', name)
    const known = (job: string) => {
      try {
        return slurm('squeue', '-h', '-t', 'all', '-j', job) !== ''
      } catch {
        return false // `Invalid job id specified`
      }
    }

    await single('greedy', 'memory=150M')
    const { job: killed, log } = readJob(folderOf('greedy'))!
    await soon(() => slurm('squeue', '-h', '-j', killed) === '', minutes)
    // Which would tell the same; where Slurm itself watches the memory, only the log tells it.
    if (!configured('JobAcctGatherParams').includes('OverMemoryKill')) truncateSync(log)
    const waiting = slurm('sbatch', ...blocker, '--wrap', 'sleep 600')
    const words = ['sweep', 'old.yaml', '--on', 'slurm']
    const submitted = await zscl(cwd, ...words, '--json')
    const trials = submitted.stdout.trimEnd().split('\n')
    const [array] = (JSON.parse(trials[0]!) as { job: string }).job.split('_')
    slurm('scancel', array!)
    await soon(() => !known(killed) && !known(array!), 2 * minutes)

    expect((await zscl(cwd, 'ls')).stdout).toContain(`greedy: job ${killed} ran out of memory.`)
    const again = await zscl(cwd, ...words)
    for (const task of [0, 1, 2])
      expect(again.stdout).toContain(`; before: job ${array}_${task} was cancelled.`)
    expect(again.stdout).toContain('3 trials: 3 submitted')
    slurm('scancel', waiting)
  },
  4 * minutes,
)
