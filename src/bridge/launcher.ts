/** How workers are launched; sockets and messages are loaded with the first of them, since most commands need none. */
import type { LaunchConfig } from './launch.js'
import { defaultLimits } from './limits.js'
import type { LaunchWorker } from './worker.js'

export function createLauncher(config: LaunchConfig): LaunchWorker {
  const limits = { ...defaultLimits, ...config.limits }
  return async (options) => (await import('./launch.js')).launch(config, limits, options)
}
