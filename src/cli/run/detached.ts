/** Runs without a terminal: the same program in a process of its own, whose only interface is the run folder. */
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { UsageError } from '../../config/errors.js'
import { type RunFolder, readText } from '../../journal/folder.js'
import { runnerOf } from '../../journal/presence.js'
import { readState } from '../../journal/read-state.js'
import type { Context } from '../shared/context.js'
import type { OutputOptions } from '../shared/options.js'
import { shellQuoted } from '../shared/shell.js'

/** How long a run may take to show itself before the terminal is given back anyway. */
const patienceMs = 10_000
const pollMs = 50

/**
 * Starts `zscl WORDS…` apart from this terminal: a session of its own, output into `log`.
 * Returns its pid and what resolves when it has ended.
 */
export function startDetached(context: Context, words: readonly string[], log: string) {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'a')
  try {
    const child = spawn(process.execPath, [join(context.root, 'dist/main.js'), ...words], {
      cwd: context.cwd,
      env: context.env,
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

/**
 * Runs what stands in `folder` in the background and says how to come back to it.
 * @throws UsageError with what it printed, where it ends before it has begun
 */
export async function runDetached(
  context: Context,
  folder: RunFolder,
  options: OutputOptions,
): Promise<void> {
  const extra = [
    ...(options.tensorboard === false ? ['--no-tensorboard'] : []),
    ...(options.log ?? []).flatMap((client) => ['--log', client]),
  ]
  const { pid, ended } = startDetached(context, ['runner', folder.path, ...extra], folder.runnerLog)
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  for (let waited = 0; waited < patienceMs && !isOver; waited += pollMs) {
    if (readState(folder).run !== null && runnerOf(folder) !== null) break
    await setTimeout(pollMs)
  }
  if (isOver && readState(folder).status !== 'finished')
    throw new UsageError(`the run ended at once:\n${readText(folder.runnerLog).trim()}`)
  const name = shellQuoted(folder.name)
  context.stdout.write(
    `${folder.name} runs in the background (process ${pid}). It goes on when this terminal is closed.\n` +
      `  zscl attach ${name}    watch it and steer it; leaving leaves it running\n` +
      `  zscl stop ${name}      save a checkpoint and end it\n`,
  )
}
