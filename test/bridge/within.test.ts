/** Waiting with a limit. */
import { expect, it } from 'vitest'
import { within } from '../../src/bridge/within.js'

const clocks = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length

it('gives what came in time, and no clock goes on that would keep the program from ending', async () => {
  const before = clocks()
  expect(await within(Promise.resolve('came'), 60_000, 'late')).toBe('came')
  await expect(within(Promise.reject(new Error('broke')), 60_000, 'late')).rejects.toThrow('broke')
  expect(clocks()).toBe(before)
})

it('gives the other when nothing comes', async () => {
  expect(await within(new Promise<string>(() => {}), 5, 'late')).toBe('late')
})
