/** A worker behind two ZeroMQ sockets: pairs every command with its report, and turns every loss into one error. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Command } from '../plan/step.js'
import type { Channel } from './channel.js'
import {
  type ControlMessage,
  decodeControl,
  decodeReport,
  encodeCommand,
  encodeControl,
} from './codec.js'
import { schemaHash } from './generated/schema-hash.js'
import { climbDown, kill } from './ladder.js'
import type { Limits } from './limits.js'
import { Liveness } from './liveness.js'
import { describeExit, type Exit, type WorkerProcess } from './process.js'
import { type LaunchOptions, type Report, type Worker, WorkerError } from './worker.js'

interface Pending {
  readonly sequence: number
  readonly command: Command
  readonly resolve: (report: Report) => void
  readonly reject: (error: WorkerError) => void
}

export interface Parts {
  readonly child: WorkerProcess
  readonly work: Channel
  readonly control: Channel
  readonly token: string
  readonly limits: Limits
  readonly options: LaunchOptions
}

/** The first messages of a worker, each once. */
const BEGINNING = ['knock', 'hello'] as const

/** What only one who knows the token can answer; `who` keeps the answer of one side from serving the other. */
function proofOf(token: string, who: 'runner' | 'worker', nonce: Uint8Array): Buffer {
  return createHmac('sha256', token).update(who).update(nonce).digest()
}

export class ZmqWorker implements Worker {
  /** Settles with the hello, or with the reason why there is none. */
  readonly ready: Promise<void>
  readonly lost: Promise<never>
  versions: Worker['versions'] = { python: '', torch: '', open_clip: '' }
  readonly #parts: Parts
  readonly #liveness: Liveness
  readonly #hello = Promise.withResolvers<void>()
  readonly #lost = Promise.withResolvers<never>()
  readonly #pending: Pending[] = []
  #state: 'starting' | 'running' | 'closing' | 'closed' | 'lost' = 'starting'
  #loss: WorkerError | undefined
  #closed: Promise<void> | undefined
  #commandsSent = 0
  #controlSent = 0
  #controlReceived = 0
  #knownFailure = 0
  #nonce: Uint8Array = new Uint8Array()
  #drained: () => void = () => {}

  constructor(parts: Parts) {
    this.#parts = parts
    this.lost = this.#lost.promise
    // Nobody has to listen: every pending command rejects with the same error.
    this.lost.catch(() => {})
    this.ready = Promise.race([this.#hello.promise, this.lost])
    this.#liveness = new Liveness(parts.limits, (reason) => {
      this.#lose('worker-stuck', `${reason} and was stopped`)
    })
    const onError = (error: unknown): void => this.#onBadMessage(error)
    parts.control.listen({ onFrame: (frame) => this.#onControl(decodeControl(frame)), onError })
    parts.work.listen({ onFrame: (frame) => this.#onReport(frame), onError })
    void parts.child.exited.then((exit) => this.#onExit(exit))
  }

  get pid(): number {
    return this.#parts.child.pid
  }

  run(command: Command): Promise<Report> {
    if (this.#state !== 'running') return Promise.reject(this.#loss ?? wasClosed())
    const { work, options } = this.#parts
    const sequence = this.#commandsSent + 1
    const envelope = { epoch: options.epoch, sequence, knownFailure: this.#knownFailure }
    return new Promise((resolve, reject) => {
      // Encoding throws before anything is counted or sent, and the promise rejects with it.
      work.send(encodeCommand(command, envelope))
      this.#commandsSent = sequence
      this.#pending.push({ sequence, command, resolve, reject })
      this.#watchHead()
    })
  }

  cancel(): void {
    this.#discard(false)
  }

  abandon(): void {
    this.#discard(true)
  }

  #discard(abandon: boolean): void {
    if (this.#state !== 'running' && this.#state !== 'closing') return
    this.#tell({ cancel: { through_sequence: this.#commandsSent, abandon } })
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    const { child, limits, work, control } = this.#parts
    if (this.#state === 'lost') return kill(child, limits)
    this.#state = 'closing'
    this.#liveness.stop()
    try {
      await climbDown(child, limits, () => {
        this.abandon()
        this.#tell({ shutdown: {} })
      })
      await this.#lastReports()
    } finally {
      this.#state = 'closed'
      work.close()
      control.close()
      this.#rejectAll(wasClosed())
    }
  }

  /** The process may be gone before its last reports have come out of the socket. */
  async #lastReports(): Promise<void> {
    if (this.#pending.length === 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#parts.limits.lastReports)
      this.#drained = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #tell(body: Parameters<typeof encodeControl>[0]): void {
    this.#controlSent += 1
    const envelope = { epoch: this.#parts.options.epoch, sequence: this.#controlSent }
    this.#parts.control.send(encodeControl(body, envelope))
  }

  #onControl(message: ControlMessage): void {
    this.#controlReceived += 1
    this.#checkEnvelope(message, this.#controlReceived, 'control message')
    const expected = BEGINNING[this.#controlReceived - 1]
    const isBeginning = BEGINNING.some((kind) => kind === message.kind)
    if (expected === undefined ? isBeginning : message.kind !== expected)
      throw new Error(`a ${message.kind} came as message ${this.#controlReceived}`)
    this.#liveness.heard(message.kind === 'heartbeat' ? message.progress : undefined)
    if (message.kind === 'knock') this.#onKnock(message.nonce)
    if (message.kind === 'hello') this.#onHello(message.hello)
    if (message.kind === 'heartbeat') this.#parts.options.onProgress(message.progress)
  }

  /** The worker tells nothing before this end has shown that it knows the token; nor is it told anything. */
  #onKnock(nonce: Uint8Array): void {
    this.#nonce = nonce
    this.#tell({ proof: { proof: proofOf(this.#parts.token, 'runner', nonce) } })
  }

  #onHello(hello: Extract<ControlMessage, { kind: 'hello' }>['hello']): void {
    if (this.#state !== 'starting') return
    const known = proofOf(this.#parts.token, 'worker', this.#nonce)
    const isKnown = hello.proof.length === known.length && timingSafeEqual(hello.proof, known)
    if (!isKnown) throw new Error('the handshake comes from a process that does not know the token')
    if (hello.schema_hash !== schemaHash) {
      throw new Error(
        'its messages were generated from another version of proto/zscl.proto: run scripts/generate',
      )
    }
    const { python_version: python, torch_version: torch, open_clip_version: open_clip } = hello
    this.versions = { python, torch, open_clip }
    this.#state = 'running'
    this.#hello.resolve()
  }

  #onReport(frame: Uint8Array): void {
    const answer = decodeReport(frame)
    const head = this.#pending[0]
    if (head === undefined) throw new Error(`report ${answer.sequence} answers no command`)
    this.#checkEnvelope(answer, head.sequence, 'report')
    this.#pending.shift()
    this.#watchHead()
    if (answer.result instanceof WorkerError) {
      this.#knownFailure = answer.sequence
      head.reject(answer.result)
    } else {
      head.resolve(answer.result)
    }
    if (this.#pending.length === 0) this.#drained()
  }

  #checkEnvelope(
    message: { epoch: number; sequence: number },
    sequence: number,
    what: string,
  ): void {
    const { epoch } = this.#parts.options
    if (message.epoch === epoch && message.sequence === sequence) return
    throw new Error(
      `${what} ${message.sequence} of launch ${message.epoch} came where ${sequence} of launch ${epoch} was expected`,
    )
  }

  #watchHead(): void {
    const head = this.#pending[0]
    this.#liveness.works(head && { sequence: head.sequence, kind: head.command.kind })
  }

  #onExit(exit: Exit): void {
    const memory =
      exit.signal === 'SIGKILL' ? ' (usually because the system ran out of memory)' : ''
    this.#lose('worker-died', `ended with ${describeExit(exit)}${memory}`, exit.error)
  }

  #onBadMessage(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    this.#lose('protocol', `broke the protocol: ${reason}`, error)
  }

  /** The one place where an unexpected end becomes an error that tells the worker's state and task. */
  #lose(code: 'worker-died' | 'worker-stuck' | 'protocol', what: string, cause?: unknown): void {
    // While closing, the ladder is already ending the process, and every pending command is settled there.
    if (this.#state !== 'starting' && this.#state !== 'running') return
    const { child, work, control, options } = this.#parts
    const head = this.#pending[0]
    const task = head ? ` while running command ${head.sequence} (\`${head.command.kind}\`)` : ''
    const starting = this.#state === 'starting'
    const prefix = starting ? 'The Python worker did not start: it' : 'The Python worker'
    this.#loss = new WorkerError(
      starting ? 'start-failed' : code,
      `${prefix} ${what}${task}. Its log: ${options.logFile}`,
      { traceback: child.logTail(), cause },
    )
    this.#state = 'lost'
    this.#liveness.stop()
    work.close()
    control.close()
    child.abandon()
    this.#lost.reject(this.#loss)
    this.#rejectAll(this.#loss)
  }

  #rejectAll(error: WorkerError): void {
    for (const { reject } of this.#pending.splice(0)) reject(error)
  }
}

function wasClosed(): WorkerError {
  return new WorkerError('worker-died', 'The Python worker was closed before it ran this command.')
}
