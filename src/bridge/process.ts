/** What a worker's process is, however it was begun: a group of its own, its output in a log file, its end as an event. */
import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { within } from './within.js'

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

/** A worker's process, started by us or forked for us. */
export abstract class WorkerProcess {
  /** Of the process, which leads a group of its own. */
  abstract readonly pid: number
  /** Resolves when the process is gone; never rejects. */
  abstract readonly exited: Promise<Exit>
  readonly #logFile: string
  readonly #logStart: number
  readonly #socketFolder: string
  #exit: Exit | undefined

  constructor({ logFile, socketFolder }: Pick<ProcessOptions, 'logFile' | 'socketFolder'>) {
    if (alive.size === 0) {
      process.off('exit', killRemainingWorkers)
      process.on('exit', killRemainingWorkers)
    }
    mkdirSync(dirname(logFile), { recursive: true })
    this.#logFile = logFile
    this.#logStart = existsSync(logFile) ? statSync(logFile).size : 0
    this.#socketFolder = socketFolder
    alive.add(this)
  }

  get exit(): Exit | undefined {
    return this.#exit
  }

  /** Its stdin is a death pipe: its end tells the child that nobody needs it. */
  abstract closeStdin(): void

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
    rmSync(this.#socketFolder, { recursive: true, force: true })
    alive.delete(this)
  }

  /** The end of what this process wrote to the log; where that cannot be read, why. */
  logTail(): string {
    try {
      return this.#readTail()
    } catch (error) {
      return `(its log cannot be read: ${(error as Error).message})`
    }
  }

  #readTail(): string {
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

  /** To be called once, when the process is gone; `logged` resolves when all it printed is in the log. */
  protected async ended(exit: Exit, logged: Promise<void>): Promise<Exit> {
    this.#exit ??= exit
    // What the child started may have outlived it.
    this.abandon()
    await within(logged, lastOutput, undefined)
    return this.#exit
  }
}

/** Of `zscl_worker/ranked.py`. */
const LOST_A_RANK = 71

/** `exit code 3` or `signal SIGKILL`. */
export function describeExit({ code, signal, error }: Exit): string {
  if (error !== undefined) return error.message
  if (code === LOST_A_RANK) return `exit code ${code} because one of its ranks was lost`
  return signal === null ? `exit code ${code}` : `signal ${signal}`
}
