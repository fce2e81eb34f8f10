/** Lines of text on a screen, each cut to the width. */
import { Box, Text, useIsScreenReaderEnabled } from 'ink'
import { type Line, shortenLine, tones, widthOf } from '../span.js'
import { spoken } from '../spoken.js'

export function Lines({
  lines,
  width,
}: {
  readonly lines: readonly Line[]
  readonly width: number
}) {
  const isSpoken = useIsScreenReaderEnabled()
  if (lines.length === 0) return null
  if (isSpoken) return <Text>{lines.map(spoken).filter(Boolean).join('\n')}</Text>
  return (
    <Box flexDirection="column" flexShrink={0} width={width}>
      {lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
        <Text key={row} wrap="truncate">
          {widthOf(line) === 0 ? ' ' : shortenLine(line, width).map(painted)}
        </Text>
      ))}
    </Box>
  )
}

function painted({ text, tone, bold }: Line[number], index: number) {
  return (
    <Text key={index} {...(tone && { color: tones[tone] })} {...(bold && { bold })}>
      {text}
    </Text>
  )
}
