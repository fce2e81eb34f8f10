/** What people write, from a shipped name or a file to a plain value. */
import { basename, dirname } from 'node:path'
import * as catalogue from './catalogue.js'
import { shown, suggestion, UsageError } from './errors.js'
import { anchored } from './places.js'
import { isPlain, type Plain } from './plain.js'
import { readTextFile } from './text.js'
import { parseYaml } from './yaml.js'

/** What stands in a shipped value or in a file, with a name if it has none; `origin` is what messages call it. */
export function readWritten(
  kind: catalogue.Kind,
  source: string,
): { readonly written: Plain; readonly origin: string } {
  const isName = catalogue.names(kind).includes(source)
  const name = basename(source).replace(/\.ya?ml$/, '')
  const written = isName
    ? catalogue.load(kind, source)
    : anchored(parseMap(readFile(kind, source), source), dirname(source))
  return { written: { name, ...written }, origin: isName ? `${kind} \`${source}\`` : source }
}

function readFile(kind: catalogue.Kind, path: string): string {
  try {
    return readTextFile(path)
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

function parseMap(text: string, origin: string): Plain {
  const value = parseYaml(text, origin)
  if (isPlain(value)) return value
  if (Array.isArray(value) && value.some(isPlain)) return { tasks: value } // a benchmark that is only its tasks
  throw new UsageError(`${origin}: expected a map of keys, got ${shown(value ?? undefined)}.`)
}

/** A list in a YAML or JSON file, alone or under its one key; or the lines of a text file. */
export function readList(path: string): readonly unknown[] {
  const lines = readLines(path)
  const value: unknown = parseList(lines.join('\n'), path)
  const inner = isPlain(value) && Object.keys(value).length === 1 ? Object.values(value)[0] : value
  return Array.isArray(inner)
    ? inner
    : lines.map((line) => (/^\d+$/.test(line) ? Number(line) : line))
}

function parseList(text: string, path: string): unknown {
  try {
    return parseYaml(text, path)
  } catch (error) {
    // Lines of names need not be YAML.
    if (error instanceof UsageError && !/\.(ya?ml|json)$/.test(path)) return null
    throw error
  }
}

/** The lines of a text file, without empty ones. */
export function readLines(path: string): string[] {
  try {
    const lines = readTextFile(path).split(/\r?\n/)
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw new UsageError(`cannot read \`${path}\` (${cause.message}); expected a name per line.`, {
      cause,
    })
  }
}
