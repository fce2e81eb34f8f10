/** `zscl merge`: WiSE-FT between two models, uniform and greedy soups of several. */
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { UsageError } from '../../config/errors.js'
import { accuracy, type Measured, type Setting, type Tried } from '../../engine/merge.js'
import { percent } from '../../view/format.js'
import type { Context } from '../shared/context.js'
import { type ModelsOptions, say, settingOf, withLoadedModels, withModels } from './models.js'
import { outputOf, write } from './output.js'

interface Options extends ModelsOptions {
  readonly out?: string
  readonly alpha?: readonly number[]
  readonly selectionShare?: number
  /** False with --no-ends. */
  readonly ends?: boolean
}

export function addMerge(program: Command, context: Context): void {
  const merge = program
    .command('merge')
    .summary('average models: WiSE-FT, uniform and greedy soups')
    .description(
      'Average the weights of models of the same architecture, evaluate the result and write it.',
    )
  const wise = merge
    .command('wise-ft')
    .description('(1 - alpha) START + alpha END, for every alpha')
    .argument('<start>', 'the model before fine-tuning')
    .argument('<end>', 'the model after fine-tuning')
    .requiredOption('--alpha <list>', 'comma-separated numbers from 0 to 1', alphas)
  wise.option('--no-ends', 'do not evaluate START and END themselves')
  withOut(wise).action((start: string, end: string, options: Options) =>
    wiseFt(context, [start, end], options),
  )
  const uniform = merge
    .command('uniform')
    .description('the plain average of the models')
    .argument('<model...>', 'two or more models')
  withOut(uniform).action((models: string[], options: Options) =>
    uniformSoup(context, models, options),
  )
  const greedy = merge
    .command('greedy')
    .description(
      'add models in order of decreasing accuracy, keeping each one that does not lower the accuracy of the average on the selection split',
    )
    .argument('<model...>', 'two or more models')
    .option(
      '--selection-share <x>',
      'fraction of the test images used for selection; accuracy is reported on the rest',
      share,
      0.5,
    )
  withOut(greedy).action((models: string[], options: Options) =>
    greedySoup(context, models, options),
  )
}

function withOut(command: Command): Command {
  return withModels(command).option(
    '--out <dir>',
    'write the result as a folder that open_clip can load',
  )
}

async function wiseFt(context: Context, models: string[], options: Options): Promise<void> {
  const setting = settingOf(context, models, options)
  const out = outputOf(context, options.out, true)
  const list = options.alpha!
  const results: Measured[] = []
  const folders: string[] = []
  await withLoadedModels(context, setting, undefined, async (loaded) => {
    if (options.ends !== false) await loaded.measureModels((measured) => results.push(measured))
    for (const alpha of list) {
      const measured = { name: `wise-ft-${alpha}`, scores: await loaded.wiseFt(alpha) }
      results.push(measured)
      if (out === null) continue
      const folder = list.length === 1 ? out.folder : join(out.folder, `alpha-${alpha}`)
      const what = `WiSE-FT: ${round(1 - alpha)} of the weights of \`${models[0]}\`, ${alpha} of those of \`${models[1]}\`.`
      await write(folder, what, measured, (path) => loaded.export(path))
      folders.push(folder)
    }
  })
  finish(context, options, setting, results, folders, [])
}

async function uniformSoup(context: Context, models: string[], options: Options): Promise<void> {
  const setting = soupOf(context, models, options)
  const out = outputOf(context, options.out, true)
  const results: Measured[] = []
  await withLoadedModels(context, setting, undefined, async (loaded) => {
    await loaded.measureModels((measured) => results.push(measured))
    const measured = { name: 'uniform soup', scores: await loaded.uniform() }
    results.push(measured)
    if (out !== null)
      await write(out.folder, `The mean of the weights of ${listed(models)}.`, measured, (path) =>
        loaded.export(path),
      )
  })
  finish(context, options, setting, results, out === null ? [] : [out.folder], [])
}

async function greedySoup(context: Context, models: string[], options: Options): Promise<void> {
  const setting = soupOf(context, models, options)
  const out = outputOf(context, options.out, true)
  const selection = options.selectionShare!
  const results: Measured[] = []
  const tried: Tried[] = []
  await withLoadedModels(context, setting, selection, async (loaded) => {
    await loaded.measureModels((measured) => results.push(measured))
    const { ingredients, scores } = await loaded.greedy((one) => tried.push(one))
    const measured = { name: 'greedy soup', scores }
    results.push(measured)
    if (out !== null)
      await write(
        out.folder,
        `Greedy soup: the mean of the weights of ${listed(ingredients)}, chosen among ${listed(models)} on ${round(100 * selection)} % of the test images (seed ${options.seed}); the numbers below are from the rest.`,
        measured,
        (path) => loaded.export(path),
      )
  })
  const folders = out === null ? [] : [out.folder]
  const notes = [
    `Selected on ${round(100 * selection)} % of the test images (seed ${options.seed}), measured on the rest:`,
    ...tried.map(({ name, selection: value, kept }, i) =>
      i === 0
        ? `  ${name} alone ${percent(value)}, kept`
        : `  with ${name} ${percent(value)}, ${kept ? 'kept' : 'left out'}`,
    ),
  ]
  finish(context, options, setting, results, folders, notes, { selection_share: selection, tried })
}

function finish(
  context: Context,
  options: Options,
  setting: Setting,
  results: readonly Measured[],
  folders: readonly string[],
  more: readonly string[],
  json: object = {},
): void {
  const best = results.toSorted((a, b) => accuracy(b.scores) - accuracy(a.scores))[0]!
  const notes = [
    'Top-1 accuracy in percent on the test images, class names with all templates.',
    ...more,
    `Best mean: ${best.name}.`,
    ...folders.map((folder) => `Model: ${folder}`),
  ]
  say(context, options, setting, results, { notes, json: { ...json, folders } })
}

function soupOf(context: Context, models: readonly string[], options: Options): Setting {
  if (models.length < 2) throw new UsageError('a soup needs at least two models.')
  return settingOf(context, models, options)
}

function alphas(text: string): number[] {
  const values = text.split(',').map((word) => (word.trim() === '' ? Number.NaN : Number(word)))
  if (values.some((value) => !(value >= 0 && value <= 1)))
    throw new InvalidArgumentError('Expected comma-separated numbers from 0 to 1.')
  return [...new Set(values)]
}

function share(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value < 1))
    throw new InvalidArgumentError('Expected a number between 0 and 1.')
  return value
}

function listed(models: readonly string[]): string {
  return models.map((model) => `\`${model}\``).join(', ')
}

function round(value: number): number {
  return Number(value.toPrecision(6))
}
