/** What the documents promise about tests is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const rows = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, file, title] = /\| `(test\/[^`]+)` (.+?) \|$/.exec(line) ?? []
    return file && title ? [[file, title] as const] : []
  })

describe('docs/reliability.md', () => {
  it('has a test for every row of its tables', () => {
    const text = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
    const faults = text.split('\n').filter((line) => /^\| (?!fault|---)/.test(line))
    expect(rows).toHaveLength(faults.length)
  })

  it.each(rows)('%s: %s', (file, title) => {
    expect(existsSync(join(root, file))).toBe(true)
    expect(readFileSync(join(root, file), 'utf8')).toContain(title)
  })
})
