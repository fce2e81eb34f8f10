/** Turns what zod found into problems in words: path of the key, what was expected, what came, the nearest name. */
import type { z } from 'zod'
import { type Problem, shown, suggestion } from './errors.js'

type Issue = z.core.$ZodIssue

/**
 * @param input the value that was checked, to say what came
 * @param prefix path of the checked value inside the file, e.g. `recipe`
 */
export function problems(schema: z.ZodType, input: unknown, prefix: string): Problem[] {
  const result = schema.safeParse(input)
  if (result.success) return []
  return result.error.issues.flatMap((issue) => describe(issue, schema, input, prefix))
}

function describe(issue: Issue, schema: z.ZodType, input: unknown, prefix: string): Problem[] {
  const path = joined(prefix, issue.path)
  if (issue.code === 'unrecognized_keys') {
    const valid = keysAt(schema, issue.path)
    return issue.keys.map((key) => ({
      path: joined(path, [key]),
      message: `unknown key.${suggestion(key, valid)} Expected one of: ${valid.join(', ')}.`,
    }))
  }
  const value = at(input, issue.path)
  const message = `expected ${expectation(issue, schema)}, got ${shown(value)}.${near(issue, input)}`
  return [{ path, message, ...(value === undefined && { missing: true }) }]
}

function expectation(issue: Issue, schema: z.ZodType): string {
  switch (issue.code) {
    case 'invalid_type':
      return articled(issue.expected)
    case 'invalid_value':
      return `one of ${issue.values.map((value) => shown(value)).join(', ')}`
    case 'too_small':
      return bound(issue.origin, issue.inclusive ? 'at least' : 'more than', Number(issue.minimum))
    case 'too_big':
      return bound(issue.origin, issue.inclusive ? 'at most' : 'less than', Number(issue.maximum))
    case 'invalid_union':
      return unionExpectation(schema, issue)
    default:
      return issue.message
  }
}

function bound(origin: string, word: string, value: number): string {
  if (origin === 'array') return `${word} ${value} ${value === 1 ? 'entry' : 'entries'}`
  if (origin === 'string') return `text of ${word} ${value} characters`
  return `a number of ${word} ${value}`
}

function unionExpectation(schema: z.ZodType, issue: Issue & { code: 'invalid_union' }): string {
  const described = unwrapped(schemaAt(schema, issue.path))
  const text = described?.description
  if (text !== undefined) return text
  const parts = issue.errors.map((branch) => {
    const first = branch[0]
    return first === undefined ? 'something else' : expectation(first, schema)
  })
  return [...new Set(parts)].join(' or ')
}

function near(issue: Issue, input: unknown): string {
  if (issue.code !== 'invalid_value') return ''
  const value = at(input, issue.path)
  return typeof value === 'string' ? suggestion(value, issue.values.map(String)) : ''
}

function articled(type: string): string {
  if (type === 'int') return 'a whole number'
  return `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type === 'record' ? 'map' : type}`
}

function joined(prefix: string, path: readonly PropertyKey[]): string {
  const parts = path.map((key) => (typeof key === 'number' ? `[${key}]` : String(key)))
  return [prefix, ...parts]
    .filter((part) => part !== '')
    .join('.')
    .replaceAll('.[', '[')
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  )
}

/** The object schema found at a path, looking through defaults and optionals. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let inner: z.ZodType | undefined = unwrapped(schema)
  for (const key of path) {
    if (inner === undefined) return undefined
    const shape = (inner as { shape?: Record<string, z.ZodType> }).shape
    const element = (inner as { element?: z.ZodType }).element
    inner = unwrapped(typeof key === 'number' ? element : shape?.[String(key)])
  }
  return inner
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  let inner = schema
  while (inner !== undefined && inner.description === undefined && 'innerType' in inner.def)
    inner = inner.def.innerType as z.ZodType
  return inner
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const shape = (schemaAt(schema, path) as { shape?: object } | undefined)?.shape
  return shape === undefined ? [] : Object.keys(shape)
}
