/** How runs that were given to Slurm stand: what their folders note, and what Slurm says now. */
import type { Job } from '../../cluster/jobs.js'
import { accounts, forgotten, queue, slurmFolder, withLog } from '../../cluster/slurm.js'
import { endInWords } from '../../cluster/words.js'
import type { RunFolder } from '../../journal/folder.js'
import { type JobRecord, readJob } from '../../journal/job.js'
import type { RunState } from '../../journal/state.js'
import type { Context } from '../shared/context.js'

/**
 * The jobs of runs by the path of their folders; asks Slurm once for all. Runs without a job are left out.
 * @param inQueue what the queue holds, where that was asked already
 */
export async function jobsOf(
  { env }: Context,
  folders: readonly RunFolder[],
  inQueue?: readonly Job[],
): Promise<ReadonlyMap<string, Job>> {
  const records = folders.flatMap((folder) => {
    const record = readJob(folder)
    return record === null ? [] : [{ path: folder.path, ...record }]
  })
  if (records.length === 0 || slurmFolder(env) === null) return new Map()
  const known = new Map((inQueue ?? (await queue())).map((job) => [job.id, job] as const))
  const missing = records.filter(({ job }) => !known.has(job)).map(({ job }) => job)
  for (const job of await accounts(missing)) if (!known.has(job.id)) known.set(job.id, job)
  const told = ({ job, log }: { readonly job: string; readonly log: string }) => {
    const found = known.get(job)
    return found === undefined ? forgotten(job, log) : withLog(found, log)
  }
  return new Map(records.map((record) => [record.path, told(record)] as const))
}

export async function jobOf(context: Context, folder: RunFolder): Promise<Job | null> {
  return (await jobsOf(context, [folder])).get(folder.path) ?? null
}

type LiveJob = Job & { readonly phase: 'queued' | 'running' }

/** Whether a job still has processes, or will have. */
export function isLive(job: Job | null | undefined): job is LiveJob {
  return job?.phase === 'queued' || job?.phase === 'running'
}

/** `is queued as job 12 (Resources)`. */
export function inQueueWords({ id, reason }: Job): string {
  return `is queued as job ${id}${reason === '' ? '' : ` (${reason})`}`
}

/** Why a job that ended did not finish its run: in its own words, else in those of Slurm. */
export function endOfJob(job: Job, record: JobRecord | null, log = ''): string {
  const where = record?.log ?? log
  return record?.gave_up === undefined
    ? endInWords(job, where)
    : `${record.gave_up.message} Its log: ${where}`
}

export interface Standing {
  /** In place of the journal's word, where that cannot know. */
  readonly word: 'queued' | 'starting' | 'cancelled' | 'lost' | null
  /** What a person should know of it; '' = nothing. */
  readonly note: string
}

/** A run by its journal and its job. */
export function standingOf(folder: RunFolder, state: RunState, job: Job | undefined): Standing {
  const record = readJob(folder)
  const why = () => endOfJob(job!, record, folder.runnerLog)
  if (job === undefined || state.status === 'finished') return { word: null, note: '' }
  if (job.phase === 'queued') return { word: 'queued', note: inQueueWords(job) }
  if (job.phase === 'running') return { word: state.run === null ? 'starting' : null, note: '' }
  // Of a worker that Slurm killed for its memory the run only knows that it was gone.
  if (state.status === 'failed')
    return { word: null, note: job.state === 'OUT_OF_MEMORY' ? why() : '' }
  const isStopped = state.status === 'interrupted'
  const isOwnEnd = !['OUT_OF_MEMORY', 'TIMEOUT', 'NODE_FAIL'].includes(job.state)
  if (isStopped && isOwnEnd && record?.gave_up === undefined) return { word: null, note: '' }
  const word = job.state === 'CANCELLED' ? 'cancelled' : 'lost'
  return { word: isStopped ? null : word, note: why() }
}
