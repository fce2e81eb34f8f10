/** The training that is measured: one task of the mini benchmark with the losses of ZSCL. */
import { datasetSpec } from '../../src/plan/datasets.js'
import type { Command, Train } from '../../src/plan/step.js'

const segmentLength = 25

export function preparation(threads: number, cache_folder: string): readonly Command[] {
  return [
    {
      kind: 'set-up',
      model: { name: 'mini-clip', pretrained: '' },
      datasets: [
        datasetSpec({
          name: 'd',
          kind: 'mini',
          mini_task: 'shapes',
          train_size: 2000,
          test_size: 10,
          data_seed: 1,
        }),
      ],
      seed: 1,
      device: 'cpu',
      threads,
      precision: 'fp32',
      trains: 'whole',
      cache_folder,
    },
    {
      kind: 'begin-task',
      task: 0,
      dataset: 'd',
      objective: {
        label_smoothing: 0.2,
        temperature: 2,
        direction: 'teacher-target',
        text_term: 'transposed',
        text_sample: 64,
      },
      teacher_slot: 'initial',
      anchor_slot: 'initial',
      reference_images: {
        kind: 'set',
        set: 'mini',
        count: 1000,
        data_seed: 1,
        path: '',
        classes: 0,
      },
      reference_texts: {
        kind: 'set',
        set: 'mini',
        count: 500,
        data_seed: 1,
        length: 0,
        datasets: [],
        path: '',
        column: '',
      },
      optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 0 },
    },
  ]
}

/** `count` segments; `first` is the number of segments before them. */
export function segments(first: number, count: number, batch_size: number): readonly Train[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'train',
    task: 0,
    first_update: (first + index) * segmentLength,
    learning_rates: Array.from({ length: segmentLength }, () => 1e-4),
    loss_weights: {
      ce: 1,
      lambda_image: 1,
      lambda_text: 1,
      lambda_feature: 0,
      lambda_image_image: 0,
      wc: 1,
    },
    batch_size,
    reference_batch_size: batch_size,
  }))
}

export const updatesOf = (commands: readonly Train[]): number => commands.length * segmentLength
