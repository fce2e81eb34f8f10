/** The text of a batch script: what Slurm runs, from what is asked. */
import { deviceCount } from '../config/devices.js'
import { UsageError } from '../config/errors.js'
import type { Slurm } from '../config/resources.js'
import type { Experiment } from '../config/schema.js'

export interface BatchJob {
  readonly name: string
  /** Job's log; `%j`, `%A` and `%a` as Slurm replaces them. */
  readonly log: { readonly folder: string; readonly file: string }
  readonly cwd: string
  readonly slurm: Slurm
  /** What it computes on: says how many CPUs and GPUs are asked for where `slurm` does not. */
  readonly computes: Computes
  readonly command: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** By which a job is found again in the queue. */
  readonly comment: string
  /** Tasks of an array; absent: one job. */
  readonly tasks?: number
  /** The job, or array task, that must have ended. */
  readonly after?: string
}

export type Computes = Pick<Experiment, 'device' | 'devices' | 'threads'>

export const SIGNAL_SECONDS = 60
export const REQUEUE_LIMIT = 20

/** What Slurm and its plugins say to a job; everything else of its environment is what the script sets. */
const OF_THE_JOB =
  'SLURM_*|SLURMD_NODENAME|CUDA_VISIBLE_DEVICES|ROCR_VISIBLE_DEVICES|GPU_DEVICE_ORDINAL|ZE_AFFINITY_MASK|TMPDIR'

export function batchScript(job: BatchJob): string {
  const options = optionsOf(job).map((option) => `#SBATCH ${option}`)
  const { nodes = 1 } = job.slurm
  const env = { ...job.env, ...(nodes > 1 && { ZSCL_NODES: String(nodes) }) }
  const exports = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`)
  const lines = [
    '#!/bin/bash',
    ...options,
    '',
    '# The environment is what stands here and what Slurm says to the job, not that of the shell that submitted it.',
    'for name in $(compgen -e); do',
    `  case $name in ${OF_THE_JOB}) ;; *) unset "$name" 2> /dev/null ;; esac`,
    'done',
    ...exports,
    ...(job.slurm.setup ?? []),
    `exec ${job.command.map(quoted).join(' ')}`,
  ]
  return `${lines.join('\n')}\n`
}

function optionsOf(job: BatchJob): string[] {
  const { slurm, tasks } = job
  const { nodes = 1, partition, account, time, memory, constraint, array_limit } = slurm
  const { cpus, gpus } = { ...needs(job.computes, slurm), ...slurm }
  const limit = array_limit === undefined ? '' : `%${array_limit}`
  const option = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [`--${name}=${value}`]
  return [
    `--job-name=${job.name}`,
    `--comment=${job.comment}`,
    `--output=${optionText(`${job.log.folder.replaceAll('%', '%%')}/${job.log.file}`)}`,
    '--open-mode=append',
    `--chdir=${optionText(job.cwd)}`,
    '--export=NONE',
    `--nodes=${nodes}`,
    nodes === 1 ? '--ntasks=1' : '--ntasks-per-node=1',
    `--cpus-per-task=${cpus}`,
    ...option('partition', partition),
    ...option('account', account),
    ...option('time', time),
    ...option('gres', gpus === undefined || gpus === 0 ? undefined : `gpu:${gpus}`),
    ...option('mem', memory),
    ...option('constraint', constraint),
    ...option('array', tasks === undefined ? undefined : `0-${tasks - 1}${limit}`),
    ...option('dependency', job.after === undefined ? undefined : `afterany:${job.after}`),
    `--signal=B:TERM@${slurm.signal_time ?? SIGNAL_SECONDS}`,
    '--requeue',
    ...(slurm.extra ?? []),
  ]
}

/** CPUs and GPUs of every node for the devices that are on it. */
function needs(
  { device, devices, threads }: Computes,
  { nodes = 1, gpus = 1 }: Slurm,
): Pick<Slurm, 'cpus' | 'gpus'> {
  const count = deviceCount(devices)
  if (nodes > 1 && (Array.isArray(devices) || (count ?? nodes) % nodes !== 0))
    throw new UsageError(
      `\`nodes\` is ${nodes}, and \`devices\` is ${devices ?? 1}: expected \`devices: all\`, or a number that ${nodes} divides.`,
    )
  const allOfNode = Number(/\d+$/.exec(String(gpus))?.[0] ?? 1) // of `a100:4`
  const here = count === null ? Math.max(1, allOfNode) : count / nodes
  const isOnGpus = devices !== undefined && count !== null && device !== 'cpu'
  return { cpus: Math.max(1, threads) * here, ...(isOnGpus && { gpus: here }) }
}

/** A path in an option line; sbatch reads double quotes and backslashes there. */
function optionText(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `"${path.replaceAll(/["\\]/g, '\\$&')}"`
}

/** A word of the shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** Names that a job needs from the person who submits it: places, proxies, and how to reach what it reports to. */
const CARRIED = [
  'HOME',
  'USER',
  'LOGNAME',
  'ZSCL_PYTHON',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
  'HF_HOME',
  'HF_HUB_CACHE',
  'HF_HUB_OFFLINE',
  'TORCH_HOME',
  'SSL_CERT_FILE',
  'REQUESTS_CA_BUNDLE',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'WANDB_MODE',
  'WANDB_PROJECT',
  'WANDB_ENTITY',
  'WANDB_BASE_URL',
  'WANDB_DIR',
  'MLFLOW_TRACKING_URI',
  'MLFLOW_EXPERIMENT_NAME',
] as const

/** The environment of a job: the same from any shell of that person. */
export function jobEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  places: { readonly cache: string; readonly data: string },
  slurmFolder: string,
): Record<string, string> {
  const path = [...new Set([slurmFolder, '/usr/local/bin', '/usr/bin', '/bin'])].join(':')
  const carried = CARRIED.flatMap((name) => {
    const value = env[name]
    return value === undefined || value === '' ? [] : [[name, value] as const]
  })
  return {
    PATH: path,
    LANG: 'C.UTF-8',
    ...Object.fromEntries(carried),
    ZSCL_CACHE: places.cache,
    ZSCL_DATA: places.data,
  }
}
