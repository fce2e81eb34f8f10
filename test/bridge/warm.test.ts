/** Workers that are forked from a process which has loaded everything: the same workers, without the wait. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { preparation, segments } from '../../bench/lib/training.js'
import { createLauncher, type WarmStart, type Worker, warmStart } from '../../src/bridge/index.js'
import { isAlive } from '../processes.js'
import { python, root } from './support.js'

const pythonPath = join(root, 'python')
const folder = mkdtempSync(join(tmpdir(), 'warm-'))
let warm: WarmStart

beforeAll(() => {
  warm = warmStart(python, pythonPath, process.env)!
})
afterAll(() => {
  warm.close()
  rmSync(folder, { recursive: true, force: true })
})

const launch = (isWarm: boolean, name: string): Promise<Worker> =>
  createLauncher({ python, pythonPath, env: { MARK: name }, ...(isWarm && { warm }) })({
    epoch: 1,
    logFile: join(folder, `${name}.log`),
    onProgress: () => {},
  })

async function losses(worker: Worker): Promise<unknown> {
  for (const command of preparation(1, join(folder, 'cache'))) await worker.run(command)
  const [segment] = segments(0, 1, 4, 3)
  return (await worker.run(segment!)).outcome
}

const statOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')

describe.skipIf(process.platform !== 'linux')('a forked worker', () => {
  it('computes what a started one computes, bit for bit, several at once', async () => {
    const workers = [
      await launch(false, 'started'),
      await launch(true, 'a'),
      await launch(true, 'b'),
    ]
    const found = await Promise.all(workers.map(losses))
    expect(found[1]).toEqual(found[0])
    expect(found[2]).toEqual(found[0])
    await Promise.all(workers.map((worker) => worker.close()))
    expect(workers.map(({ pid }) => isAlive(pid))).toEqual([false, false, false])
  }, 60_000)

  it('comes from a process with one thread, and has a group, an environment and a log of its own', async () => {
    const worker = await launch(true, 'own')
    const [, parent, group] = statOf(worker.pid)
    expect(Number(group)).toBe(worker.pid)
    expect(readdirSync(`/proc/${parent}/task`)).toHaveLength(1)
    expect(existsSync(join(folder, 'own.log'))).toBe(true)
    expect(worker.versions.torch).not.toBe('')
    await worker.close()
  }, 60_000)

  it('that is killed is lost like any other, and the others go on', async () => {
    const [victim, other] = [await launch(true, 'victim'), await launch(true, 'other')]
    process.kill(victim.pid, 'SIGKILL')
    await expect(victim.lost).rejects.toMatchObject({
      code: 'worker-died',
      message: expect.stringContaining('signal SIGKILL'),
    })
    await losses(other)
    await victim.close()
    await other.close()
  }, 60_000)

  it('ends with the warm process, however that ends', async () => {
    const worker = await launch(true, 'orphan')
    process.kill(Number(statOf(worker.pid)[1]), 'SIGKILL')
    await expect(worker.lost).rejects.toMatchObject({
      code: 'worker-died',
      message: expect.stringContaining(
        'ended with the process that had forked it (signal SIGKILL).',
      ),
    })
    await expect.poll(() => isAlive(worker.pid)).toBe(false)
    await worker.close()
    const started = await launch(true, 'after') // there is nothing to fork from: it is started
    expect(await losses(started)).toBeTruthy()
    await started.close()
  }, 60_000)
})
