/** What runs should know of the cluster's scheduler where they take the lock of a folder. */
import { jobIdOf } from '../../cluster/jobs.js'
import { jobNow, slurmFolder } from '../../cluster/slurm.js'
import type { LockOptions } from '../../journal/holder.js'
import type { Context } from './context.js'

/** So long an answer of the scheduler holds: many trials may be asked about again and again. */
const HOLDS_MS = 20_000

/** Of this process its job; of others on other hosts whether their job may still have processes. */
export function lockOptions({ env }: Context): LockOptions {
  const job = jobIdOf(env)
  const answers = new Map<string, { readonly at: number; readonly isAlive: boolean | null }>()
  const isJobAlive = (asked: string) => {
    const known = answers.get(asked)
    if (known !== undefined && performance.now() - known.at < HOLDS_MS) return known.isAlive
    const now = jobNow(asked)
    const isAlive = now === null ? null : now.phase === 'running'
    answers.set(asked, { at: performance.now(), isAlive })
    return isAlive
  }
  return { ...(job !== null && { job }), ...(slurmFolder(env) !== null && { isJobAlive }) }
}
