/** A form as lines: the fields around the chosen one, what is to be said of it, and the command; pure. */
import { commandLine } from '../../../shell.js'
import {
  bold,
  clean,
  dim,
  type Line,
  padEnd,
  shorten,
  shortenLine,
  shortenStart,
  span,
  widthOf,
  wrapped,
} from '../../../span.js'
import { rule } from '../../rule.js'
import type { Checked, Field, Form } from '../feed.js'
import type { Size } from '../frame.js'
import type { FormState } from './state.js'

/** Fields that are always shown, however small the screen is. */
const LEAST_FIELDS = 4

export function formLines(
  { title, fields }: Form,
  state: FormState,
  checked: Checked,
  { columns, rows }: Size,
): Line[] {
  const isSmall = rows < 20
  const head: Line[] = [[bold(clean(title))], ...(isSmall ? [] : [[]])]
  const below = belowLines(fields, state, checked, columns)
  const least = Math.min(fields.length, LEAST_FIELDS)
  const room = Math.max(least, Math.min(fields.length, rows - head.length - below.length))
  const rest = Math.max(1, rows - head.length - room)
  return [
    ...head,
    ...fieldLines(fields, state, checked, columns, room),
    ...part(below, state.down, rest),
  ].map((line) => shortenLine(line, columns))
}

/** `room` of the fields around the chosen one; a sign where there are more. */
function fieldLines(
  fields: readonly Field[],
  state: FormState,
  { problems, defaults = {} }: Checked,
  columns: number,
  room: number,
): Line[] {
  const label = Math.max(...fields.map(({ title }) => widthOf(title)))
  const width = Math.max(10, Math.min(36, columns - label - 8))
  const first = Math.max(0, Math.min(state.at - Math.floor(room / 2), fields.length - room))
  return fields.slice(first, first + room).map((field, i): Line => {
    const at = first + i
    const isChosen = at === state.at
    const more = i === 0 && first > 0 ? '↑' : i === room - 1 && at < fields.length - 1 ? '↓' : ' '
    const written = state.values[field.key] ?? ''
    const usual = clean(defaults[field.key] ?? '')
    const value =
      written === '' && !isChosen
        ? shorten(usual, width - 2)
        : shortenStart(clean(written), width - 2)
    const problem = problems.find((one) => one.field === field.key)
    return [
      span(isChosen ? '›' : ' ', 'accent', true),
      dim(more),
      span(padEnd(field.title, label), undefined, isChosen),
      span('  '),
      isChosen
        ? span(padEnd(`${value}█`, width), 'accent')
        : written === ''
          ? dim(padEnd(value, width))
          : span(padEnd(value, width)),
      ...(problem ? [span(`✗ ${clean(problem.message)}`, 'bad')] : []),
    ]
  })
}

/** What there is to say of the chosen field, the command, and its notes. */
function belowLines(
  fields: readonly Field[],
  state: FormState,
  { problems, command, notes, defaults = {} }: Checked,
  columns: number,
): Line[] {
  const field = fields[state.at]
  const own = problems.find((one) => one.field === field?.key)
  const others = problems.filter(({ field: key }) => !fields.some((one) => one.key === key))
  const folded = (text: string) => wrapped(clean(text), columns)
  const bad = (text: string) => folded(text).map((line): Line => [span(line, 'bad')])
  return [
    ...(own
      ? bad(`✗ ${own.message}`)
      : field === undefined
        ? []
        : folded(hintOf(field, defaults[field.key])).map((line): Line => [dim(line)])),
    rule('Equivalent command', columns),
    ...folded(commandLine(command)).map((line): Line => [span(line)]),
    ...others.flatMap(({ message }) => bad(`✗ ${message}`)),
    ...notes.flatMap((note) =>
      folded(note).map((line): Line => [note.startsWith('!') ? span(line, 'warn') : dim(line)]),
    ),
  ]
}

function hintOf({ hint, choices }: Field, usual: string | undefined): string {
  const parts = [
    hint,
    ...(usual === undefined ? [] : [`default ${usual}`]),
    ...(choices.length > 0 ? [`← → ${choices.length} choices`] : []),
  ]
  return parts.filter(Boolean).join('; ')
}

/** So many of the lines from `down` on; the last of them says how many more there are. */
function part(lines: readonly Line[], down: number, rows: number): Line[] {
  if (lines.length <= rows) return [...lines]
  const first = Math.min(down, lines.length - rows + 1)
  const shown = lines.slice(first, first + rows - 1)
  const left = lines.length - first - shown.length
  return [...shown, [dim(left > 0 ? `… ${left} more lines: PgDn` : 'PgUp: back up')]]
}

export function yamlLines({ yaml }: Checked, down: number, { columns, rows }: Size): Line[] {
  const lines = yaml.split('\n').map((line): Line => [span(line)])
  return [[bold('As a file')], ...part(lines, down, rows - 1)].map((line) =>
    shortenLine(line, columns),
  )
}
