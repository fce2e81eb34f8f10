/** `zscl demo`: the main job on the built-in benchmark, plain fine-tuning against ZSCL. */
import type { Command } from 'commander'
import { loadExperiment } from '../../config/resolve.js'
import { wantsColour } from '../../view/terminal/environment.js'
import { type ComparedRun, renderComparison } from '../../view/text/comparison.js'
import type { Context, ExitCode } from '../shared/context.js'
import { type RunsOption, wholeNumber, withRuns } from '../shared/options.js'
import { runNew } from './new-run.js'
import { sayHowToResume } from './run.js'

interface Options extends RunsOption {
  readonly plain?: boolean
  readonly seed?: number
  readonly experiment: string
}

export function addDemo(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('demo')
    .summary('fine-tune a small CLIP over six tasks, without and with ZSCL')
    .description(
      'Run the recipes finetune and zscl on the built-in benchmark and compare them. Needs no download and no GPU.',
    )
    .option('--plain', 'timestamped lines instead of the live screen')
    .option('--seed <n>', 'seed of data order and augmentation', wholeNumber)
    .option('--experiment <name>', 'experiment to run with both recipes', 'mini')
  withRuns(command).action(async (options: Options) => exit(await demo(context, options)))
}

async function demo(context: Context, options: Options): Promise<ExitCode> {
  const runs: ComparedRun[] = []
  for (const recipe of ['finetune', 'zscl']) {
    const experiment = loadExperiment(options.experiment, {
      set: [`recipe=${recipe}`, `name=demo-${recipe}`],
      ...(options.seed !== undefined && { seed: options.seed }),
    })
    const { folder, state, result } = await runNew(context, experiment, options)
    if (result !== 'finished') return sayHowToResume(context, folder, options, result)
    runs.push({ state, folder: folder.path })
  }
  const colour = wantsColour(context.env, context.stdout)
  context.stdout.write(`\n${renderComparison(runs, colour)}\n`)
  return 0
}
