/** The training that is measured: one task of the mini benchmark with the losses of ZSCL. */
import { datasetSpec } from '../../src/plan/datasets.js'
import type { Command, Train } from '../../src/plan/step.js'

const segmentLength = 25

export interface Training {
  readonly model: string
  readonly device: string
  readonly precision: 'fp32' | 'tf32' | 'bf16'
  readonly captions: number
}

const small: Training = { model: 'mini-clip', device: 'cpu', precision: 'fp32', captions: 500 }

export function preparation(
  threads: number,
  cache_folder: string,
  { model, device, precision, captions }: Training = small,
): readonly Command[] {
  return [
    {
      kind: 'set-up',
      model: { name: model, pretrained: '' },
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
      device,
      threads,
      precision,
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
        consolidation: 'equal',
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
        decoding: '',
      },
      reference_texts: {
        kind: 'set',
        set: 'mini',
        count: captions,
        data_seed: 1,
        length: 0,
        datasets: [],
        path: '',
        column: '',
        template: '',
      },
      optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 0 },
    },
  ]
}

/** `count` segments of `length` updates; `first` is the number of segments before them. */
export function segments(
  first: number,
  count: number,
  batch_size: number,
  length = segmentLength,
): readonly Train[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'train',
    task: 0,
    first_update: (first + index) * length,
    learning_rates: Array.from({ length }, () => 1e-4),
    loss_weights: {
      ce: 1,
      lambda_image: 1,
      lambda_text: 1,
      lambda_feature: 0,
      lambda_image_image: 0,
      lambda_alignment: 0,
      wc: 1,
    },
    batch_size,
    reference_batch_size: batch_size,
  }))
}

export const updatesOf = (commands: readonly Train[]): number => commands.length * segmentLength
