import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'

const disk = vi.hoisted(() => ({ free: Number.POSITIVE_INFINITY }))

// A disk with a given number of bytes left: writes what fits, then says ENOSPC, as Linux does.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    writeSync: (fd: number, bytes: Buffer, offset: number, length: number, position: number) => {
      if (disk.free <= 0)
        throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })
      const written = fs.writeSync(fd, bytes, offset, Math.min(length, disk.free), position)
      disk.free -= written
      return written
    },
  }
})

const { Journal, readJournal } = await import('../../src/journal/journal.js')

const folder = mkdtempSync(join(tmpdir(), 'zscl-full-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a full disk', () => {
  it('is said with the file and the way out; what was written before stays whole and can be gone on with', () => {
    const path = join(folder, 'journal.jsonl')
    const journal = new Journal(path)
    journal.append({ kind: 'warned', message: 'before' })
    const before = readFileSync(path, 'utf8')
    disk.free = 10
    expect(() => journal.append({ kind: 'warned', message: 'too much' })).toThrow(
      /no space left on the disk of .*journal\.jsonl.*resume/,
    )
    expect(readFileSync(path, 'utf8')).toBe(before)
    expect(journal.state.warnings).toEqual(['before'])
    disk.free = Number.POSITIVE_INFINITY
    journal.append({ kind: 'warned', message: 'after' })
    journal.close()
    expect(readJournal(path)).toMatchObject({
      torn: false,
      events: [{ message: 'before' }, { message: 'after' }],
    })
  })
})
