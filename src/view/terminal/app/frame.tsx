/** What all screens of the app share: a body that fills the terminal, messages, and a last line with the keys. */
import { Box, useInput, useWindowSize } from 'ink'
import { useState } from 'react'
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
  /** False where `?` is typed or has another meaning; else it shows all keys, and hides them again. */
  readonly isAsked?: boolean
}

/** Of a message that is longer than the screen is wide, at most so many lines. */
const MESSAGE_LINES = 4

export function Frame({ body, messages: all = [], keys, isAsked = true }: Props) {
  const [isWhole, setWhole] = useState(false)
  useInput((input) => input === '?' && setWhole(!isWhole), { isActive: isAsked })
  const { columns, rows } = useWindowSize()
  if (columns < LEAST.columns || rows < LEAST.rows)
    return <Lines lines={[tooSmall({ columns, rows })]} width={columns} />
  const messages = all.flatMap((message) => foldedMessage(message, columns)).slice(0, MESSAGE_LINES)
  const last = isAsked && isWhole ? allKeys(keys, columns) : [keyLine(keys, columns, isAsked)]
  const room = rows - messages.length - last.length
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Lines lines={body({ columns, rows: room }).slice(0, room)} width={columns} />
      <Box flexGrow={1} />
      <Lines lines={messages} width={columns} />
      <Lines lines={last} width={columns} />
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

/** As many keys as there is room for, the first ones first; where there are more, that `?` shows them. */
export function keyLine(keys: Props['keys'], columns: number, isAsked = false): Line {
  const more = isAsked ? [dim('  … '), bold('?'), dim(' all')] : [dim(' …')]
  const line: Line[number][] = []
  for (const [i, next] of keys.entries()) {
    const shown = keyText(next, i > 0)
    const isLast = i === keys.length - 1
    if (widthOf([...line, ...shown]) > columns - (isLast ? 0 : widthOf(more)))
      return [...line, ...more]
    line.push(...shown)
  }
  return line
}

/** Every key, in as many lines as that takes. */
export function allKeys(keys: Props['keys'], columns: number): Line[] {
  const lines: Line[number][][] = [[]]
  for (const next of [...keys, ['?', 'hide these'] as const]) {
    const line = lines.at(-1)!
    const shown = keyText(next, line.length > 0)
    if (line.length > 0 && widthOf([...line, ...shown]) > columns)
      lines.push([...keyText(next, false)])
    else line.push(...shown)
  }
  return lines
}

function keyText([key, name]: Props['keys'][number], isLater: boolean): Line {
  return [bold(`${isLater ? '  ' : ''}${key}`), dim(` ${name}`)]
}
