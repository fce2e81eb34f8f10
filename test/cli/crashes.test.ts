/** Crashes of the real thing: whatever is killed, whenever, the results are bit-equal to an uninterrupted run's. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { JournalEvent, WorkerStarted } from '../../src/journal/events.js'
import { gone } from '../processes.js'
import { eventsOf, eventually, numbersOf, sleep, start, workplace, zscl } from './support.js'

const cwd = workplace()
const minutes = 60_000
const folderOf = (run: string) => join(cwd, 'runs', run)
const isTrained = (task: number, update: number) => (event: JournalEvent) =>
  event.kind === 'trained' && event.task === task && event.first_update >= update
const workerStarted = (event: JournalEvent) => event.kind === 'worker-started'
// In each task two checkpoints, and averages within and across them.
const sizes = ['schedule.updates=14', 'checkpoint.every=6'].flatMap((value) => ['--set', value])
const begin = (name: string, ...more: string[]) =>
  start(cwd, ['run', 'mini-short', '--plain', '--name', name, ...sizes, ...more])

let expected: Awaited<ReturnType<typeof numbersOf>>
beforeAll(async () => {
  const { code, stderr } = await begin('reference').exit
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expected = await numbersOf(cwd, 'reference')
}, 3 * minutes)

describe('kill -9 of the worker', () => {
  it.each([
    ['during set-up', workerStarted],
    ['in the first task', isTrained(0, 5)],
    ['in the second task', isTrained(1, 6)],
  ])(
    '%s: the run says so, starts a new one and ends bit-equal',
    async (moment, reached) => {
      const name = `worker-${moment.replaceAll(' ', '-')}`
      const running = begin(name)
      await eventually(folderOf(name), reached, running)
      const { pid } = eventsOf(folderOf(name)).findLast(workerStarted) as JournalEvent &
        WorkerStarted
      process.kill(pid, 'SIGKILL')
      const { code, stdout } = await running.exit
      expect(code).toBe(0)
      expect(stdout).toMatch(/SIGKILL/)
      expect(eventsOf(folderOf(name)).filter((event) => event.kind === 'worker-lost')).toHaveLength(
        1,
      )
      expect(await numbersOf(cwd, name)).toEqual(expected)
    },
    3 * minutes,
  )
})

// Restoring the memory is also tested in Python; the whole chain takes 20 s.
describe.runIf(process.env['ZSCL_SLOW'])('an exemplar memory', () => {
  it(
    'survives a killed worker in the task that distils from it, bit for bit',
    async () => {
      const icarl = ['--set', 'recipe=icarl', '--set', 'threads=1']
      expect((await begin('icarl', ...icarl).exit).code).toBe(0)
      const running = begin('icarl-killed', ...icarl)
      await eventually(folderOf('icarl-killed'), isTrained(1, 6), running)
      const events = eventsOf(folderOf('icarl-killed'))
      const { pid } = events.findLast(workerStarted) as JournalEvent & WorkerStarted
      process.kill(pid, 'SIGKILL')
      expect((await running.exit).code).toBe(0)
      const lost = eventsOf(folderOf('icarl-killed')).filter(({ kind }) => kind === 'worker-lost')
      expect(lost).toHaveLength(1)
      expect(await numbersOf(cwd, 'icarl-killed')).toEqual(await numbersOf(cwd, 'icarl'))
    },
    3 * minutes,
  )
})

describe('kill -9 of the terminal app', () => {
  it(
    'leaves no Python process after 2 s, and resume finishes the run bit-equal',
    async () => {
      const running = begin('app')
      await eventually(folderOf('app'), isTrained(1, 5), running)
      const { pid } = eventsOf(folderOf('app')).find(workerStarted) as JournalEvent & WorkerStarted
      running.child.kill('SIGKILL')
      await running.exit
      await gone(pid, 2_000)
      const resumed = await zscl(cwd, 'resume', 'app', '--plain')
      expect(resumed.stderr).toBe('')
      expect(resumed.code).toBe(0)
      expect(await numbersOf(cwd, 'app')).toEqual(expected)
    },
    3 * minutes,
  )
})

describe('Ctrl-C', () => {
  it(
    'once saves, exits 130 with the command that goes on, and that command ends bit-equal',
    async () => {
      const running = begin('once')
      await eventually(folderOf('once'), isTrained(0, 6), running)
      running.child.kill('SIGINT')
      const { code, stderr } = await running.exit
      expect(code).toBe(130)
      expect(stderr).toContain('zscl resume once')
      const events = eventsOf(folderOf('once'))
      expect(events.at(-1)!.kind).toBe('interrupted')
      expect(events.at(-2)!.kind).toBe('checkpoint-saved')
      const command = stderr.match(/zscl (resume .*)/)![1]!.split(' ')
      expect((await zscl(cwd, ...command, '--plain')).code).toBe(0)
      expect(await numbersOf(cwd, 'once')).toEqual(expected)
    },
    3 * minutes,
  )

  it(
    'twice exits at once with 130 and leaves no worker',
    async () => {
      const running = begin('twice')
      await eventually(folderOf('twice'), isTrained(0, 5), running)
      const { pid } = eventsOf(folderOf('twice')).find(workerStarted) as JournalEvent &
        WorkerStarted
      running.child.kill('SIGINT')
      await sleep(5)
      running.child.kill('SIGINT')
      const { code, stderr } = await running.exit
      expect([code, stderr]).toEqual([
        130,
        expect.stringMatching(/lost\. .*\n {2}zscl resume twice\n$/),
      ])
      expect(eventsOf(folderOf('twice')).at(-1)!.kind).not.toBe('interrupted')
      await gone(pid, 500)
    },
    3 * minutes,
  )
})

describe('a run folder in use', () => {
  it(
    'is refused to a second process, which changes nothing',
    async () => {
      const running = begin('busy')
      await eventually(folderOf('busy'), workerStarted, running)
      const second = await zscl(cwd, 'resume', 'busy')
      expect(second.code).toBe(1)
      expect(second.stderr).toMatch(/in use by process \d+/)
      expect((await running.exit).code).toBe(0)
      expect(await numbersOf(cwd, 'busy')).toEqual(expected)
      expect(readdirSync(folderOf('busy'))).not.toContain('lock.json')
    },
    3 * minutes,
  )
})
