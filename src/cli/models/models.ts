/** What `zscl eval` and `zscl merge` share: options, a worker with every model loaded, and how results are said. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Progress } from '../../bridge/index.js'
import { checkModel } from '../../config/check-model.js'
import { UsageError } from '../../config/errors.js'
import { resolve } from '../../config/resolve.js'
import { type Measured, Models, type Setting } from '../../engine/merge.js'
import { namedModel } from '../../engine/model-reference.js'
import { checkDigests } from '../../journal/digests.js'
import { discard } from '../../journal/discard.js'
import { datasetsOf } from '../../plan/dataset-reference.js'
import type { ModelSpec } from '../../plan/step.js'
import { shellQuoted } from '../../view/shell.js'
import { wantsColour } from '../../view/terminal/environment.js'
import { renderModels } from '../../view/text/models-table.js'
import { dependencies } from '../run/session.js'
import { type Context, cacheFolder, dataFolder, runsFolder } from '../shared/context.js'
import { asUsageError } from '../shared/mistakes.js'
import { type RunsOption, wholeNumber, withRuns } from '../shared/options.js'

export interface ModelsOptions extends RunsOption {
  readonly on: readonly string[]
  readonly model?: string
  readonly device: string
  readonly threads: number
  readonly batchSize: number
  readonly seed: number
  readonly json?: boolean
}

export function withModels(command: Command): Command {
  return withRuns(command)
    .requiredOption(
      '--on <dataset...>',
      'what to evaluate on: a benchmark (mini), one of its tasks (mini/digits), a YAML file, or a folder with one folder per class',
    )
    .option('--model <name>', 'architecture, needed if every model is a weights file')
    .option('--device <name>', 'auto, cpu, cuda, cuda:N or mps', 'auto')
    .option('--threads <n>', 'CPU threads; 0 = all', wholeNumber, 0)
    .option('--batch-size <n>', 'images per batch', wholeNumber, 500)
    .option('--seed <n>', 'seed of random weights and of the selection split', wholeNumber, 0)
    .option('--json', 'as JSON')
}

/** Everything that can be wrong with what was typed is found here, before a worker is started. */
export function settingOf(
  context: Context,
  texts: readonly string[],
  options: ModelsOptions,
): Setting {
  const runs = runsFolder(context, options.runs)
  const models = texts.map((text) => namedModel(runs, context.cwd, text))
  const architecture = options.model === undefined ? null : architectureOf(options.model)
  if (architecture === null && models.every(({ model }) => model.name === ''))
    throw new UsageError(
      'every model is a file of weights, which does not say its architecture: name it with `--model`.',
    )
  const { device } = resolve(
    { benchmark: 'mini', recipe: 'zero-shot', device: options.device },
    '--device',
  )
  if (options.batchSize < 1) throw new UsageError('`--batch-size`: expected at least 1.')
  return {
    models,
    ...(architecture && { architecture }),
    datasets: datasetsOf(options.on, { cwd: context.cwd, dataFolder: dataFolder(context) }),
    device,
    threads: options.threads,
    batch_size: options.batchSize,
    seed: options.seed,
    cacheFolder: cacheFolder(context),
  }
}

function architectureOf(name: string): ModelSpec {
  const [problem] = checkModel({ name, pretrained: '' })
  if (problem !== undefined) throw new UsageError(`\`--model ${name}\`: ${problem.message}`)
  return { name, pretrained: '' }
}

/** Runs `use` with every model loaded, on a worker that is gone afterwards. */
export async function withLoadedModels<T>(
  context: Context,
  setting: Setting,
  selectionShare: number | undefined,
  use: (models: Models) => Promise<T>,
): Promise<T> {
  await requireUnchanged(setting)
  const log = mkdtempSync(join(tmpdir(), 'zscl-models-'))
  const line = progressLine(context)
  try {
    const { launch } = dependencies(context)
    const worker = await launch({
      epoch: 1,
      logFile: join(log, 'worker.log'),
      onProgress: line.show,
    })
    try {
      return await use(await Models.load(worker, setting, selectionShare))
    } finally {
      await worker.close()
    }
  } catch (error) {
    throw asUsageError(error)
  } finally {
    line.clear()
    discard(log)
  }
}

/** @throws UsageError for a published or merged model that is not what was written there */
async function requireUnchanged({ models }: Setting): Promise<void> {
  for (const { name, model } of models) {
    const folder = /^local-dir:(.+)$/.exec(model.name)?.[1]
    const found = folder === undefined ? null : await checkDigests(folder)
    if (found?.kind === 'damaged')
      throw new UsageError(
        `the model \`${name}\` is damaged: ${found.problem}. Restore it from a backup; \`zscl check ${shellQuoted(name)}\` checks everything else.`,
      )
  }
}

/** One line on a person's terminal that says what the worker does; nothing anywhere else. */
function progressLine({ stderr, env }: Context) {
  const isShown = stderr.isTTY && env['TERM'] !== 'dumb'
  const write = (text: string) => {
    if (isShown) stderr.write(`\r${text}\x1b[K`)
  }
  return {
    show: ({ section, done, total }: Progress) =>
      write(total > 0 ? `${section} ${done}/${total}` : section === 'idle' ? '' : section),
    clear: () => write(''),
  }
}

export function percentages({ scores }: Measured): number[] {
  return scores.map(({ correct, total }) => (100 * correct) / total)
}

/** The table of results, or the same as JSON with `more` beside it. */
export function say(
  { stdout, env }: Context,
  options: ModelsOptions,
  setting: Setting,
  results: readonly Measured[],
  more: { readonly notes: readonly string[]; readonly json: object },
): void {
  const datasets = setting.datasets.map(({ name }) => name)
  if (options.json) {
    const models = results.map(({ name, scores }) => ({
      name,
      accuracies: Object.fromEntries(
        scores.map(({ dataset, correct, total }) => [dataset, (100 * correct) / total]),
      ),
      scores,
    }))
    stdout.write(`${JSON.stringify({ datasets, models, ...more.json }, null, 2)}\n`)
    return
  }
  const rows = results.map((one) => ({ name: one.name, accuracies: percentages(one) }))
  stdout.write(`${renderModels(datasets, rows, more.notes, wantsColour(env, stdout))}\n`)
}
