/**
 * TensorBoard's event files: records of a TFRecord file (length, its checksum, data, its checksum), each an Event of
 * tensorflow/core/util/event.proto. Only scalars are written.
 */
import { Writer } from 'protobufjs/minimal.js'

export interface Scalar {
  readonly tag: string
  readonly value: number
}

export interface ScalarEvent {
  /** Seconds since 1970. */
  readonly wall_time: number
  readonly step: number
  readonly scalars: readonly Scalar[]
}

/** The first record of every file. */
export function versionRecord(wall_time: number): Uint8Array {
  return record(
    Writer.create().uint32(9).double(wall_time).uint32(26).string('brain.Event:2').finish(),
  )
}

export function scalarRecord({ wall_time, step, scalars }: ScalarEvent): Uint8Array {
  const event = Writer.create().uint32(9).double(wall_time).uint32(16).int64(step)
  event.uint32(42).fork() // summary
  for (const { tag, value } of scalars)
    event.uint32(10).fork().uint32(10).string(tag).uint32(21).float(value).ldelim()
  return record(event.ldelim().finish())
}

function record(data: Uint8Array): Uint8Array {
  const framed = Buffer.alloc(12 + data.length + 4)
  framed.writeBigUInt64LE(BigInt(data.length), 0)
  framed.writeUInt32LE(masked(crc32c(framed.subarray(0, 8))), 8)
  framed.set(data, 12)
  framed.writeUInt32LE(masked(crc32c(data)), 12 + data.length)
  return framed
}

function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282_ead8) >>> 0
}

const POLYNOMIAL = 0x82f6_3b78
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
  return crc
})

/** CRC-32C (Castagnoli). */
function crc32c(data: Uint8Array): number {
  let crc = 0xffff_ffff
  for (const byte of data) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffff_ffff) >>> 0
}
