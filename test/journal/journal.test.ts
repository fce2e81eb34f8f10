import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { JournalError } from '../../src/journal/errors.js'
import type { EventBody } from '../../src/journal/events.js'
import { createRunFolder, findRunFolder, runFolder } from '../../src/journal/folder.js'
import { Journal, readJournal, repairJournal } from '../../src/journal/journal.js'
import { lockRunFolder } from '../../src/journal/lock.js'
import { fold } from '../../src/journal/reduce.js'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zscl-journal-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const warned = (message: string): EventBody => ({ kind: 'warned', message })

function written(...messages: string[]): string {
  const path = join(base, 'journal.jsonl')
  const journal = new Journal(path)
  for (const message of messages) journal.append(warned(message))
  journal.close()
  return path
}

describe('the journal', () => {
  it('holds one JSON object per line with version, sequence number and time', () => {
    const lines = readFileSync(written('a', 'b'), 'utf8').trimEnd().split('\n')
    const events = lines.map((line) => JSON.parse(line))
    expect(events).toMatchObject([
      { v: 2, seq: 1, message: 'a' },
      { v: 2, seq: 2, message: 'b' },
    ])
    expect(new Date(events[0].at).toISOString()).toBe(events[0].at)
  })

  it('goes on with the next sequence number when opened again', () => {
    const path = written('a')
    const journal = new Journal(path)
    journal.append(warned('b'))
    journal.close()
    expect(readJournal(path).events.map((event) => event.seq)).toEqual([1, 2])
  })

  it('is read up to a torn last line, at whichever byte it is torn', () => {
    const path = written('first', 'second')
    const whole = readFileSync(path)
    const firstLine = whole.indexOf(10) + 1
    for (let length = firstLine; length < whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length))
      expect(readJournal(path).events).toHaveLength(1)
      const journal = new Journal(path)
      journal.append(warned('third'))
      journal.close()
      expect(fold(readJournal(path).events).warnings).toEqual(['first', 'third'])
    }
  })

  it.each([
    ['is not JSON', 'rubbish'],
    ['has a wrong sequence number', '{"v":1,"seq":7,"at":"x","kind":"warned","message":""}'],
    ['has another version', '{"v":2,"seq":2,"at":"x","kind":"warned","message":""}'],
  ])('names a whole line that %s, and the way out', (_, line) => {
    const path = written('a')
    appendFileSync(path, `${line}\n`)
    expect(() => readJournal(path)).toThrow(JournalError)
    expect(() => readJournal(path)).toThrow(/line 2 of .*journal\.jsonl is damaged.*--repair/)
  })

  it('is repaired by cutting before the first damaged line, and the whole is kept', () => {
    const path = written('a', 'b')
    appendFileSync(path, 'rubbish\n{"v":1,"seq":4,"at":"x","kind":"warned","message":"lost"}\n')
    const before = readFileSync(path, 'utf8')
    expect(repairJournal(path)).toBe(2)
    expect(fold(readJournal(path).events).warnings).toEqual(['a', 'b'])
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(before)
  })
})

describe('the state', () => {
  const run: EventBody = {
    kind: 'run-started',
    name: 'r',
    recipe: 'zscl',
    benchmark: 'mini',
    protocol: 'p',
    model: 'm',
    seed: 0,
    tasks: ['a', 'b'],
    updates: [4, 4],
    steps: 9,
    experiment_digest: 'd',
  }
  const row = {
    ce: 1,
    distill_image: 0,
    distill_text: 0,
    feature: 0,
    image_image: 0,
    alignment: 0,
    wc: 0,
    total: 1,
  }
  const weights = {
    ce: 1,
    lambda_image: 0,
    lambda_text: 0,
    lambda_feature: 0,
    lambda_image_image: 0,
    lambda_alignment: 0,
    wc: 0,
  }
  const trained = (step: number, task: number, first: number): EventBody => ({
    kind: 'trained',
    step,
    task,
    first_update: first,
    learning_rates: [1, 2],
    loss_weights: weights,
    losses: [row, row],
    images: 8,
    seconds: 2,
    memory_mib: 10,
    device_memory_mib: 0,
  })
  const evaluated = (
    step: number,
    after: number,
    index: number,
    correct: number,
    variant = '',
  ): EventBody => ({
    kind: 'evaluated',
    step,
    slot: 'trained',
    variant,
    after_task: after,
    dataset_index: index,
    dataset: 'ab'[index]!,
    correct,
    total: 200,
    seconds: 1,
  })
  const folded = (...bodies: EventBody[]) =>
    fold(bodies.map((body, i) => ({ v: 1 as const, seq: i + 1, at: `t${i}`, ...body })))

  it('fills the matrix in percent, with the zero-shot row apart and variants left out', () => {
    const state = folded(
      run,
      evaluated(0, -1, 0, 50),
      evaluated(1, -1, 1, 60),
      trained(2, 0, 0),
      evaluated(3, 0, 1, 90),
      evaluated(4, 0, 0, 10, 'we-5'),
    )
    expect(state.zero_shot).toEqual([25, 30])
    expect(state.matrix).toEqual([
      [null, 45],
      [null, null],
    ])
    expect(state.evaluations).toHaveLength(4)
  })

  it('counts updates and speed from segments', () => {
    const state = folded(run, trained(0, 0, 0), trained(1, 0, 2))
    expect(state.updates_done).toEqual([4, 0])
    expect(state.updates_per_second).toBe(1)
    expect(state.images_per_second).toBe(4)
    expect(state.timings.train).toBe(4)
  })

  it('drops what a rewind makes void and keeps the rest', () => {
    const state = folded(
      run,
      trained(0, 0, 0),
      trained(1, 0, 2),
      evaluated(2, 0, 0, 100),
      trained(3, 1, 0),
      evaluated(4, 1, 0, 20),
      { kind: 'rewound', next_step: 1, task: 0, update: 2, checkpoint: 'c', reason: 'resumed' },
    )
    expect(state.updates_done).toEqual([2, 0])
    expect(state.history.map((rows) => rows.length)).toEqual([2, 0])
    expect(state.evaluations).toEqual([])
    expect(state.next_step).toBe(1)
  })
})

describe('the run folder', () => {
  it('takes the next free name by itself, and refuses a taken one that was asked for', () => {
    expect(createRunFolder(base, { default: 'x' }, '').name).toBe('x')
    expect(createRunFolder(base, { default: 'x' }, '').name).toBe('x-2')
    expect(() => createRunFolder(base, { asked: 'x', default: 'y' }, '')).toThrow(
      /already exists.*zscl resume x/,
    )
  })

  it('is found by name or path; otherwise the known ones are named', () => {
    const folder = createRunFolder(base, { default: 'x' }, '')
    writeFileSync(folder.journal, '')
    expect(findRunFolder(base, 'x').path).toBe(folder.path)
    expect(findRunFolder('/nowhere', folder.path).path).toBe(folder.path)
    expect(() => findRunFolder(base, 'z')).toThrow(/no run `z`.*Known: x/)
  })
})

describe('the lock', () => {
  it('lets one process in at a time', () => {
    const folder = runFolder(base)
    const unlock = lockRunFolder(folder)
    expect(() => lockRunFolder(folder)).toThrow(/is in use by process \d+/)
    unlock()
    lockRunFolder(folder)()
  })

  it('is taken over from a process that is gone, and from a pid that was given to another', () => {
    const folder = runFolder(base)
    for (const holder of [
      { pid: 2 ** 22 - 3, started: '1' },
      { pid: process.pid, started: '1' },
    ]) {
      writeFileSync(folder.lock, JSON.stringify({ host: hostname(), ...holder }))
      lockRunFolder(folder)()
    }
  })

  it('is taken over from a process that has ended and was not reaped, as in a container without an init', async () => {
    // The shell becomes a `sleep` that never waits for the child it had before.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const pid = await new Promise<number>((resolve) => {
        parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
      })
      const named = () => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim()
      await expect.poll(named).toBe('sleep') // before that the shell would wait for it
      const stat = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      const folder = runFolder(base)
      const holder = { pid, host: hostname(), started: stat()[19] }
      writeFileSync(folder.lock, JSON.stringify(holder))
      expect(() => lockRunFolder(folder)).toThrow(/in use by process/)
      process.kill(pid, 'SIGKILL')
      await expect.poll(() => stat()[0]).toBe('Z')
      lockRunFolder(folder)()
    } finally {
      parent.kill('SIGKILL')
    }
  })

  it('of another machine is respected', () => {
    const folder = runFolder(base)
    writeFileSync(folder.lock, JSON.stringify({ host: 'elsewhere', pid: 1, started: null }))
    expect(() => lockRunFolder(folder)).toThrow(/in use by process 1 on elsewhere/)
  })
})
