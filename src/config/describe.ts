/** An experiment in words: what a reader of its report wants to know first. */
import { changesInWords } from './from-task.js'
import { WEIGHT_KEYS } from './loss-weights.js'
import type { Experiment, Recipe, Weight } from './schema.js'

/** Names and values, without what the experiment does not use. */
export function describeExperiment(experiment: Experiment): [name: string, value: string][] {
  const { recipe, benchmark, model, schedule, seed } = experiment
  const trains = recipe.trains !== 'none'
  const references = distils(recipe) ? ` and ${schedule.reference_batch_size} references` : ''
  const batch = `${schedule.batch_size} images${references}`
  const training: [string, string][] = [
    ['losses', losses(recipe)],
    ...(distils(recipe) ? distillation(recipe) : []),
    ['averaged', averaged(recipe)],
    ['after a task', afterTask(recipe)],
    ...(recipe.memory.capacity > 0
      ? [['exemplar memory', `${recipe.memory.capacity} images`] as [string, string]]
      : []),
    [
      'updates',
      `${perTask(schedule.updates)} per task, ${schedule.warmup} of warm-up, then ${schedule.decay}`,
    ],
    ['learning rate', perTask(schedule.learning_rate)],
    ['batch', batch],
    ...Object.entries(experiment.from_task ?? {}).map(([task, changes]): [string, string] => [
      `from task ${task} on`,
      changesInWords(changes),
    ]),
  ]
  return [
    ['recipe', recipe.summary === '' ? recipe.name : `${recipe.name}: ${recipe.summary}`],
    ['benchmark', `${benchmark.name} (protocol ${benchmark.protocol})`],
    ['tasks', benchmark.tasks.map(({ name }) => name).join(', ')],
    ...(benchmark.also_evaluate.length > 0
      ? [
          ['only measured', benchmark.also_evaluate.map(({ name }) => name).join(', ')] as [
            string,
            string,
          ],
        ]
      : []),
    ['model', model.pretrained === '' ? model.name : `${model.name}, ${model.pretrained}`],
    ...(trains ? training : [['training', 'none'] as [string, string]]),
    ['seed', String(seed)],
  ]
}

function losses(recipe: Recipe): string {
  const used = WEIGHT_KEYS.filter((key) => (recipe[key] ?? 0) !== 0)
  const words = used.map((key) => `${key} ${weight(recipe[key] ?? 0)}`).join(', ')
  return recipe.consolidation === 'adaptive' ? `${words} (adaptive)` : words
}

function weight(value: Weight): string {
  if (typeof value === 'number') return String(value)
  if ('per_task' in value) return `${value.per_task.join(' / ')} per task`
  const points = value.points.map((point) => `${point.value} from update ${point.update}`)
  return `${points.join(', ')} (${value.interpolation})`
}

function distils(recipe: Recipe): boolean {
  return WEIGHT_KEYS.some((key) => key.startsWith('lambda') && (recipe[key] ?? 0) !== 0)
}

function distillation({ teacher, reference, distillation: how }: Recipe): [string, string][] {
  const mixed = teacher.source === 'wise' ? `, alpha ${teacher.alpha}` : ''
  return [
    ['teacher', `${teacher.source} model${mixed}`],
    ['reference', `images: ${reference.images.kind}; texts: ${reference.texts.kind}`],
    [
      'distillation',
      `temperature ${how.temperature}, ${how.direction}, text term ${how.text_term}`,
    ],
  ]
}

function averaged({ average }: Recipe): string {
  if (average.kind === 'none') return 'nothing'
  if (average.kind === 'pull')
    return `pulled towards ${average.towards ?? 'task-start'} by ${1 - average.decay} every ${average.interval} updates`
  const more = average.intervals.filter((interval) => interval !== average.interval)
  const measured = more.length > 0 ? `; ${more.join(', ')} measured too` : ''
  return `${average.kind}, every ${average.interval} updates${measured}`
}

function afterTask({ after_task }: Recipe): string {
  const measured =
    after_task.alphas.length > 0 ? `; alpha ${after_task.alphas.join(', ')} measured too` : ''
  return after_task.kind === 'wise-ft'
    ? `wise-ft, alpha ${after_task.alpha} from ${after_task.reference}${measured}`
    : `${after_task.kind}${measured}`
}

/** One number where all tasks have the same. */
function perTask(values: readonly number[]): string {
  const all = [...new Set(values)]
  return all.length === 1 ? String(all[0]) : values.join(' / ')
}
