/** Paths in a file are relative to the file. */
import { resolve as absolute } from 'node:path'
import { isPlain, type Plain } from './plain.js'

const DATASET_PLACES = ['images', 'test', 'table', 'test_table', 'class_names', 'root', 'saved']

/** Where paths may stand, in an experiment and in a benchmark's own file; `*` is every entry of a list, `{}` of a map. */
const PLACES = [
  ['recipe', 'reference', 'images', 'path'],
  ['recipe', 'reference', 'texts', 'path'],
  ['from_task', '{}', 'reference', 'images', 'path'],
  ['from_task', '{}', 'reference', 'texts', 'path'],
  ...['benchmark', null].flatMap((outer) =>
    [
      ['reference', 'images', 'path'],
      ['reference', 'texts', 'path'],
      ['reference', 'pairs', 'path'],
      ['reference', 'pairs'],
      ['tasks', 'class_order'],
      ...DATASET_PLACES.map((key) => ['tasks', 'dataset', key]),
      ...['tasks', 'also_evaluate'].flatMap((list) =>
        DATASET_PLACES.map((key) => [list, '*', key]),
      ),
    ].map((keys) => (outer === null ? keys : [outer, ...keys])),
  ),
  ...DATASET_PLACES.map((key) => ['benchmark', '*', key]),
]

/** Paths in a file are relative to the file, wherever the program is started. */
export function anchored(written: Plain, folder: string): Plain {
  const placed = PLACES.reduce<unknown>((value, keys) => moved(value, keys, folder), written)
  const whole = withModel(placed as Plain, folder)
  const { benchmark, experiment } = whole // an experiment stands in a sweep
  return {
    ...whole,
    ...(isFile(benchmark) && { benchmark: absolute(folder, benchmark) }),
    ...(isFile(experiment) && { experiment: absolute(folder, experiment) }),
    ...(isPlain(experiment) && { experiment: anchored(experiment, folder) }),
  }
}

function isFile(value: unknown): value is string {
  return typeof value === 'string' && /\.ya?ml$/.test(value)
}

function moved(value: unknown, [key, ...rest]: readonly string[], folder: string): unknown {
  if (key === undefined)
    return typeof value === 'string' && value !== '' ? absolute(folder, value) : value
  if (key === '{}') return mapped(value, (one) => moved(one, rest, folder))
  if (key === '*')
    return Array.isArray(value) ? value.map((one) => moved(one, rest, folder)) : value
  if (!isPlain(value) || value[key] === undefined) return value
  return { ...value, [key]: moved(value[key], rest, folder) }
}

function mapped(value: unknown, change: (one: unknown) => unknown): unknown {
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]))
}

/** A model may be named by a folder, and its weights by a file; a name or a tag is none. */
function withModel(written: Plain, folder: string): Plain {
  const { model, benchmark } = written
  const inner =
    isPlain(benchmark) && benchmark['model'] !== undefined
      ? { benchmark: { ...benchmark, model: placedModel(benchmark['model'], folder) } }
      : {}
  return { ...written, ...inner, ...(model !== undefined && { model: placedModel(model, folder) }) }
}

function placedModel(model: unknown, folder: string): unknown {
  if (typeof model === 'string') return placedName(model, folder)
  if (!isPlain(model)) return model
  const { name, pretrained } = model
  const isFile =
    typeof pretrained === 'string' && /[/\\]|\.(safetensors|pt|pth|bin)$/.test(pretrained)
  return {
    ...model,
    ...(typeof name === 'string' && { name: placedName(name, folder) }),
    ...(isFile && { pretrained: absolute(folder, pretrained) }),
  }
}

function placedName(name: string, folder: string): string {
  const path = /^local-dir:(.+)$/.exec(name)?.[1]
  return path === undefined ? name : `local-dir:${absolute(folder, path)}`
}
