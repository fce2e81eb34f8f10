/** What there is to say of an experiment in the form: what is wrong with it here, what holds by default, what it costs. */
import { existsSync } from 'node:fs'
import { type Experiment, Name, type Weight } from '../../config/schema.js'
import type { LibraryRun } from '../../journal/library.js'
import type { Missing } from '../../needs/missing.js'
import { plan } from '../../plan/plan.js'
import { count, duration, plural, roughly } from '../../view/format.js'
import type { Checked } from '../../view/terminal/app/feed.js'
import type { Values } from './form.js'

export function nameProblems(name: string): Checked['problems'] {
  if (name === '' || Name.safeParse(name).success) return []
  const message = 'letters, digits, dot, dash and underscore, beginning with a letter or digit'
  return [{ field: 'name', message }]
}

/** A device that this machine cannot have: without a file of any driver there is no GPU. */
export function deviceProblems({ device }: Experiment): Checked['problems'] {
  const isThere = DRIVERS.some((path) => existsSync(path))
  if (process.platform !== 'linux' || !device.startsWith('cuda') || isThere) return []
  return [{ field: 'device', message: 'this machine has no GPU; use cpu or auto' }]
}

/** Of NVIDIA, of NVIDIA in WSL and on Tegra, and of AMD. */
const DRIVERS = [
  '/dev/nvidiactl',
  '/dev/nvidia0',
  '/dev/dxg',
  '/dev/nvgpu',
  '/dev/nvhost-gpu',
  '/dev/kfd',
]

export function defaultsOf({ name, model, recipe, schedule, seed, devices }: Experiment): Values {
  const each = (values: readonly number[]) =>
    new Set(values).size === 1 ? String(values[0]) : 'one per task'
  const weight = (value: Weight) => (typeof value === 'number' ? String(value) : 'a schedule')
  return {
    name,
    model: model.pretrained === '' ? model.name : `${model.name}:${model.pretrained}`,
    lambda_image: weight(recipe.lambda_image),
    lambda_text: weight(recipe.lambda_text),
    interval: String(recipe.average.interval),
    wc: weight(recipe.wc),
    updates: each(schedule.updates),
    learning_rate: each(schedule.learning_rate),
    devices: String(devices ?? 1),
    seed: String(seed),
  }
}

export function notesOf(runs: readonly LibraryRun[], experiment: Experiment): string[] {
  const steps = plan(experiment)
  const updates = steps.reduce(
    (sum, step) => sum + (step.kind === 'train' ? step.learning_rates.length : 0),
    0,
  )
  const evaluations = steps.filter(({ kind }) => kind === 'evaluate').length
  return [
    `${experiment.benchmark.tasks.length} tasks, ${count(updates)} updates, ${evaluations} evaluations; protocol ${experiment.benchmark.protocol}.`,
    ...tookNotes(runs, experiment, updates),
  ]
}

/** About how long, at the pace of the last finished run of the same recipe, benchmark and model. */
function tookNotes(runs: readonly LibraryRun[], experiment: Experiment, updates: number): string[] {
  const like = runs.find(
    ({ summary }) =>
      summary?.status === 'finished' &&
      summary.updates > 0 &&
      summary.benchmark === experiment.benchmark.name &&
      summary.recipe === experiment.recipe.name &&
      summary.model === experiment.model.name,
  )
  const { started_at: from, updated_at: to, updates: done = 1 } = like?.summary ?? {}
  if (!like || !from || !to) return []
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000
  return [
    `About ${roughly((seconds * updates) / done)}, at the pace of ${like.folder.name} (${plural(done, 'update')} in ${duration(seconds)}).`,
  ]
}

/** At most so many of what is missing, each with what to do. */
const MISSING = 4

export function missingNotes({ benchmark }: Experiment, missing: readonly Missing[]): string[] {
  const fatal = missing.filter(({ isFatal }) => isFatal)
  const later = missing.filter(({ isFatal }) => !isFatal).map(({ what }) => what)
  const more = fatal.length - MISSING
  return [
    ...fatal.slice(0, MISSING).map(({ what, how }) => `! Missing: ${what}. ${how}`),
    ...(more > 0
      ? [
          `! … and ${more} more: \`zscl data status ${benchmark.name}\` lists them, \`zscl data get ${benchmark.name}\` fetches them.`,
        ]
      : []),
    ...(later.length > 0 ? [`Downloaded when it begins: ${later.join(', ')}.`] : []),
  ]
}
