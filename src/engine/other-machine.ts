/** Whether a run goes on with what it began with: else its numbers are right, and not those of either machine to the last bit. */
import type { WorkerStarted } from '../journal/events.js'

type Facts = Pick<WorkerStarted, 'device' | 'precision' | 'threads' | 'versions'>

/** What changes the last bits, in words; null where all of it is as it was. */
export function otherMachine(before: Facts, now: Facts): string | null {
  const changes = (
    [
      ['torch', ({ versions }) => versions.torch],
      ['open_clip', ({ versions }) => versions.open_clip],
      ['device', ({ device }) => device],
      ['precision', ({ precision }) => precision],
      ['threads', ({ threads, device }) => (device.startsWith('cpu') ? String(threads) : '')],
    ] satisfies [string, (facts: Facts) => string][]
  )
    .map(([name, of]) => [name, of(before), of(now)] as const)
    .filter(([, was, is]) => was !== is && was !== '' && is !== '')
    .map(([name, was, is]) => `${name} ${was} → ${is}`)
  if (changes.length === 0) return null
  return `resumed on different hardware or software (${changes.join(', ')}): from here on, its numbers are not bit-identical to those of an uninterrupted run.`
}
