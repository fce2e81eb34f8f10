/** Notices a worker that is there but does nothing: silent, or without progress for longer than its budget. */
import type { Command } from '../plan/step.js'
import { type Limits, sectionOf } from './limits.js'
import type { Progress } from './worker.js'

export interface Work {
  readonly sequence: number
  readonly kind: Command['kind']
}

export class Liveness {
  readonly #limits: Limits
  readonly #onStuck: (reason: string) => void
  readonly #timer: NodeJS.Timeout
  #heardOnce = false
  #silent = 0
  #work: Work | undefined
  #still = 0
  #progress = ''
  #lastTick = performance.now()

  constructor(limits: Limits, onStuck: (reason: string) => void) {
    this.#limits = limits
    this.#onStuck = onStuck
    this.#timer = setInterval(() => this.#tick(), limits.watch)
  }

  /** Any message of the control thread; its progress restarts the budget when it has moved. */
  heard(progress?: Progress): void {
    this.#heardOnce = true
    this.#silent = 0
    const seen = progress ? `${progress.section} ${progress.done} ${progress.total}` : ''
    if (seen !== this.#progress) this.#still = 0
    this.#progress = seen
  }

  /** What the worker has to do from now on; undefined when nothing is left. */
  works(work: Work | undefined): void {
    if (work?.sequence !== this.#work?.sequence) this.#still = 0
    this.#work = work
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #tick(): void {
    const now = performance.now()
    // Time in which this process itself was stopped (Ctrl-Z, a sleeping laptop) is no fault of the worker.
    const elapsed = Math.min(now - this.#lastTick, 2 * this.#limits.watch)
    this.#lastTick = now
    this.#silent += elapsed
    this.#still = this.#work === undefined ? 0 : this.#still + elapsed
    const reason = this.#reason()
    if (reason === undefined) return
    this.stop()
    this.#onStuck(reason)
  }

  #reason(): string | undefined {
    const { hello, heartbeat, budget } = this.#limits
    if (!this.#heardOnce) {
      return this.#silent > hello
        ? `did not finish the handshake within ${seconds(hello)}`
        : undefined
    }
    if (this.#silent > heartbeat) return `sent no heartbeat for ${seconds(heartbeat)}`
    if (this.#work === undefined) return undefined
    const section = sectionOf(this.#work.kind)
    if (this.#still <= budget[section]) return undefined
    return `made no progress for ${seconds(budget[section])}, the time limit of section \`${section}\``
  }
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`
}
