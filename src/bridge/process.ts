/** The child process: started in a group of its own, its output in a log file, its end as an event. */
import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { execa } from 'execa'

const tailBytes = 4_096
/** After the exit, how long the log may take to be complete; a grandchild may hold the output open for ever. */
const lastOutput = 1_000

export interface ProcessOptions {
  readonly command: readonly [string, ...string[]]
  readonly env: Readonly<Record<string, string>>
  readonly logFile: string
  /** Folder of the sockets; removed with the process. */
  readonly socketFolder: string
}

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Set when the process could not be started at all. */
  readonly error?: Error
}

const alive = new Set<WorkerProcess>()

/** Kills the groups of all workers at once and removes their socket folders; also runs when this process exits. */
export function killRemainingWorkers(): void {
  for (const worker of alive) worker.abandon()
}

export class WorkerProcess {
  readonly pid: number
  /** Resolves when the process is gone; never rejects. */
  readonly exited: Promise<Exit>
  readonly #child: ChildProcess
  /** Resolves when everything the process printed is in the log. */
  readonly #logged: Promise<void>
  readonly #logFile: string
  readonly #logStart: number
  readonly #socketFolder: string
  #exit: Exit | undefined

  constructor({ command, env, logFile, socketFolder }: ProcessOptions) {
    if (alive.size === 0) {
      process.off('exit', killRemainingWorkers)
      process.on('exit', killRemainingWorkers)
    }
    mkdirSync(dirname(logFile), { recursive: true })
    this.#logFile = logFile
    this.#logStart = existsSync(logFile) ? statSync(logFile).size : 0
    this.#socketFolder = socketFolder
    const log = { file: logFile, append: true }
    const [file, ...args] = command
    const subprocess = execa(file, args, {
      stdin: 'pipe',
      stdout: log,
      stderr: log,
      buffer: false, // else a chatty child fails at 100 MB
      reject: false,
      // A group of its own: Ctrl-C of the terminal does not reach it, and signals below reach its descendants too.
      detached: true,
      env, // on top of the environment of this process
    })
    this.#child = subprocess.nodeChildProcess
    this.#logged = subprocess.then(() => {})
    this.pid = this.#child.pid ?? 0
    alive.add(this)
    this.exited = this.#watch()
  }

  get exit(): Exit | undefined {
    return this.#exit
  }

  /** Writes the handshake; stdin stays open, and its end tells the child that this process is gone. */
  writeLine(line: string): void {
    this.#child.stdin?.write(`${line}\n`)
  }

  closeStdin(): void {
    this.#child.stdin?.destroy()
  }

  /** Sends a signal to the whole group. */
  signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    if (this.pid === 0) return
    try {
      process.kill(-this.pid, signal)
    } catch (error) {
      // The whole group is gone already; macOS says EPERM while the dead are not reaped yet.
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'ESRCH' && code !== 'EPERM') throw error
    }
  }

  abandon(): void {
    this.signal('SIGKILL')
    this.#removeFolder()
    alive.delete(this)
  }

  /** The end of what this process wrote to the log. */
  logTail(): string {
    const log = openSync(this.#logFile, 'r')
    try {
      const size = statSync(this.#logFile).size
      const start = Math.max(this.#logStart, size - tailBytes)
      const bytes = Buffer.alloc(Math.max(0, size - start))
      return bytes.toString('utf8', 0, readSync(log, bytes, 0, bytes.length, start)).trim()
    } finally {
      closeSync(log)
    }
  }

  #watch(): Promise<Exit> {
    const child = this.#child
    // A child that is gone while its handshake is written: the exit tells more than this error.
    child.stdin?.on('error', () => {})
    return new Promise((resolve) => {
      child.on('exit', (code, signal) => resolve(this.#ended({ code, signal })))
      child.on('error', (error) => resolve(this.#ended({ code: null, signal: null, error })))
    })
  }

  async #ended(exit: Exit): Promise<Exit> {
    this.#exit ??= exit
    // What the child started may have outlived it.
    this.abandon()
    await Promise.race([this.#logged, setTimeout(lastOutput)])
    return this.#exit
  }

  #removeFolder(): void {
    rmSync(this.#socketFolder, { recursive: true, force: true })
  }
}

/** `exit code 3` or `signal SIGKILL`. */
export function describeExit({ code, signal, error }: Exit): string {
  if (error !== undefined) return error.message
  return signal === null ? `exit code ${code}` : `signal ${signal}`
}
