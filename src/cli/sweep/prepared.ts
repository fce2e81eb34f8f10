/** The folder of a sweep, with what is asked now noted in it. */
import type { Sweep } from '../../config/sweep.js'
import { codeVersion } from '../../sweep/code-version.js'
import type { Trial } from '../../sweep/expand.js'
import { prepare, type SweepFolder, sweepFolder } from '../../sweep/folder.js'
import { type Context, runsFolder } from '../shared/context.js'
import type { RunsOption } from '../shared/options.js'

/** @throws UsageError when earlier trials were made by other code and that is not allowed, or the folder is a run's */
export function prepared(
  context: Context,
  sweep: Sweep,
  trials: readonly Trial[],
  { runs, allowChangedCode = false }: RunsOption & { readonly allowChangedCode?: boolean },
): SweepFolder {
  const folder = sweepFolder(runsFolder(context, runs), sweep.name)
  prepare(folder, sweep, trials.length, codeVersion(context.root), allowChangedCode)
  return folder
}
