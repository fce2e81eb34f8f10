/** Mutated reports and control messages: each is read or refused, none hangs, and nothing grows. */
import { expect, it } from 'vitest'
import { decodeControl, decodeReport } from '../../src/bridge/codec.js'
import { zscl } from '../../src/bridge/generated/zscl.js'

const { v1 } = zscl
const FRAMES = 20_000
const GROWTH = 64 * 1024 ** 2

const losses = { ce: 1, image: 2, text: 3 }
const outcomes = [
  { done: {} },
  { cancelled: {} },
  { train_done: { losses: Array.from({ length: 25 }, () => losses) } },
  { failure: { code: 3, message: 'a slot that is not there', state_good: true } },
]
const reports = outcomes.map((outcome) =>
  v1.Report.encode({ epoch: 5, sequence: 1, seconds: 0.5, memory_mib: 100, ...outcome }).finish(),
)
const controls = [
  { knock: { nonce: new Uint8Array(32) } },
  { hello: { proof: new Uint8Array(32), schema_hash: 'x'.repeat(64), pid: 9 } },
  { heartbeat: { section: 3, command_sequence: 1, done: 1, total: 2, memory_mib: 5 } },
  { goodbye: {} },
].map((body) => v1.ControlUp.encode({ epoch: 5, sequence: 1, ...body }).finish())

/** mulberry32: the same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below) | 0
  }
}

/** Flipped, cut, doubled, filled with noise, or grown together with another. */
function mutated(frame: Uint8Array, other: Uint8Array, next: (below: number) => number) {
  const bytes = [...frame]
  for (let times = 1 + next(4); times > 0; times--) {
    const at = next(bytes.length)
    const ways = [
      () => bytes.splice(at, 1, (bytes[at] ?? 0) ^ (1 << next(8))),
      () => bytes.splice(at, 1 + next(8)),
      () => bytes.splice(at, 0, ...bytes.slice(at, at + 1 + next(16))),
      () => bytes.splice(at, 0, ...Array.from({ length: 1 + next(8) }, () => next(256))),
      () => bytes.splice(at, bytes.length, ...other.subarray(next(other.length))),
    ]
    ways[next(ways.length)]!()
  }
  return Uint8Array.from(bytes)
}

it.each([
  ['reports', reports, decodeReport],
  ['control messages', controls, decodeControl],
] as const)(
  '%s are read or refused, whatever has become of them',
  (_, valid, decode) => {
    const next = numbers(2026)
    const before = process.memoryUsage().rss
    let refused = 0
    for (let i = 0; i < FRAMES; i++) {
      const frame = mutated(valid[next(valid.length)]!, valid[next(valid.length)]!, next)
      try {
        const read = decode(frame)
        expect(Number.isInteger(read.epoch) && Number.isInteger(read.sequence)).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
        // Node's decoder calls bytes that are no UTF-8 a TypeError, with a code; without one it would be our own mistake.
        expect(error instanceof TypeError && !('code' in error), String(error)).toBe(false)
        refused += 1
      }
    }
    expect(refused).toBeGreaterThan(FRAMES / 10)
    expect(refused).toBeLessThan(FRAMES)
    expect(process.memoryUsage().rss - before).toBeLessThan(GROWTH)
  },
  60_000,
)
