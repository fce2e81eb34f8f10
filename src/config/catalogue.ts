/** The named values shipped with the project: one YAML file each, read once when asked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { suggestion, UsageError } from './errors.js'
import { packageRoot } from './package-root.js'
import { anchored } from './places.js'
import type { Plain } from './plain.js'

export type Kind = 'recipe' | 'benchmark' | 'experiment' | 'sweep'

const root = join(packageRoot, 'src/config')

export function names(kind: Kind): string[] {
  const files = readdirSync(join(root, `${kind}s`))
  return files.map((file) => file.replace(/\.yaml$/, '')).sort()
}

/** The text of a named value, comments and all. */
export function read(kind: Kind, name: string): string {
  const valid = names(kind)
  if (!valid.includes(name)) throw new UsageError(unknownName(kind, name))
  return readFileSync(join(root, `${kind}s`, `${name}.yaml`), 'utf8')
}

export function load(kind: Kind, name: string): Record<string, unknown> {
  return anchored(parse(read(kind, name)) as Plain, join(root, `${kind}s`))
}

/** open_clip's models and the tags of their weights, as scripts/generate found them in the pinned version. */
export function openClipModels(): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(readFileSync(join(root, 'generated', 'open-clip-models.json'), 'utf8'))
}

/** Where the weights of a model's tag come from: a repository of the Hugging Face hub, or an address; '' = unknown. */
export function weightsSource(model: string, tag: string): string {
  const file = join(root, 'generated', 'open-clip-weights.json')
  const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  return known[`${model} ${tag}`] ?? ''
}

/** What to say about a name that is not in the catalogue. */
export function unknownName(kind: Kind, name: string): string {
  const valid = names(kind)
  return `unknown ${kind} \`${name}\`.${suggestion(name, valid)} Known: ${valid.join(', ')}.`
}
