/** A run of several ranks: one command, several processes that compute each update together. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { JournalEvent, WorkerStarted } from '../../src/journal/events.js'
import { isAlive } from '../processes.js'
import {
  eventsOf,
  eventually,
  isSlow,
  numbersOf,
  sleep,
  start,
  workplace,
  zscl,
} from './support.js'

const cwd = workplace()
const minutes = 60_000
const folderOf = (run: string) => join(cwd, 'runs', run)
const workerStarted = (event: JournalEvent) => event.kind === 'worker-started'
const isTrained = (task: number) => (event: JournalEvent) =>
  event.kind === 'trained' && event.task === task
const begin = (name: string, ...more: string[]) =>
  start(cwd, ['run', 'mini-short', '--plain', '--name', name, '--set', 'devices=2', ...more])

/** The processes that a process has started. */
function children(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
}

/** The first rank of a run, and the others. */
function ranksOf(run: string): [number, ...number[]] {
  const { pid } = eventsOf(folderOf(run)).findLast(workerStarted) as JournalEvent & WorkerStarted
  return [pid, ...children(pid)]
}

let expected: Awaited<ReturnType<typeof numbersOf>>
beforeAll(async () => {
  if (!isSlow) return // five launches of two ranks take half a minute
  const { code, stdout, stderr } = await begin('reference').exit
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).toContain('worker ready on 2 x cpu')
  expected = await numbersOf(cwd, 'reference')
}, 3 * minutes)

const isLinux = process.platform === 'linux'

describe.runIf(isLinux)('kill -9', () => {
  it(
    'of a rank ends the worker, which is started again and finishes; no process is left',
    async () => {
      const running = begin('one', '--set', 'schedule.updates=12')
      await eventually(folderOf('one'), isTrained(0), running)
      const before = ranksOf('one')
      expect(before).toHaveLength(2)
      process.kill(before[1]!, 'SIGKILL')
      const { code, stdout } = await running.exit
      expect(code).toBe(0)
      expect(stdout).toContain('one of its ranks was lost')
      expect(stdout).toContain('worker ready (launch 2) on 2 x cpu')
      expect(before.filter(isAlive)).toEqual([])
    },
    3 * minutes,
  )

  it.runIf(isSlow)(
    'of either rank ends both; the run starts them again and ends bit-equal, and no process is left',
    async () => {
      const running = begin('killed')
      await eventually(folderOf('killed'), isTrained(0), running)
      const before = ranksOf('killed')
      expect(before).toHaveLength(2)
      process.kill(before[1]!, 'SIGKILL')
      await eventually(folderOf('killed'), isTrained(1), running)
      const after = ranksOf('killed')
      expect(after).toHaveLength(2)
      expect([...before, ...after].filter(isAlive)).toEqual(after)
      process.kill(after[0], 'SIGKILL')
      const { code, stdout } = await running.exit
      expect(code).toBe(0)
      expect(stdout).toContain('one of its ranks was lost')
      expect(readFileSync(join(folderOf('killed'), 'worker.log'), 'utf8')).toContain(
        'rank 1 was ended by SIGKILL',
      )
      expect(await numbersOf(cwd, 'killed')).toEqual(expected)
      expect([...before, ...after].filter(isAlive)).toEqual([])
    },
    3 * minutes,
  )

  it.runIf(isSlow)(
    'of the program, and resume with another number of devices goes on from there',
    async () => {
      const running = begin('fewer')
      await eventually(folderOf('fewer'), isTrained(1), running)
      running.child.kill('SIGKILL')
      await running.exit
      const refused = await zscl(cwd, 'resume', 'fewer', '--devices', 'many')
      expect([refused.code, refused.stderr]).toEqual([
        2,
        expect.stringContaining('a list of cuda:N'),
      ])
      const resumed = await zscl(cwd, 'resume', 'fewer', '--devices', '1', '--plain')
      expect(resumed.code).toBe(0)
      expect(resumed.stdout).toContain('worker ready (launch 2) on cpu')
    },
    3 * minutes,
  )

  it.runIf(isSlow)(
    'of the program leaves no rank after 2 s, and resume ends bit-equal',
    async () => {
      const running = begin('program')
      await eventually(folderOf('program'), isTrained(1), running)
      const ranks = ranksOf('program')
      running.child.kill('SIGKILL')
      await running.exit
      await sleep(2000)
      expect(ranks.filter(isAlive)).toEqual([])
      expect((await zscl(cwd, 'resume', 'program', '--plain')).code).toBe(0)
      expect(await numbersOf(cwd, 'program')).toEqual(expected)
    },
    3 * minutes,
  )
})

describe('devices that are not there', () => {
  it('are said in one line, and how to go on', async () => {
    const { code, stderr } = await begin('absent', '--set', 'devices=all').exit
    expect(code).toBe(2)
    expect(stderr).toContain('`devices: all` means all GPUs, and this machine has none')
    expect(stderr).not.toContain('bug')
  })

  it('and values that mean nothing are refused before anything runs', async () => {
    const { code, stderr } = await begin('wrong', '--set', 'devices=0').exit
    expect(code).toBe(2)
    expect(stderr).toContain('devices')
  })
})
