/** What people write, from a shipped name or a file to a plain value. */
import { readFileSync } from 'node:fs'
import { resolve as absolute, basename, dirname } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import * as catalogue from './catalogue.js'
import { shown, suggestion, UsageError } from './errors.js'
import { isPlain, type Plain } from './plain.js'

/** What stands in a shipped value or in a file, with a name if it has none; `origin` is what messages call it. */
export function readWritten(
  kind: catalogue.Kind,
  source: string,
): { readonly written: Plain; readonly origin: string } {
  const isName = catalogue.names(kind).includes(source)
  const text = isName ? catalogue.read(kind, source) : readFile(kind, source)
  const parsed = parseYaml(text, source)
  const name = basename(source).replace(/\.ya?ml$/, '')
  const written = isName ? parsed : anchored(parsed, dirname(source))
  return { written: { name, ...written }, origin: isName ? `${kind} \`${source}\`` : source }
}

/** Where paths may stand, in an experiment and in a benchmark's own file. */
const PLACES = [
  ['recipe', 'reference', 'images', 'path'],
  ['recipe', 'reference', 'texts', 'path'],
  ...['benchmark', null].flatMap((outer) =>
    [
      ['reference', 'images', 'path'],
      ['reference', 'texts', 'path'],
      ...['tasks', 'also_evaluate'].flatMap((list) =>
        ['images', 'test', 'table', 'test_table', 'class_names'].map((key) => [list, '*', key]),
      ),
    ].map((keys) => (outer === null ? keys : [outer, ...keys])),
  ),
  ...['images', 'test', 'table', 'test_table', 'class_names'].map((key) => ['benchmark', '*', key]),
]

/** Paths in a file are relative to the file, wherever the program is started. */
function anchored(written: Plain, folder: string): Plain {
  const whole = PLACES.reduce<unknown>(
    (value, keys) => moved(value, keys, folder),
    written,
  ) as Plain
  for (const key of ['benchmark', 'experiment']) {
    const value = whole[key]
    if (typeof value === 'string' && /\.ya?ml$/.test(value))
      return { ...whole, [key]: absolute(folder, value) }
  }
  return whole
}

function moved(value: unknown, [key, ...rest]: readonly string[], folder: string): unknown {
  if (key === undefined)
    return typeof value === 'string' && value !== '' ? absolute(folder, value) : value
  if (key === '*')
    return Array.isArray(value) ? value.map((one) => moved(one, rest, folder)) : value
  if (!isPlain(value) || value[key] === undefined) return value
  return { ...value, [key]: moved(value[key], rest, folder) }
}

function readFile(kind: catalogue.Kind, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    const known = catalogue.names(kind)
    throw new UsageError(
      `cannot read the ${kind} \`${path}\` (${cause.message}).${suggestion(path, known)} ` +
        `Expected a YAML file, or one of: ${known.join(', ')}.`,
      { cause },
    )
  }
}

function parseYaml(text: string, origin: string): Plain {
  try {
    const value: unknown = parse(text, { uniqueKeys: true })
    if (isPlain(value)) return value
    if (Array.isArray(value)) return { tasks: value } // a benchmark that is only its tasks
    throw new UsageError(`${origin}: expected a map of keys, got ${shown(value)}.`)
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause
    throw new UsageError(`${origin} is not valid YAML: ${cause.message}`, { cause })
  }
}

/** The lines of a text file, without empty ones. */
export function readLines(path: string): string[] {
  try {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/)
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw new UsageError(`cannot read \`${path}\` (${cause.message}); expected a name per line.`, {
      cause,
    })
  }
}
