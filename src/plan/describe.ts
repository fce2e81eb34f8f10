/** A plan in words, a line per step, for `zscl run --dry-run`. */
import type { LossWeights, Step } from './step.js'

export function describePlan(plan: readonly Step[]): string[] {
  const width = String(plan.length).length
  return plan.map((step, i) => `${String(i).padStart(width)}  ${describeStep(step)}`)
}

export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'begin-task':
      return `begin-task ${step.task + 1} ${step.dataset}${teacherOf(step)}`
    case 'train': {
      const last = step.first_update + step.learning_rates.length - 1
      const rates = [step.learning_rates[0]!, step.learning_rates.at(-1)!].map((rate) =>
        rate.toExponential(2),
      )
      return `train      task ${step.task + 1} updates ${step.first_update}–${last}, lr ${rates.join(' → ')}, ${weightsOf(step.loss_weights)}`
    }
    case 'lerp':
      return `lerp       ${step.slot} towards ${step.towards} by ${step.fraction}`
    case 'combine': {
      const terms = step.terms.map((term) => `${term.weight} ${term.slot}`)
      return `combine    ${step.slot} = ${terms.join(' + ')}`
    }
    case 'drop':
      return `drop       ${step.slots.join(', ')}`
    case 'evaluate': {
      const row = step.after_task < 0 ? 'before training' : `after task ${step.after_task + 1}`
      const among = step.among === undefined ? '' : ` among ${step.among.length} tasks' classes`
      return `evaluate   ${step.variant || step.slot} on ${step.dataset}${among}, ${row}`
    }
    case 'remember':
      return `remember   ${step.dataset}, ${step.capacity} images over all tasks`
    case 'checkpoint':
      return `checkpoint task ${step.task + 1} after ${step.update} updates`
    case 'stage':
      return `stage      end of training of task ${step.task + 1}, kept for other trials`
    case 'publish':
      return `publish    ${step.slot}`
  }
}

function teacherOf(step: Step & { kind: 'begin-task' }): string {
  if (step.teacher_slot === '') return ''
  return `, teacher ${step.teacher_slot}, images ${step.reference_images.kind}, texts ${step.reference_texts.kind}`
}

function weightsOf(weights: LossWeights): string {
  const used = Object.entries(weights).filter(([, value]) => value !== 0)
  return used.map(([name, value]) => `${name} ${value}`).join(', ')
}
