/** How the trials of a sweep stand that runs on Slurm: by their journals, and by what Slurm says of their jobs. */

import { join } from 'node:path'
import type { Job } from '../../cluster/jobs.js'
import { isHopeless } from '../../cluster/words.js'
import { runFolder } from '../../journal/folder.js'
import { type JobRecord, readJob } from '../../journal/job.js'
import { runnerOf } from '../../journal/presence.js'
import type { Trial } from '../../sweep/expand.js'
import { type SweepFolder, stateOf } from '../../sweep/folder.js'
import type { TrialProgress } from '../../sweep/progress.js'
import type { Candidate } from '../../sweep/submission.js'
import { endOfJob, isLive } from './standing.js'

/** `missing`: nobody runs it, and it is to be submitted. */
export type TrialWord = 'finished' | 'failed' | 'running' | 'queued' | 'elsewhere' | 'missing'

export interface PlacedTrial extends Candidate {
  readonly word: TrialWord
  /** Why it failed or waits, or how its last job ended; '' = nothing to say. */
  readonly note: string
  /** The job that it was given to last. */
  readonly lastJob: string | null
}

export function placedTrial(
  folder: SweepFolder,
  trial: Trial,
  job: Job | undefined,
  retryFailed: boolean,
  isJobAlive?: (job: string) => boolean | null,
): PlacedTrial {
  const own = runFolder(join(folder.path, trial.name))
  const state = stateOf(folder, trial)
  const isElsewhere = () => runnerOf(own, { ...(isJobAlive && { isJobAlive }) }) !== null
  const record = readJob(own)
  const found = wordOf(state, job, isElsewhere, record)
  const word = found.word === 'failed' && retryFailed ? 'missing' : found.word
  return {
    trial,
    folder: own,
    state,
    word,
    note: found.note,
    isTodo: word === 'missing',
    isLive: word === 'running' || word === 'queued' || word === 'elsewhere',
    job: isLive(job) ? job.id : null,
    lastJob: record?.job ?? null,
  }
}

function wordOf(
  state: TrialProgress['state'],
  job: Job | undefined,
  isElsewhere: () => boolean,
  record: JobRecord | null,
): Pick<PlacedTrial, 'word' | 'note'> {
  if (state?.status === 'finished') return { word: 'finished', note: '' }
  if (isLive(job)) {
    const word = job.phase === 'queued' ? 'queued' : 'running'
    return { word, note: `job ${job.id}${job.reason === '' ? '' : ` (${job.reason})`}` }
  }
  if (isElsewhere()) return { word: 'elsewhere', note: 'run by another process' }
  if (state?.status === 'failed') {
    // Of a worker that Slurm killed for its memory the run only knows that it was gone.
    if (job?.state === 'OUT_OF_MEMORY') return { word: 'failed', note: endOfJob(job, record) }
    return { word: 'failed', note: state.error?.message ?? 'failed before' }
  }
  const gaveUp = record?.gave_up
  if (job === undefined || (gaveUp === undefined && ['COMPLETED', 'GONE'].includes(job.state)))
    return { word: 'missing', note: '' }
  const note = endOfJob(job, record)
  if (gaveUp !== undefined) return { word: gaveUp.is_hopeless ? 'failed' : 'missing', note }
  // A job that ended by itself before its run began would do so again; one that was killed in the middle is only lost.
  const isFailed =
    isHopeless(job.state) && (job.state !== 'FAILED' || (state?.run ?? null) === null)
  return { word: isFailed ? 'failed' : 'missing', note }
}

/** As the tables of sweeps want it. */
export function progressOf({ trial, word, state, note }: PlacedTrial): TrialProgress {
  if (word === 'finished') return { trial, status: 'finished', state, error: null }
  if (word === 'failed') return { trial, status: 'failed', state, error: note }
  return { trial, status: word === 'running' ? 'running' : 'waiting', state, error: null }
}
