/** This program again, in a process of its own: apart from the terminal, or for its answer. */
import { execFile, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

export interface ProgramCall {
  /** The script that Node runs. */
  readonly script: string
  readonly words: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** Ends it early; its answer is then not good. */
  readonly signal?: AbortSignal
}

/** Starts it in a session of its own, with its output in `log`; returns its pid and what resolves when it has ended. */
export function startApart({ script, words, cwd, env }: ProgramCall, log: string) {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'a')
  try {
    const child = spawn(process.execPath, [script, ...words], {
      cwd,
      env,
      detached: true, // a session of its own: no terminal, no Ctrl-C, no hangup
      stdio: ['ignore', output, output],
    })
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.once('error', () => {})
    child.unref()
    return { pid: child.pid ?? 0, ended }
  } finally {
    closeSync(output)
  }
}

/** Runs it to its end; what it printed. */
export function answerOf({ script, words, cwd, env, signal }: ProgramCall) {
  return new Promise<{ isGood: boolean; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, [script, ...words], { cwd, env, signal }, (error, stdout, stderr) =>
      done({ isGood: error === null, stdout, stderr }),
    )
  })
}
