/** Datasets as they cross to the worker. */
import { join } from 'node:path'
import type { Dataset } from '../config/dataset.js'
import { usualRoot } from '../config/paper-datasets.js'
import { paperReferences } from '../config/paper-references.js'
import type { Benchmark } from '../config/schema.js'
import type { BeginTask, DatasetSpec } from './step.js'

const none: Omit<DatasetSpec, 'name' | 'kind' | 'train_size' | 'test_size' | 'data_seed'> = {
  mini_task: '',
  images: '',
  test: '',
  table: '',
  test_table: '',
  path_column: '',
  label_column: '',
  held_out: 0,
  templates: [],
  class_names: [],
  unreadable: 'fatal',
  root: '',
  split: '',
  class_indices: [],
  classes: [],
  saved: '',
  test_split: '',
  image_column: '',
  prompts: '',
  encoding: '',
  shots: 0,
  class_labels: [],
  decoding: '',
  split_column: '',
}

/** @param dataFolder where the paper's datasets lie on this machine, unless they say otherwise */
export function datasetSpec(dataset: Dataset, dataFolder = ''): DatasetSpec {
  const { classes = [], shots = 0, class_names: names = [], ...rest } = dataset
  const spec = {
    ...none,
    ...rest,
    shots,
    split: ('split' in rest ? rest.split : undefined) ?? '',
    test_split: ('test_split' in rest ? rest.test_split : undefined) ?? '',
    split_column: ('split_column' in rest ? rest.split_column : undefined) ?? '',
    templates: rest.templates ?? [],
    class_names: Object.values(names),
    decoding: ('decoding' in rest ? rest.decoding : undefined) ?? '',
    class_labels: Array.isArray(names) ? [] : Object.keys(names),
    prompts: ('prompts' in rest ? rest.prompts : undefined) ?? '',
    class_indices: classes.filter((one) => typeof one === 'number'),
    classes: classes.filter((one) => typeof one === 'string'),
  }
  return spec.root === '' ? { ...spec, root: usualRoot(dataset.kind, dataFolder) } : spec
}

/** A task with its reference data found on this machine: the paper's sets are a folder and a file of the data folder. */
export function placed(step: BeginTask, dataFolder: string): BeginTask {
  const { reference_images: images, reference_texts: texts } = step
  const [imagePlace, textPlace] = [
    paperReferences.images[images.set]?.place,
    paperReferences.texts[texts.set]?.place,
  ]
  return {
    ...step,
    ...(imagePlace !== undefined && {
      reference_images: { ...images, kind: 'folder', set: '', path: join(dataFolder, imagePlace) },
    }),
    ...(textPlace !== undefined && {
      reference_texts: { ...texts, kind: 'file', set: '', path: join(dataFolder, textPlace) },
    }),
  }
}

/** Columns of a run's measurements: the tasks in order, then what is only measured. */
export function measuredDatasets({ tasks, also_evaluate }: Benchmark): readonly Dataset[] {
  return [...tasks, ...also_evaluate]
}
