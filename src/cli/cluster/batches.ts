/** Arrays that were submitted for a sweep: `slurm/TOKEN.json` in its folder says which task is which trial. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Job } from '../../cluster/jobs.js'
import { type RunFolder, runFolder, writeDurably } from '../../journal/folder.js'
import { noteJob, readJob } from '../../journal/job.js'
import { readJson } from '../../journal/written.js'
import type { SweepFolder } from '../../sweep/folder.js'

export interface Batch {
  readonly v: 1
  /** By which its jobs are found in the queue, should the submitter die before it has noted their number. */
  readonly token: string
  /** Names of run folders; the index is that of the array's task. */
  readonly trials: readonly string[]
  /** Null until Slurm has taken it. */
  readonly job: string | null
  /** Whether every trial's folder names its job. */
  readonly isNoted: boolean
}

export function batchFolder({ path }: SweepFolder): string {
  return join(path, 'slurm')
}

export function newBatch(trials: readonly string[]): Batch {
  const token = `${Date.now()}-${randomBytes(3).toString('hex')}`
  return { v: 1, token, trials, job: null, isNoted: false }
}

export function batchFile(folder: SweepFolder, { token }: Batch): string {
  return join(batchFolder(folder), `${token}.json`)
}

export function scriptFile(folder: SweepFolder, { token }: Batch): string {
  return join(batchFolder(folder), `${token}.sh`)
}

export function commentOf({ token }: Batch): string {
  return `zscl:${token}`
}

export function writeBatch(folder: SweepFolder, batch: Batch): void {
  mkdirSync(batchFolder(folder), { recursive: true })
  writeDurably(batchFile(folder, batch), `${JSON.stringify(batch)}\n`)
}

export function readBatch(file: string): Batch {
  return readJson(file, 'which task is which trial') as Batch
}

/** The run folder and the log of a task of an array. */
export function taskOf(file: string, index: number, job: string) {
  const name = readBatch(file).trials[index]
  if (name === undefined) return null
  const folder = runFolder(join(dirname(dirname(file)), name))
  return { folder, log: logOf(dirname(file), job) }
}

function logOf(folder: string, job: string): string {
  return join(folder, `${job}.log`)
}

/** Notes the jobs of a batch that Slurm has taken in the folders of its trials. */
export function noteBatch(folder: SweepFolder, batch: Batch, job: string): void {
  writeBatch(folder, { ...batch, job })
  for (const [index, name] of batch.trials.entries()) {
    const own: RunFolder = runFolder(join(folder.path, name))
    const id = `${job}_${index}`
    // A task that has begun has noted itself, and one of a later batch is newer.
    if (isNewer(id, readJob(own)?.job))
      noteJob(own, { job: id, log: logOf(batchFolder(folder), id), phase: 'queued' })
  }
  writeBatch(folder, { ...batch, job, isNoted: true })
}

function isNewer(id: string, known: string | undefined): boolean {
  return known === undefined || Number.parseInt(id, 10) > Number.parseInt(known, 10)
}

/** Notes batches whose submitter died after Slurm had taken them. */
export function recoverBatches(folder: SweepFolder, jobs: readonly Job[]): void {
  const place = batchFolder(folder)
  if (!existsSync(place)) return
  const files = readdirSync(place).filter((name) => /^\d+-[0-9a-f]+\.json$/.test(name))
  for (const name of files.sort()) {
    const batch = readBatch(join(place, name))
    if (batch.isNoted) continue
    const comment = commentOf(batch)
    const job = batch.job ?? jobs.find((one) => one.comment === comment)?.id.split('_')[0]
    if (job !== undefined) noteBatch(folder, batch, job)
  }
}
