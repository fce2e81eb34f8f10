/** The form of a fork: after which task, and what changes from there on. */
import { relative } from 'node:path'
import { UsageError } from '../../config/errors.js'
import { experimentAt } from '../../config/from-task.js'
import { toYaml } from '../../config/resolve.js'
import type { Experiment, Weight } from '../../config/schema.js'
import { runFolder } from '../../journal/folder.js'
import type { Library } from '../../journal/library.js'
import { updatesOf } from '../../plan/schedule.js'
import { forkableAfter, type Parent } from '../../sweep/fork.js'
import type { Checked, Form } from '../../view/terminal/app/feed.js'
import { forkedExperiment, loadParent } from '../run/fork.js'
import { type Entry, field, problemsOf, settingsOf, type Values } from './form.js'

export function forkForm(path: string): Form {
  const parent = loadParent(runFolder(path))
  return { title: `A fork of ${parent.folder.name}`, fields: entries(parent) }
}

function entries({ folder, experiment, state }: Parent): readonly Entry[] {
  const { recipe, schedule } = experiment
  const numbers = experiment.benchmark.tasks.slice(0, -1).map((_, i) => String(i + 1))
  const kept = forkableAfter(folder, state).at(-1)
  const names = experiment.benchmark.tasks.map(({ name }, i) => `${i + 1} ${name}`).join(', ')
  const asBefore = (value: unknown) => `empty: ${String(value)}, as before`
  return [
    field('after', 'after task', names, [], numbers, kept === undefined ? '1' : String(kept + 1)),
    field('lambda_image', 'λ image', asBefore(weight(recipe.lambda_image)), [
      'recipe.lambda_image',
    ]),
    field('lambda_text', 'λ text', asBefore(weight(recipe.lambda_text)), ['recipe.lambda_text']),
    field('interval', 'interval I', asBefore(recipe.average.interval), ['recipe.average.interval']),
    field('wc', 'wc', asBefore(weight(recipe.wc)), ['recipe.wc']),
    field('updates', 'updates', asBefore(schedule.updates.at(-1)), ['schedule.updates']),
    field('learning_rate', 'learning rate', asBefore(schedule.learning_rate.at(-1)), [
      'schedule.learning_rate',
    ]),
    field('name', 'name', `of the run; empty: ${folder.name}-after-N`, []),
  ]
}

const weight = (value: Weight) => (typeof value === 'number' ? value : 'a schedule')

export function checkFork(path: string, library: Library, values: Values): Checked {
  const parent = loadParent(runFolder(path))
  const fields = entries(parent)
  const set = settingsOf(fields, values, (_, value) => value !== '')
  const done = Number(values['after'])
  const name = values['name'] ?? ''
  const isKept = forkableAfter(parent.folder, parent.state).includes(done - 1)
  const isInList = library.runs.some(
    ({ folder, sweep }) => sweep === '' && folder.path === parent.folder.path,
  )
  const command = [
    'fork',
    isInList ? parent.folder.name : relative(process.cwd(), path),
    '--after-task',
    String(done),
    ...set.flatMap((one) => ['--set', one]),
    ...(name === '' ? [] : ['--name', name]),
    ...(isKept ? [] : ['--from-start']),
    '--detach',
  ]
  try {
    if (set.length === 0) return { problems: [], command, notes: nothingYet, yaml: '', waits: true }
    const child = forkedExperiment(parent, done, set, name === '' ? undefined : name)
    return { problems: [], command, notes: notesOf(child, done, isKept), yaml: toYaml(child) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { problems: problemsOf(error, fields, 'name'), command, notes: [], yaml: '' }
  }
}

const nothingYet = ['Change at least one value to fork.']

function notesOf(child: Experiment, done: number, isKept: boolean): string[] {
  const tasks = child.benchmark.tasks.map((_, task) => task)
  const first = isKept ? done : 0
  const updates = tasks
    .slice(first)
    .reduce((sum, task) => sum + updatesOf(experimentAt(child, task), task), 0)
  const earlier = done === 1 ? 'task 1 is' : `tasks 1 to ${done} are`
  const before = isKept
    ? `${earlier} taken over`
    : `! the end of task ${done} was not kept: ${earlier} trained again (checkpoint.tasks=all keeps it)`
  const own = first + 1 === tasks.length ? 'task' : `tasks ${first + 1} to`
  return [`${before}; ${updates} updates to train, in ${own} ${tasks.length}.`]
}
