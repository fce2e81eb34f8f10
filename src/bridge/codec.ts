/** Bytes to and from the plain values of `worker.ts` and `plan/step.ts`. The schema's field names are kept everywhere. */
import type { Command } from '../plan/step.js'
import { zscl } from './generated/zscl.js'
import type { LossRow, Outcome, Progress, Report, Section, WorkerErrorCode } from './worker.js'
import { WorkerError } from './worker.js'

const { v1 } = zscl
const plain = { defaults: true, arrays: true } as const

export interface Envelope {
  readonly epoch: number
  readonly sequence: number
}

export interface Answer extends Envelope {
  readonly result: Report | WorkerError
}

export type ControlMessage = Envelope &
  (
    | { readonly kind: 'knock'; readonly nonce: Uint8Array }
    | { readonly kind: 'hello'; readonly hello: Hello }
    | { readonly kind: 'heartbeat'; readonly progress: Progress }
    | { readonly kind: 'goodbye' }
  )

export type Hello = Required<
  Omit<
    { [K in keyof zscl.v1.Hello.$Properties]: NonNullable<zscl.v1.Hello.$Properties[K]> },
    '$unknowns'
  >
>

/** @throws WorkerError `protocol` when a value does not fit the schema. */
export function encodeCommand(
  command: Command,
  { epoch, sequence, knownFailure }: Envelope & { readonly knownFailure: number },
): Uint8Array {
  const step = command.kind.replaceAll('-', '_')
  const message = { epoch, sequence, known_failure: knownFailure, [step]: command }
  const problem = v1.Command.verify(message)
  if (problem !== null)
    throw new WorkerError('protocol', `cannot send \`${command.kind}\`: ${problem}`)
  return v1.Command.encode(message).finish()
}

export function encodeControl(
  body:
    | { cancel: { through_sequence: number; abandon: boolean } }
    | { shutdown: object }
    | { proof: { proof: Uint8Array } },
  envelope: Envelope,
): Uint8Array {
  return v1.ControlDown.encode({ ...envelope, ...body }).finish()
}

/** @throws Error when the bytes are not a report. */
export function decodeReport(frame: Uint8Array): Answer {
  const message = v1.Report.decode(frame)
  const { epoch, sequence, seconds, memory_mib, device_memory_mib, outcome } = message
  if (outcome === undefined) throw new Error(`report ${sequence} holds no outcome`)
  const body = fieldsOf(v1.Report.toObject(message, plain), outcome)
  if (outcome === 'failure') return { epoch, sequence, result: failureOf(body) }
  const result = {
    seconds,
    memory_mib,
    device_memory_mib,
    // The schema gives every outcome exactly the fields of its counterpart in `Outcome`.
    outcome: { kind: kebab(outcome), ...body } as Outcome,
  }
  return { epoch, sequence, result }
}

/** @throws Error when the bytes are not a message of the control socket. */
export function decodeControl(frame: Uint8Array): ControlMessage {
  const message = v1.ControlUp.decode(frame)
  const { epoch, sequence, body } = message
  if (body === undefined) throw new Error(`control message ${sequence} is empty`)
  if (body === 'knock')
    return { epoch, sequence, kind: body, nonce: message.knock?.nonce ?? new Uint8Array() }
  const fields = fieldsOf(v1.ControlUp.toObject(message, plain), body)
  if (body === 'hello') return { epoch, sequence, kind: body, hello: fields as unknown as Hello }
  if (body === 'goodbye') return { epoch, sequence, kind: body }
  const section = nameOf(v1.Section, fields['section'], 'SECTION_') as Section
  return { epoch, sequence, kind: body, progress: { ...fields, section } as unknown as Progress }
}

function failureOf(body: Record<string, unknown>): WorkerError {
  const failure = body as unknown as zscl.v1.Failure
  const code = nameOf(v1.ErrorCode, failure.code, 'ERROR_CODE_') as WorkerErrorCode
  return new WorkerError(code, failure.message, {
    stateGood: failure.state_good,
    ...(failure.traceback === '' ? {} : { traceback: failure.traceback }),
    ...(code === 'non-finite-loss' ? { update: failure.update } : {}),
    ...(failure.losses ? { losses: failure.losses as LossRow } : {}),
  })
}

function fieldsOf(message: Record<string, unknown>, field: string): Record<string, unknown> {
  return message[field] as Record<string, unknown>
}

/** `SECTION_SET_UP` -> `set-up`. */
function nameOf(names: Readonly<Record<number, string>>, value: unknown, prefix: string): string {
  const name = names[value as number]
  if (name === undefined || value === 0) throw new Error(`${prefix}${String(value)} is unknown`)
  return kebab(name.slice(prefix.length).toLowerCase())
}

function kebab(name: string): string {
  return name.replaceAll('_', '-')
}
