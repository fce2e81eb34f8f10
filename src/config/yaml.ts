/** YAML that people write: what is wrong with it is a sentence, never a stack. */
import { parse, YAMLParseError } from 'yaml'
import { UsageError } from './errors.js'

/** @throws UsageError for what is no YAML, and for aliases that make a small file an enormous value */
export function parseYaml(text: string, origin: string): unknown {
  try {
    return parse(text, { uniqueKeys: true })
  } catch (cause) {
    if (cause instanceof YAMLParseError)
      throw new UsageError(`${origin} is not valid YAML: ${cause.message}`, { cause })
    // The parser counts what aliases repeat, and refuses one that names nothing.
    if (cause instanceof ReferenceError)
      throw new UsageError(
        `${origin}: its aliases (\`*name\`) are undefined, or expand beyond the limit (${cause.message}). Write the values out.`,
        { cause },
      )
    throw cause
  }
}
