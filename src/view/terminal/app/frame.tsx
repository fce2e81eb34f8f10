/** What all screens of the app share: a body that fills the terminal, messages, and a last line with the keys. */
import { Box, useWindowSize } from 'ink'
import { bold, dim, type Line, span } from '../../span.js'
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

export function Frame({ body, messages = [], keys }: Props) {
  const { columns, rows } = useWindowSize()
  if (columns < LEAST.columns || rows < LEAST.rows)
    return <Lines lines={[tooSmall({ columns, rows })]} width={columns} />
  const room = rows - messages.length - 1
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Lines lines={body({ columns, rows: room }).slice(0, room)} width={columns} />
      <Box flexGrow={1} />
      <Lines lines={messages} width={columns} />
      <Lines lines={[keyLine(keys)]} width={columns} />
    </Box>
  )
}

function tooSmall({ columns, rows }: Size): Line {
  return [span(`${columns} x ${rows}: needs ${LEAST.columns} x ${LEAST.rows}. q leaves`, 'warn')]
}

function keyLine(keys: Props['keys']): Line {
  return keys.flatMap(([key, name], i) => [bold(`${i > 0 ? '  ' : ''}${key}`), dim(` ${name}`)])
}
