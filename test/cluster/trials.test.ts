import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  batchFile,
  commentOf,
  newBatch,
  noteBatch,
  recoverBatches,
  taskOf,
  writeBatch,
} from '../../src/cli/cluster/batches.js'
import { placedTrial } from '../../src/cli/cluster/trials.js'
import { type Job, phaseOf } from '../../src/cluster/jobs.js'
import { baseOf, Sweep } from '../../src/config/sweep.js'
import { noteJob, readJob } from '../../src/journal/job.js'
import { Journal } from '../../src/journal/journal.js'
import { lockRunFolder } from '../../src/journal/lock.js'
import { expand } from '../../src/sweep/expand.js'
import { type SweepFolder, sweepFolder, trialFolder } from '../../src/sweep/folder.js'

let runs: string
let folder: SweepFolder
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'zscl-trials-'))
  folder = sweepFolder(runs, 'x')
})
afterEach(() => rmSync(runs, { recursive: true, force: true }))

const sweep = Sweep.parse({ name: 'x', experiment: 'mini-short', parameters: { seed: [0, 1] } })
const [trial, other] = expand(sweep, baseOf(sweep), 'x') as [
  ReturnType<typeof expand>[0],
  ReturnType<typeof expand>[0],
]

const job = (state: string): Job => ({
  id: '12_0',
  state,
  phase: phaseOf(state),
  reason: '',
  comment: '',
})
const gone: Job = { ...job('GONE'), phase: 'gone' }
const begun = (kind: 'none' | 'finished' | 'failed' | 'interrupted') => {
  const journal = new Journal(trialFolder(folder, trial).journal)
  const started = {
    benchmark: '',
    protocol: '',
    model: '',
    seed: 0,
    tasks: [],
    updates: [],
    steps: 1,
  }
  journal.append({ kind: 'run-started', name: '', recipe: '', experiment_digest: '', ...started })
  if (kind === 'failed') journal.append({ kind, code: 'x', message: 'broken', checkpoint: null })
  else if (kind !== 'none') journal.append({ kind })
  journal.close()
}
const word = (slurm: Job | undefined, retry = false) =>
  placedTrial(folder, trial, slurm, retry).word

describe('a trial on a cluster', () => {
  it('is missing until it has a job, and is left alone while it has one', () => {
    expect(word(undefined)).toBe('missing')
    expect(
      ['PENDING', 'RUNNING', 'COMPLETING', 'REQUEUE_HOLD'].map((state) => word(job(state))),
    ).toEqual(['queued', 'running', 'running', 'queued'])
    expect(placedTrial(folder, trial, job('PENDING'), true)).toMatchObject({
      isTodo: false,
      isLive: true,
      job: '12_0',
    })
  })

  it('is missing again when its job was cancelled, lost its node or is forgotten', () => {
    begun('none')
    for (const one of [job('CANCELLED'), job('NODE_FAIL'), job('TIMEOUT'), job('FAILED'), gone])
      expect(word(one)).toBe('missing')
  })

  it('has failed where its job ended before the run began, or ran out of memory, until that is to be tried again', () => {
    expect(word(job('FAILED'))).toBe('failed')
    expect(word(job('FAILED'), true)).toBe('missing')
    begun('none')
    expect(placedTrial(folder, trial, job('OUT_OF_MEMORY'), false)).toMatchObject({
      word: 'failed',
      note: expect.stringContaining('ran out of memory'),
    })
  })

  it.each([
    ['is missing again where its job was queued again as often as it may', false, 'missing'],
    ['has failed where its job got nowhere, until that is to be tried again', true, 'failed'],
  ] as const)('%s', (_, is_hopeless, expected) => {
    begun('interrupted')
    const gave_up = { message: 'job 12_0 gave up.', is_hopeless }
    noteJob(trialFolder(folder, trial), { job: '12_0', log: '/a/log', phase: 'ended', gave_up })
    for (const slurm of [job('FAILED'), gone])
      expect(placedTrial(folder, trial, slurm, false)).toMatchObject({
        word: expected,
        note: 'job 12_0 gave up. Its log: /a/log',
      })
    expect(word(job('FAILED'), true)).toBe('missing')
    expect(word(job('PENDING'))).toBe('queued')
  })

  it('is what its journal says when that is over', () => {
    begun('failed')
    expect(placedTrial(folder, trial, gone, false)).toMatchObject({
      word: 'failed',
      note: 'broken',
    })
    begun('finished')
    expect(word(job('FAILED'), true)).toBe('finished')
  })

  it('is left to a process that runs it without a job', () => {
    const unlock = lockRunFolder(trialFolder(folder, trial))
    expect(word(undefined)).toBe('elsewhere')
    unlock()
    expect(word(undefined)).toBe('missing')
  })
})

describe('a batch of trials', () => {
  const folderOf = (one: typeof trial) => trialFolder(folder, one)

  it('is found again by its comment when its submitter died before it noted the job', () => {
    const batch = newBatch([trial.name, other.name])
    for (const one of [trial, other]) folderOf(one)
    writeBatch(folder, batch)
    recoverBatches(folder, [])
    expect(readJob(folderOf(trial))).toBeNull()
    recoverBatches(folder, [{ ...job('PENDING'), id: '40_1', comment: commentOf(batch) }])
    expect([trial, other].map((one) => readJob(folderOf(one))?.job)).toEqual(['40_0', '40_1'])
    expect(taskOf(batchFile(folder, batch), 1, '40_1')?.folder.path).toBe(folderOf(other).path)
    expect(taskOf(batchFile(folder, batch), 2, '40_2')).toBeNull()
  })

  it('never replaces what a later job has noted', () => {
    noteJob(folderOf(trial), { job: '41_7', log: '', phase: 'running' })
    noteBatch(
      folder,
      newBatch([trial.name, other.name].filter((name) => folderOf(other) && name)),
      '40',
    )
    expect(readJob(folderOf(trial))?.job).toBe('41_7')
    expect(readJob(folderOf(other))?.job).toBe('40_1')
  })
})
