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
  const found = result.error.issues.flatMap((issue) => describe(issue, schema, input, prefix))
  return [...new Map(found.map((problem) => [problem.path, problem])).values()] // of one value the narrowest
}

function describe(issue: Issue, schema: z.ZodType, input: unknown, prefix: string): Problem[] {
  const path = joined(prefix, issue.path)
  if (issue.code === 'unrecognized_keys') {
    const valid = keysAt(schema, issue.path, input)
    return issue.keys.map((key) => ({
      path: joined(path, [key]),
      message: `unknown key.${suggestion(key, valid)} Expected one of: ${valid.join(', ')}.`,
    }))
  }
  const value = at(input, issue.path)
  const message = `expected ${expectation(issue, schema, input)}, got ${shown(value)}.${near(issue, input)}`
  return [{ path, message, ...(value === undefined && { missing: true }) }]
}

function expectation(issue: Issue, schema: z.ZodType, input: unknown): string {
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
      return unionExpectation(schema, issue, input)
    default:
      return issue.message
  }
}

function bound(origin: string, word: string, value: number): string {
  if (origin === 'array') return `${word} ${value} ${value === 1 ? 'entry' : 'entries'}`
  if (origin === 'string') return `text of ${word} ${value} characters`
  return `a number of ${word} ${value}`
}

function unionExpectation(
  schema: z.ZodType,
  issue: Issue & { code: 'invalid_union' },
  input: unknown,
): string {
  const described = unwrapped(schemaAt(schema, issue.path, input))
  const text = described?.description
  if (text !== undefined) return text
  const parts = issue.errors.map((branch) => {
    const first = branch[0]
    return first === undefined ? 'something else' : expectation(first, schema, input)
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
function schemaAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  input: unknown,
): z.ZodType | undefined {
  let inner = chosen(unwrapped(schema), input)
  for (const [i, key] of path.entries()) {
    if (inner === undefined) return undefined
    const shape = (inner as { shape?: Record<string, z.ZodType> }).shape
    const element = (inner as { element?: z.ZodType }).element
    const next = unwrapped(typeof key === 'number' ? element : shape?.[String(key)])
    inner = chosen(next, at(input, path.slice(0, i + 1)))
  }
  return inner
}

/** Of a union that is told apart by one key, the branch that the input names. */
function chosen(schema: z.ZodType | undefined, input: unknown): z.ZodType | undefined {
  const { discriminator, options } = (schema?.def ?? {}) as {
    discriminator?: string
    options?: readonly { readonly shape: Record<string, z.ZodType> }[]
  }
  if (discriminator === undefined || options === undefined) return schema
  const value = at(input, [discriminator])
  const branch = options.find(({ shape }) => shape[discriminator]?.safeParse(value).success)
  return branch as unknown as z.ZodType | undefined
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  let inner = schema
  while (inner !== undefined && inner.description === undefined && 'innerType' in inner.def)
    inner = inner.def.innerType as z.ZodType
  return inner
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[], input: unknown): string[] {
  const shape = (schemaAt(schema, path, input) as { shape?: object } | undefined)?.shape
  return shape === undefined ? [] : Object.keys(shape)
}
