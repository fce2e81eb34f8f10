/** The folder of a sweep: an ordinary run folder per trial, and beside them what was asked and with which code. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UsageError } from '../config/errors.js'
import { toYaml } from '../config/resolve.js'
import type { Sweep } from '../config/sweep.js'
import { type RunFolder, runFolder, writeDurably } from '../journal/folder.js'
import { readJournal } from '../journal/journal.js'
import { fold } from '../journal/reduce.js'
import type { RunState } from '../journal/state.js'
import { readJson } from '../journal/written.js'
import type { Trial } from './expand.js'

export interface SweepFolder {
  readonly path: string
  /** What was asked, the trials by id, and the code version: sweep.json. */
  readonly record: string
}

interface SweepRecord {
  readonly v: 1
  readonly code_version: string
  /** Other code that has made trials here, with --allow-changed-code: a table of them mixes both. */
  readonly earlier_code_versions?: readonly string[]
  readonly sweep: Sweep
  /** How many trials that are; a record from before this was noted does not say. */
  readonly trials?: number
}

export function sweepFolder(runs: string, name: string): SweepFolder {
  const path = resolve(runs, name)
  return { path, record: join(path, 'sweep.json') }
}

/**
 * Notes what is asked now.
 * @throws UsageError when earlier trials were made by other code and that is not allowed, or the folder is a run's
 */
export function prepare(
  folder: SweepFolder,
  sweep: Sweep,
  trials: number,
  codeVersion: string,
  allowChangedCode: boolean,
): void {
  if (existsSync(join(folder.path, 'journal.jsonl')))
    throw new UsageError(`${folder.path} is the folder of a run. Give the sweep another \`name\`.`)
  const before = recordOf(folder)
  if (before !== null && before.code_version !== codeVersion && !allowChangedCode)
    throw new UsageError(
      `the trials in ${folder.path} were made by another version of the code (${before.code_version.slice(0, 10)}, now ${codeVersion.slice(0, 10)}), ` +
        'and one table would mix the numbers of both. Remove the folder, give the sweep another `name`, or pass --allow-changed-code.',
    )
  mkdirSync(folder.path, { recursive: true })
  const earlier = [...(before?.earlier_code_versions ?? []), before?.code_version ?? codeVersion]
  const others = [...new Set(earlier)].filter((version) => version !== codeVersion)
  const record: SweepRecord = {
    v: 1,
    code_version: codeVersion,
    ...(others.length > 0 && { earlier_code_versions: others }),
    sweep,
    trials,
  }
  writeDurably(folder.record, `${JSON.stringify(record, null, 2)}\n`)
}

/** Null where no sweep was begun. */
export function recordOf(folder: SweepFolder): SweepRecord | null {
  return existsSync(folder.record)
    ? (readJson(folder.record, 'the record of the sweep') as SweepRecord)
    : null
}

/** The state of a trial's run; null while it has none. */
export function stateOf(folder: SweepFolder, trial: Trial): RunState | null {
  const { journal } = runFolder(join(folder.path, trial.name))
  return existsSync(journal) ? fold(readJournal(journal).events) : null
}

/** The run folder of a trial, made when it is not there yet; another process may be making it as well. */
export function trialFolder(folder: SweepFolder, trial: Trial): RunFolder {
  const own = runFolder(join(folder.path, trial.name))
  if (!existsSync(own.experiment)) {
    mkdirSync(own.checkpoints, { recursive: true })
    writeDurably(own.experiment, toYaml(trial.experiment))
  }
  return own
}

/** Finds a sweep by its name under `runs`, or by the path of its folder; null where neither is one. */
export function findSweepFolder(runs: string, nameOrPath: string): SweepFolder | null {
  const places = [sweepFolder(runs, nameOrPath), sweepFolder('.', nameOrPath)]
  return places.find(({ record }) => existsSync(record)) ?? null
}

/** Names of the sweeps under `runs`. */
export function listSweeps(runs: string): string[] {
  if (!existsSync(runs)) return []
  return readdirSync(runs)
    .filter((name) => existsSync(sweepFolder(runs, name).record))
    .sort()
}
