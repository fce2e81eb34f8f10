/** A job that ends by itself although its run could go on: Slurm only sees that it failed, so its folder notes why. */
import { UsageError } from '../../config/errors.js'
import type { GaveUp } from '../../journal/job.js'
import { plural } from '../../view/format.js'

export class GivesUp extends UsageError {
  constructor(readonly noted: GaveUp) {
    super(noted.message)
  }
}

export function gotNowhere(id: string, lives: number): GivesUp {
  const message = `job ${id} was told to stop ${lives} times without any progress: request more time with \`--slurm time=…\`.`
  return new GivesUp({ message, is_hopeless: true })
}

export function tooOften(id: string, restarts: number): GivesUp {
  const message = `job ${id} was requeued ${plural(restarts, 'time')}, the maximum set by \`requeue_limit\`. What is saved is kept; submit it again to resume.`
  return new GivesUp({ message, is_hopeless: false })
}
