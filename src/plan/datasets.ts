/** Datasets as they cross to the worker. */
import type { Dataset } from '../config/dataset.js'
import type { Benchmark } from '../config/schema.js'
import type { DatasetSpec } from './step.js'

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
}

export function datasetSpec(dataset: Dataset): DatasetSpec {
  return { ...none, ...dataset }
}

/** Columns of a run's measurements: the tasks in order, then what is only measured. */
export function measuredDatasets({ tasks, also_evaluate }: Benchmark): readonly Dataset[] {
  return [...tasks, ...also_evaluate]
}
