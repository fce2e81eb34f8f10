/** Waiting with a limit, without a clock that goes on afterwards and keeps the program from ending. */
import { setTimeout } from 'node:timers/promises'

/** What `promise` resolves to, or `otherwise` after so many milliseconds. Rejects as the promise does. */
export async function within<T>(
  promise: Promise<T>,
  milliseconds: number,
  otherwise: T,
): Promise<T> {
  const done = new AbortController()
  try {
    return await Promise.race([
      promise,
      setTimeout(milliseconds, otherwise, { signal: done.signal }),
    ])
  } finally {
    done.abort()
  }
}
