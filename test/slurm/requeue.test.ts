/** How often a job goes back into the queue. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { readJob } from '../../src/journal/job.js'
import { readState } from '../../src/journal/read-state.js'
import { eventsOf, workplace, zscl } from '../cli/support.js'
import { cancelAll, hurry, isHere, minutes, slurm, soon } from './support.js'

afterAll(cancelAll)

it.runIf(isHere)(
  'a job that its time limit stops again and again is queued again as often as it may, says so, and the same command goes on',
  async () => {
    const cwd = workplace()
    const file = {
      name: 'slow',
      experiment: {
        benchmark: 'mini-short',
        recipe: 'zscl',
        threads: 1,
        schedule: { updates: 4000 },
      },
      parameters: { seed: [0] },
    }
    writeFileSync(join(cwd, 'slow.yaml'), JSON.stringify(file))
    const words = ['sweep', 'slow.yaml', '--on', 'slurm', '--slurm', 'signal_time=45']
    const lives = ['--slurm', 'time=1', '--slurm', 'requeue_limit=1']
    const first = await zscl(cwd, ...words, ...lives, '--json')
    const { name, job } = JSON.parse(first.stdout) as { name: string; job: string }
    const folder = runFolder(join(cwd, 'runs/slow', name))
    const done = () => readState(folder).updates_done[0] ?? 0
    const said = () => readJob(folder)?.gave_up?.message ?? ''
    await soon(
      () => said() !== '',
      3 * minutes,
      () => hurry(job),
    )
    expect(said()).toMatch(new RegExp(`^job ${job} was requeued 1 time, the maximum`))
    const saved = done()
    expect(saved).toBeGreaterThan(0)
    expect(eventsOf(folder.path).filter(({ kind }) => kind === 'rewound')).toHaveLength(1)
    await soon(() => slurm('squeue', '-h', '-j', job) === '', minutes)
    const shown = (await zscl(cwd, 'show', `slow/${name}`)).stdout
    expect(shown).toContain(`\n${said()} Its log: ${readJob(folder)!.log}\n`)

    const again = await zscl(cwd, ...words)
    expect(again.code).toBe(0)
    expect(again.stdout).toMatch(/1 submitted\n.*submitted .*; before: job .* requeued 1 time/)
    await soon(() => done() > saved, minutes)
    const events = eventsOf(folder.path)
    expect(events.filter(({ kind }) => kind === 'run-started')).toHaveLength(1)
    expect(events.filter(({ kind }) => kind === 'rewound')).toHaveLength(2)
  },
  6 * minutes,
)
