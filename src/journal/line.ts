/**
 * A line of the journal. Since version 2 it ends with a checksum of everything before it, so that a changed digit is damage
 * and no measurement; lines of version 1 have none and are read as they are.
 */
import { crc32 } from 'node:zlib'
import type { JournalEvent } from './events.js'

/** Of the lines that are written. */
export const LINE_VERSION = 2

const CHECKSUM = /,"crc":"([0-9a-f]{8})"\}$/

const kinds: Readonly<Record<JournalEvent['kind'], true>> = {
  'run-started': true,
  'worker-started': true,
  'task-started': true,
  trained: true,
  'weights-changed': true,
  evaluated: true,
  'checkpoint-saved': true,
  'stage-saved': true,
  'stage-adopted': true,
  'model-published': true,
  'worker-lost': true,
  rewound: true,
  requested: true,
  paused: true,
  continued: true,
  interrupted: true,
  failed: true,
  finished: true,
  warned: true,
}

export function encodeLine(event: JournalEvent): string {
  const body = JSON.stringify(event).slice(0, -1)
  return `${body},"crc":"${checksum(body)}"}\n`
}

/**
 * @param after version of the line before: checksums do not end once they have begun
 * @returns null for a line that is not what was written there
 */
export function parseLine(line: string, seq: number, after: number): JournalEvent | null {
  const found = CHECKSUM.exec(line)
  const body = found === null ? line.slice(0, -1) : line.slice(0, found.index)
  try {
    const value = JSON.parse(`${body}}`) as JournalEvent
    const isWhole = found === null ? value.v === 1 : value.v === 2 && checksum(body) === found[1]
    return isWhole && value.v >= after && value.seq === seq && Object.hasOwn(kinds, value.kind)
      ? value
      : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
