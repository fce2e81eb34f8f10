/** A worker that this process starts. */
import type { ChildProcess } from 'node:child_process'
import { execa } from 'execa'
import { type Exit, type ProcessOptions, WorkerProcess } from './process.js'

/** A child of this process. */
export class SpawnedProcess extends WorkerProcess {
  readonly pid: number
  readonly exited: Promise<Exit>
  readonly #child: ChildProcess
  readonly #logged: Promise<void>

  constructor({ command, env, logFile, socketFolder }: ProcessOptions) {
    super({ logFile, socketFolder })
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
    this.exited = this.#watch()
  }

  /** Writes the handshake; stdin stays open. */
  writeLine(line: string): void {
    this.#child.stdin?.write(`${line}\n`)
  }

  closeStdin(): void {
    this.#child.stdin?.destroy()
  }

  #watch(): Promise<Exit> {
    const child = this.#child
    // A child that is gone while its handshake is written: the exit tells more than this error.
    child.stdin?.on('error', () => {})
    return new Promise((resolve) => {
      const gone = (exit: Exit) => resolve(this.ended(exit, this.#logged))
      child.on('exit', (code, signal) => gone({ code, signal }))
      child.on('error', (error) => gone({ code: null, signal: null, error }))
    })
  }
}
