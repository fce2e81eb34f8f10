/** Stages of a benchmark that are Python processes: their results come as lines of JSON, each with a time limit. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Result = Readonly<Record<string, unknown>>

export interface Stage {
  /** Module in bench/gpu. */
  readonly module: string
  readonly options: Readonly<Record<string, unknown>>
  readonly folder: string
  readonly limitSeconds: number
}

export const root = join(import.meta.dirname, '../..')
export const python = process.env['ZSCL_PYTHON'] ?? join(root, '.venv/bin/python')

/** Runs one stage to its end or limit; `onResult` gets every line as it comes. Resolves with what went wrong, or ''. */
export async function runStage(stage: Stage, onResult: (result: Result) => void): Promise<string> {
  const path = ['python', 'bench', 'bench/gpu'].map((folder) => join(root, folder)).join(':')
  const args = [
    '-P',
    join(root, 'bench/gpu/stage.py'),
    stage.module,
    JSON.stringify(stage.options),
    stage.folder,
  ]
  const child = spawn(python, args, {
    // As in the worker: threads that spin while they wait would take the processors from those that decode.
    env: { ...process.env, PYTHONPATH: path, PYTHONUNBUFFERED: '1', GOMP_SPINCOUNT: '10000' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that decoding processes end with it
  })
  let errors = ''
  child.stderr.on('data', (bytes: Buffer) => {
    errors = `${errors}${bytes}`.slice(-4_000)
  })
  let isLate = false
  const limit = setTimeout(() => {
    isLate = true
    endGroup(child)
  }, stage.limitSeconds * 1_000)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  for await (const line of createInterface({ input: child.stdout })) onResult(JSON.parse(line))
  const status = await ended
  clearTimeout(limit)
  endGroup(child)
  if (isLate) return `not done within its ${stage.limitSeconds} s`
  return status === 0 ? '' : errors.trim() || `exit code ${status}`
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
