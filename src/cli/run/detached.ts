/** Runs without a terminal: the same program in a process of its own, whose only interface is the run folder. */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startApart } from '../../bridge/index.js'
import { UsageError } from '../../config/errors.js'
import { type RunFolder, readText } from '../../journal/folder.js'
import { runnerOf } from '../../journal/presence.js'
import { readState } from '../../journal/read-state.js'
import { shellQuoted } from '../../view/shell.js'
import type { Context } from '../shared/context.js'
import { type OutputOptions, passedOn } from '../shared/options.js'

/** How long a run may take to show itself before the terminal is given back anyway. */
const patienceMs = 10_000
const pollMs = 50

/** Starts `zscl WORDS…` apart from this terminal, output into `log`. */
export function startDetached({ root, cwd, env }: Context, words: readonly string[], log: string) {
  return startApart({ script: join(root, 'dist/main.js'), words, cwd, env }, log)
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
  const words = ['runner', folder.path, ...passedOn(options)]
  const { pid, ended } = startDetached(context, words, folder.runnerLog)
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  for (let waited = 0; waited < patienceMs && !isOver; waited += pollMs) {
    if (readState(folder).run !== null && runnerOf(folder) !== null) break
    await setTimeout(pollMs)
  }
  if (isOver && readState(folder).status !== 'finished')
    throw new UsageError(
      `the run ended right after it started:\n${readText(folder.runnerLog).trim()}`,
    )
  const name = shellQuoted(folder.name)
  context.stdout.write(
    `${folder.name} is running in the background (process ${pid}). It keeps running after this terminal is closed.\n` +
      `  zscl attach ${name}    watch and control it; quitting does not stop it\n` +
      `  zscl stop ${name}      save a checkpoint and stop it\n`,
  )
}
