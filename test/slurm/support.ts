/** Slurm's own commands, and waiting for what it does. */
import { execFileSync } from 'node:child_process'
import { expect } from 'vitest'

export const minutes = 60_000
/** Whether the tests that need a Slurm run. */
export const isHere = Boolean(process.env['ZSCL_SLURM'])

export function slurm(command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

export function stateOf(job: string): string {
  return slurm('squeue', '-h', '-r', '-t', 'all', '-o', '%T', '-j', job)
}

/** A setting of the cluster, as scontrol shows it; '' = none. */
export function configured(name: string): string {
  const line = new RegExp(`^${name}\\s*=\\s*(.*)$`, 'm').exec(slurm('scontrol', 'show', 'config'))
  return line?.[1]?.trim() ?? ''
}

/** On the node of scripts/slurm-test-node only: taking down a node, say, is nothing to do to others. */
export function isOwnNode(): boolean {
  return configured('ClusterName') === 'zscl-test'
}

/** Slurm lets a job that was queued again wait for minutes; one that begins within the same second is refused by its node. */
export function hurry(job: string): void {
  try {
    const start = Date.parse(slurm('squeue', '-h', '-t', 'PD', '-j', job, '-o', '%S'))
    if (start > Date.now() + 10_000)
      slurm('scontrol', 'update', `jobid=${job}`, 'StartTime=now+4seconds')
  } catch {} // it runs
}

export function soon(holds: () => boolean, timeout: number, each = () => {}) {
  return expect
    .poll(
      () => {
        each()
        return holds()
      },
      { timeout, interval: 500 },
    )
    .toBe(true)
}

/** After a test file: none of its jobs stays behind. */
export function cancelAll(): void {
  if (!isHere) return
  for (const job of slurm('squeue', '-h', '-o', '%A %j').split('\n'))
    if (/ (zscl-|blocker)/.test(job)) slurm('scancel', job.split(' ')[0]!)
}
