/** The scheduler's job that a run was given to: `slurm.json` in its folder. */
import { readFileSync } from 'node:fs'
import { type RunFolder, writeDurably } from './folder.js'
import { regular } from './regular.js'

export interface GaveUp {
  readonly message: string
  /** Whether the same again would end the same way. */
  readonly is_hopeless: boolean
}

export interface JobRecord {
  readonly v: 1
  /** As Slurm writes it: `12`, or `12_3` for a task of an array. */
  readonly job: string
  readonly log: string
  /** As submitter and job noted it last; what is true now, the scheduler says. */
  readonly phase: 'queued' | 'running' | 'ended'
  /** Lives of the job in a row in which the run got nowhere; absent = none. */
  readonly idle_lives?: number
  /** Why it gave up by itself while the run could go on; absent = it did not. */
  readonly gave_up?: GaveUp
}

export function noteJob(folder: RunFolder, record: Omit<JobRecord, 'v'>): void {
  writeDurably(folder.job, `${JSON.stringify({ v: 1, ...record })}\n`)
}

/** Null for a run that was given to no scheduler. */
export function readJob(folder: RunFolder): JobRecord | null {
  try {
    const record = JSON.parse(readFileSync(regular(folder.job), 'utf8')) as JobRecord
    return record.v === 1 ? record : null
  } catch {
    return null // not there, or half written on a file system without atomic renames
  }
}
