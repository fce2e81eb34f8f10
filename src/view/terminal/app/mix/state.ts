/** The slider between two models, and which of its points are worth measuring next; pure. */
import type { MixPoint } from '../feed.js'

/** The slider's steps. */
export const STEP = 0.05
/** Measured at once when the screen opens. */
export const COARSE: readonly number[] = [0, 0.25, 0.5, 0.75, 1]
/** Points closer than this tell nothing new. */
const FINEST = 0.0625

export function moved(alpha: number, steps: number): number {
  // From between two steps the next one in that direction.
  const at = steps > 0 ? Math.floor(alpha / STEP + 1e-9) : Math.ceil(alpha / STEP - 1e-9)
  const next = (at + steps) * STEP
  return Number(Math.max(0, Math.min(1, next)).toFixed(2))
}

export function meanOf({ accuracies }: MixPoint): number {
  const values = Object.values(accuracies)
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

export function bestOf(points: readonly MixPoint[]): MixPoint | null {
  return points.reduce<MixPoint | null>(
    (best, point) => (best === null || meanOf(point) > meanOf(best) ? point : best),
    null,
  )
}

/** Coarse first; then the middle of the gap where the mean bends most; null where it is fine enough. */
export function nextPoints(points: readonly MixPoint[]): readonly number[] | null {
  const known = new Set(points.map(({ alpha }) => alpha))
  const coarse = COARSE.filter((alpha) => !known.has(alpha))
  if (coarse.length > 0) return coarse
  const sorted = [...points].sort((a, b) => a.alpha - b.alpha)
  const gaps = sorted.slice(1).map((right, i) => {
    const left = sorted[i]!
    return {
      alpha: (left.alpha + right.alpha) / 2,
      width: right.alpha - left.alpha,
      bend: bendAt(sorted, i),
    }
  })
  const worth = gaps.filter(({ width, alpha }) => width > 2 * FINEST - 1e-9 && !known.has(alpha))
  const best = worth.toSorted((a, b) => b.bend - a.bend)[0]
  return best === undefined ? null : [Number(best.alpha.toFixed(4))]
}

/** How much the slope changes at the two ends of the gap behind point `i`. */
function bendAt(sorted: readonly MixPoint[], i: number): number {
  const slope = (from: number) => {
    const [left, right] = [sorted[from], sorted[from + 1]]
    if (left === undefined || right === undefined) return null
    return (meanOf(right) - meanOf(left)) / (right.alpha - left.alpha)
  }
  const [before, here, after] = [slope(i - 1), slope(i), slope(i + 1)]
  const change = (other: number | null) =>
    other === null || here === null ? 0 : Math.abs(here - other)
  const [left, right] = [sorted[i]!, sorted[i + 1]!]
  return (change(before) + change(after)) * (right.alpha - left.alpha)
}
