/** How many trials of a sweep run at once here. */
import type { Sweep } from '../../config/sweep.js'
import type { Trial } from '../../sweep/expand.js'
import { gpus } from '../../sweep/gpus.js'
import { type Slots, slotsFor } from '../../sweep/slots.js'
import type { Context } from '../shared/context.js'

/** @param jobs what `--jobs` says */
export function slotsOf(
  context: Context,
  sweep: Sweep,
  trials: readonly Trial[],
  jobs: number | undefined,
): Slots {
  return slotsFor(
    trials.map(({ experiment }) => experiment),
    {
      gpus: gpus(context.env),
      jobs,
      written: sweep.resources.jobs,
      threads: sweep.resources.threads,
    },
  )
}
