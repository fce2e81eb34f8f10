/** `zscl init`: a starter file for folders of images. */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { checkModel } from '../../config/check-model.js'
import { UsageError } from '../../config/errors.js'
import type { Model } from '../../config/schema.js'
import { shellQuoted } from '../../view/shell.js'
import { visible } from '../../view/visible.js'
import type { Context } from '../shared/context.js'
import { type Look, lookAt } from './look.js'
import { starter } from './starter.js'
import type { FoundTask } from './tasks.js'

interface Options {
  readonly model: string
  readonly out?: string
  readonly dryRun?: boolean
}

export function addInit(program: Command, context: Context): void {
  program
    .command('init')
    .summary('write a starter experiment for your own images')
    .description(
      'Inspect a folder (class folders, or task folders that contain them, with or without train and test) and write a commented experiment file.',
    )
    .argument(
      '<folder>',
      'folder with one folder per class, or one folder per task that contains them',
    )
    .option('--model <name>', 'open_clip NAME:TAG, or mini-clip', 'ViT-B-16-quickgelu:openai')
    .option('--out <file>', 'output file (default: zscl.yaml in that folder)')
    .option('--dry-run', 'print what was found, and write nothing')
    .action((folder: string, options: Options) => init(context, folder, options))
}

function init({ cwd, stdout }: Context, text: string, options: Options): void {
  const folder = resolve(cwd, text)
  if (!existsSync(folder)) throw new UsageError(`there is no folder \`${text}\`.`)
  if (!statSync(folder).isDirectory()) throw new UsageError(`\`${text}\` is not a folder.`)
  const file = options.out === undefined ? join(folder, 'zscl.yaml') : resolve(cwd, options.out)
  if (existsSync(file))
    throw new UsageError(`${file} already exists. Choose another name with --out.`)
  if (!existsSync(dirname(file)))
    throw new UsageError(`there is no folder ${dirname(file)} to write \`--out\` into.`)
  const model = modelOf(options.model)
  const [wrong] = checkModel(model)
  if (wrong !== undefined) throw new UsageError(`\`--model\`: ${wrong.message}`)
  const look = lookAt(folder, basename(folder))
  if (look.questions.length > 0) throw new UsageError(unclear(text, look))
  if (look.tasks.length + look.packed.length === 0) throw new UsageError(nothing(text, look))
  if (options.dryRun) {
    stdout.write(`${visible(found(file, look))}\n`)
    return
  }
  const from = (place: string) => placed(folder, place, dirname(file))
  const tasks = look.tasks.map((task) => ({
    ...task,
    images: from(task.images),
    test: task.test === null ? null : from(task.test),
  }))
  const packed = look.packed.map((task) => ({
    ...task,
    place: from(task.place),
    test: task.test === null ? null : from(task.test),
    ...(task.images && { images: from(task.images) }),
  }))
  writeFileSync(file, starter(tasks, packed, besideFile(model, cwd, dirname(file))))
  stdout.write(`${visible(found(file, look))}\nReview it, then:\n  zscl run ${shellQuoted(file)}\n`)
}

/** `NAME:TAG`; a folder or a model of the hub has a colon in its name. */
function modelOf(text: string): Model {
  if (/^(local-dir|hf-hub):/.test(text)) return { name: text, pretrained: '' }
  const [name = '', pretrained = ''] = text.split(/:(?!.*:)/)
  return { name, pretrained }
}

/** A folder as the file names it. */
function besideFile(model: Model, cwd: string, home: string): Model {
  const [, place] = /^local-dir:(.*)/.exec(model.name) ?? []
  return place === undefined || isAbsolute(place)
    ? model
    : { ...model, name: `local-dir:${relative(home, resolve(cwd, place))}` }
}

/** A place in the folder as the file names it: relative to where the file lies, or absolute where that is elsewhere. */
function placed(folder: string, place: string, home: string): string {
  const path = relative(home, join(folder, place))
  return path.startsWith('..') || isAbsolute(path) ? join(folder, place) : path || '.'
}

function nothing(text: string, { notes }: Look): string {
  const expected =
    'Expected FOLDER/CLASS/*.jpg, FOLDER/train/CLASS/*.jpg with FOLDER/test, or FOLDER/TASK/… of one of these, Parquet files, shards (.tar) or tables of paths and labels.'
  return visible(
    [`no images in \`${text}\` whose classes can be told. ${expected}`, ...notes].join('\n  '),
  )
}

function unclear(text: string, { questions }: Look): string {
  const said = `what is to be trained on in \`${text}\` is not clear, so nothing is written. Change what is named here, or write the tasks yourself:`
  return visible([said, ...questions].join('\n  '))
}

function found(file: string, { tasks, packed, notes }: Look): string {
  const all = [...tasks, ...packed]
  const held = tasks.some(({ test }) => test === null)
    ? ' (tasks without a test set hold out a fifth)'
    : ''
  const count = all.length === 1 ? 'one task' : `${all.length} tasks`
  return [
    `${file}: ${count}, ${all.map(({ name }) => name).join(', ')}${held}.`,
    ...tasks.map(sentence),
    ...packed.map(({ name, words }) => `${name}: ${words}`),
    ...notes,
  ].join('\n  ')
}

function sentence({ name, images, test, classes, counts }: FoundTask): string {
  const named = `${classes.slice(0, 5).join(', ')}${classes.length > 5 ? ', …' : ''}`
  const measured =
    test === null
      ? 'a fifth of every class held out for testing'
      : `test on ${counts.test} in ${test}`
  return `${name}: ${classes.length} classes (${named}), ${counts.train} images in ${images}, ${measured}`
}
