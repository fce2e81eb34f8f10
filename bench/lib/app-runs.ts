/** Runs through the program that people type, for benchmarks: to the end, and killed and resumed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readJournal } from '../../src/journal/journal.js'
import { fold } from '../../src/journal/reduce.js'
import { root } from './stages.js'

export interface AppRun {
  readonly seconds: number
  /** SHA-256 of the published weights. */
  readonly weights: string
  readonly accuracies: string
}

const main = join(root, 'dist/main.js')
const pollMs = 50

function start(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [main, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function toItsEnd(child: ChildProcess): Promise<void> {
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (status !== 0) throw new Error(`zscl ended with ${status}; its error stands above`)
}

/** An uninterrupted run of `experiment` in `cwd`/runs/`name`. */
export async function wholeRun(
  cwd: string,
  name: string,
  args: readonly string[],
): Promise<AppRun> {
  const started = performance.now()
  await toItsEnd(start(['run', ...args, '--name', name, '--plain'], cwd))
  return { seconds: (performance.now() - started) / 1_000, ...result(cwd, name) }
}

/** The same, killed without a warning when its journal has `lines` lines, then resumed. */
export async function killedRun(
  cwd: string,
  name: string,
  args: readonly string[],
  lines: number,
): Promise<AppRun> {
  const started = performance.now()
  const child = start(['run', ...args, '--name', name, '--plain'], cwd)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const journal = join(cwd, 'runs', name, 'journal.jsonl')
  while (child.exitCode === null && linesOf(journal) < lines) await setTimeout(pollMs)
  if (child.exitCode !== null) throw new Error('the run ended before it was killed')
  child.kill('SIGKILL')
  await ended
  await toItsEnd(start(['resume', name, '--plain'], cwd))
  return { seconds: (performance.now() - started) / 1_000, ...result(cwd, name) }
}

const linesOf = (path: string) =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0

function result(cwd: string, name: string): Pick<AppRun, 'weights' | 'accuracies'> {
  const folder = join(cwd, 'runs', name)
  const weights = readFileSync(join(folder, 'model/open_clip_model.safetensors'))
  const { matrix, zero_shot } = fold(readJournal(join(folder, 'journal.jsonl')).events)
  return {
    weights: createHash('sha256').update(weights).digest('hex'),
    accuracies: JSON.stringify([matrix, zero_shot]),
  }
}
