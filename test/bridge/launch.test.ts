import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { killRemainingWorkers } from '../../src/bridge/index.js'
import { gone, isAlive } from '../processes.js'
import {
  failure,
  launchStandIn,
  lerp,
  python,
  root,
  socketFolders,
  temporaryFolder,
} from './support.js'

let folder: string

beforeEach(() => {
  folder = temporaryFolder()
  vi.stubEnv('TMPDIR', folder)
})
afterEach(() => vi.unstubAllEnvs())

describe('a launch fails with a reason and leaves nothing behind', () => {
  test.for([
    ['wrong_hello token', 'a process that does not know the token'],
    ['wrong_hello schema', 'run scripts/generate'],
    ['wrong_hello epoch', 'control message 2 of launch 4 came where 2 of launch 3'],
    ['wrong_hello order', 'a heartbeat came as message 1'],
    ['exits_at_once', 'ended with exit code 1'],
  ] as const)('%s: %s', async ([standIn, message]) => {
    const error = await failure(launchStandIn(standIn))
    expect(error.code).toBe('start-failed')
    expect(error.isLoss).toBe(false)
    expect(error.message).toContain(message)
    expect(socketFolders(folder)).toEqual([])
  })

  test('when there is no hello within the limit', async () => {
    const error = await failure(launchStandIn('says_no_hello', { limits: { hello: 600 } }))
    expect(error.code).toBe('start-failed')
    expect(error.message).toContain('did not finish the handshake within 0.6 s')
    expect(socketFolders(folder)).toEqual([])
  })

  test('when a package is missing, with the traceback of the import', async () => {
    const error = await failure(launchStandIn('exits_at_once'))
    expect(error.details.traceback).toContain("No module named 'surely_not_installed'")
  })

  test('when there is no such Python', async () => {
    const config = { command: ['/no/such/python'] as const }
    const error = await failure(launchStandIn('scripted', { config }))
    expect(error.code).toBe('start-failed')
    expect(error.message).toContain('/no/such/python')
    expect(socketFolders(folder)).toEqual([])
  })

  test('when the path of the temporary folder is too long for a socket', async () => {
    const long = join(folder, 'x'.repeat(100))
    mkdirSync(long)
    vi.stubEnv('TMPDIR', long)
    const error = await failure(launchStandIn('scripted'))
    expect(error.code).toBe('start-failed')
    expect(error.message).toContain('set TMPDIR to a shorter one')
    expect(socketFolders(long)).toEqual([])
  })

  test('when the log cannot be written', async () => {
    const logFile = join(folder, 'file', 'worker.log')
    writeFileSync(join(folder, 'file'), '')
    chmodSync(join(folder, 'file'), 0o400)
    const error = await failure(launchStandIn('scripted', { logFile }))
    expect(error.code).toBe('start-failed')
    expect(socketFolders(folder)).toEqual([])
  })
})

test('the token is neither in the arguments nor in the environment of the process', async () => {
  const worker = await launchStandIn('scripted')
  const seen = ['cmdline', 'environ'].map((file) =>
    readFileSync(`/proc/${worker.pid}/${file}`, 'utf8'),
  )
  expect(seen.join(' ')).not.toMatch(/[0-9a-f]{32}/)
})

test('the process has a group of its own, and Ctrl-C and SIGTERM leave it alone', async () => {
  const worker = await launchStandIn('scripted')
  process.kill(-worker.pid, 'SIGINT')
  process.kill(-worker.pid, 'SIGTERM')
  expect((await worker.run(lerp(0.2))).outcome.kind).toBe('done')
})

test('killRemainingWorkers ends every process at once and removes the sockets', async () => {
  const workers = await Promise.all([launchStandIn('deaf'), launchStandIn('computes_for_ever')])
  killRemainingWorkers()
  expect(socketFolders(folder)).toEqual([])
  await Promise.all(workers.map((worker) => gone(worker.pid)))
})

describe('when the parent goes', () => {
  test.for([
    ['killed', 'is idle', 'SIGKILL', 'wait'],
    ['killed', 'computes', 'SIGKILL', 'run'],
    ['killed', 'is stopped', 'SIGKILL', 'wait'],
    ['ended by process.exit', 'computes', undefined, 'exit'],
  ] as const)(
    '%s while the worker %s, the worker and its sockets are gone within 2 s',
    async ([, state, signal, then]) => {
      const script = join(root, 'test/fixtures/parent.ts')
      const hook = join(root, 'scripts/typescript-hook.mjs')
      const flags = [
        '--disable-warning=ExperimentalWarning',
        '--experimental-transform-types',
        '--import',
        hook,
      ]
      const parent = spawn(process.execPath, [...flags, script, python, then], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const pid = await new Promise<number>((resolve) => {
        parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
      })
      if (signal) {
        expect(isAlive(pid)).toBe(true)
        if (state === 'is stopped') process.kill(pid, 'SIGSTOP')
        parent.kill(signal)
      }
      await gone(pid)
      expect(socketFolders(folder)).toEqual([])
    },
  )
})

test('sockets are in a folder that only this user may enter', async () => {
  await launchStandIn('scripted')
  const [name] = socketFolders(folder)
  expect(statSync(join(tmpdir(), name ?? '')).mode & 0o777).toBe(0o700)
})
