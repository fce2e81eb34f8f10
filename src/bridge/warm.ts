/**
 * A warm start: one Python process that has loaded torch and open_clip and forks a worker whenever it is asked to, within
 * hundredths of a second instead of seconds. `python -m zscl_worker.warm` is the other side.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { constants, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Exit, type ProcessOptions, WorkerProcess } from './process.js'

/** Anything that forks workers; null where it cannot any more. */
export interface WarmStart {
  fork(options: ForkOptions): Promise<WorkerProcess | null>
  close(): void
}

export interface ForkOptions extends Pick<ProcessOptions, 'logFile' | 'socketFolder' | 'env'> {
  readonly handshake: object
}

/** How long loading may take before a worker is started the long way. */
const patienceMs = 30_000
const pollMs = 20

/** Its own process, begun at once and gone with `close` or with this process. Only Linux forks soundly. */
export function warmStart(
  python: string,
  pythonPath: string,
  env: NodeJS.ProcessEnv,
): WarmStart | null {
  if (process.platform !== 'linux') return null
  const folder = mkdtempSync(join(tmpdir(), 'zscl-'))
  const path = join(folder, 'warm')
  const child = spawn(python, ['-P', '-m', 'zscl_worker.warm', path], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...env, PYTHONPATH: pythonPath, PYTHONUNBUFFERED: '1' },
    detached: true, // Ctrl-C of the terminal is not for it
  })
  child.stdin.on('error', () => {})
  child.on('error', () => {})
  const remove = () => rmSync(folder, { recursive: true, force: true })
  child.once('exit', remove)
  process.once('exit', remove)
  child.unref()
  ;(child.stdin as Socket).unref()
  return {
    fork: async (options) => ((await isReady(path, child)) ? forkAt(path, env, options) : null),
    close: () => {
      child.stdin.destroy()
      process.off('exit', remove)
    },
  }
}

/** One that somebody else has started, by the path of its socket. */
export function warmStartAt(path: string, env: NodeJS.ProcessEnv): WarmStart {
  return {
    fork: async (options) => (existsSync(path) && isOurs(path) ? forkAt(path, env, options) : null),
    close: () => {},
  }
}

/** Whoever listens there gets the token: only this user may have made the folder. */
function isOurs(path: string): boolean {
  const { uid, mode } = statSync(dirname(path))
  return uid === process.getuid?.() && (mode & 0o022) === 0
}

async function isReady(path: string, child: ChildProcess): Promise<boolean> {
  const until = performance.now() + patienceMs
  while (!existsSync(path)) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() > until)
      return false
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  return true
}

async function forkAt(
  path: string,
  ownEnv: NodeJS.ProcessEnv,
  options: ForkOptions,
): Promise<WorkerProcess | null> {
  const connection = createConnection({ path, allowHalfOpen: true })
  const lines = createInterface({ input: connection })
  const messages = lines[Symbol.asyncIterator]()
  const request = {
    handshake: options.handshake,
    log: options.logFile,
    env: { ...ownEnv, ...options.env },
    cwd: process.cwd(),
    cpus: ownProcessors(),
  }
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('connect', resolve)
      connection.once('error', reject)
    })
    connection.on('error', () => {})
    const child = new ForkedProcess(options, connection)
    connection.write(`${JSON.stringify(request)}\n`)
    const { value, done } = await messages.next()
    if (done) {
      child.abandon()
      return null
    }
    child.begin(JSON.parse(value).pid, messages)
    return child
  } catch {
    connection.destroy()
    return null
  }
}

/** A child of the warm process: the connection is its death pipe and tells its end. */
class ForkedProcess extends WorkerProcess {
  pid = 0
  exited: Promise<Exit> = new Promise(() => {})
  readonly #connection: Socket

  constructor(options: ForkOptions, connection: Socket) {
    super(options)
    this.#connection = connection
  }

  begin(pid: number, messages: AsyncIterator<string>): void {
    this.pid = pid
    this.exited = this.#end(messages)
  }

  closeStdin(): void {
    this.#connection.end()
  }

  async #end(messages: AsyncIterator<string>): Promise<Exit> {
    const { value, done } = await messages.next().catch(() => ({ value: '', done: true as const }))
    this.#connection.destroy()
    return this.ended(done ? lostIt : exitOf(JSON.parse(value)), Promise.resolve())
  }
}

/** The warm process is gone, and every worker with it. */
const lostIt: Exit = { code: null, signal: 'SIGKILL' }

function exitOf({ code, signal }: { code?: number; signal?: number }): Exit {
  const name = Object.entries(constants.signals).find(([, number]) => number === signal)?.[0]
  return { code: code ?? null, signal: (name as NodeJS.Signals | undefined) ?? null }
}

/** The processors this process may use; a forked worker keeps to them, as one that is started does. */
function ownProcessors(): number[] {
  const status = readFileSync('/proc/self/status', 'utf8')
  const list = /^Cpus_allowed_list:\s*(.+)$/m.exec(status)?.[1] ?? ''
  return list.split(',').flatMap((part) => {
    const [first = Number.NaN, last = first] = part.split('-').map(Number)
    return Number.isNaN(first) ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
  })
}
