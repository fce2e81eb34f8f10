import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noteEnded } from '../../src/cli/cluster/queue-watch.js'
import { standingOf } from '../../src/cli/cluster/standing.js'
import { type Job, phaseOf } from '../../src/cluster/jobs.js'
import { createRunFolder, type RunFolder } from '../../src/journal/folder.js'
import { noteJob, readJob } from '../../src/journal/job.js'
import { initialState, type RunStatus } from '../../src/journal/state.js'

let base: string
let folder: RunFolder
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zscl-standing-'))
  folder = createRunFolder(base, { default: 'x' }, '')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const job = (state: string, reason = ''): Job => ({
  id: '12',
  state,
  phase: phaseOf(state),
  reason,
  comment: '',
})
const standing = (status: RunStatus, slurm: Job | undefined) =>
  standingOf(folder, { ...initialState, status }, slurm)

describe('a run that was given to a cluster', () => {
  it('is what its journal says once that is over, whatever became of the job', () => {
    expect(standing('finished', job('OUT_OF_MEMORY'))).toEqual({ word: null, note: '' })
    expect(standing('failed', job('FAILED'))).toEqual({ word: null, note: '' })
    expect(standing('interrupted', job('FAILED'))).toEqual({ word: null, note: '' })
  })

  it('is queued while its job waits, for the first time or again', () => {
    expect(standing('starting', job('PENDING', 'Resources'))).toEqual({
      word: 'queued',
      note: 'is queued as job 12 (Resources)',
    })
    for (const status of ['interrupted', 'failed'] as const)
      expect(standing(status, job('PENDING', 'BeginTime')).word).toBe('queued')
  })

  it('is lost where the journal says that it goes on and its job has ended; why is said', () => {
    noteJob(folder, { job: '12', log: '/a/log', phase: 'running' })
    expect(readJob(folder)).toEqual({ v: 1, job: '12', log: '/a/log', phase: 'running' })
    expect(standing('running', job('NODE_FAIL'))).toEqual({
      word: 'lost',
      note: 'job 12 lost its node. Submit it again to resume from its last checkpoint. Its log: /a/log',
    })
    expect(standing('starting', job('CANCELLED')).word).toBe('cancelled')
    expect(standing('interrupted', job('OUT_OF_MEMORY')).note).toMatch(/ran out of memory/)
  })

  it('that failed because Slurm killed its worker is out of memory, not broken', () => {
    expect(standing('failed', job('OUT_OF_MEMORY')).note).toMatch(/^job 12 ran out of memory/)
  })

  it('that its job gave up is said in the words of the job, which Slurm only calls failed', () => {
    const gave_up = { message: 'job 12 was queued again 3 times.', is_hopeless: false }
    noteJob(folder, { job: '12', log: '/a/log', phase: 'ended', gave_up })
    for (const state of ['FAILED', 'GONE'])
      expect(standing('interrupted', job(state))).toEqual({
        word: null,
        note: 'job 12 was queued again 3 times. Its log: /a/log',
      })
    expect(standing('running', job('FAILED')).word).toBe('lost')
    expect(standing('finished', job('FAILED')).note).toBe('')
  })

  it('is nothing but its journal without a job', () => {
    expect(standing('running', undefined)).toEqual({ word: null, note: '' })
  })
})

describe('a run that waits in the queue', () => {
  const waits = { job: '12', log: '/a/log', phase: 'queued' } as const
  const phaseAfter = (record: Parameters<typeof noteJob>[1], slurm: Job | undefined) => {
    noteJob(folder, record)
    noteEnded([folder], new Map(slurm ? [[folder.path, slurm]] : []))
    return readJob(folder)?.phase
  }

  it.each([
    ['was cancelled by a plain scancel', waits, job('CANCELLED'), 'ended'],
    ['is known to Slurm no more', waits, { ...job('GONE'), phase: 'gone' }, 'ended'],
    ['still waits', waits, job('PENDING'), 'queued'],
    ['begins', waits, job('RUNNING'), 'queued'],
    ['was submitted again meanwhile', { ...waits, job: '13' }, job('CANCELLED'), 'queued'],
    ['has begun meanwhile', { ...waits, phase: 'running' }, job('CANCELLED'), 'running'],
    ['was not answered for', waits, undefined, 'queued'],
  ] as const)('%s', (_, record, slurm, phase) => {
    expect(phaseAfter(record, slurm)).toBe(phase)
  })
})
