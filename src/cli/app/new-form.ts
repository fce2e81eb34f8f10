/** The form of a new run: its fields, and what the schema says of what is written in them. */
import { existsSync, statSync } from 'node:fs'
import { resolve as absolute, join } from 'node:path'
import { names } from '../../config/catalogue.js'
import { UsageError } from '../../config/errors.js'
import { loadExperiment, toYaml } from '../../config/resolve.js'
import type { Experiment } from '../../config/schema.js'
import type { LibraryRun } from '../../journal/library.js'
import { missingFor } from '../../needs/missing.js'
import { plan } from '../../plan/plan.js'
import { duration } from '../../view/format.js'
import type { Checked, Form } from '../../view/terminal/app/feed.js'
import { machineOf } from '../run/new-run.js'
import type { Context } from '../shared/context.js'
import type { FolderLooks } from './folder-looks.js'
import { type Entry, field, problemsOf, settingsOf, type Values } from './form.js'

const asRecipe = 'empty: as the recipe says'

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
  field('model', 'model', 'open_clip NAME:TAG or mini-clip; empty: as the benchmark says', [
    'model',
  ]),
  field('lambda_image', 'λ image', `0 or more; ${asRecipe}`, ['recipe.lambda_image']),
  field('lambda_text', 'λ text', `0 or more; ${asRecipe}`, ['recipe.lambda_text']),
  field('interval', 'interval I', `1 to the updates of a task; ${asRecipe}`, [
    'recipe.average.interval',
  ]),
  field('wc', 'wc', `0 or more; ${asRecipe}`, ['recipe.wc']),
  field('updates', 'updates', 'per task; empty: as the benchmark says', ['schedule.updates']),
  field('learning_rate', 'learning rate', 'empty: as the benchmark says', [
    'schedule.learning_rate',
  ]),
  field('device', 'device', '', ['device'], ['auto', 'cpu', 'cuda'], 'auto'),
  field('devices', 'devices', 'a number or all: they compute each update together; empty: one', [
    'devices',
  ]),
  field('precision', 'precision', '', ['precision'], ['fp32', 'tf32', 'bf16'], 'fp32'),
  field('seed', 'seed', 'of data order and augmentation', ['seed'], [], '0'),
  field(
    'tasks',
    'keep',
    'ends of tasks to fork from later',
    ['checkpoint.tasks'],
    ['all', 'last'],
    'all',
  ),
  field('name', 'name', 'of the run; empty: as the experiment is called', []),
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
    return {
      problems: [],
      command,
      notes: notesOf(context, runs, experiment),
      yaml: toYaml(experiment),
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
  const usual: Values = { device: 'auto', precision: 'fp32', seed: '0' }
  return usual[key] !== value
}

function notesOf(context: Context, runs: readonly LibraryRun[], experiment: Experiment): string[] {
  const steps = plan(experiment)
  const updates = steps.reduce(
    (sum, step) => sum + (step.kind === 'train' ? step.learning_rates.length : 0),
    0,
  )
  const evaluations = steps.filter(({ kind }) => kind === 'evaluate').length
  const like = runs.find(
    ({ summary }) =>
      summary?.status === 'finished' &&
      summary.benchmark === experiment.benchmark.name &&
      summary.recipe === experiment.recipe.name,
  )?.summary
  const took =
    like?.started_at && like.updated_at
      ? [
          `The last run of this recipe on this benchmark took ${duration((Date.parse(like.updated_at) - Date.parse(like.started_at)) / 1000)}.`,
        ]
      : []
  const missing = missingFor([experiment], machineOf(context))
  const lacks = missing.filter(({ isFatal }) => isFatal)
  return [
    `${experiment.benchmark.tasks.length} tasks, ${updates} updates, ${evaluations} evaluations; protocol ${experiment.benchmark.protocol}.`,
    ...took,
    ...(lacks.length === 0
      ? []
      : [
          `! Missing: ${lacks.map(({ what }) => what).join(', ')}. How they come: zscl ${['run', experiment.benchmark.name].join(' ')} says.`,
        ]),
  ]
}
