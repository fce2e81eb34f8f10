/** What is fixed for the length of one task: teacher, anchor, references, objective, optimiser. */
import { isUsed, WEIGHT_KEYS } from '../config/loss-weights.js'
import type { Experiment, Recipe } from '../config/schema.js'
import { combine, pullsTowards } from './averages.js'
import type { BeginTask, ImageSource, Step, TextSource } from './step.js'

const noImages: ImageSource = {
  kind: 'none',
  set: '',
  count: 0,
  data_seed: 0,
  path: '',
  classes: 0,
  decoding: '',
}
const noTexts: TextSource = {
  kind: 'none',
  set: '',
  count: 0,
  data_seed: 0,
  length: 0,
  datasets: [],
  path: '',
  column: '',
  template: '',
}

export function beginTask(experiment: Experiment, task: number): BeginTask {
  const { recipe, benchmark, optimiser } = experiment
  const distils = distilsIn(recipe, task)
  return {
    kind: 'begin-task',
    task,
    dataset: benchmark.tasks[task]!.name,
    objective: {
      label_smoothing: recipe.label_smoothing,
      ...recipe.distillation,
      consolidation: recipe.consolidation ?? 'equal',
    },
    teacher_slot: distils ? teacherSlot(recipe) : '',
    anchor_slot: isUsed(recipe.wc) ? 'task-start' : '',
    reference_images: distils ? imageSource(experiment, task) : noImages,
    reference_texts: distils ? textSource(experiment, task) : noTexts,
    optimiser,
  }
}

/** The slots that live for one task, besides its averages. */
export function taskSlots(recipe: Recipe): string[] {
  const slots = usesTaskStart(recipe) ? ['task-start'] : []
  return mixesTeacher(recipe) ? [...slots, 'teacher'] : slots
}

/** True when the slot `task-start` is read during or after a task. */
function usesTaskStart(recipe: Recipe): boolean {
  const wise = recipe.after_task.kind === 'wise-ft' || recipe.after_task.alphas.length > 0
  return (
    isUsed(recipe.wc) ||
    (distilsIn(recipe, 1) && recipe.teacher.source !== 'initial') ||
    recipe.average.kind === 'we-wise' ||
    pullsTowards(recipe) === 'task-start' ||
    (wise && recipe.after_task.reference === 'task-start')
  )
}

/** Builds the teacher's slot where it is a mix: (1 - alpha) initial + alpha task-start. */
export function teacherSteps(recipe: Recipe): Step[] {
  if (!mixesTeacher(recipe)) return []
  const { alpha } = recipe.teacher
  return [combine('teacher', { initial: 1 - alpha, 'task-start': alpha })]
}

function mixesTeacher(recipe: Recipe): boolean {
  return recipe.teacher.source === 'wise' && distilsIn(recipe, 1)
}

function teacherSlot(recipe: Recipe): string {
  return { initial: 'initial', previous: 'task-start', wise: 'teacher' }[recipe.teacher.source]
}

function distilsIn(recipe: Recipe, task: number): boolean {
  const isDistilled = WEIGHT_KEYS.some((key) => key.startsWith('lambda') && isUsed(recipe[key]))
  return isDistilled && !(recipe.reference.images.kind === 'memory' && task === 0)
}

function imageSource({ recipe, benchmark }: Experiment, task: number): ImageSource {
  const { images } = recipe.reference
  const { kind, set, count, data_seed, path, classes = 0, decoding = '' } = images
  if (kind === 'set') return { ...noImages, kind, set, count, data_seed, classes, decoding }
  if (kind === 'folder')
    return {
      ...noImages,
      kind,
      path: ofTask(path, benchmark, task),
      count,
      data_seed,
      classes,
      decoding,
    }
  if (kind === 'noise') return { ...noImages, kind, count, data_seed }
  if (kind === 'task-images')
    return { ...noImages, kind, set: set === 'benchmark' ? benchmark.tasks[task]!.name : set }
  return { ...noImages, kind }
}

function textSource({ recipe, benchmark }: Experiment, task: number): TextSource {
  const {
    kind,
    set,
    count,
    data_seed,
    length,
    of,
    path,
    column = '',
    template,
  } = recipe.reference.texts
  switch (kind) {
    case 'none':
      return noTexts
    case 'set':
      return { ...noTexts, kind, set, count, data_seed }
    case 'file':
      return { ...noTexts, kind, path, count, data_seed, column }
    case 'random-tokens':
      return { ...noTexts, kind, count, data_seed, length }
    case 'paired':
      return { ...noTexts, kind, template: template ?? 'a photo of a {}.' }
    case 'class-prompts': {
      const names = benchmark.tasks.map((dataset) => dataset.name)
      const datasets = {
        all: names,
        current: names.slice(task, task + 1),
        earlier: names.slice(0, Math.max(task, 1)),
        seen: names.slice(0, task + 1),
      }
      return { ...noTexts, kind, datasets: datasets[of] }
    }
  }
}

/** A folder of references per task: `{task}` in its path is the task's name. */
export function ofTask(path: string, { tasks }: Experiment['benchmark'], task: number): string {
  return path.replaceAll('{task}', tasks[task]!.name)
}
