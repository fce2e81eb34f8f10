import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ClusterOptions, checkCluster } from '../../src/cli/cluster/options.js'
import { parseSacct, parseScontrol, parseSqueue, phaseOf } from '../../src/cluster/jobs.js'
import {
  type BatchJob,
  batchScript,
  type Computes,
  jobEnvironment,
} from '../../src/cluster/script.js'
import { withLog } from '../../src/cluster/slurm.js'
import { endInWords, refusalInWords, stateInLog } from '../../src/cluster/words.js'
import type { Slurm } from '../../src/config/resources.js'

const job: BatchJob = {
  name: 'mini',
  log: { folder: '/runs/50%/mini', file: 'slurm-%j.log' },
  cwd: '/home/my projects',
  slurm: {},
  computes: { device: 'auto', threads: 0 },
  command: ['/usr/bin/env', 'it is', "o'clock"],
  env: { HOME: '/home/me', ODD: 'a "b" $c' },
  comment: 'zscl:1',
}

const on = (computes: Partial<Computes>, slurm: Slurm = {}): BatchJob => ({
  ...job,
  slurm,
  computes: { ...job.computes, ...computes },
})

it('options that a job has are refused where there is none', () => {
  const isRefused = (options: ClusterOptions) =>
    expect(() => checkCluster(options)).toThrow('needs `--on slurm`')
  isRefused({ dataOnNodes: true })
  isRefused({ slurm: ['time=1'] })
  expect(() => checkCluster({ on: 'slurm', dataOnNodes: true, slurm: ['time=1'] })).not.toThrow()
})

describe('a batch script', () => {
  it('says everything that was asked, one option a line', () => {
    const script = batchScript({
      ...job,
      tasks: 8,
      after: '7_2',
      slurm: {
        partition: 'gpu',
        account: 'lab',
        time: '1-00:00:00',
        gpus: 'a100:1',
        cpus: 4,
        memory: '16G',
        constraint: 'fast',
        array_limit: 3,
        extra: ['--qos=long'],
        setup: ['module load cuda'],
      },
    })
    const options = script.split('\n').filter((line) => line.startsWith('#SBATCH'))
    expect(options.map((line) => line.slice(8))).toEqual([
      '--job-name=mini',
      '--comment=zscl:1',
      '--output=/runs/50%%/mini/slurm-%j.log',
      '--open-mode=append',
      '--chdir="/home/my projects"',
      '--export=NONE',
      '--nodes=1',
      '--ntasks=1',
      '--cpus-per-task=4',
      '--partition=gpu',
      '--account=lab',
      '--time=1-00:00:00',
      '--gres=gpu:a100:1',
      '--mem=16G',
      '--constraint=fast',
      '--array=0-7%3',
      '--dependency=afterany:7_2',
      '--signal=B:TERM@60',
      '--requeue',
      '--qos=long',
    ])
    expect(script).toContain('\nmodule load cuda\nexec ')
  })

  it('asks for the CPUs of the threads where nothing else is said, and for no GPU', () => {
    expect(batchScript(on({ threads: 3 }))).toContain('--cpus-per-task=3')
    expect(batchScript(job)).toContain('--cpus-per-task=1')
    expect(batchScript(job)).not.toMatch(/gres|array|dependency/)
  })

  it('asks for what several devices need, on every node that they are spread over', () => {
    expect(batchScript(on({ threads: 2, devices: 4 }))).toMatch(/--cpus-per-task=8\n.*--gres=gpu:4/)
    expect(batchScript(on({ device: 'cpu', devices: 4 }))).not.toContain('gres')
    const spread = batchScript(on({ threads: 2, devices: 8 }, { nodes: 2, gpus: 'h100:4' }))
    for (const line of [
      '--nodes=2',
      '--ntasks-per-node=1',
      '--cpus-per-task=8',
      '--gres=gpu:h100:4',
    ])
      expect(spread).toContain(`#SBATCH ${line}\n`)
    expect(spread).toContain('\nexport ZSCL_NODES=2\n')
    const all = batchScript(on({ threads: 2, devices: 'all' }, { nodes: 2, gpus: 'h100:4' }))
    for (const line of ['--cpus-per-task=8', '--gres=gpu:h100:4'])
      expect(all).toContain(`#SBATCH ${line}\n`)
  })

  it.each([3, ['cuda:0', 'cuda:1']] as const)('refuses %j on two nodes', (devices) => {
    expect(() => batchScript(on({ devices: devices as number | string[] }, { nodes: 2 }))).toThrow(
      'expected `devices: all`, or a number that 2 divides',
    )
  })

  it('runs with its own environment and that of Slurm, whatever the shell has', () => {
    const script = batchScript({ ...job, command: ['/usr/bin/env', '-0'] })
    const env = { PATH: process.env['PATH'], FOREIGN: 'x', SLURM_JOB_ID: '5', TMPDIR: '/job' }
    const { stdout } = spawnSync('bash', { input: script, env, encoding: 'utf8' })
    const names = stdout.split('\0').filter((line) => !/^(_|SHLVL|PWD|OLDPWD)=/.test(line))
    expect(names.filter(Boolean).sort()).toEqual([
      'HOME=/home/me',
      'ODD=a "b" $c',
      'SLURM_JOB_ID=5',
      'TMPDIR=/job',
    ])
  })

  it('has an environment of places and proxies, and no secrets of the shell', () => {
    const env = { HOME: '/me', HF_HOME: '/hub', WANDB_API_KEY: 'secret', PATH: '/odd', EMPTY: '' }
    expect(jobEnvironment(env, { cache: '/cache', data: '/data' }, '/opt/slurm/bin')).toEqual({
      PATH: '/opt/slurm/bin:/usr/local/bin:/usr/bin:/bin',
      LANG: 'C.UTF-8',
      HOME: '/me',
      HF_HOME: '/hub',
      ZSCL_CACHE: '/cache',
      ZSCL_DATA: '/data',
    })
  })
})

describe('what Slurm says', () => {
  it('is read from squeue, arrays task by task', () => {
    const text =
      '12_3|RUNNING|None|zscl:a\n13|PENDING|QOSMaxJobsPerUserLimit|(null)\nslurm: hello\n'
    expect(parseSqueue(text)).toEqual([
      { id: '12_3', state: 'RUNNING', phase: 'running', reason: '', comment: 'zscl:a' },
      {
        id: '13',
        state: 'PENDING',
        phase: 'queued',
        reason: 'QOSMaxJobsPerUserLimit',
        comment: '(null)',
      },
    ])
  })

  it('is read from sacct, without the steps of jobs', () => {
    const text =
      '12_3|CANCELLED by 1000|0:15\n12_3.batch|CANCELLED|0:15\n14|FAILED|2:0\n15|FAILED|0:9\n'
    expect(parseSacct(text).map(({ id, state, reason }) => [id, state, reason])).toEqual([
      ['12_3', 'CANCELLED', ''],
      ['14', 'FAILED', 'exit code 2'],
      ['15', 'FAILED', 'signal 9'],
    ])
  })

  it('is read from sacct for tasks that were cancelled before they began, which it writes as one', () => {
    const text =
      '18_[0,2-4%2]|CANCELLED by 0|0:0\n18_1|COMPLETED|0:0\n19_[7]|PENDING|0:0\n20_[x]|?|\n'
    expect(parseSacct(text).map(({ id, state }) => `${id} ${state}`)).toEqual([
      ...['18_0', '18_2', '18_3', '18_4'].map((id) => `${id} CANCELLED`),
      '18_1 COMPLETED',
      '19_7 PENDING',
    ])
  })

  it('is read from scontrol, the task of an array by its own id', () => {
    const line =
      'JobId=15 ArrayJobId=12 ArrayTaskId=3 JobName=x JobState=TIMEOUT Reason=TimeLimit Dependency=(null) ExitCode=0:15 Restarts=2 RunTime=01:00:01 TimeLimit=1-02:00:00'
    expect(parseScontrol(line)).toMatchObject({
      id: '12_3',
      state: 'TIMEOUT',
      phase: 'ended',
      exit: 'signal 15',
      restarts: 2,
      seconds_left: 25 * 3600 - 1,
    })
    expect(
      parseScontrol('JobId=15 JobState=RUNNING Reason=None ExitCode=0:0 TimeLimit=UNLIMITED'),
    ).toMatchObject({
      seconds_left: null,
      id: '15',
      phase: 'running',
      reason: '',
    })
    expect(parseScontrol('')).toBeNull()
  })

  it('counts a job that is still ending as running, so that no other takes its run', () => {
    expect(['COMPLETING', 'SUSPENDED', 'REQUEUE_HOLD', 'NODE_FAIL'].map(phaseOf)).toEqual([
      'running',
      'running',
      'queued',
      'ended',
    ])
  })

  it('is said in one line with the job and its log', () => {
    const ended = { id: '12_3', phase: 'ended', reason: '', comment: '' } as const
    expect(endInWords({ ...ended, state: 'OUT_OF_MEMORY' }, '/x.log')).toBe(
      'job 12_3 ran out of memory. Request more (`--slurm memory=…`), or lower `schedule.micro_batch`. Its log: /x.log',
    )
    expect(endInWords({ ...ended, state: 'FAILED', reason: 'exit code 2' }, '/x.log')).toBe(
      'job 12_3 ended as FAILED (exit code 2). Its log: /x.log',
    )
  })

  it('names a job that Slurm has forgotten without its own words for that', () => {
    const gone = { id: '9', state: 'GONE', phase: 'gone', reason: '', comment: '' } as const
    expect(endInWords(gone, '/x.log')).toMatch(
      /^job 9 has ended; Slurm no longer knows how.*\/x\.log$/,
    )
  })
})

describe('how a job ended', () => {
  it('is read from the log of a job that the controller has forgotten', () => {
    const killed =
      'begins\nslurmstepd: error: *** JOB 5 ON n1 CANCELLED AT 2026-01-01 DUE TO TIME LIMIT ***\n'
    expect(stateInLog(killed, '5')).toBe('TIMEOUT')
    expect(stateInLog('slurmstepd: error: Detected 1 oom-kill event(s) in step 5.batch', '5')).toBe(
      'OUT_OF_MEMORY',
    )
    expect(stateInLog('everything is fine', '5')).toBeNull()
  })

  /** As Slurm 22.05 writes it, where it watches the memory itself (`OverMemoryKill`). */
  const watched = [
    'slurmstepd-n1: error: StepId=5.batch exceeded memory limit (316882944 > 314572800), being killed',
    'slurmstepd-n1: error: Exceeded job memory limit',
    'slurmstepd-n1: error: *** JOB 5 ON n1 CANCELLED AT 2026-11-29T01:42:18 ***',
  ].join('\n')

  it('is out of memory where Slurm says that first and then that it cancels the job', () => {
    expect(stateInLog(watched, '5')).toBe('OUT_OF_MEMORY')
    expect(
      stateInLog(`${watched}\nupdate 5\nupdate 6\nupdate 7\n${watched.split('\n')[2]}`, '5'),
    ).toBe('CANCELLED')
  })

  it('is not what stands in the log of an earlier job of the same run', () => {
    const lines = watched.split('\n').filter((line) => /[ =]5[ .]/.test(line))
    expect(stateInLog(lines.join('\n'), '6')).toBeNull()
    expect(stateInLog(lines.join('\n'), '4_1')).toBe('OUT_OF_MEMORY')
  })

  it('is out of memory where Slurm calls a job failed that it killed for that', () => {
    const log = join(mkdtempSync(join(tmpdir(), 'zscl-log-')), 'x.log')
    writeFileSync(log, `${watched}\n`)
    const killed = { id: '5', state: 'FAILED', phase: 'ended', comment: '' } as const
    for (const reason of ['JobLaunchFailure', 'signal 9'])
      expect(withLog({ ...killed, reason }, log).state).toBe('OUT_OF_MEMORY')
    expect(withLog({ ...killed, reason: 'exit code 2' }, log).state).toBe('FAILED')
    expect(withLog({ ...killed, reason: 'signal 9' }, `${log}.not`).state).toBe('FAILED')
    rmSync(dirname(log), { recursive: true })
  })

  it.each([
    ['invalid partition specified: nope', /no such partition/],
    [
      'Batch job submission failed: Requested time limit is invalid',
      /requested time is over the limit/,
    ],
    ['Batch job submission failed: Requested node configuration is not available', /no node/],
    [
      'Batch job submission failed: Job violates accounting/QOS policy (job submit limit)',
      /limit of your account/,
    ],
    ['Unable to contact slurm controller (connect failure)', /does not respond/],
  ])('when it refuses is said with what to do: %s', (said, hint) => {
    const words = refusalInWords(`sbatch: error: ${said}\n`)
    expect(words).toContain(said)
    expect(words).toMatch(hint)
    expect(words).not.toContain('\n')
  })
})
