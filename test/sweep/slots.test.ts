import { describe, expect, it } from 'vitest'
import type { Devices } from '../../src/config/devices.js'
import { slotsFor } from '../../src/sweep/slots.js'

const trials = (count: number, devices?: Devices) =>
  Array.from({ length: count }, () => (devices === undefined ? {} : { devices }))
const none = { gpus: [], jobs: undefined, written: 0, threads: 1, processors: 8 }
const four = { ...none, gpus: ['0', '1', '2', '3'] }
const gpusOf = (slots: ReturnType<typeof slotsFor>) =>
  Array.from(
    { length: slots.jobs },
    (_, slot) => slots.gpusOf(slot)['CUDA_VISIBLE_DEVICES'] ?? null,
  )

describe('the slots of a sweep', () => {
  it.each([
    ['a processor each, and one trial more', trials(20), none, 9],
    ['as many processors as threads', trials(20), { ...none, threads: 3 }, 2],
    ['no more than trials', trials(2), none, 2],
    ['at least one', trials(2), { ...none, threads: 99 }, 1],
    ['processors for every rank', trials(20, 2), none, 4],
    ['what is written', trials(20), { ...none, written: 3 }, 3],
    ['--jobs before what is written', trials(20), { ...none, written: 3, jobs: 5 }, 5],
  ])('%s', (_, asked, machine, jobs) => {
    const slots = slotsFor(asked, machine)
    expect(slots.jobs).toBe(jobs)
    expect(gpusOf(slots)).toEqual(Array.from({ length: jobs }, () => null))
  })

  it('deal out the GPUs', () => {
    expect(gpusOf(slotsFor(trials(20), four))).toEqual(['0', '1', '2', '3'])
    expect(gpusOf(slotsFor(trials(20), { ...four, jobs: 6 }))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '0',
      '1',
    ])
    expect(gpusOf(slotsFor(trials(20, 2), four))).toEqual(['0,1', '2,3'])
    expect(gpusOf(slotsFor([...trials(2), ...trials(1, 3)], four))).toEqual([null])
    expect(gpusOf(slotsFor(trials(20, 'all'), four))).toEqual([null])
  })

  it('refuse none', () => {
    expect(() => slotsFor(trials(2), { ...none, jobs: 0 })).toThrow('`--jobs 0`')
  })
})
