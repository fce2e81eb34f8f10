/** The loss weights of a recipe by their keys, and which of them are used. */
import { lossWeights, type Weight } from './schema.js'

export const WEIGHT_KEYS = Object.keys(lossWeights) as (keyof typeof lossWeights)[]

/** True when the weight is above 0 anywhere. */
export function isUsed(weight: Weight | undefined): boolean {
  if (weight === undefined) return false
  if (typeof weight === 'number') return weight > 0
  if ('per_task' in weight) return weight.per_task.some((value) => value > 0)
  return weight.points.some((point) => point.value > 0)
}
