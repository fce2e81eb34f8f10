/** `zscl runner FOLDER`, which people do not type: runs what stands in a run folder, for one that was started detached. */
import type { Command } from 'commander'
import { runFolder } from '../../journal/folder.js'
import { readState } from '../../journal/read-state.js'
import type { Context, ExitCode } from '../shared/context.js'
import { type OutputOptions, withDevices, withOutput } from '../shared/options.js'
import { experimentOf, sayHowToResume } from './run.js'
import { runSession } from './session.js'

export function addRunner(
  program: Command,
  context: Context,
  exit: (code: ExitCode) => void,
): void {
  const command = program.command('runner <folder>', { hidden: true })
  withDevices(withOutput(command)).action(async (path: string, options: OutputOptions) => {
    const folder = runFolder(path)
    const experiment = experimentOf(
      folder,
      readState(folder).run?.experiment_digest,
      options.devices,
    )
    const output = { ...options, plain: true, detached: true }
    const { result } = await runSession(context, experiment, folder, output)
    exit(sayHowToResume(context, folder, {}, result))
  })
}
