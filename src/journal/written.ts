/** What lies beside the journal as text: read whole, or said to be damaged, with what to do. */
import { parse } from 'yaml'
import { JournalError } from './errors.js'
import { type RunFolder, readText } from './folder.js'

/**
 * The experiment as it was resolved when the run began.
 * @throws JournalError 'corrupt-experiment' for a file that was cut, emptied or changed into something else
 */
export function writtenExperiment({ experiment: path }: RunFolder): Record<string, unknown> {
  const lost = (why: string, cause?: unknown) =>
    new JournalError(
      'corrupt-experiment',
      `${path} is damaged${why}. Restore it from a backup, or start a new run.`,
      { cause },
    )
  let written: unknown
  try {
    // An experiment is written without aliases: what has any was changed.
    written = parse(readText(path), { uniqueKeys: true, maxAliasCount: 0 })
  } catch (cause) {
    if (cause instanceof JournalError) throw cause
    throw lost(` (${String(cause instanceof Error ? cause.message : cause).split('\n')[0]})`, cause)
  }
  if (isMap(written) && Object.keys(written).length > 0) return written
  throw lost(': it contains no experiment')
}

/** @throws JournalError 'unreadable' for a file that is no JSON, naming it and what it was */
export function readJson(path: string, what: string): unknown {
  try {
    return JSON.parse(readText(path))
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new JournalError(
      'unreadable',
      `${path} is damaged: ${what} is not JSON (${cause.message}). Restore it from a backup.`,
      { cause },
    )
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
