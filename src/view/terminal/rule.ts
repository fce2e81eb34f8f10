import { bold, dim, type Line, shorten, widthOf, wrapped } from '../span.js'

/** A title whose note stands in its line, or below it where there is no room. */
export function ruled(title: string, width: number, note: string): Line[] {
  const fits = widthOf(title) + widthOf(note) + 7 <= width
  if (note === '' || fits) return [rule(title, width, note)]
  return [rule(title, width), ...wrapped(note, width).map((line): Line => [dim(line)])]
}

/** A title with a line to the edge; `note` stands in the line where there is room. */
export function rule(title: string, width: number, note = ''): Line {
  const name = shorten(title, width - 4)
  const room = width - widthOf(name) - 4
  const text = note !== '' && widthOf(note) + 3 <= room ? ` ${note} ` : ''
  const dashes = Math.max(0, room - widthOf(text))
  return [
    dim('── '),
    bold(name),
    dim(
      ` ${text === '' ? '' : `─${text}`}${'─'.repeat(Math.max(0, dashes - (text === '' ? 0 : 1)))}`,
    ),
  ]
}
