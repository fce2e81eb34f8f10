/** The program on a real Slurm: `scripts/test --slurm`. Skipped without ZSCL_SLURM, which says that one is there. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import { holderOf } from '../../src/journal/holder.js'
import { readJob } from '../../src/journal/job.js'
import { readState } from '../../src/journal/read-state.js'
import { eventsOf, modelDigests, numbersOf, sleep, start, workplace, zscl } from '../cli/support.js'
import { cancelAll, hurry, isHere, isOwnNode, minutes, slurm, soon, stateOf } from './support.js'

const cwd = workplace()
const folder = (name: string) => runFolder(join(cwd, 'runs', name))
const jobOf = (name: string) => readJob(folder(name))!.job
const count = (path: string, kind: string) =>
  eventsOf(path).filter((event) => event.kind === kind).length

afterAll(cancelAll)

describe.runIf(isHere)('a job', () => {
  it('what Slurm does not take is said in one line, and leaves nothing behind', async () => {
    const words = ['run', 'mini-short', '--on', 'slurm', '--name', 'no']
    const { code, stdout, stderr } = await zscl(cwd, ...words, '--slurm', 'partition=nowhere')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /^Slurm rejected the job: invalid partition specified: nowhere.*sinfo -s.*\n$/,
    )
    const long = await zscl(cwd, ...words, '--slurm', 'partition=short', '--slurm', 'time=600')
    // Where the limit is not enforced at once, the job waits for ever: that is seen in `ls`.
    if (long.code === 0) {
      expect((await zscl(cwd, 'ls')).stdout).toMatch(/PartitionTimeLimit|PartitionConfig/)
      await zscl(cwd, 'stop', 'no')
      await zscl(cwd, 'rm', 'no', '--yes')
    }
    expect(existsSync(folder('no').path)).toBe(false)
    writeFileSync(join(cwd, 'no.yaml'), 'experiment: mini-short\nparameters: {seed: [0]}\n')
    const sweep = ['sweep', 'no.yaml', '--on', 'slurm']
    const refused = await zscl(cwd, ...sweep, '--slurm', 'partition=nowhere')
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/no such partition/)])
    expect(readdirSync(folder('no').path).sort()).toEqual(['slurm', 'sweep.json'])
    expect(readdirSync(join(folder('no').path, 'slurm'))).toEqual([])
  })

  it(
    'data that only the nodes may have is looked for here, unless that is left to the job',
    async () => {
      const task = { name: 'far', kind: 'folder', images: '/only/on/the/nodes' }
      const own = { name: 'own', summary: '-', tasks: [task], model: { name: 'mini-clip' } }
      const benchmark = { ...own, reference: { images: { set: 'mini' }, texts: { set: 'mini' } } }
      writeFileSync(join(cwd, 'far.yaml'), JSON.stringify({ name: 'far', benchmark }))
      const words = ['run', 'far.yaml', '--on', 'slurm']
      const here = await zscl(cwd, ...words)
      expect([here.code, here.stderr]).toEqual([2, expect.stringContaining('/only/on/the/nodes')])
      expect(here.stderr).toContain('`--data-on-nodes`')
      expect(existsSync(folder('far').path)).toBe(false)
      const there = await zscl(cwd, ...words, '--data-on-nodes')
      expect([there.code, there.stderr]).toEqual([0, ''])
      await soon(() => readState(folder('far')).status === 'failed', minutes)
      expect((await zscl(cwd, 'show', 'far')).stdout).toContain('/only/on/the/nodes')
    },
    2 * minutes,
  )

  it('a job asks for what its script says, whatever the shell says to sbatch', async () => {
    const env = { SBATCH_PARTITION: 'nowhere', SBATCH_TIMELIMIT: '1', SLURM_JOB_ID: '1' }
    const words = ['run', 'mini-short', '--on', 'slurm', '--slurm', 'time=33', '--name', 'shell']
    expect((await start(cwd, words, env).exit).stderr).toBe('')
    expect(slurm('squeue', '-h', '-t', 'all', '-j', jobOf('shell'), '-o', '%l')).toBe('33:00')
    slurm('scancel', jobOf('shell'))
  })

  it(
    'a run that waits is listed, taken out by stop, and submitted again by resume',
    async () => {
      const blocker = slurm(
        'sbatch',
        '--parsable',
        '--exclusive',
        '-J',
        'blocker',
        '-o',
        '/dev/null',
        '--wrap',
        'sleep 600',
      )
      await zscl(cwd, 'run', 'mini-short', '--on', 'slurm', '--name', 'waits')
      const { stdout } = await zscl(cwd, 'ls')
      expect(stdout).toMatch(/waits +queued/)
      expect(stdout).toContain(`is queued as job ${jobOf('waits')}`)
      expect((await zscl(cwd, 'pause', 'waits')).stderr).toContain('nothing to pause')
      expect((await zscl(cwd, 'rm', 'waits', '--yes')).stderr).toContain('nothing was removed')
      const twice = await zscl(cwd, 'resume', 'waits', '--on', 'slurm')
      expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('already')])
      const first = jobOf('waits')
      expect((await zscl(cwd, 'stop', 'waits')).stdout).toContain(`job ${first} is cancelled`)
      expect(stateOf(first)).toBe('CANCELLED')
      expect((await zscl(cwd, 'ls')).stdout).toMatch(/waits +cancelled/)
      slurm('scancel', blocker)
      await zscl(cwd, 'resume', 'waits', '--on', 'slurm')
      const attached = await zscl(cwd, 'attach', 'waits')
      expect([attached.code, attached.stdout]).toEqual([0, expect.stringContaining('finished in')])
    },
    2 * minutes,
  )

  it(
    'two jobs of one run are one run, and a lock of a job that has ended on another host is no hindrance',
    async () => {
      await zscl(cwd, 'run', 'mini-short', '--on', 'slurm', '--name', 'twice')
      const log = join(cwd, 'second.log')
      const second = slurm(
        'sbatch',
        '--parsable',
        '-o',
        log,
        join(folder('twice').path, 'slurm.sh'),
      )
      await soon(() => readState(folder('twice')).status === 'finished', minutes)
      await soon(() => stateOf(second) === 'COMPLETED', minutes)
      expect(count(folder('twice').path, 'run-started')).toBe(1)
      expect(count(folder('twice').path, 'finished')).toBe(1)
      // Whichever of them came second, where both begin at once.
      const logs = () => [log, folder('twice').runnerLog].map((path) => readFileSync(path, 'utf8'))
      await soon(
        () => /leaves the run to that process|nothing to do/.test(logs().join('')),
        minutes,
      )

      const words = [
        'run',
        'mini-short',
        '--name',
        'left',
        '--plain',
        '--set',
        'schedule.updates=400',
      ]
      const running = start(cwd, words)
      await soon(() => (readState(folder('left')).updates_done[0] ?? 0) > 10, minutes)
      running.child.kill('SIGKILL')
      await running.exit
      const holder = { pid: 1, host: 'elsewhere', started: null, job: second }
      writeFileSync(folder('left').lock, JSON.stringify(holder))
      const resumed = start(cwd, ['resume', 'left', '--plain'])
      await soon(() => count(folder('left').path, 'rewound') === 1, minutes)
      resumed.child.kill('SIGTERM')
      expect((await resumed.exit).code).toBe(130)
    },
    3 * minutes,
  )
})

describe.runIf(isHere)('a job that has to end', () => {
  // Longer than the time that it is given.
  const long = ['--set', 'threads=1', '--set', 'schedule.updates=600']
  let numbers: ReturnType<typeof numbersOf> | null = null
  /** Of the same run without a job and without interruptions. */
  const numbersHere = () => {
    const run = () => zscl(cwd, 'run', 'mini-short', ...long, '--name', 'here', '--plain')
    numbers ??= run().then(() => numbersOf(cwd, 'here'))
    return numbers
  }

  it(
    'a job saves before its time limit, is queued again as often as it takes, and ends with the numbers of a run here',
    async () => {
      const limit = ['--slurm', 'time=2', '--slurm', 'signal_time=60']
      await zscl(cwd, 'run', 'mini-short', ...long, '--name', 'limit', '--on', 'slurm', ...limit)
      const job = jobOf('limit')
      await soon(
        () => readState(folder('limit')).status === 'finished',
        10 * minutes,
        () => hurry(job),
      )
      expect(readFileSync(folder('limit').runnerLog, 'utf8')).toContain(
        'is requeued and resumes from here',
      )
      expect(count(folder('limit').path, 'rewound')).toBeGreaterThan(0)
      expect(await numbersOf(cwd, 'limit')).toEqual(await numbersHere())
    },
    15 * minutes,
  )

  it(
    'a job whose node is lost goes on from its last checkpoint when Slurm queues it again, with the same numbers',
    async ({ skip }) => {
      if (!isOwnNode()) skip('another cluster than that of scripts/slurm-test-node')
      await zscl(cwd, 'run', 'mini-short', ...long, '--name', 'node', '--on', 'slurm')
      const job = jobOf('node')
      await soon(() => count(folder('node').path, 'checkpoint-saved') > 2, 2 * minutes)
      const node = slurm('squeue', '-h', '-j', job, '-o', '%N')
      const { pid } = holderOf(folder('node'))!
      slurm('scontrol', 'update', `nodename=${node}`, 'state=down', 'reason=test')
      process.kill(pid, 'SIGKILL') // the node's daemon is well, and comes back by itself
      await soon(() => stateOf(job) === 'PENDING', minutes)
      expect((await zscl(cwd, 'ls')).stdout).toMatch(/node +queued/)
      await soon(
        () => readState(folder('node')).status === 'finished',
        5 * minutes,
        () => hurry(job),
      )
      expect(count(folder('node').path, 'run-started')).toBe(1)
      expect(await numbersOf(cwd, 'node')).toEqual(await numbersHere())
    },
    10 * minutes,
  )

  it(
    'a job that makes way for another saves, and is known to be queued again',
    async ({ skip }) => {
      if (!isOwnNode()) skip('another cluster than that of scripts/slurm-test-node')
      await zscl(cwd, 'run', 'mini-short', ...long, '--name', 'way', '--on', 'slurm')
      await soon(() => count(folder('way').path, 'checkpoint-saved') > 0, 2 * minutes)
      const urgent = ['--exclusive', '-p', 'urgent', '-J', 'blocker', '-o', '/dev/null']
      slurm('sbatch', ...urgent, '--wrap', 'sleep 5')
      await soon(() => readState(folder('way')).status === 'interrupted', 3 * minutes)
      await soon(() => readJob(folder('way'))?.phase === 'queued', 10_000)
      await soon(() => stateOf(jobOf('way')) === 'PENDING', minutes)
      expect((await zscl(cwd, 'ls')).stdout).toMatch(/way +queued/)
      expect((await zscl(cwd, 'stop', 'way')).stdout).toContain('is cancelled')
    },
    5 * minutes,
  )
})

describe.runIf(isHere)('a sweep of jobs', () => {
  it(
    'a sweep outlives its submitter, single jobs and all jobs; called again it doubles nothing, and its numbers are those of a sweep here',
    async () => {
      const tasks = ['shapes', 'digits'].map((name) => ({ name, kind: 'mini', mini_task: name }))
      const sweep = {
        name: 'share',
        experiment: {
          benchmark: { base: 'mini', tasks },
          recipe: { base: 'zscl', teacher: { source: 'previous' } },
          schedule: { updates: 6, warmup: 1, batch_size: 8, reference_batch_size: 8 },
        },
        parameters: {
          'recipe.average.interval': [2, 3],
          'recipe.wc': [1, { per_task: [1, 0] }],
          seed: [0, 1],
        },
      }
      writeFileSync(join(cwd, 'share.yaml'), JSON.stringify(sweep))
      const words = ['sweep', 'share.yaml', '--on', 'slurm']
      const statuses = async () =>
        (await zscl(cwd, ...words, '--json')).stdout
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as { name: string; status: string; job: string })
      // The submitter is killed as soon as the first batch is noted, wherever it is by then.
      const submitter = start(cwd, words)
      const batches = join(cwd, 'runs/share/slurm')
      while (!existsSync(batches) || !readdirSync(batches).some((name) => name.endsWith('.json')))
        await sleep(5)
      submitter.child.kill('SIGKILL')
      await submitter.exit
      const first = await statuses()
      expect(first).toHaveLength(8)
      const jobs = slurm('squeue', '-h', '-r', '-n', 'zscl-share', '-o', '%i').split('\n')
      expect(new Set(jobs).size).toBe(8)
      expect(first.map(({ job }) => job).sort()).toEqual(jobs.sort())

      // A submitter that died after sbatch and before it noted the job: found again in the queue.
      const last = readdirSync(batches)
        .filter((name) => /^\d+-[0-9a-f]+\.json$/.test(name))
        .sort()
        .at(-1)!
      const batch = JSON.parse(readFileSync(join(batches, last), 'utf8'))
      writeFileSync(join(batches, last), JSON.stringify({ ...batch, job: null, isNoted: false }))
      for (const name of batch.trials) rmSync(folder(`share/${name}`).job)
      expect((await statuses()).map(({ job }) => job)).toEqual(first.map(({ job }) => job))

      const running = () =>
        first.find(({ name }) => readState(folder(`share/${name}`)).worker !== null)
      await soon(() => running() !== undefined, 2 * minutes)
      const chosen = running()!
      slurm('scancel', chosen.job)
      await soon(() => stateOf(chosen.job) === 'CANCELLED', minutes)
      const again = await statuses()
      const renewed = again.filter(
        ({ name, job }) => first.find((one) => one.name === name)!.job !== job,
      )
      expect(renewed.map(({ name }) => name)).toEqual([chosen.name])
      expect(renewed[0]!.status).toBe('submitted')

      await sleep(5_000)
      slurm('scancel', '--name=zscl-share')
      await soon(() => slurm('squeue', '-h', '-n', 'zscl-share', '-t', 'R,PD,CG') === '', minutes)
      const lost = await statuses()
      expect(lost.filter(({ status }) => !['finished', 'submitted'].includes(status))).toEqual([])
      const done = ({ name }: { name: string }) =>
        readState(folder(`share/${name}`)).status === 'finished'
      await soon(() => first.every(done), 6 * minutes)
      const ended = await zscl(cwd, ...words)
      expect([ended.code, ended.stdout]).toEqual([
        0,
        expect.stringContaining('8 trials: 8 finished'),
      ])
      expect(slurm('squeue', '-h', '-n', 'zscl-share', '-t', 'R,PD,CG')).toBe('')

      expect((await zscl(cwd, 'sweep', 'share.yaml', '--plain', '--runs', 'here')).code).toBe(0)
      for (const { name } of first) {
        const [there, here] = [folder(`share/${name}`), runFolder(join(cwd, 'here/share', name))]
        expect(modelDigests(there.path)).toEqual(modelDigests(here.path))
        expect(readState(there).matrix).toEqual(readState(here).matrix)
        expect([count(there.path, 'run-started'), count(there.path, 'finished')]).toEqual([1, 1])
      }
    },
    15 * minutes,
  )
})
