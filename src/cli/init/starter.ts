/** The commented experiment that `zscl init` writes. */
import type { Model } from '../../config/schema.js'
import type { PackedTask } from './packed-task.js'
import type { FoundTask } from './tasks.js'

export function starter(
  tasks: readonly FoundTask[],
  packed: readonly PackedTask[],
  { name, pretrained }: Model,
): string {
  const lines = tasks.map(
    ({ name: task, images, test }) =>
      `    - name: ${JSON.stringify(task)}\n      images: ${JSON.stringify(images)}\n` +
      (test === null
        ? '      held_out: 0.2 # no test set: this share of every class is held out, drawn by seed\n'
        : `      test: ${JSON.stringify(test)}\n`) +
      `      ${TEMPLATES}`,
  )
  return `# Fine-tunes CLIP on the tasks below, one after another, without losing its zero-shot ability.
#   zscl run THIS_FILE               zscl run THIS_FILE --dry-run shows everything that is left at its default
# Paths are relative to this file. Class names come from folder names; class_names: [a, b] or a file gives others.
recipe: zscl # try finetune to see what is lost without it; zscl recipes lists them all
benchmark:
  name: own
  model: { name: ${JSON.stringify(name)}${pretrained === '' ? '' : `, pretrained: ${JSON.stringify(pretrained)}`} }
  tasks: # in the order of training
${[...lines, ...packed.map(packedLine)].join('\n')}
  # Datasets that are only measured, to see whether ability is kept elsewhere:
  # also_evaluate:
  #   - { name: held-out, images: ./elsewhere }
  # Any photos and any sentences hold the model; without them a small drawn set is used:
  # reference:
  #   images: { path: ./photos, count: 10000 } # every image below it
  #   texts: { path: ./captions.txt }          # one per line
  schedule:
    updates: 1000 # per task; a list gives one for each
    warmup: 100
    learning_rate: 1.0e-5
    batch_size: 64
    reference_batch_size: 64
seed: 0
device: auto
`
}

const TEMPLATES =
  'templates: ["a photo of a {}."] # the first one trains; say what the images show, e.g. "a photo of a {}, a type of bird."'

function packedLine({ kind, name, place, test, images, options }: PackedTask): string {
  const values = {
    name,
    [kind]: place,
    ...(test !== null && { test_table: test }),
    ...(images && { images }),
    ...options,
  }
  const written = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `    - ${[...written, TEMPLATES].join('\n      ')}`
}
