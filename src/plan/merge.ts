/** Merging models: WiSE-FT and soups as lerps and linear combinations of slots (method.md section 2). */
import { combine, copy } from './averages.js'
import type { Combine, Lerp } from './step.js'

/** Makes `slot` (1 - alpha) start + alpha end, as a lerp so that alpha 0 and 1 are the end points bit for bit. */
export function wiseFt(
  slot: string,
  start: string,
  end: string,
  alpha: number,
): (Combine | Lerp)[] {
  return [copy(slot, start), { kind: 'lerp', slot, towards: end, fraction: alpha }]
}

/** Makes `slot` the plain mean of other slots. */
export function uniform(slot: string, models: readonly string[]): Combine[] {
  return [combine(slot, Object.fromEntries(models.map((model) => [model, 1 / models.length])))]
}
