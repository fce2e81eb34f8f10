import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask } from '../../src/journal/requests.js'
import { sweepFolder } from '../../src/sweep/folder.js'
import { showSweeper, sweepersOf } from '../../src/sweep/sweepers.js'

const newSweep = () => sweepFolder(mkdtempSync(join(tmpdir(), 'zscl-sweepers-')), 'sweep')

it('a process that runs trials is seen, takes the wish to stop, and leaves nothing behind', async () => {
  const sweep = newSweep()
  expect(sweepersOf(sweep)).toEqual([])
  let stops = 0
  const hide = showSweeper(sweep, () => {
    stops += 1
  })
  const [sweeper] = sweepersOf(sweep)
  expect(sweeper?.runner).toMatchObject({ pid: process.pid, host: hostname() })
  const other = ask(sweeper!.folder, 'pause')
  const request = ask(sweeper!.folder, 'stop')
  await expect.poll(() => existsSync(request) || existsSync(other)).toBe(false)
  expect(stops).toBe(1)
  hide()
  expect(sweepersOf(sweep)).toEqual([])
  expect(readdirSync(join(sweep.path, 'sweepers'))).toEqual([])
})

it('one that was killed is no more, and what it left goes', () => {
  const sweep = newSweep()
  const { pid } = spawnSync('true')
  const place = join(sweep.path, 'sweepers', `${hostname()}-${pid}`)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'lock.json'), JSON.stringify({ host: hostname(), pid, start: 1 }))
  expect(sweepersOf(sweep)).toEqual([])
  expect(existsSync(place)).toBe(false)
})
