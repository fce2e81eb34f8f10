/** How a trial of a sweep stands. */
import type { RunState } from '../journal/state.js'
import type { Trial } from './expand.js'

export type TrialStatus = 'waiting' | 'running' | 'finished' | 'failed' | 'interrupted'

export interface TrialProgress {
  readonly trial: Trial
  readonly status: TrialStatus
  /** Of its run; null while it has none. */
  readonly state: RunState | null
  /** Why it failed, in words. */
  readonly error: string | null
}
