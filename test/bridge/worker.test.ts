import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Progress } from '../../src/bridge/index.js'
import { gone, isAlive } from '../processes.js'
import {
  drop,
  evaluate,
  failure,
  kindOf,
  launchStandIn,
  lerp,
  setUp,
  socketFolders,
  temporaryFolder,
  train,
} from './support.js'

afterEach(() => vi.unstubAllEnvs())

describe('a worker that behaves', () => {
  test('says which versions it has before it loads anything', async () => {
    const worker = await launchStandIn('scripted')
    expect(isAlive(worker.pid)).toBe(true)
    expect(worker.versions.python).toMatch(/^3\.\d+/)
    expect(worker.versions.torch).toMatch(/^2\./)
    expect(worker.versions.open_clip).toMatch(/^3\./)
  })

  test('answers commands in their order with the fields of the schema', async () => {
    const worker = await launchStandIn('scripted')
    const reports = await Promise.all(
      [setUp, evaluate(7), train([0.5, 0.25])].map((c) => worker.run(c)),
    )
    expect(reports.map((report) => report.outcome)).toEqual([
      {
        kind: 'set-up-done',
        device: 'cpu',
        threads: 2,
        precision: 'fp32',
        parameters: 10,
        parameters_trained: 9,
        model_digest: 'mini-clip',
        datasets: [
          {
            name: 'first',
            classes: ['cat', 'dog'],
            train_size: 4,
            test_size: 2,
            templates: ['a {}.'],
            skipped: ['torn.png: cut short'],
            notes: ['no test image has the class a'],
          },
        ],
      },
      { kind: 'evaluate-done', correct: 0, total: 7 },
      {
        kind: 'train-done',
        images: 8,
        losses: [0.5, 0.25].map((ce) => ({
          ce,
          distill_image: 0,
          distill_text: 0,
          feature: 0,
          image_image: 0,
          alignment: 0,
          wc: 0,
          total: 2 * ce,
        })),
      },
    ])
    expect(reports[2]?.seconds).toBeGreaterThan(0.3)
    expect(reports[2]?.memory_mib).toBeGreaterThan(1)
  })

  test('reads every field of a command as it was sent', async () => {
    const worker = await launchStandIn('scripted')
    const files = [{ path: 'trained.safetensors', bytes: 2 ** 40, sha256: 'abc', slot: 'trained' }]
    const error = await failure(worker.run({ kind: 'restore', folder: '/f', files }))
    expect(error.message).toBe(
      "Restore(folder='/f', files=(SavedFile(path='trained.safetensors', bytes=1099511627776.0, sha256='abc', slot='trained'),), task=None)",
    )
  })

  test('shows its progress while it computes', async () => {
    const seen: Progress[] = []
    const worker = await launchStandIn('scripted', {
      onProgress: (progress) => seen.push(progress),
    })
    await worker.run(train([1, 1, 1, 1, 1, 1]))
    expect(
      seen.some(({ section, done, total }) => section === 'train' && done > 0 && total === 6),
    ).toBe(true)
    expect(seen.at(-1)?.memory_mib).toBeGreaterThan(1)
  })

  test('has its prints in the log and not on the terminal', async () => {
    const logFile = join(temporaryFolder(), 'deep', 'worker.log')
    const worker = await launchStandIn('scripted', { logFile })
    await worker.run(drop('print'))
    await vi.waitFor(() => {
      expect(readFileSync(logFile, 'utf8')).toBe('printed by the session\n')
    })
  })

  test('refuses a command that does not fit the schema, and goes on', async () => {
    const worker = await launchStandIn('scripted')
    const error = await failure(worker.run(evaluate(1.5)))
    expect(error.code).toBe('protocol')
    expect(error.message).toContain('batch_size')
    expect(await kindOf(worker, evaluate(2))).toBe('evaluate-done')
  })
})

describe('errors of a command', () => {
  test('carry code, message, state and traceback, and what was queued behind does not run', async () => {
    const worker = await launchStandIn('scripted')
    const failed = failure(worker.run(drop('bug')))
    const behind = [worker.run(evaluate(1)), worker.run(evaluate(2))]
    const error = await failed
    expect(error.code).toBe('internal')
    expect(error.message).toContain('our bug')
    expect(error.isLoss).toBe(false)
    expect(error.details.stateGood).toBe(false)
    expect(error.details.traceback).toContain('scripted.py')
    expect((await Promise.all(behind)).map((report) => report.outcome.kind)).toEqual([
      'cancelled',
      'cancelled',
    ])
    expect(await kindOf(worker, evaluate(3))).toBe('evaluate-done')
  })

  test('of the user come without a traceback', async () => {
    const worker = await launchStandIn('scripted')
    const error = await failure(worker.run(drop('user-mistake')))
    expect(error.code).toBe('data-not-found')
    expect(error.details).toEqual({ stateGood: true })
  })

  test('tell the update and the terms of a loss that is not finite', async () => {
    const worker = await launchStandIn('scripted')
    const { details, code } = await failure(worker.run(drop('not-finite')))
    expect(code).toBe('non-finite-loss')
    expect(details).toMatchObject({
      stateGood: false,
      update: 7,
      losses: { ce: Number.NaN, wc: 1, total: 0 },
    })
  })

  test('name a Python package that is missing', async () => {
    const worker = await launchStandIn('scripted')
    const error = await failure(worker.run(drop('missing-package')))
    expect(error.code).toBe('missing-package')
    expect(error.message).toContain('`surely_not_installed`')
  })
})

describe('cancel', () => {
  test('lets the running command finish and discards the rest', async () => {
    const worker = await launchStandIn('scripted')
    const running = worker.run(lerp(0.5))
    const queued = [worker.run(evaluate(1)), worker.run(evaluate(2))]
    await setTimeout(150)
    worker.cancel()
    const after = worker.run(evaluate(3))
    expect((await running).outcome.kind).toBe('done')
    expect((await Promise.all(queued)).map((report) => report.outcome.kind)).toEqual([
      'cancelled',
      'cancelled',
    ])
    expect((await after).outcome).toEqual({ kind: 'evaluate-done', correct: 0, total: 3 })
  })

  test('does nothing to an idle worker', async () => {
    const worker = await launchStandIn('scripted')
    worker.cancel()
    expect(await kindOf(worker, evaluate(1))).toBe('evaluate-done')
  })
})

describe('close', () => {
  test('ends the process politely, twice if asked, and removes the sockets', async () => {
    const short = join(tmpdir(), `t${process.pid}`)
    mkdirSync(short)
    vi.stubEnv('TMPDIR', short)
    const worker = await launchStandIn('scripted')
    expect(socketFolders(short)).toHaveLength(1)
    const started = performance.now()
    await Promise.all([worker.close(), worker.close()])
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(isAlive(worker.pid)).toBe(false)
    expect(socketFolders(short)).toHaveLength(0)
    const error = await failure(worker.run(lerp()))
    expect(error.message).toContain('was closed')
  })

  test('waits for the running command and cancels the queued ones', async () => {
    const worker = await launchStandIn('scripted')
    const pending = [worker.run(lerp(0.4)), worker.run(evaluate(1)), worker.run(evaluate(2))]
    await setTimeout(150)
    await worker.close()
    const kinds = (await Promise.all(pending)).map((report) => report.outcome.kind)
    expect(kinds).toEqual(['done', 'cancelled', 'cancelled'])
  })

  test('gives up on a command that takes too long and rejects it', async () => {
    const worker = await launchStandIn('scripted', { limits: { shutdown: 200 } })
    const pending = failure(worker.run(lerp(30)))
    await setTimeout(150)
    await worker.close()
    expect((await pending).code).toBe('worker-died')
    expect(isAlive(worker.pid)).toBe(false)
  })

  test('kills a worker that is deaf to everything else', async () => {
    const worker = await launchStandIn('deaf', { limits: { shutdown: 200 } })
    await worker.close()
    await gone(worker.pid)
  })
})
