/** A command that costs something is begun only after it was seen what: its dry run is shown first, and Enter begins it. */
import type { Key } from 'ink'
import { useState } from 'react'
import { commandLine } from '../../shell.js'
import { clean, dim, type Line, span } from '../../span.js'
import type { Answer } from './feed.js'

interface Asked {
  readonly words: readonly string[]
  /** Null while the dry run runs. */
  readonly answer: Answer | null
  readonly go: (words: readonly string[]) => void
}

export interface Ask {
  /** Shows what the command would do; `go` begins it after a yes. */
  readonly about: (words: readonly string[], go: Asked['go']) => void
  /** Whether the key was an answer to what is asked. */
  readonly takes: (key: Key) => boolean
  /** Null while nothing is asked. */
  readonly messages: Line[] | null
  readonly keys: readonly (readonly [string, string])[] | null
}

/** @param preview what the command's dry run says */
export function useAsk(preview: (words: readonly string[]) => Promise<Answer>): Ask {
  const [asked, setAsked] = useState<Asked | null>(null)
  return {
    about: (words, go) => {
      const waiting: Asked = { words, answer: null, go }
      setAsked(waiting)
      void preview(words).then((answer) =>
        setAsked((now) => (now === waiting ? { ...waiting, answer } : now)),
      )
    },
    takes: (key) => {
      if (asked === null) return false
      if (key.return && asked.answer === null) return true // its cost is not there yet
      if (key.return && asked.answer?.isGood) asked.go(asked.words)
      setAsked(null)
      return true
    },
    messages: asked === null ? null : messagesOf(asked),
    keys:
      asked === null
        ? null
        : [
            ...(asked.answer?.isGood ? [['Enter', 'begin'] as const] : []),
            ['any other key', asked.answer?.isGood === false ? 'back' : 'do not'],
          ],
  }
}

function messagesOf({ words, answer }: Asked): Line[] {
  const said =
    answer === null
      ? dim('looking at what that costs …')
      : span(clean(answer.text), answer.isGood ? 'warn' : 'bad', answer.isGood)
  return [[said], [dim(clean(commandLine(words)))]]
}
