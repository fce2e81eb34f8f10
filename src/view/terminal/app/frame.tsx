/** What all screens of the app share: a body that fills the terminal, messages, and a last line with the keys. */
import { Box, useWindowSize } from 'ink'
import { bold, clean, dim, type Line, shorten, span, widthOf, wrapped } from '../../span.js'
import { Lines } from '../lines.js'

export const LEAST = { columns: 60, rows: 16 }

export interface Size {
  readonly columns: number
  readonly rows: number
}

interface Props {
  /** Of so many lines at most. */
  readonly body: (size: Size) => readonly Line[]
  readonly messages?: readonly Line[]
  readonly keys: readonly (readonly [key: string, name: string])[]
}

/** Of a message that is longer than the screen is wide, at most so many lines. */
const MESSAGE_LINES = 4

export function Frame({ body, messages: all = [], keys }: Props) {
  const { columns, rows } = useWindowSize()
  if (columns < LEAST.columns || rows < LEAST.rows)
    return <Lines lines={[tooSmall({ columns, rows })]} width={columns} />
  const messages = all.flatMap((message) => foldedMessage(message, columns)).slice(0, MESSAGE_LINES)
  const room = rows - messages.length - 1
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Lines lines={body({ columns, rows: room }).slice(0, room)} width={columns} />
      <Box flexGrow={1} />
      <Lines lines={messages} width={columns} />
      <Lines lines={[keyLine(keys, columns)]} width={columns} />
    </Box>
  )
}

/** What was done last: its answer first, then the command, each in lines of its own. */
export function saidMessages(said: string): Line[] {
  return said === '' ? [] : said.split('\n').map((text) => [dim(clean(text))])
}

/** A message goes on in the next line; one with several parts, as where something is typed, stays one. */
export function foldedMessage(message: Line, columns: number): Line[] {
  const [part, ...others] = message
  if (part === undefined || others.length > 0 || widthOf(part.text) <= columns) return [message]
  const lines = wrapped(part.text, columns)
  const shown = lines.slice(0, MESSAGE_LINES)
  const last = shown.length - 1
  if (lines.length > shown.length) shown[last] = shorten(`${shown[last]} …`, columns)
  return shown.map((text) => [{ ...part, text: shorten(text, columns) }])
}

function tooSmall({ columns, rows }: Size): Line {
  return [span(`${columns} x ${rows}: needs ${LEAST.columns} x ${LEAST.rows}. q leaves`, 'warn')]
}

/** As many keys as there is room for, the first ones first; a sign where there are more. */
export function keyLine(keys: Props['keys'], columns: number): Line {
  const line: Line[number][] = []
  for (const [i, [key, name]] of keys.entries()) {
    const next = [bold(`${i > 0 ? '  ' : ''}${key}`), dim(` ${name}`)]
    const isLast = i === keys.length - 1
    if (widthOf([...line, ...next]) > columns - (isLast ? 0 : 2)) return [...line, dim(' …')]
    line.push(...next)
  }
  return line
}
