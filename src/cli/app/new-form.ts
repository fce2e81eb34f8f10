/** The form of a new run: its fields, and what the schema says of what is written in them. */
import { existsSync, statSync } from 'node:fs'
import { resolve as absolute, join } from 'node:path'
import { names } from '../../config/catalogue.js'
import { UsageError } from '../../config/errors.js'
import { loadExperiment, toYaml } from '../../config/resolve.js'
import type { LibraryRun } from '../../journal/library.js'
import { missingFor } from '../../needs/missing.js'
import type { Checked, Form } from '../../view/terminal/app/feed.js'
import { machineOf } from '../run/new-run.js'
import type { Context } from '../shared/context.js'
import type { FolderLooks } from './folder-looks.js'
import { type Entry, field, problemsOf, settingsOf, type Values } from './form.js'
import { defaultsOf, deviceProblems, missingNotes, nameProblems, notesOf } from './new-notes.js'

const entries = (): readonly Entry[] => [
  field(
    'experiment',
    'benchmark',
    'shipped, or a folder of your images',
    [],
    names('experiment'),
    'mini',
  ),
  field('recipe', 'recipe', 'the method', ['recipe'], names('recipe'), 'zscl'),
  field('model', 'model', 'open_clip NAME:TAG, or mini-clip', ['model']),
  field('lambda_image', 'λ image', '0 or more', ['recipe.lambda_image']),
  field('lambda_text', 'λ text', '0 or more', ['recipe.lambda_text']),
  field('interval', 'interval I', 'of weight averaging: 1 to the updates of a task', [
    'recipe.average.interval',
  ]),
  field('wc', 'wc', '0 or more', ['recipe.wc']),
  field('updates', 'updates', 'per task, 1 or more', ['schedule.updates']),
  field('learning_rate', 'learning rate', 'above 0', ['schedule.learning_rate']),
  field(
    'device',
    'device',
    'auto: a GPU where there is one',
    ['device'],
    ['auto', 'cpu', 'cuda'],
    'auto',
  ),
  field('devices', 'devices', 'number of devices per run (data parallel), or all', ['devices']),
  field(
    'precision',
    'precision',
    'bf16 is fastest on a GPU',
    ['precision'],
    ['fp32', 'tf32', 'bf16'],
    'fp32',
  ),
  field('seed', 'seed', 'of data order and augmentation', ['seed']),
  field(
    'tasks',
    'keep',
    'ends of tasks to fork from later',
    ['checkpoint.tasks'],
    ['all', 'last'],
    'all',
  ),
  field('name', 'name', 'of the run folder', []),
]

export function newForm(): Form {
  return { title: 'A new run', fields: entries() }
}

export function checkNew(
  context: Context,
  runs: readonly LibraryRun[],
  looks: FolderLooks,
  values: Values,
): Checked {
  const written = values['experiment'] ?? ''
  const folder = absolute(context.cwd, written)
  if (
    !names('experiment').includes(written) &&
    existsSync(folder) &&
    statSync(folder).isDirectory()
  )
    return ofFolder(context, runs, looks, values, folder)
  return ofExperiment(context, runs, values, written)
}

/** A folder of images is a run as soon as `zscl init` has written its file. */
function ofFolder(
  context: Context,
  runs: readonly LibraryRun[],
  looks: FolderLooks,
  values: Values,
  folder: string,
): Checked {
  const file = join(folder, 'zscl.yaml')
  if (existsSync(file)) return ofExperiment(context, runs, values, file)
  const model = values['model'] ?? ''
  const command = ['init', folder, ...(model === '' ? [] : ['--model', model])]
  const look = looks.of(folder)
  if (look === null) {
    const notes = ['looking at what the folder holds …']
    return { problems: [], command, notes, yaml: '', waits: true, again: true }
  }
  const { isGood, lines } = look
  if (!isGood)
    return {
      problems: [{ field: 'experiment', message: lines[0] ?? 'no images' }],
      command,
      notes: lines.slice(1),
      yaml: '',
    }
  return {
    problems: [],
    command,
    notes: [...lines, 'Enter writes this file; Enter again begins the run that it describes.'],
    yaml: '',
    stays: true,
  }
}

function ofExperiment(
  context: Context,
  runs: readonly LibraryRun[],
  values: Values,
  source: string,
): Checked {
  const set = settingsOf(entries(), values, isChanged).map(withTag)
  const name = values['name'] ?? ''
  const command = [
    'run',
    source,
    ...set.flatMap((one) => ['--set', one]),
    ...(name === '' ? [] : ['--name', name]),
    '--detach',
  ]
  try {
    const experiment = loadExperiment(source, { set })
    const missing = missingFor([experiment], machineOf(context))
    return {
      problems: [...nameProblems(name), ...deviceProblems(experiment)],
      command,
      notes: [...notesOf(runs, experiment), ...missingNotes(experiment, missing)],
      yaml: toYaml(experiment),
      defaults: defaultsOf(experiment),
      waits: missing.some(({ isFatal }) => isFatal),
      write: [...command.slice(0, -1), '--write', `${name || experiment.name}.yaml`],
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { problems: problemsOf(error, entries(), 'experiment'), command, notes: [], yaml: '' }
  }
}

/** NAME:TAG as an experiment has it. */
function withTag(assignment: string): string {
  const [, name, tag] = /^model=([^:{]+):(.+)$/.exec(assignment) ?? []
  return name === undefined ? assignment : `model={name: ${name}, pretrained: ${tag}}`
}

/** What the form shows at first is what is meant without a word. */
function isChanged(key: string, value: string): boolean {
  if (value === '') return false
  const usual: Values = { device: 'auto', precision: 'fp32' }
  return usual[key] !== value
}
