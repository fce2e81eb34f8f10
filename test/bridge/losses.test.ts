import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gone } from '../processes.js'
import { drop, failure, launchStandIn, lerp, temporaryFolder } from './support.js'

describe('a worker that dies', () => {
  test('is reported with its exit code, its task and its last words', async () => {
    const worker = await launchStandIn('dies_mid_command')
    const [first, second] = [failure(worker.run(lerp())), failure(worker.run(drop('a')))]
    const error = await first
    expect(error.code).toBe('worker-died')
    expect(error.isLoss).toBe(true)
    expect(error.message).toContain('ended with exit code 3 while running command 1 (`lerp`)')
    expect(error.details.traceback).toBe('last words')
    expect(await second).toBe(error)
    expect(await failure(worker.lost)).toBe(error)
    expect(await failure(worker.run(lerp()))).toBe(error)
  })

  test('by kill -9 is noticed within a fraction of a second', async () => {
    const worker = await launchStandIn('computes_for_ever')
    const pending = failure(worker.run(lerp()))
    const killed = performance.now()
    process.kill(worker.pid, 'SIGKILL')
    const error = await pending
    expect(performance.now() - killed).toBeLessThan(300)
    expect(error.code).toBe('worker-died')
    expect(error.message).toContain(
      'ended with signal SIGKILL (usually because the system ran out of memory',
    )
  })

  test('while idle rejects `lost`', async () => {
    const worker = await launchStandIn('deaf')
    process.kill(worker.pid, 'SIGKILL')
    expect((await failure(worker.lost)).code).toBe('worker-died')
  })

  test('is noticed at once although a grandchild holds its output, and takes the grandchild along', async () => {
    const worker = await launchStandIn('leaves_grandchild')
    const asked = performance.now()
    const error = await failure(worker.run(lerp()))
    expect(performance.now() - asked).toBeLessThan(1_000)
    expect(error.message).toContain('exit code 4')
    const [, grandchild] = /grandchild (\d+)/.exec(error.details.traceback ?? '') ?? []
    await gone(Number(grandchild))
  })
})

describe('a worker that hangs', () => {
  test('is stopped when its heart stops', async () => {
    const worker = await launchStandIn('stops_its_heart', { limits: { heartbeat: 400 } })
    const error = await failure(worker.run(lerp()))
    expect(error.code).toBe('worker-stuck')
    expect(error.message).toContain('sent no heartbeat for 0.4 s')
    await gone(worker.pid)
  })

  test('is stopped when a command makes no progress within the budget of its section', async () => {
    const budget = { 'set-up': 10_000, train: 500, evaluate: 10_000, save: 10_000 }
    const worker = await launchStandIn('computes_for_ever', { limits: { budget } })
    const error = await failure(worker.run(lerp()))
    expect(error.code).toBe('worker-stuck')
    expect(error.isLoss).toBe(true)
    expect(error.message).toContain('no progress for 0.5 s, the time limit of section `train`')
    expect(error.message).toContain('command 1 (`lerp`)')
    await gone(worker.pid)
  })

  test('but a slow command that advances may exceed the budget', async () => {
    const budget = { 'set-up': 500, train: 500, evaluate: 500, save: 500 }
    const worker = await launchStandIn('advances_slowly', { limits: { budget } })
    expect((await worker.run(lerp())).outcome.kind).toBe('done')
  })
})

describe('a worker that breaks the protocol', () => {
  test.for([
    ['garbage', 'broke the protocol'],
    ['empty', 'holds no outcome'],
    ['two-frames', 'a message of 2 frames'],
    ['epoch', 'report 1 of launch 4 came where 1 of launch 3 was expected'],
    ['order', 'report 2 of launch 3 came where 1'],
    ['control-garbage', 'control message 41'],
  ] as const)('with %s is stopped', async ([what, message]) => {
    const worker = await launchStandIn(`bad_reports ${what}`)
    const error = await failure(worker.run(lerp()))
    expect(error.code).toBe('protocol')
    expect(error.isLoss).toBe(false)
    expect(error.message).toContain(message)
    await gone(worker.pid)
  })

  test('with a report that nobody asked for is stopped', async () => {
    const worker = await launchStandIn('bad_reports unasked')
    expect((await worker.run(lerp())).outcome.kind).toBe('done')
    expect((await failure(worker.lost)).message).toContain('report 2 answers no command')
  })
})

test('a worker may print more than 100 MB', async () => {
  const logFile = join(temporaryFolder(), 'worker.log')
  const worker = await launchStandIn('floods_output', { logFile })
  expect((await worker.run(lerp())).outcome.kind).toBe('done')
  await worker.close() // what is still in the pipe reaches the log
  expect(statSync(logFile).size).toBeGreaterThan(120_000_000)
  expect(process.memoryUsage().rss).toBeLessThan(1_000_000_000)
})

test('a log is appended to, and the last words are those of this launch', async () => {
  const logFile = join(temporaryFolder(), 'worker.log')
  for (const _ of [1, 2]) {
    const worker = await launchStandIn('dies_mid_command', { logFile })
    expect((await failure(worker.run(lerp()))).details.traceback).toBe('last words')
  }
  expect(readFileSync(logFile, 'utf8')).toBe('last words\nlast words\n')
})
