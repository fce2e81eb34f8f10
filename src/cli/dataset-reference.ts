/** What a person may call datasets: a benchmark, or BENCHMARK/TASK. */
import { names } from '../config/catalogue.js'
import { suggestion, UsageError } from '../config/errors.js'
import { resolve } from '../config/resolve.js'
import { datasetSpec } from '../plan/datasets.js'
import type { DatasetSpec } from '../plan/step.js'

/** Every dataset once, called TASK, or BENCHMARK/TASK where two benchmarks have the same name for different ones. */
export function datasetsOf(references: readonly string[], dataFolder: string): DatasetSpec[] {
  const found = references.flatMap((reference) => tasksOf(reference, dataFolder))
  const once = found.filter((one, i) => found.findIndex((other) => other.path === one.path) === i)
  return once.map(({ path, dataset }) => {
    const isAlone = once.filter((other) => other.dataset.name === dataset.name).length === 1
    return isAlone ? dataset : { ...dataset, name: path }
  })
}

function tasksOf(reference: string, dataFolder: string): { path: string; dataset: DatasetSpec }[] {
  const [benchmark = '', task] = reference.split('/')
  const known = names('benchmark')
  if (!known.includes(benchmark))
    throw new UsageError(
      `\`--on ${reference}\`: unknown benchmark \`${benchmark}\`.${suggestion(benchmark, known)} Known: ${known.join(', ')}.`,
    )
  const { tasks } = resolve({ benchmark, recipe: 'zero-shot' }, reference).benchmark
  const all = tasks.map((dataset) => ({
    path: `${benchmark}/${dataset.name}`,
    dataset: datasetSpec(dataset, dataFolder),
  }))
  if (task === undefined) return all
  const chosen = all.filter(({ dataset }) => dataset.name === task)
  if (chosen.length > 0) return chosen
  const tasksKnown = tasks.map(({ name }) => name)
  throw new UsageError(
    `\`--on ${reference}\`: \`${benchmark}\` has no task \`${task}\`.${suggestion(task, tasksKnown)} Tasks: ${tasksKnown.join(', ')}.`,
  )
}
