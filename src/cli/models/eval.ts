/** `zscl eval`: how good models are on datasets, as they are. */
import type { Command } from 'commander'
import type { Measured } from '../../engine/merge.js'
import type { Context } from '../shared/context.js'
import { type ModelsOptions, say, settingOf, withLoadedModels, withModels } from './models.js'
import { type Output, outputOf, write } from './output.js'

type Options = ModelsOptions & { readonly out?: string }

export function addEval(program: Command, context: Context): void {
  const command = program
    .command('eval')
    .summary('evaluate models on datasets')
    .description(
      'Zero-shot accuracy of runs, folders, weights files or open_clip models of the same architecture.',
    )
    .argument('<model...>', 'run, folder, .safetensors file, or open_clip NAME:TAG')
    .option('--out <dir>', 'write the (single) model as a folder that open_clip can load')
  withModels(command).action((models: string[], options: Options) =>
    evaluate(context, models, options),
  )
}

async function evaluate(context: Context, models: string[], options: Options): Promise<void> {
  const setting = settingOf(context, models, options)
  const out: Output | null = outputOf(context, options.out, models.length === 1)
  const results: Measured[] = []
  await withLoadedModels(context, setting, undefined, async (loaded) => {
    await loaded.measureModels((measured) => results.push(measured))
    if (out !== null)
      await write(out.folder, `The model \`${models[0]}\`.`, results[0]!, (folder) =>
        loaded.exportFirst(folder),
      )
  })
  const notes = ['Top-1 accuracy in percent on the test images, class names with all templates.']
  if (out !== null) notes.push(`Model: ${out.folder}`)
  say(context, options, setting, results, { notes, json: { folder: out?.folder ?? null } })
}
