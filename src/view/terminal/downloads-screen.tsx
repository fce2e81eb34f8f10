/** All downloads of one command, redrawn in place. */
import { Box, useWindowSize } from 'ink'
import { useEffect, useState } from 'react'
import { type Downloads, downloadLines } from '../downloads.js'
import { Lines } from './lines.js'

/** Of the moments in which nothing comes, so that times go on. */
const REDRAWN_MS = 250

export function DownloadsScreen({ now }: { readonly now: () => Downloads }) {
  const { columns, rows } = useWindowSize()
  const [, redraw] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => redraw((times) => times + 1), REDRAWN_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <Box flexDirection="column">
      <Lines
        lines={downloadLines(now(), performance.now()).slice(0, Math.max(1, rows - 1))}
        width={columns}
      />
    </Box>
  )
}
