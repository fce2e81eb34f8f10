/** Short names for narrow columns. */
import { shorten, widthOf } from './span.js'

/** Every name within `width` columns; a common beginning goes first, and names that still collide get a number. */
export function shortNames(names: readonly string[], width: number): string[] {
  if (names.every((name) => widthOf(name) <= width)) return [...names]
  const start = commonStart(names)
  const shorter = names.map((name) => name.slice(start))
  const cut = shorter.map((name) => (widthOf(name) <= width ? name : name.slice(0, width)))
  return cut.map((name, i) => {
    if (cut.indexOf(name) === cut.lastIndexOf(name)) return shorten(name, width)
    const number = String(i + 1)
    return shorten(name.slice(0, Math.max(0, width - number.length)) + number, width)
  })
}

/** Length of what all names begin with, up to and including a separator. */
function commonStart(names: readonly string[]): number {
  if (names.length < 2) return 0
  const [first = ''] = names
  let length = 0
  while (length < first.length && names.every((name) => name[length] === first[length])) length++
  const common = first.slice(0, length)
  return Math.max(common.lastIndexOf('-'), common.lastIndexOf('_'), common.lastIndexOf(' ')) + 1
}
