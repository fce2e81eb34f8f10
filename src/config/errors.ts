/** Mistakes of the user: everything that ends with exit code 2 and leaves no trace on disk. */
import { closest, distance } from 'fastest-levenshtein'

/** One thing that is wrong with a config. */
export interface Problem {
  /** Path of the key, e.g. `recipe.average.interval`; '' for the whole. */
  readonly path: string
  readonly message: string
  /** True when the trouble is only that nothing is there. */
  readonly missing?: boolean
}

export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** All problems of one config in one message. */
export class ConfigError extends UsageError {
  constructor(
    readonly origin: string,
    readonly problems: readonly Problem[],
  ) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    const lines = problems.map(({ path, message }) =>
      path === '' ? `  - ${message}` : `  - \`${path}\`: ${message}`,
    )
    super(`${origin} has ${count}:\n${lines.join('\n')}`)
  }
}

/** ` Did you mean …?` when one of the valid names is near, else ''. */
export function suggestion(name: string, valid: readonly string[]): string {
  if (valid.length === 0) return ''
  const near = closest(name, [...valid])
  const limit = Math.max(2, Math.floor(name.length / 3))
  return distance(name, near) <= limit ? ` Did you mean \`${near}\`?` : ''
}

/** A value as a person would recognise it in their file. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
