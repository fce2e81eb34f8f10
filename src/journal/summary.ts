/** A run in a list: what its journal folds to without the curves, kept beside the journal so that it is folded once. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { secondsLeft } from '../metrics/estimate.js'
import { soFar, tasksMeasured } from '../metrics/results.js'
import { JournalError } from './errors.js'
import type { RunFolder } from './folder.js'
import { readState } from './read-state.js'
import { regular } from './regular.js'
import type { RunState, RunStatus } from './state.js'

export interface RunSummary {
  readonly status: RunStatus
  readonly recipe: string
  readonly benchmark: string
  readonly protocol: string
  readonly model: string
  readonly device: string
  readonly seed: number
  readonly tasks: readonly string[]
  /** Of which run it is a fork, and the last task (from 0) that is that run's. */
  readonly fork: { readonly from: string; readonly task: number } | null
  /** Index of the task in progress, -1 before the first. */
  readonly task: number
  readonly tasks_measured: number
  /** Of all tasks together. */
  readonly updates: number
  /** Of the last segment; null before the first. */
  readonly updates_per_second: number | null
  /** At that pace; null while nothing is known. */
  readonly seconds_left: number | null
  /** Of the plan, 0 to 1. */
  readonly share: number
  readonly transfer: number | null
  readonly average: number | null
  readonly last: number | null
  readonly zero_shot: readonly (number | null)[]
  readonly matrix: readonly (readonly (number | null)[])[]
  readonly seen: readonly (number | null)[] | null
  readonly seen_zero_shot: number | null
  readonly error: string | null
  readonly started_at: string | null
  readonly updated_at: string | null
}

export function summaryOf(state: RunState): RunSummary {
  const { run, worker, status, task, zero_shot, matrix, seen, seen_zero_shot, error, adopted } =
    state
  return {
    status,
    recipe: run?.recipe ?? '',
    benchmark: run?.benchmark ?? '',
    protocol: run?.protocol ?? '',
    model: run?.model ?? '',
    device: worker === null ? '' : `${worker.device} ${worker.precision}`,
    seed: run?.seed ?? 0,
    tasks: run?.tasks ?? [],
    fork: adopted?.fork ? { from: adopted.from, task: adopted.task } : null,
    task,
    tasks_measured: tasksMeasured(state),
    updates: (run?.updates ?? []).reduce((sum, one) => sum + one, 0),
    updates_per_second: state.updates_per_second,
    seconds_left: secondsLeft(state, state.updates_per_second),
    share: status === 'finished' ? 1 : run ? Math.min(1, state.next_step / run.steps) : 0,
    ...soFar(state),
    zero_shot,
    matrix,
    seen,
    seen_zero_shot,
    error: error?.code ?? null,
    started_at: state.started_at,
    updated_at: state.updated_at,
  }
}

/** The end of a journal tells that it is the same: lines are only ever appended, and each carries time and number. */
const tailBytes = 4_096
/** One for all: thousands of journals are looked at in a row. */
const tailBuffer = Buffer.alloc(tailBytes)
const version = 3

interface Kept {
  readonly v: typeof version
  readonly size: number
  readonly tail: string
  readonly summary: RunSummary
}

/**
 * The summary of a run; from `summary.json` beside the journal where that belongs to the journal as it is now.
 * @returns what is wrong in words, where the journal cannot be read
 */
export function readSummary(folder: RunFolder): RunSummary | { readonly problem: string } {
  const stamp = stampOf(folder.journal)
  const path = join(folder.path, 'summary.json')
  const kept = read(path)
  if (kept !== null && kept.size === stamp.size && kept.tail === stamp.tail) return kept.summary
  try {
    const summary = summaryOf(readState(folder))
    const isOver = ['finished', 'failed', 'interrupted'].includes(summary.status)
    if (isOver) keep(path, { v: version, ...stamp, summary })
    return summary
  } catch (error) {
    if (error instanceof JournalError) return { problem: error.message }
    throw error
  }
}

function stampOf(path: string): { size: number; tail: string } {
  const descriptor = openSync(regular(path), 'r')
  try {
    const { size } = fstatSync(descriptor)
    const bytes = tailBuffer.subarray(0, Math.min(size, tailBytes))
    readSync(descriptor, bytes, 0, bytes.length, size - bytes.length)
    return { size, tail: createHash('sha256').update(bytes).digest('hex') }
  } finally {
    closeSync(descriptor)
  }
}

function read(path: string): Kept | null {
  try {
    const value = JSON.parse(readFileSync(regular(path), 'utf8')) as Kept
    return value.v === version ? value : null
  } catch {
    return null // not there, or half written: the journal is read
  }
}

function keep(path: string, value: Kept): void {
  try {
    writeFileSync(path, JSON.stringify(value))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error // a folder of somebody else, a full disk
  }
}
