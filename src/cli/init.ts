/** `zscl init`: a starter file for folders of images. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { UsageError } from '../config/errors.js'
import type { Context } from './shared/context.js'
import { shellQuoted } from './shared/shell.js'

const IMAGE = /\.(jpe?g|png|webp|bmp|gif|tiff?|ppm|pgm)$/i
const TRAIN = ['train', 'training']
const TEST = ['test', 'testing', 'val', 'valid', 'validation']

interface FoundTask {
  readonly name: string
  /** Relative to the folder; '.' for itself. */
  readonly images: string
  /** Null: a share is held out. */
  readonly test: string | null
}

interface Options {
  readonly model: string
  readonly out: string
}

export function addInit(program: Command, context: Context): void {
  program
    .command('init')
    .summary('write a starter file for your own images')
    .description(
      'Look at a folder (class folders, or tasks that hold them, with train and test or without) and write a commented experiment.',
    )
    .argument('<folder>', 'folder with a folder per class, or a folder per task that has them')
    .option('--model <name>', 'open_clip NAME:TAG, or mini-clip', 'ViT-B-16-quickgelu:openai')
    .option('--out <file>', 'name of the file, in that folder', 'zscl.yaml')
    .action((folder: string, options: Options) => init(context, folder, options))
}

function init({ cwd, stdout }: Context, text: string, options: Options): void {
  const folder = resolve(cwd, text)
  if (!existsSync(folder)) throw new UsageError(`there is no folder \`${text}\`.`)
  const file = join(folder, options.out)
  if (existsSync(file))
    throw new UsageError(`${file} is there already. Choose another name with --out.`)
  const tasks = tasksIn(folder)
  if (tasks.length === 0)
    throw new UsageError(
      `no images in \`${text}\`. Expected FOLDER/CLASS/*.jpg, FOLDER/train/CLASS/*.jpg with FOLDER/test, or FOLDER/TASK/… of one of these.`,
    )
  writeFileSync(file, starter(tasks, options.model))
  const held = tasks.some(({ test }) => test === null)
    ? ' (without a test set a fifth is held out)'
    : ''
  stdout.write(
    `${file}: ${tasks.length === 1 ? 'one task' : `${tasks.length} tasks`}, ${tasks.map(({ name }) => name).join(', ')}${held}.\n` +
      `Look through it, then:\n  zscl run ${shellQuoted(file)}\n`,
  )
}

/** One task when the folder itself holds classes, else one for each folder in it that does. */
function tasksIn(folder: string): FoundTask[] {
  const own = taskAt(folder, '.', basename(folder))
  if (own !== null) return [own]
  return foldersIn(folder).flatMap((name) => taskAt(join(folder, name), name, name) ?? [])
}

function taskAt(path: string, relative: string, name: string): FoundTask | null {
  const inside = foldersIn(path)
  const train = inside.find((part) => TRAIN.includes(part.toLowerCase()))
  const test = inside.find((part) => TEST.includes(part.toLowerCase()))
  if (train !== undefined && isClasses(join(path, train))) {
    const hasTest = test !== undefined && isClasses(join(path, test))
    return { name, images: join(relative, train), test: hasTest ? join(relative, test) : null }
  }
  return isClasses(path) ? { name, images: relative, test: null } : null
}

/** True for a folder of at least two folders that hold images themselves. */
function isClasses(path: string): boolean {
  const classes = foldersIn(path).filter((name) =>
    readdirSync(join(path, name)).some((file) => IMAGE.test(file)),
  )
  return classes.length > 1
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
}

function starter(tasks: readonly FoundTask[], model: string): string {
  const [name = '', pretrained] = model.split(/:(?!.*:)/)
  const lines = tasks.map(
    ({ name: task, images, test }) =>
      `    - name: ${JSON.stringify(task)}\n      images: ${JSON.stringify(images)}\n` +
      (test === null
        ? '      held_out: 0.2 # no test set: this share of every class is held out, drawn by seed\n'
        : `      test: ${JSON.stringify(test)}\n`) +
      '      templates: ["a photo of a {}."] # the first one trains; name what the pictures are, e.g. "a photo of a {}, a type of bird."',
  )
  return `# Fine-tunes CLIP on the tasks below, one after another, without losing its zero-shot ability.
#   zscl run THIS_FILE               zscl run THIS_FILE --dry-run shows everything that is left at its default
# Paths are relative to this file. Class names come from folder names; class_names: [a, b] or a file gives others.
recipe: zscl # try finetune to see what is lost without it; zscl recipes lists them all
benchmark:
  name: own
  model: { name: ${JSON.stringify(name)}${pretrained === undefined ? '' : `, pretrained: ${JSON.stringify(pretrained)}`} }
  tasks: # in the order of training
${lines.join('\n')}
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
