/** Damage is noticed: in the journal, in checkpoints, in a published model. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkRun } from '../../src/journal/check.js'
import { checkDigests, writeDigests } from '../../src/journal/digests.js'
import { JournalError } from '../../src/journal/errors.js'
import { runFolder } from '../../src/journal/folder.js'
import { Journal, readJournal } from '../../src/journal/journal.js'
import { parseLine } from '../../src/journal/line.js'
import { readState } from '../../src/journal/read-state.js'
import { journal as made } from '../view/journals.js'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zscl-damage-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

/** A finished run, written as runs are now. */
function finished(): string {
  const path = join(base, 'journal.jsonl')
  const journal = new Journal(path)
  for (const { v: _, seq: __, at: ___, ...body } of made({ updates: 20 })) journal.append(body)
  journal.close()
  return path
}

/** The same as an earlier version wrote it. */
function earlier(): string {
  const path = join(base, 'journal.jsonl')
  const lines = made({ updates: 20 }).map((event) => JSON.stringify({ ...event, v: 1 }))
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

describe('the journal of a finished run', () => {
  it('with any one bit flipped is damaged, and never another measurement', () => {
    const path = finished()
    const whole = readFileSync(path)
    const { events } = readJournal(path)
    let noticed = 0
    const flips = 1_500
    for (let i = 0; i < flips; i += 1) {
      const at = (i * 7_919 + 13) % (whole.length - 1) // the last line's end is told apart below
      const bytes = Buffer.from(whole)
      bytes[at]! ^= 1 << (i % 8)
      writeFileSync(path, bytes)
      try {
        const found = readJournal(path)
        // A line end that became another character joins two lines; nothing else may pass.
        expect(found.torn && found.events.length < events.length).toBe(true)
      } catch (error) {
        expect(error).toMatchObject({ name: 'JournalError', code: 'corrupt-journal' })
      }
      noticed += 1
    }
    expect(noticed).toBe(flips)
    const cut = Buffer.from(whole)
    cut[cut.length - 1] = 0x20
    writeFileSync(path, cut)
    expect(readJournal(path)).toMatchObject({ torn: true })
  })

  it('of an earlier version is read as it is, called unchecked, and goes on with checksums', async () => {
    const path = earlier()
    expect(readState(runFolder(base)).status).toBe('finished')
    const [finding] = await checkRun(runFolder(base), () => null)
    expect(finding).toMatchObject({ what: 'journal', verdict: 'unchecked' })
    const journal = new Journal(path)
    journal.append({ kind: 'warned', message: 'more' })
    journal.close()
    const { events } = readJournal(path)
    expect([events.at(-2)?.v, events.at(-1)?.v]).toEqual([1, 2])
    const text = readFileSync(path, 'utf8')
    const old = JSON.stringify({ v: 1, seq: events.length + 1, at: '', kind: 'finished' })
    writeFileSync(path, `${text}${old}\n`)
    expect(() => readJournal(path)).toThrow(JournalError) // checksums do not end
  })

  it.each([
    ['an unknown kind', '{"v":1,"seq":1,"at":"","kind":"dreamt"}'],
    ['a missing field', '{"v":1,"seq":1,"at":"","kind":"run-started","name":"x"}'],
    ['no object', '3'],
    ['a kind of every object', '{"v":1,"seq":1,"at":"","kind":"toString"}'],
  ])('with %s is refused in words', (_, line) => {
    writeFileSync(join(base, 'journal.jsonl'), `${line}\n`)
    expect(() => readState(runFolder(base))).toThrow(JournalError)
  })

  it('has its checksum over everything before it', () => {
    const [line = ''] = readFileSync(finished(), 'utf8').split('\n')
    expect(parseLine(line, 1, 1)?.kind).toBe('run-started')
    expect(parseLine(line.replace('"name"', '"nome"'), 1, 1)).toBeNull()
    expect(parseLine(line.replace(/,"crc":"\w+"/, ''), 1, 1)).toBeNull()
  })
})

describe('a published folder', () => {
  const file = (name: string) => join(base, name)
  beforeEach(async () => {
    writeFileSync(file('weights'), 'abc')
    writeFileSync(file('config.json'), '{}')
    await writeDigests(base)
  })

  it('is as it was written, also when people write on its card', async () => {
    writeFileSync(file('README.md'), 'notes')
    expect(await checkDigests(base)).toEqual({ kind: 'good', files: 2 })
    rmSync(file('SHA256SUMS'))
    expect(await checkDigests(base)).toEqual({ kind: 'unchecked' })
  })

  it.each([
    ['one bit', () => writeFileSync(file('weights'), 'abb'), 'does not match its checksum'],
    ['a file that is gone', () => rmSync(file('weights')), 'is missing'],
    [
      'a folder in its place',
      () => {
        rmSync(file('weights'))
        mkdirSync(file('weights'))
      },
      'is not a file',
    ],
    [
      'a link in its place',
      () => {
        rmSync(file('weights'))
        symlinkSync('/etc/hostname', file('weights'))
      },
      'is not a file',
    ],
    ['a list cut short', () => writeFileSync(file('SHA256SUMS'), 'abc'), 'is damaged'],
    ['an empty list', () => writeFileSync(file('SHA256SUMS'), ''), 'is empty'],
    [
      'a list that names another place',
      () => writeFileSync(file('SHA256SUMS'), `${'0'.repeat(64)}  ../x\n`),
      'is damaged',
    ],
  ])('with %s is damaged', async (_, harm, words) => {
    harm()
    expect(await checkDigests(base)).toMatchObject({
      kind: 'damaged',
      problem: expect.stringContaining(words),
    })
  })
})
