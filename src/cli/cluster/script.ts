/** Batch scripts of this program: the same checkout, in the folder where it was called. */
import { join } from 'node:path'
import {
  type BatchJob,
  batchScript,
  jobEnvironment,
  REQUEUE_LIMIT,
  SIGNAL_SECONDS,
} from '../../cluster/script.js'
import { slurmFolder } from '../../cluster/slurm.js'
import { type Context, cacheFolder, dataFolder } from '../shared/context.js'
import { type OutputOptions, passedOn } from '../shared/options.js'

type Asked = Omit<BatchJob, 'command' | 'cwd' | 'env'> & { readonly words: readonly string[] }

/** The script of a job that runs `zscl job WORDS…`. */
export function scriptOf(context: Context, { words, ...job }: Asked, options: OutputOptions) {
  const { root, cwd, env } = context
  const places = { cache: cacheFolder(context), data: dataFolder(context) }
  const limit = String(job.slurm.requeue_limit ?? REQUEUE_LIMIT)
  const ahead = String(job.slurm.signal_time ?? SIGNAL_SECONDS)
  const extra = ['--requeue-limit', limit, '--signal-time', ahead, ...passedOn(options)]
  const program = [process.execPath, join(root, 'dist/main.js')]
  return batchScript({
    ...job,
    cwd,
    env: jobEnvironment(env, places, slurmFolder(env) ?? '/usr/bin'),
    command: [...program, 'job', ...words, ...extra],
  })
}
