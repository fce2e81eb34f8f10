/** Runs that wait in a queue: now and then Slurm is asked whether they still do, and their folder says where they do not. */
import type { Job } from '../../cluster/jobs.js'
import { ready, slurmFolder } from '../../cluster/slurm.js'
import type { RunFolder } from '../../journal/folder.js'
import { noteJob, readJob } from '../../journal/job.js'
import type { Context } from '../shared/context.js'
import { isLive, jobsOf } from './standing.js'

/** One call of squeue; clusters ask people not to call it in loops of seconds. */
const EVERY_MS = 30_000

/** @returns the function that ends it */
export function watchQueue(context: Context, waiting: () => readonly RunFolder[]): () => void {
  let isAsking = false
  const look = async () => {
    const folders = waiting()
    if (isAsking || folders.length === 0) return
    isAsking = true
    try {
      noteEnded(folders, await jobsOf(context, folders))
    } catch {
      // Slurm's controller does not answer now: nothing is known, and the next look asks again.
    } finally {
      isAsking = false
    }
  }
  if (slurmFolder(context.env) !== null) ready().catch(() => {}) // then as it is now, however long the app stays
  void look()
  const timer = setInterval(() => void look(), EVERY_MS)
  return () => clearInterval(timer)
}

/** A plain `scancel` tells nobody: what Slurm has no more in its queue is noted as ended. */
export function noteEnded(folders: readonly RunFolder[], jobs: ReadonlyMap<string, Job>): void {
  for (const folder of folders) {
    const [job, record] = [jobs.get(folder.path), readJob(folder)]
    if (job === undefined || isLive(job) || record === null) continue
    // It may have been submitted again, or have begun, since it was asked about.
    if (record.job !== job.id || record.phase !== 'queued') continue
    const { v: _, ...noted } = record
    noteJob(folder, { ...noted, phase: 'ended' })
  }
}
