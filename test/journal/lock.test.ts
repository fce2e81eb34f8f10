import { spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { JournalError } from '../../src/journal/errors.js'
import { type RunFolder, runFolder } from '../../src/journal/folder.js'
import { holderOf, STALE_SECONDS } from '../../src/journal/holder.js'
import { Journal } from '../../src/journal/journal.js'
import { lockRunFolder, touchLock } from '../../src/journal/lock.js'

const root = resolve(import.meta.dirname, '../..')
let base: string
let folder: RunFolder
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zscl-lock-'))
  folder = runFolder(base)
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const foreign = (job?: string) =>
  writeFileSync(folder.lock, JSON.stringify({ pid: 1, host: 'elsewhere', started: null, job }))
const longAgo = () => {
  const past = new Date(Date.now() - (STALE_SECONDS + 60) * 1000)
  utimesSync(folder.lock, past, past)
}

describe('a lock of a job on another host', () => {
  it('is taken over at once when its job has no processes any more, and respected while it may have', () => {
    foreign('12_3')
    const asked: string[] = []
    const isJobAlive = (answer: boolean | null) => (job: string) => {
      asked.push(job)
      return answer
    }
    expect(() => lockRunFolder(folder, { isJobAlive: isJobAlive(true) })).toThrow(
      /in use by job 12_3 on elsewhere/,
    )
    lockRunFolder(folder, { isJobAlive: isJobAlive(false) })()
    expect(asked).toEqual(['12_3', '12_3'])
  })

  it('of a job that lives is respected even when it is old: clocks and file systems are slow', () => {
    foreign('12')
    longAgo()
    expect(() => lockRunFolder(folder, { isJobAlive: () => true })).toThrow(/in use/)
  })

  it('is judged by its age where nobody can be asked, or it belongs to no job', () => {
    for (const job of ['12', undefined]) {
      foreign(job)
      expect(() => lockRunFolder(folder, { isJobAlive: () => null })).toThrow(/in use/)
      longAgo()
      lockRunFolder(folder, { isJobAlive: () => null })()
    }
  })

  it('names the job of who holds it', () => {
    const unlock = lockRunFolder(folder, { job: '7' })
    expect(holderOf(folder)).toMatchObject({ pid: process.pid, job: '7' })
    unlock()
  })
})

describe('who holds a lock', () => {
  it('shows itself by the clock of the file system', () => {
    const unlock = lockRunFolder(folder)
    longAgo()
    expect(touchLock(folder)).toBe(true)
    writeFileSync(join(base, 'now'), '')
    const [touched, now] = [folder.lock, join(base, 'now')].map((path) => statSync(path).mtimeMs)
    expect(Math.abs(now! - touched!)).toBeLessThan(1000)
    unlock()
  })

  it('learns that it was taken over, writes nothing more, and leaves the lock of the other alone', () => {
    const unlock = lockRunFolder(folder)
    const journal = new Journal(folder.journal)
    journal.append({ kind: 'warned', message: 'before' })
    foreign()
    const others = readFileSync(folder.lock, 'utf8')
    expect(touchLock(folder)).toBe(false)
    journal.forbid(new JournalError('in-use', 'taken over'))
    expect(() => journal.append({ kind: 'warned', message: 'after' })).toThrow('taken over')
    journal.close()
    unlock()
    expect(readFileSync(folder.lock, 'utf8')).toBe(others)
    expect(readFileSync(folder.journal, 'utf8').trimEnd().split('\n')).toHaveLength(1)
  })

  it('is never two, however many take over what others left behind', async () => {
    const hook = join(root, 'scripts/typescript-hook.mjs')
    const until = String(Date.now() + 3_000)
    const script = join(root, 'test/fixtures/locker.ts')
    const flags = ['--experimental-transform-types', '--no-warnings', '--import', hook]
    const ends = Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, [...flags, script, base, until])
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
      return new Promise<string>((done) => child.once('close', (code) => done(`${code} ${said}`)))
    })
    const said = await Promise.all(ends)
    for (const one of said) expect(one).toMatch(/^0 \d+\n$/)
    const total = said.reduce((sum, one) => sum + Number(one.slice(2)), 0)
    expect(total).toBeGreaterThan(said.length) // how often depends on the machine
    expect(readdirSync(base).filter((name) => name !== 'lock.json')).toEqual([])
  })

  it('may begin a takeover and die: the next goes on after a while', () => {
    mkdirSync(`${folder.lock}.takeover`)
    writeFileSync(folder.lock, '{')
    expect(() => lockRunFolder(folder)).toThrow(/contended/)
    const past = new Date(Date.now() - 120_000)
    utimesSync(`${folder.lock}.takeover`, past, past)
    lockRunFolder(folder)()
  })
})
