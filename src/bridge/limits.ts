/** Every time limit of the bridge, in milliseconds. */
import type { Command } from '../plan/step.js'
import type { Section } from './worker.js'

export interface Limits {
  /** From the start of the process to its hello: an interpreter and two imports, but perhaps from a slow network disk. */
  readonly hello: number
  /** Silence of the control thread, which beats every 500 ms; imports of large libraries can hold it up for seconds. */
  readonly heartbeat: number
  /** How often liveness is looked at. */
  readonly watch: number
  /** Per section, how long a command may take without any progress. Generous: it only has to end what hangs for ever. */
  readonly budget: Readonly<Record<Exclude<Section, 'idle'>, number>>
  /** Rungs of the stopping ladder: how long to wait after each before the next is taken. */
  readonly shutdown: number
  readonly stdinClosed: number
  readonly terminate: number
  readonly kill: number
  /** After the exit of a closing worker: how long its last reports may still be on their way through the sockets. */
  readonly lastReports: number
}

const minutes = 60_000

export const defaultLimits: Limits = {
  hello: 60_000,
  heartbeat: 15_000,
  watch: 1_000,
  budget: {
    'set-up': 60 * minutes,
    train: 15 * minutes,
    evaluate: 15 * minutes,
    save: 15 * minutes,
  },
  shutdown: 5_000,
  stdinClosed: 2_000,
  terminate: 2_000,
  kill: 5_000,
  lastReports: 500,
}

/** The section whose budget a command uses. */
export function sectionOf(kind: Command['kind']): Exclude<Section, 'idle'> {
  switch (kind) {
    case 'set-up':
    case 'restore':
    case 'begin-task':
    case 'load':
      return 'set-up'
    case 'train':
    case 'lerp':
    case 'combine':
    case 'drop':
      return 'train'
    case 'evaluate':
    case 'remember':
      return 'evaluate'
    case 'save':
    case 'export':
      return 'save'
  }
}
