/** How a trial of a sweep stands. */
import type { RunState } from '../journal/state.js'
import type { Trial } from './expand.js'

/** `elsewhere`: another process runs it, of this host or another. */
export type TrialStatus =
  | 'waiting'
  | 'running'
  | 'elsewhere'
  | 'finished'
  | 'failed'
  | 'interrupted'

export interface TrialProgress {
  readonly trial: Trial
  readonly status: TrialStatus
  /** Of its run; null while it has none. */
  readonly state: RunState | null
  /** Why it failed, in words. */
  readonly error: string | null
}
