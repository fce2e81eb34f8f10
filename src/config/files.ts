/** What people write, from a shipped name or a file to a plain value. */
import { readFileSync } from 'node:fs'
import { resolve as absolute, basename, dirname } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import * as catalogue from './catalogue.js'
import { isPlain, type Plain } from './compose.js'
import { shown, suggestion, UsageError } from './errors.js'

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

/** Paths in a file are relative to the file, wherever the program is started. */
function anchored(written: Plain, folder: string): Plain {
  const recipe = written['recipe']
  if (!isPlain(recipe) || !isPlain(recipe['reference'])) return written
  const reference = Object.fromEntries(
    Object.entries(recipe['reference']).map(([part, source]) => {
      const path = isPlain(source) ? source['path'] : undefined
      return typeof path === 'string' && path !== ''
        ? [part, { ...(source as Plain), path: absolute(folder, path) }]
        : [part, source]
    }),
  )
  return { ...written, recipe: { ...recipe, reference } }
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
    throw new UsageError(`${origin}: expected a map of keys, got ${shown(value)}.`)
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause
    throw new UsageError(`${origin} is not valid YAML: ${cause.message}`, { cause })
  }
}
