/** Text with a meaning for its colour. The live screen and the printed reports draw the same lines. */
import { stripVTControlCharacters, styleText } from 'node:util'
import stringWidth from 'string-width'
import { visible } from './visible.js'

export type Tone = 'good' | 'bad' | 'warn' | 'accent' | 'dim'

export interface Span {
  readonly text: string
  readonly tone?: Tone
  readonly bold?: boolean
}

export type Line = readonly Span[]

export const tones = {
  good: 'green',
  bad: 'red',
  warn: 'yellow',
  accent: 'cyan',
  dim: 'gray',
} as const satisfies Record<Tone, string>

/** Names come from files and people: what of them would steer a terminal is written out. */
export function span(text: string, tone?: Tone, bold = false): Span {
  return { text: visible(text), ...(tone && { tone }), ...(bold && { bold }) }
}

export function bold(text: string): Span {
  return span(text, undefined, true)
}

export function dim(text: string): Span {
  return span(text, 'dim')
}

/** Printable ASCII and the lines, blocks, triangles and braille of our own drawing: one column each. */
const ONE_COLUMN_EACH = /^[ -~·–…\u2500-\u25CF\u2800-\u28FF]*$/

/** Terminal columns. The general measure is slow, and nearly all that is measured is plain. */
export function widthOf(line: Line | string): number {
  if (typeof line === 'string') return ONE_COLUMN_EACH.test(line) ? line.length : stringWidth(line)
  return line.reduce((sum, part) => sum + widthOf(part.text), 0)
}

/** At most `width` terminal columns; what is cut away shows as `…`. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  if (width <= 0) return ''
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept + segment) > width - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** The same from the other end: of a list of values the last ones tell more. */
export function shortenStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  if (width <= 0) return ''
  const parts = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
  let kept = ''
  for (const segment of parts.reverse()) {
    if (widthOf(segment + kept) > width - 1) break
    kept = segment + kept
  }
  return `…${kept}`
}

/** The same text in lines of that width, the later ones set in; a word that is longer stays whole. */
export function wrapped(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width || line === '') lines[lines.length - 1] = longer
    else lines.push(`  ${word}`)
  }
  return lines
}

export function shortenLine(line: Line, width: number): Line {
  if (widthOf(line) <= width) return line
  const kept: Span[] = []
  let left = width
  for (const part of line) {
    const text = shorten(part.text, left)
    kept.push({ ...part, text })
    left -= widthOf(text)
    if (text !== part.text || left <= 0) break
  }
  return kept
}

/** Left and right end of a line of exactly `width` columns; the right end goes first when there is no room. */
export function spread(left: Line, right: Line, width: number): Line {
  const gap = width - widthOf(left) - widthOf(right)
  return gap < 1 ? shortenLine(left, width) : [...left, span(' '.repeat(gap)), ...right]
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text
}

/** Messages come from another process: one line, nothing that a terminal would obey. */
export function clean(text: string): string {
  return (
    stripVTControlCharacters(text)
      .replace(/\s+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
      .trim()
  )
}

export function toText(lines: readonly Line[], colour: boolean): string {
  return lines.map((line) => toLine(line, colour)).join('\n')
}

function toLine(line: Line, colour: boolean): string {
  const text = line.map((part) => (colour ? painted(part) : part.text)).join('')
  return text.trimEnd()
}

function painted({ text, tone, bold: strong }: Span): string {
  const styles = [...(tone ? [tones[tone]] : []), ...(strong ? (['bold'] as const) : [])]
  return styles.length === 0 ? text : styleText(styles, text, { validateStream: false })
}
