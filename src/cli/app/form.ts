/** What the forms of the app share: fields that set paths of an experiment, and where a problem belongs. */
import { ConfigError, type UsageError } from '../../config/errors.js'
import type { Checked, Field } from '../../view/terminal/app/feed.js'

export type Values = Readonly<Record<string, string>>

export interface Entry extends Field {
  /** Paths of the experiment that it sets; none: it is an option of its own. */
  readonly paths: readonly string[]
}

export const field = (
  key: string,
  title: string,
  hint: string,
  paths: readonly string[] = [key],
  choices: readonly string[] = [],
  value = '',
): Entry => ({ key, title, hint, paths, choices, value })

/** `path=value` of every field in which something is written that `isChanged`. */
export function settingsOf(
  entries: readonly Entry[],
  values: Values,
  isChanged: (key: string, value: string) => boolean,
): string[] {
  return entries
    .filter(({ key, paths }) => paths.length > 0 && isChanged(key, values[key] ?? ''))
    .flatMap(({ key, paths }) => paths.map((path) => `${path}=${values[key]}`))
}

/** Each problem at the field that it is about; one without a path at `otherwise`. */
export function problemsOf(
  error: UsageError,
  entries: readonly Entry[],
  otherwise: string,
): Checked['problems'] {
  if (!(error instanceof ConfigError)) return [{ field: otherwise, message: error.message }]
  return error.problems.map(({ path, message }) => {
    const at = nearest(path.replace(/^from_task\.\d+\./, 'recipe.'), entries)
    return { field: at?.key ?? '', message: at === undefined ? `${path}: ${message}` : message }
  })
}

/** The field whose path is the longest that the problem's begins with. */
function nearest(path: string, entries: readonly Entry[]): Entry | undefined {
  const lengthOf = ({ paths }: Entry) =>
    Math.max(
      0,
      ...paths.filter((one) => path === one || path.startsWith(`${one}.`)).map((one) => one.length),
    )
  return entries
    .filter((entry) => lengthOf(entry) > 0)
    .sort((one, other) => lengthOf(other) - lengthOf(one))[0]
}
