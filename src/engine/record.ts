/** From a step and the worker's report to the event that goes into the journal. */
import type { DatasetFacts, Outcome, Report } from '../bridge/worker.js'
import type { EventBody } from '../journal/events.js'
import type { Checkpoint, Publish, Stage, Step } from '../plan/step.js'

/** Steps whose report is an event as it stands; checkpoints, stages and the published model need work on disk first. */
export type PlainStep = Exclude<Step, Checkpoint | Stage | Publish>

export function recorded(index: number, step: PlainStep, report: Report): EventBody {
  const { outcome, seconds } = report
  switch (step.kind) {
    case 'begin-task': {
      const { reference_images, reference_texts } = expect(outcome, 'begin-task-done')
      const references = { reference_images, reference_texts }
      return { kind: 'task-started', step: index, task: step.task, ...references, seconds }
    }
    case 'train': {
      const { losses, images } = expect(outcome, 'train-done')
      const rest = step.learning_rates.length - losses.length
      return {
        kind: 'trained',
        step: index,
        task: step.task,
        first_update: step.first_update,
        learning_rates: step.learning_rates.slice(0, losses.length),
        loss_weights: step.loss_weights,
        losses,
        images,
        ...(rest > 0 && { rest }),
        seconds,
        memory_mib: report.memory_mib,
        device_memory_mib: report.device_memory_mib,
      }
    }
    case 'evaluate': {
      const { correct, total } = expect(outcome, 'evaluate-done')
      const { slot, variant, after_task, dataset_index, dataset } = step
      const where = { slot, variant, after_task, dataset_index, dataset }
      return { kind: 'evaluated', step: index, ...where, correct, total, seconds }
    }
    case 'lerp':
    case 'combine':
    case 'remember':
      return {
        kind: 'weights-changed',
        step: index,
        operation: step.kind,
        slot: step.slot,
        seconds,
      }
    case 'drop':
      return {
        kind: 'weights-changed',
        step: index,
        operation: step.kind,
        slot: step.slots.join(' '),
        seconds,
      }
  }
}

/** The outcome of the kind that the step must have; anything else is a bug of ours. */
export function expect<K extends Outcome['kind']>(
  outcome: Outcome,
  kind: K,
): Extract<Outcome, { kind: K }> {
  if (outcome.kind !== kind)
    throw new Error(`the worker answered ${outcome.kind} where ${kind} was expected`)
  return outcome as Extract<Outcome, { kind: K }>
}

/** Files that a message names before it only counts them. */
const NAMED = 3

/** What the worker found worth saying of the datasets, each with its dataset's name. */
export function notesOn(datasets: readonly DatasetFacts[]): string[] {
  return datasets.flatMap(({ name, notes }) => notes.map((note) => `dataset ${name}: ${note}`))
}

/** A warning for every dataset of which images were left out. */
export function skippedImages(datasets: readonly DatasetFacts[]): string[] {
  return datasets
    .filter(({ skipped }) => skipped.length > 0)
    .map(({ name, skipped }) => {
      const more = skipped.length > NAMED ? ` and ${skipped.length - NAMED} more` : ''
      return `dataset ${name}: left out ${skipped.length} images that cannot be read: ${skipped.slice(0, NAMED).join('; ')}${more}`
    })
}
