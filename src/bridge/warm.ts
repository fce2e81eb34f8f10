/**
 * A warm start: one Python process that has loaded torch and open_clip and forks a worker whenever it is asked to, within
 * hundredths of a second instead of seconds. `python -m zscl_worker.warm` is the other side.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { privateFolder } from './private-folder.js'
import { describeExit, type Exit, type ProcessOptions, WorkerProcess } from './process.js'
import { within } from './within.js'

/** Anything that forks workers; null where it cannot any more. */
export interface WarmStart {
  /** Of its socket, by which other processes of this user reach it. */
  readonly path: string
  fork(options: ForkOptions): Promise<WorkerProcess | null>
  close(): void
}

export interface ForkOptions extends Pick<ProcessOptions, 'logFile' | 'socketFolder' | 'env'> {
  readonly handshake: object
}

/** How long loading may take before a worker is started the long way. */
const patienceMs = 30_000
const pollMs = 20
/** How much of what it printed last is kept, in characters. */
const tailLength = 2_000

/** Its own process, begun at once and gone with `close` or with this process. Only Linux forks soundly. */
export function warmStart(
  python: string,
  pythonPath: string,
  env: NodeJS.ProcessEnv,
): WarmStart | null {
  if (process.platform !== 'linux') return null
  const folder = privateFolder()
  const path = join(folder, 'warm')
  const child = spawn(python, ['-P', '-m', 'zscl_worker.warm', path], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...env, PYTHONPATH: pythonPath, PYTHONUNBUFFERED: '1' },
    detached: true, // Ctrl-C of the terminal is not for it
  })
  child.stdin.on('error', () => {})
  child.on('error', () => {})
  const remove = () => rmSync(folder, { recursive: true, force: true })
  child.once('exit', remove)
  process.once('exit', remove)
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-tailLength)
  })
  child.unref()
  for (const pipe of [child.stdin, child.stderr]) (pipe as Socket).unref()
  const howItEnded = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(` (${describeExit({ code, signal })})${said && `: ${said.trim()}`}`)
    })
  })
  return {
    path,
    fork: async (options) =>
      (await isReady(path, child)) ? forkAt(path, env, options, howItEnded) : null,
    close: () => {
      child.stdin.destroy()
      process.off('exit', remove)
    },
  }
}

/** One that somebody else has started, by the path of its socket. */
export function warmStartAt(path: string, env: NodeJS.ProcessEnv): WarmStart {
  return {
    path,
    fork: async (options) =>
      existsSync(path) && isOurs(path) ? forkAt(path, env, options, Promise.resolve('')) : null,
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
    await setTimeout(pollMs)
  }
  return true
}

async function forkAt(
  path: string,
  ownEnv: NodeJS.ProcessEnv,
  options: ForkOptions,
  howItEnded: Promise<string>,
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
    const child = new ForkedProcess(options, connection, howItEnded)
    connection.write(`${JSON.stringify(request)}\n`)
    const { value, done } = await messages.next()
    const pid = done ? undefined : answerOf(value).pid
    if (pid === undefined) {
      child.abandon()
      connection.destroy()
      return null
    }
    child.begin(pid, messages)
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
  readonly #howParentEnded: Promise<string>

  constructor(options: ForkOptions, connection: Socket, howParentEnded: Promise<string>) {
    super(options)
    this.#connection = connection
    this.#howParentEnded = howParentEnded
  }

  begin(pid: number, messages: AsyncIterator<string>): void {
    this.pid = pid
    this.exited = this.#end(messages)
  }

  closeStdin(): void {
    this.#connection.end()
  }

  async #end(messages: AsyncIterator<string>): Promise<Exit> {
    // A connection that breaks and one that ends say the same: nobody is there to tell how the worker ended.
    const { value, done } = await messages.next().catch(() => ({ value: '', done: true as const }))
    this.#connection.destroy()
    const exit = done ? undefined : exitOf(answerOf(value))
    if (exit !== undefined) return this.ended(exit, Promise.resolve())
    const how = await within(this.#howParentEnded, exitNoticed, '')
    const error = new Error(`the process that had forked it${how}`)
    return this.ended({ code: null, signal: null, error }, Promise.resolve())
  }
}

/** After the connection has broken, how long the exit of the process behind it may take to be known, in ms. */
const exitNoticed = 1_000

interface Answer {
  readonly pid?: number
  readonly code?: number
  readonly signal?: number
}

/** What the warm process says in a line; nothing where the line is no answer of its (it was cut while being written). */
function answerOf(line: string): Answer {
  try {
    return JSON.parse(line) as Answer
  } catch {
    return {}
  }
}

function exitOf({ code, signal }: Answer): Exit | undefined {
  if (code !== undefined) return { code, signal: null }
  const name = Object.entries(constants.signals).find(([, number]) => number === signal)?.[0]
  return name === undefined ? undefined : { code: null, signal: name as NodeJS.Signals }
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
