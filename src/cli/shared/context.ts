/** What a command may know of the world around it; made once, in main.ts. */
import { join, resolve } from 'node:path'
import { UsageError } from '../../config/errors.js'

export interface Context {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** What was typed, without the program. */
  readonly argv: readonly string[]
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  /** Root of the project: where python/ and .venv/ lie. */
  readonly root: string
}

export type ExitCode = 0 | 1 | 2 | 130

/** Where run folders go: --runs, ZSCL_RUNS, or `runs` in the current folder. */
export function runsFolder({ cwd, env }: Context, option: string | undefined): string {
  return resolve(cwd, option ?? env['ZSCL_RUNS'] ?? 'runs')
}

/** Where caches keyed by content go, shared by all runs of a user. */
export function cacheFolder({ cwd, env }: Context): string {
  if (env['ZSCL_CACHE']) return resolve(cwd, env['ZSCL_CACHE'])
  const base = env['XDG_CACHE_HOME'] || (env['HOME'] && join(env['HOME'], '.cache'))
  if (!base)
    throw new UsageError(
      'no place for the cache: neither ZSCL_CACHE nor HOME is set. Set ZSCL_CACHE.',
    )
  return join(base, 'zscl')
}

/** Where the paper's datasets lie: --data, ZSCL_DATA, or `data` in the current folder. */
export function dataFolder({ cwd, env }: Context, option?: string): string {
  return resolve(cwd, option ?? env['ZSCL_DATA'] ?? 'data')
}
