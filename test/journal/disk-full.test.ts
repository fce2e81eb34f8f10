import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Journal as OpenJournal } from '../../src/journal/journal.js'

const disk = vi.hoisted(() => ({ free: Number.POSITIVE_INFINITY, isReadOnly: false }))

// A disk with a given number of bytes left: writes what fits, then says ENOSPC, as Linux does.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const refuse = () => {
    if (disk.isReadOnly)
      throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' })
  }
  return {
    ...fs,
    fsyncSync: (fd: number) => {
      refuse()
      fs.fsyncSync(fd)
    },
    ftruncateSync: (fd: number, length: number) => {
      refuse()
      fs.ftruncateSync(fd, length)
    },
    writeSync: (fd: number, bytes: Buffer, offset: number, length: number, position: number) => {
      refuse()
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
const something = { kind: 'warned', message: 'something' } as const
const path = join(folder, 'journal.jsonl')
beforeEach(() => {
  disk.isReadOnly = false
  mkdirSync(folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a full disk', () => {
  it('is said with the file and the way out; what was written before stays whole and can be gone on with', () => {
    const journal = new Journal(path)
    journal.append({ kind: 'warned', message: 'before' })
    const before = readFileSync(path, 'utf8')
    disk.free = 10
    expect(() => journal.append({ kind: 'warned', message: 'too much' })).toThrow(
      /no space left on the disk of .*journal\.jsonl.*try again/,
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

describe('a disk that has become read-only', () => {
  it.each([
    ['when the next event is written', (journal: OpenJournal) => journal.append(something)],
    ['when what was written is flushed', (journal: OpenJournal) => journal.sync()],
  ])('is said with the file and the way out %s, and once', (_, act) => {
    const journal = new Journal(path)
    journal.append(something)
    disk.isReadOnly = true
    expect(() => act(journal)).toThrow(/journal\.jsonl can no longer be written: EROFS.*try again/)
    expect(() => journal.close()).not.toThrow()
    expect(readJournal(path).events).toHaveLength(1)
  })

  it('is said at the end, when it was not before', () => {
    const journal = new Journal(path)
    journal.append(something)
    disk.isReadOnly = true
    expect(() => journal.close()).toThrow(/can no longer be written: EROFS/)
  })
})
