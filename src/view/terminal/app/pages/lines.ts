/** What a command prints, one of several to choose from; pure. */
import { localTimeOf } from '../../../format.js'
import { commandLine } from '../../../shell.js'
import { bold, clean, dim, type Line, shortenLine, span, widthOf, wrapped } from '../../../span.js'
import type { Said } from '../feed.js'
import type { Size } from '../frame.js'

export interface Page {
  readonly title: string
  readonly choices: readonly string[]
  readonly at: number
  /** Null while the command runs. */
  readonly text: readonly string[] | null
  readonly down: number
  /** Columns moved sideways: rows of a table may be wider than the screen. */
  readonly across: number
}

/** What was begun for the choice, with the end of what it has printed. */
export function saidLines(all: readonly Said[]): string[] {
  return all.flatMap(({ words, lines, at, isRunning }) => [
    '',
    `── ${commandLine(words)}   ${isRunning ? 'runs' : `printed last ${localTimeOf(at)}`}`,
    ...lines.map((line) => `   ${line}`),
  ])
}

/** Sentences go on in the next line; rows of a table, which have gaps, keep their columns. */
export function folded(text: readonly string[], columns: number): string[] {
  return text.flatMap((line) => {
    const isRow = /\S {2,}\S/.test(line)
    if (isRow || widthOf(line) <= columns) return [line]
    const lead = ' '.repeat(line.length - line.trimStart().length)
    return wrapped(line.trim(), columns - lead.length).map((part) => lead + part)
  })
}

export function pageLines(
  { title, choices, at, text, down, across }: Page,
  { columns, rows }: Size,
): Line[] {
  const head = choiceLine(title, choices, at)
  const room = Math.max(1, rows - 3)
  const all = text ?? ['…']
  const first = Math.max(0, Math.min(down, all.length - room))
  const shown = all.slice(first, first + room)
  const rest =
    all.length > room ? `lines ${first + 1} to ${first + shown.length} of ${all.length}` : ''
  return [
    head,
    [],
    ...shown.map((line): Line => [span(line.slice(across))]),
    ...(rest === '' ? [] : [[dim(rest)]]),
  ].map((line) => shortenLine(line, columns))
}

/** The chosen one with its neighbours, so that a person sees where the arrows lead. */
function choiceLine(title: string, choices: readonly string[], at: number): Line {
  const name = (i: number) => clean(choices[(i + choices.length) % choices.length] ?? '')
  return [
    bold(`${title}  `),
    dim(`← ${name(at - 1)}  `),
    span(`[${name(at)}]`, 'accent', true),
    dim(`  ${name(at + 1)} →`),
    dim(`  ${at + 1} of ${choices.length}`),
  ]
}
