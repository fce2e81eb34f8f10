/** Mistakes of the user that only Python can see: a file that is not there, weights that do not fit. */
import { WorkerError, type WorkerErrorCode } from '../../bridge/index.js'
import { UsageError } from '../../config/errors.js'

const MISTAKES: readonly WorkerErrorCode[] = [
  'bad-input',
  'model-not-found',
  'data-not-found',
  'device-unavailable',
]

/** A UsageError where the worker found a mistake of the user; any other error as it is. */
export function asUsageError(error: unknown): unknown {
  return isMistake(error) ? new UsageError(error.message, { cause: error }) : error
}

export function isMistake(error: unknown): error is WorkerError {
  return error instanceof WorkerError && MISTAKES.includes(error.code)
}
