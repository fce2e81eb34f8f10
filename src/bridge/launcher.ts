/** How workers are launched; sockets and messages are loaded with the first of them, since most commands need none. */
import type { LaunchConfig } from './launch.js'
import { defaultLimits } from './limits.js'
import { type LaunchWorker, WorkerError } from './worker.js'

export function createLauncher(config: LaunchConfig): LaunchWorker {
  const limits = { ...defaultLimits, ...config.limits }
  return async (options) => (await loadLaunch()).launch(config, limits, options)
}

/**
 * Loads it ahead of the first launch: before anything is written, and before the program may be replaced.
 * @throws WorkerError `start-failed` where zscl's own packages are not what was installed
 */
export async function loadLaunch() {
  try {
    return await import('./launch.js')
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new WorkerError(
      'start-failed',
      `What talks to the Python worker cannot be loaded: ${why}. Node packages of zscl are missing or damaged: in a checkout remove the folder node_modules and run scripts/setup, else install zscl again.`,
      { cause },
    )
  }
}
