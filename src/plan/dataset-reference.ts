/** What a person may call datasets: a benchmark, BENCHMARK/TASK, a YAML file of one's own, or a folder of class folders. */
import { existsSync, statSync } from 'node:fs'
import { resolve as absolute } from 'node:path'
import { names } from '../config/catalogue.js'
import { suggestion, UsageError } from '../config/errors.js'
import { readWritten } from '../config/files.js'
import { resolve } from '../config/resolve.js'
import type { Benchmark } from '../config/schema.js'
import { datasetSpec, measuredDatasets } from './datasets.js'
import type { DatasetSpec } from './step.js'

interface Place {
  /** Where relative names of files and folders start. */
  readonly cwd: string
  readonly dataFolder: string
}

interface Named {
  readonly path: string
  readonly dataset: DatasetSpec
}

/** Every dataset once, called TASK, or BENCHMARK/TASK where two benchmarks have the same name for different ones. */
export function datasetsOf(references: readonly string[], place: Place): DatasetSpec[] {
  const found = references.flatMap((reference) => tasksOf(reference, place))
  const once = found.filter((one, i) => found.findIndex((other) => other.path === one.path) === i)
  return once.map(({ path, dataset }) => {
    const isAlone = once.filter((other) => other.dataset.name === dataset.name).length === 1
    return isAlone ? dataset : { ...dataset, name: path }
  })
}

function tasksOf(reference: string, place: Place): Named[] {
  const known = names('benchmark')
  const [name = '', task] = reference.split('/')
  if (known.includes(name)) {
    const all = named(benchmarkOf(name, reference), name, place)
    return task === undefined ? all : [taskOf(all, task, reference, name)]
  }
  const path = absolute(place.cwd, reference)
  if (existsSync(path)) return named(benchmarkAt(path, reference), reference, place)
  throw new UsageError(
    `\`--on ${reference}\`: unknown benchmark \`${name}\`.${suggestion(name, known)} ` +
      `Expected a YAML file, a folder with a folder per class, or one of: ${known.join(', ')}.`,
  )
}

/** A folder is measured as a whole; a file is a benchmark, or an experiment that has one. */
function benchmarkAt(path: string, reference: string): Benchmark {
  if (statSync(path).isDirectory()) return benchmarkOf([{ images: path, test: path }], reference)
  const { written } = readWritten('benchmark', path)
  return benchmarkOf(written['benchmark'] ?? path, reference)
}

function benchmarkOf(benchmark: unknown, reference: string): Benchmark {
  return resolve({ benchmark, recipe: 'zero-shot' }, `--on ${reference}`).benchmark
}

function named(benchmark: Benchmark, name: string, { dataFolder }: Place): Named[] {
  return measuredDatasets(benchmark).map((dataset) => ({
    path: `${name}/${dataset.name}`,
    dataset: datasetSpec(dataset, dataFolder),
  }))
}

function taskOf(all: readonly Named[], task: string, reference: string, name: string): Named {
  const chosen = all.find(({ dataset }) => dataset.name === task)
  if (chosen !== undefined) return chosen
  const tasks = all.map(({ dataset }) => dataset.name)
  throw new UsageError(
    `\`--on ${reference}\`: \`${name}\` has no task \`${task}\`.${suggestion(task, tasks)} Tasks: ${tasks.join(', ')}.`,
  )
}
