/** How many trials of a sweep run at once on this machine, and which GPUs each of them has. */
import { availableParallelism } from 'node:os'
import { deviceCount } from '../config/devices.js'
import { UsageError } from '../config/errors.js'
import type { Experiment } from '../config/schema.js'

export interface Slots {
  readonly jobs: number
  /** What the environment of slot `slot` says of its GPUs. */
  readonly gpusOf: (slot: number) => Readonly<Record<string, string>>
}

interface Asked {
  /** Of the GPUs that the trials may use. */
  readonly gpus: readonly string[]
  /** `--jobs`, and what the sweep says; 0 or absent = as many as the machine has room for. */
  readonly jobs: number | undefined
  readonly written: number
  readonly threads: number
  readonly processors?: number
}

/**
 * A trial of several devices takes as many GPUs, or processors of so many ranks.
 * @throws UsageError for `--jobs 0`
 */
export function slotsFor(
  trials: readonly Pick<Experiment, 'devices'>[],
  { gpus, jobs, written, threads, processors = availableParallelism() }: Asked,
): Slots {
  if (jobs === 0) throw new UsageError('`--jobs 0`: expected at least 1.')
  const each = Math.max(1, ...trials.map(({ devices }) => deviceCount(devices) ?? gpus.length))
  const room = gpus.length > 0 ? gpus.length / each : processors / (threads * each)
  // One more than there are processors: it computes while another waits, saves or begins.
  const more = gpus.length === 0 && threads * each === 1 ? 1 : 0
  const wanted = jobs ?? (written || Math.floor(room) + more)
  const count = Math.max(1, Math.min(trials.length, wanted))
  const places = Math.max(1, Math.floor(gpus.length / each))
  return {
    jobs: count,
    gpusOf: (slot) => {
      if (gpus.length === 0 || count === 1) return {}
      const first = (slot % places) * each
      return { CUDA_VISIBLE_DEVICES: gpus.slice(first, first + each).join(',') }
    },
  }
}
