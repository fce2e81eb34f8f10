/** Trials that differ only in the seed belong together. */
import { canonical } from '../config/resolve.js'
import { type Choice, labelOf } from './expand.js'
import type { TrialProgress } from './progress.js'

export interface Group {
  /** What the group's trials share, without the seed: `recipe zscl`. */
  readonly label: string
  readonly choice: Choice
  readonly trials: readonly TrialProgress[]
}

export function groups(progress: readonly TrialProgress[]): Group[] {
  const found = Map.groupBy(progress, ({ trial }) => canonical(withoutSeed(trial.choice)))
  return [...found.values()].map((trials) => {
    const choice = withoutSeed(trials[0]!.trial.choice)
    return { label: labelOf(choice) || 'all', choice, trials }
  })
}

function withoutSeed(choice: Choice): Choice {
  const { seed: _, ...rest } = choice
  return rest
}
