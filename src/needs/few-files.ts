/** How many files a folder or a table of one's own has, where a look is enough to know. */
import { type Dirent, opendirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Decoded, so many take less than 1 GiB; a folder of more is listed once, by the worker, which keeps its listing. */
const FEW = 5_000
const LARGEST_TABLE = 2 ** 20
/** Files that hold many images. */
const PACKED = /\.(parquet|arrow|tar)$/

/** At most how many images lie below a place; null where they are many, or in files that hold several. */
export function fewImages(place: string): number | null {
  const open = [place]
  let found = 0
  return attempt(() => {
    for (let folder = open.pop(); folder !== undefined; folder = open.pop())
      for (const entry of entriesOf(folder)) {
        found += 1
        if (found > FEW || PACKED.test(entry.name)) return null
        if (entry.isDirectory()) open.push(join(folder, entry.name))
      }
    return found
  })
}

/** One by one: a folder may hold a million. */
function* entriesOf(folder: string): Generator<Dirent> {
  const opened = opendirSync(folder)
  try {
    for (let entry = opened.readSync(); entry !== null; entry = opened.readSync()) yield entry
  } finally {
    opened.closeSync()
  }
}

/** At most how many rows a table has; null where it is large. */
export function fewRows(table: string): number | null {
  return attempt(() => {
    if (statSync(table).size > LARGEST_TABLE) return null
    const rows = readFileSync(table).filter((byte) => byte === 10).length + 1
    return rows > FEW ? null : rows
  })
}

/** What cannot be read is said by who needs it. */
function attempt(look: () => number | null): number | null {
  try {
    return look()
  } catch {
    return null
  }
}
