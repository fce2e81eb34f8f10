/** Other processes as a test sees them. */
import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'

/**
 * False also for a process that has ended and only waits to be reaped: it holds nothing any more, and how soon the
 * machine's first process reaps an orphan is not ours to decide.
 */
export function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return false
  const stat = readFileSync(file, 'utf8')
  const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
  return state !== 'Z' && state !== 'X'
}

/** Waits until the process has ended; fails when it has not within so many milliseconds. */
export async function gone(pid: number, within = 2_000): Promise<void> {
  await expect.poll(() => isAlive(pid), { timeout: within, interval: 20 }).toBe(false)
}
