/** Slurm's own commands. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { UsageError } from '../config/errors.js'
import { regular } from '../journal/regular.js'
import {
  type Job,
  parseSacct,
  parseScontrol,
  parseSqueue,
  type ShownJob,
  SQUEUE_FORMAT,
} from './jobs.js'
import { isKilled, refusalInWords, stateInLog } from './words.js'

type Env = Readonly<Record<string, string | undefined>>

interface Options {
  readonly input?: string
  readonly env?: NodeJS.ProcessEnv
  /** Whether `env` comes in addition to this process's environment; default: yes. */
  readonly extendEnv?: boolean
}

/** A controller that is busy answers late. */
const TIMEOUT_MS = 60_000
/** Tasks of one array, where Slurm does not say. */
const MAX_ARRAY = 1001

/** The folder of Slurm's commands; null where there is none. */
export function slurmFolder(env: Env): string | null {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.find((folder) => existsSync(join(folder, 'sbatch'))) ?? null
}

/** @throws UsageError where there is no Slurm */
export function requireSlurm(env: Env): string {
  const folder = slurmFolder(env)
  if (folder !== null) return folder
  throw new UsageError(
    '`--on slurm`: there is no `sbatch` on this machine. Log in to a login node of the cluster, or leave `--on slurm` out to run here.',
  )
}

/**
 * Submits a script. What the shell says to sbatch (SBATCH_TIMELIMIT, or that of a job it stands in) would come before
 * what the script says, and is left out.
 * @returns the id of the job
 * @throws UsageError in words, where Slurm takes none
 */
export async function submit(script: string, env: Env): Promise<string> {
  const isKept = ([name]: [string, unknown]) =>
    name === 'SLURM_CONF' || !/^(SBATCH|SLURM)_/.test(name)
  const own = Object.fromEntries(Object.entries(env).filter(isKept)) as NodeJS.ProcessEnv
  const { exitCode, stdout, stderr } = await run('sbatch', ['--parsable'], {
    input: script,
    env: own,
    extendEnv: false,
  })
  const id = /^(\d+)/.exec(stdout.trim())?.[1] // `12;cluster` where there are several
  if (exitCode === 0 && id !== undefined) return id
  throw new UsageError(refusalInWords(stderr || stdout))
}

/** All one's jobs that the controller knows, those that ended a short while ago among them. */
export async function queue(): Promise<Job[]> {
  const options = ['--me', '--array', '--noheader', '--states=all', `--format=${SQUEUE_FORMAT}`]
  const { exitCode, stdout, stderr } = await run('squeue', options)
  if (exitCode === 0) return parseSqueue(stdout)
  throw new UsageError(
    `cannot read the Slurm queue (${stderr.trim() || `exit code ${exitCode}`}). Try again later.`,
  )
}

/**
 * How jobs ended that the controller has forgotten; nothing where the cluster keeps no accounts. Arrays are asked for as a
 * whole: a task that was cancelled while it waited has no account of its own.
 */
export async function accounts(ids: readonly string[]): Promise<Job[]> {
  if (ids.length === 0) return []
  const fields = ['--allocations', '--noheader', '--parsable2', '--format=JobID,State,ExitCode']
  const jobs = [...new Set(ids.map((id) => id.split('_')[0]))].join(',')
  const env = { SLURM_BITSTR_LEN: '0' } // else long lists of tasks are cut off
  const { exitCode, stdout } = await run('sacct', [...fields, `--jobs=${jobs}`], { env })
  return exitCode === 0 ? parseSacct(stdout) : []
}

export async function cancel(id: string): Promise<void> {
  const { exitCode, stderr } = await run('scancel', [id])
  if (exitCode !== 0)
    throw new UsageError(
      `scancel did not end job ${id}: ${stderr.trim()}. \`squeue --me\` shows it.`,
    )
}

/** Puts a job that runs back into the queue; false where Slurm does not. */
export async function requeue(id: string): Promise<boolean> {
  const { exitCode } = await run('scontrol', ['requeue', id])
  return exitCode === 0
}

export async function maxArraySize(): Promise<number> {
  const { stdout } = await run('scontrol', ['show', 'config'])
  return Number(/MaxArraySize\s*=\s*(\d+)/.exec(stdout)?.[1] ?? MAX_ARRAY)
}

/** One job, by the controller, else by the accounts; null where nobody can be asked. Waits for the answer. */
export function jobNow(id: string): ShownJob | null {
  const options = { encoding: 'utf8', timeout: TIMEOUT_MS } as const
  const shown = spawnSync('scontrol', ['show', 'job', id, '--oneliner'], options)
  if (shown.error !== undefined) return null
  const found = parseScontrol(shown.stdout)
  if (shown.status === 0 && found !== null) return found
  if (!/invalid job id/i.test(shown.stderr)) return null
  return {
    id,
    state: 'GONE',
    phase: 'gone',
    reason: '',
    comment: '',
    exit: '',
    restarts: 0,
    seconds_left: null,
  }
}

/** A job that neither controller nor accounts know: by the end of its log. */
export function forgotten(id: string, log: string): Job {
  const state = stateInLog(endOf(log), id) ?? 'GONE'
  return { id, state, phase: 'gone', reason: '', comment: '' }
}

/** Where Slurm itself watches the memory of jobs (`OverMemoryKill`), it calls those that it kills for that FAILED. */
export function withLog(job: Job, log: string): Job {
  const isMemory = isKilled(job) && stateInLog(endOf(log), job.id) === 'OUT_OF_MEMORY'
  return isMemory ? { ...job, state: 'OUT_OF_MEMORY', reason: '' } : job
}

function endOf(log: string): string {
  return existsSync(log) ? readFileSync(regular(log), 'utf8').slice(-20_000) : ''
}

/** Loads what these commands need now: a job wants them at its end, and the program may have been replaced by then. */
export async function ready(): Promise<void> {
  await import('execa')
}

async function run(command: string, words: readonly string[], options: Options = {}) {
  const { execa } = await import('execa')
  const { exitCode, stdout, stderr, cause } = await execa(command, words, {
    reject: false,
    timeout: TIMEOUT_MS,
    ...(options.input === undefined && { stdin: 'ignore' }),
    ...options,
  })
  return { exitCode: exitCode ?? 1, stdout, stderr: stderr || (cause ? String(cause) : '') }
}
