/** Things worth saying that stop nothing: parts of an experiment that will have no effect. */

import { openClipModels } from './catalogue.js'
import { FALLBACK_SET } from './dataset.js'
import { phases } from './from-task.js'
import { WEIGHT_KEYS } from './loss-weights.js'
import type { Experiment } from './schema.js'

export function warnings(experiment: Experiment): string[] {
  return [...new Set(phases(experiment).flatMap(ofOne))]
}

function ofOne(experiment: Experiment): string[] {
  return [
    ...emptyAverages(experiment),
    ...latePoints(experiment),
    ...emptyMemory(experiment),
    ...drawnReferences(experiment),
    ...longWarmup(experiment),
    ...randomWeights(experiment),
  ]
}

/** Drawn pictures hold the model a little; photos of anything hold it better. */
function drawnReferences({ recipe, benchmark }: Experiment): string[] {
  const isOwn = benchmark.tasks.some(({ kind }) => kind !== 'mini')
  const { images, texts } = recipe.reference
  const isDrawn = ({ kind, set }: typeof images | typeof texts) =>
    kind === 'set' && set === FALLBACK_SET
  const drawn = [
    ...(isDrawn(images) ? [['images', 'photos', 'images: {path: FOLDER}'] as const] : []),
    ...(isDrawn(texts) ? [['texts', 'captions', 'texts: {path: FILE}'] as const] : []),
  ]
  if (!isOwn || drawn.length === 0) return []
  const joined = (part: 0 | 1) => drawn.map((one) => one[part]).join(' and ')
  const yours = drawn.map(([, , written]) => written).join(', ')
  return [
    `reference ${joined(0)} are the built-in drawn set: real ${joined(1)} do better. Name yours in the benchmark: \`reference: {${yours}}\``,
  ]
}

/** Nothing is kept of an ability that is not there. */
function randomWeights({ model: { name, pretrained } }: Experiment): string[] {
  const tags = openClipModels()[name] ?? [] // of models that bring their own there are none
  const known = [...tags.filter((tag) => tag === 'openai'), ...tags]
  const shown = [...new Set(known)].slice(0, 3).join(', ')
  return pretrained !== '' || tags.length === 0
    ? []
    : [
        `\`${name}\` begins with random weights, which can do nothing zero-shot: name its weights with \`model.pretrained\` (${shown}${tags.length > 3 ? ', …' : ''}) unless this is intended`,
      ]
}

/** The authors' own 50-step benchmark does this. */
function longWarmup({ schedule, recipe }: Experiment): string[] {
  const shortest = Math.min(...schedule.updates)
  return recipe.trains !== 'none' && schedule.warmup >= shortest
    ? [
        `warm-up (${schedule.warmup} updates) is at least as long as the shortest task (${shortest}): the learning rate never decays. Lower \`schedule.warmup\` unless this is intended`,
      ]
    : []
}

function emptyAverages({ recipe: { average }, schedule }: Experiment): string[] {
  if (average.kind === 'none') return []
  const shortest = Math.min(...schedule.updates)
  // The authors' counting samples after the first update, whatever the interval.
  const first = (interval: number) => (schedule.counting === 'authors-code' ? 1 : interval)
  const intervals = [average.interval, ...average.intervals]
  if (average.kind === 'swa') {
    const tail = shortest - Math.floor(shortest * average.tail_start)
    return intervals
      .filter((interval) => interval > tail)
      .map(
        (interval) =>
          `interval ${interval} is larger than the tail of ${tail} updates that SWA averages: possibly nothing is sampled and the weights from the start of the task are used`,
      )
  }
  return intervals
    .filter((interval) => first(interval) > shortest)
    .map(
      (interval) =>
        `interval ${interval} is larger than a task of ${shortest} updates: ${average.kind === 'pull' ? 'nothing would be pulled' : 'only the start of the task would be averaged'}`,
    )
}

function latePoints({ recipe, schedule }: Experiment): string[] {
  const longest = Math.max(...schedule.updates)
  return WEIGHT_KEYS.flatMap((key) => {
    const weight = recipe[key]
    if (weight === undefined || typeof weight === 'number' || !('points' in weight)) return []
    const late = weight.points.filter(({ update }) => update >= longest)
    return late.map(
      ({ update }) =>
        `\`recipe.${key}\` has a point at update ${update}, and no task has more than ${longest} updates`,
    )
  })
}

function emptyMemory({ recipe, benchmark }: Experiment): string[] {
  const isEmpty = recipe.reference.images.kind === 'memory' && benchmark.tasks.length === 1
  return isEmpty
    ? ['the exemplar memory is empty in the only task: there is nothing to distil from']
    : []
}
