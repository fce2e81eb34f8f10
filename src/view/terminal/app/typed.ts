/** A line that is typed below a screen: what for, and what becomes of it on Enter. */
import type { Key } from 'ink'
import { useState } from 'react'
import { bold, clean, dim, type Line, span } from '../../span.js'

interface Typing {
  readonly title: string
  readonly hint: string
  readonly text: string
  readonly done: (text: string) => void
}

export interface Typed {
  /** @param text what stands there at first */
  readonly begin: (title: string, hint: string, done: (text: string) => void, text?: string) => void
  /** Whether the key belonged to what is typed. */
  readonly takes: (input: string, key: Key) => boolean
  /** Null while nothing is typed. */
  readonly messages: Line[] | null
  readonly keys: readonly (readonly [string, string])[] | null
}

export function useTyped(): Typed {
  const [typing, setTyping] = useState<Typing | null>(null)
  return {
    begin: (title, hint, done, text = '') => setTyping({ title, hint, text, done }),
    takes: (input, key) => {
      if (typing === null) return false
      const { text, done } = typing
      if (key.escape) setTyping(null)
      else if (key.return) {
        setTyping(null)
        if (text.trim() !== '') done(text.trim())
      } else if (key.backspace || key.delete) setTyping({ ...typing, text: text.slice(0, -1) })
      else if (input !== '' && !key.ctrl && !key.meta)
        setTyping({ ...typing, text: text + input.replaceAll(/[\r\n]+/g, '') })
      return true
    },
    messages:
      typing === null
        ? null
        : [
            [dim(typing.hint)],
            [bold(`${typing.title} `), span(clean(typing.text)), span('█', 'dim')],
          ],
    keys:
      typing === null
        ? null
        : [
            ['Enter', 'take it'],
            ['Esc', 'back'],
          ],
  }
}
