/** A fork is the same experiment as one run from the beginning, whatever has run where. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadExperiment, toYaml } from '../../src/config/resolve.js'
import type { Experiment } from '../../src/config/schema.js'
import { runInFolder } from '../../src/engine/run.js'
import { createRunFolder, type RunFolder } from '../../src/journal/folder.js'
import { readState } from '../../src/journal/read-state.js'
import { fork, forkableAfter, type Parent } from '../../src/sweep/fork.js'
import { memoryTwin } from '../engine/memory-worker.js'

let runs: string
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'zscl-fork-'))
})
afterEach(() => rmSync(runs, { recursive: true, force: true }))

const tasks = ['shapes', 'digits', 'letters', 'colours']
const experiment = (...set: string[]): Experiment =>
  loadExperiment('mini', {
    set: [
      `benchmark.tasks=[${tasks.map((mini_task) => `{mini_task: ${mini_task}}`).join(', ')}]`,
      'schedule.updates=30',
      'schedule.warmup=5',
      'checkpoint.every=10',
      ...set,
    ],
  })

async function run(folder: RunFolder, one: Experiment, twin = memoryTwin()) {
  const dependencies = { launch: twin.launch, places: { cacheFolder: '', dataFolder: '' } }
  await runInFolder(one, folder, dependencies, async () => async () => {})
  return twin
}

async function finished(name: string, one: Experiment): Promise<Parent> {
  const folder = createRunFolder(runs, { default: name }, toYaml(one))
  await run(folder, one)
  return { folder, experiment: one, state: readState(folder) }
}

const weights = ({ model }: RunFolder) => readFileSync(join(model, 'weights.json'), 'utf8')

const numbers = (folder: RunFolder) => {
  const { matrix, zero_shot, history, updates_done } = readState(folder)
  return { matrix, zero_shot, history, updates_done, weights: weights(folder) }
}

describe('a fork', () => {
  it.each([
    ['a loss weight', ['lambda_image: 5'], 1],
    [
      'the interval and what a task ends with',
      ['average: {interval: 5}', 'after_task: {kind: keep-last}'],
      2,
    ],
    ['the teacher', ['teacher: {source: previous}'], 1],
  ])(
    'that changes %s equals the same experiment run from the beginning',
    async (_, values, after) => {
      const parent = await finished('parent', experiment('checkpoint.tasks=all'))
      const changed = experiment(
        'checkpoint.tasks=all',
        `from_task.${after + 1}={${values.join(', ')}}`,
      )
      const folder = await fork(parent, changed, after - 1, runs, { default: 'fork' })
      const twin = await run(folder, changed)
      const trained = twin.executed
        .filter(({ kind }) => kind === 'train')
        .map((one) => 'task' in one && one.task)
      expect(Math.min(...trained.map(Number))).toBe(after)
      const whole = await finished('whole', changed)
      expect(numbers(folder)).toEqual(numbers(whole.folder))
      expect(readState(folder).adopted).toEqual({ from: 'parent', task: after - 1, fork: true })
    },
  )

  it('needs its parent no more, and can be forked itself', async () => {
    const parent = await finished('parent', experiment('checkpoint.tasks=all'))
    const second = experiment('checkpoint.tasks=all', 'from_task.2={wc: 3}')
    const folder = await fork(parent, second, 0, runs, { default: 'second' })
    rmSync(parent.folder.path, { recursive: true })
    await run(folder, second)
    const third = experiment('checkpoint.tasks=all', 'from_task.2={wc: 3}', 'from_task.4={wc: 1}')
    const again = await fork(
      { folder, experiment: second, state: readState(folder) },
      third,
      2,
      runs,
      { default: 'third' },
    )
    await run(again, third)
    expect(numbers(again)).toEqual(numbers((await finished('whole', third)).folder))
  })

  it('can begin while its parent still runs, from tasks that are over', async () => {
    const one = experiment('checkpoint.tasks=all')
    const folder = createRunFolder(runs, { default: 'parent' }, toYaml(one))
    const twin = memoryTwin()
    let checked = false
    twin.onCommand = (command) => {
      if (command.kind !== 'begin-task' || command.task !== 2) return
      const state = readState(folder)
      expect(forkableAfter(folder, state)).toEqual([0, 1])
      checked = true
    }
    await run(folder, one, twin)
    expect(checked).toBe(true)
  })

  it.each([
    [[], [2]],
    [['checkpoint.tasks=last'], [2]],
    [['checkpoint.tasks=3'], [1, 2]],
    [['checkpoint.tasks=all'], [0, 1, 2]],
  ])('can begin at the ends of tasks that were kept: %j', async (set, expected) => {
    // The last task has no checkpoint within it here, so that the newest two are the ends of tasks 3 and 4.
    const parent = await finished('parent', experiment('checkpoint.every=0', ...set))
    expect(forkableAfter(parent.folder, parent.state)).toEqual(expected)
  })

  it('is refused in words where it cannot be, and leaves nothing behind', async () => {
    const parent = await finished('parent', experiment())
    const attempt = (child: Experiment, task: number) =>
      fork(parent, child, task, runs, { default: 'f' })
    const changed = experiment('from_task.2={wc: 3}')
    await expect(attempt(changed, 0)).rejects.toThrow('is no longer on disk')
    await expect(attempt(changed, 0)).rejects.toThrow('--from-start')
    await expect(attempt(changed, 3)).rejects.toThrow('Expected 1 to 3')
    const kept = await finished('kept', experiment('checkpoint.tasks=all'))
    const other = experiment('checkpoint.tasks=all', 'seed=9')
    await expect(fork(kept, other, 0, runs, { default: 'f' })).rejects.toThrow(
      'tasks that are already done',
    )
    const [end] = kept.state.checkpoints.filter(({ task, update }) => task === 0 && update === 30)
    writeFileSync(join(kept.folder.path, end!.folder, end!.files[0]!.path), 'x')
    const sound = experiment('checkpoint.tasks=all', 'from_task.2={wc: 3}')
    await expect(fork(kept, sound, 0, runs, { default: 'f' })).rejects.toThrow('is damaged')
    expect(existsSync(join(runs, 'f'))).toBe(false)
  })
})
