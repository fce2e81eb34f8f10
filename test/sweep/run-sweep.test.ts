import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WorkerError } from '../../src/bridge/worker.js'
import { baseOf, Sweep } from '../../src/config/sweep.js'
import { readJournal } from '../../src/journal/journal.js'
import { lockRunFolder } from '../../src/journal/lock.js'
import { codeVersion } from '../../src/sweep/code-version.js'
import { expand, type Trial } from '../../src/sweep/expand.js'
import {
  prepare,
  recordOf,
  type SweepFolder,
  stateOf,
  sweepFolder,
  trialFolder,
} from '../../src/sweep/folder.js'
import { groups } from '../../src/sweep/groups.js'
import { type SweepOptions, SweepRunner } from '../../src/sweep/run-sweep.js'
import { memoryTwin, type Twin } from '../engine/memory-worker.js'

let runs: string
let folder: SweepFolder
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'zscl-sweep-'))
  folder = sweepFolder(runs, 'x')
})
afterEach(() => rmSync(runs, { recursive: true, force: true }))

const sweep = (seeds: number[]) =>
  Sweep.parse({ name: 'x', experiment: 'mini-short', parameters: { seed: seeds } })
const trialsOf = (seeds: number[]) => expand(sweep(seeds), baseOf(sweep(seeds)), 'x')

/** Runs trials on twins; `twinOf` gives each launch its worker. */
function runner(trials: readonly Trial[], twin: Twin, options: Partial<SweepOptions> = {}) {
  return new SweepRunner({
    trials,
    folder,
    jobs: 2,
    dependencies: () => ({ launch: twin.launch, places: { cacheFolder: '', dataFolder: '' } }),
    retryFailed: false,
    failFast: false,
    share: true,
    onChange: () => {},
    ...options,
  })
}

const bad = new WorkerError('bad-input', 'no such thing')
const statuses = (one: SweepRunner) => one.progress.map(({ status }) => status)

describe('a sweep', () => {
  it('runs every trial as a run folder of its own, so many at once', async () => {
    const twin = memoryTwin()
    const trials = trialsOf([0, 1, 2])
    let most = 0
    const one = runner(trials, twin, {
      onChange: () => {
        const running = statuses(one).filter((status) => status === 'running').length
        most = Math.max(most, running)
      },
    })
    expect(await one.run()).toBe('finished')
    expect(statuses(one)).toEqual(['finished', 'finished', 'finished'])
    expect(twin.launches).toBe(3)
    expect(most).toBe(2)
    for (const trial of trials) expect(stateOf(folder, trial)?.status).toBe('finished')
  })

  it('does only what is missing when it is called again, and only new trials when values are added', async () => {
    const twin = memoryTwin()
    await runner(trialsOf([0, 1]), twin).run()
    expect(await runner(trialsOf([0, 1]), twin).run()).toBe('finished')
    expect(twin.launches).toBe(2)
    await runner(trialsOf([0, 1, 7]), twin).run()
    expect(twin.launches).toBe(3)
  })

  it('goes on after a trial that fails, tells why, and repeats it only when asked', async () => {
    const twin = memoryTwin([{ epoch: 1, command: 5, error: bad }])
    let launches = 0
    const failing: Twin['launch'] = (options) => {
      launches += 1
      return launches === 1 ? twin.launch(options) : memoryTwin().launch(options)
    }
    const dependencies = () => ({ launch: failing, places: { cacheFolder: '', dataFolder: '' } })
    const trials = trialsOf([0, 1, 2])
    const first = runner(trials, twin, { dependencies, jobs: 1 })
    expect(await first.run()).toBe('failures')
    expect(statuses(first)).toEqual(['failed', 'finished', 'finished'])
    expect(first.progress[0]!.error).toBe('no such thing')

    const again = runner(trials, twin, { dependencies, jobs: 1 })
    expect(await again.run()).toBe('failures')
    expect(launches).toBe(3)
    const retried = runner(trials, twin, { dependencies, jobs: 1, retryFailed: true })
    expect(await retried.run()).toBe('finished')
    expect(launches).toBe(4)
  })

  it('gives up after three failures in a row, or after the first when asked', async () => {
    const everyone = memoryTwin([{ epoch: 1, command: 2, error: bad }])
    const three = runner(trialsOf([0, 1, 2, 3, 4]), everyone, { jobs: 1 })
    expect(await three.run()).toBe('gave-up')
    expect(statuses(three)).toEqual(['failed', 'failed', 'failed', 'waiting', 'waiting'])
    const fast = runner(trialsOf([10, 11]), everyone, { jobs: 1, failFast: true })
    expect(await fast.run()).toBe('gave-up')
    expect(statuses(fast)).toEqual(['failed', 'waiting'])
  })

  it('stops at checkpoints when asked, and a second call ends with the numbers of an uninterrupted one', async () => {
    const trials = trialsOf([0, 1, 2])
    const twin = memoryTwin()
    const stopped = runner(trials, twin)
    twin.onCommand = (command) => {
      if (command.kind === 'train' && command.task === 1) stopped.stop()
    }
    expect(await stopped.run()).toBe('interrupted')
    expect(statuses(stopped)).toEqual(['interrupted', 'interrupted', 'waiting'])

    twin.onCommand = () => {}
    const resumed = runner(trials, twin)
    expect(await resumed.run()).toBe('finished')
    const other = sweepFolder(runs, 'other')
    await runner(trials, memoryTwin(), { folder: other }).run()
    for (const trial of trials)
      expect(stateOf(folder, trial)!.matrix).toEqual(stateOf(other, trial)!.matrix)
  })
})

describe('a sweep that another process runs as well', () => {
  it('shares its trials with another process on the same folder: each is run once, and both see all end', async () => {
    const trials = trialsOf([0, 1, 2, 3])
    const twin = memoryTwin()
    const two = [runner(trials, twin, { lookMs: 20 }), runner(trials, twin, { lookMs: 20 })]
    const seen = new Set<string>()
    const other = runner(trials, twin, {
      lookMs: 20,
      onChange: ({ status }) => seen.add(status),
    })
    const results = await Promise.all([...two, other].map((one) => one.run()))
    expect(results).toEqual(['finished', 'finished', 'finished'])
    expect(twin.launches).toBe(4)
    expect(seen).toContain('elsewhere')
    for (const trial of trials) {
      const { events } = readJournal(join(folder.path, trial.name, 'journal.jsonl'))
      expect(
        events.filter(({ kind }) => kind === 'run-started' || kind === 'finished'),
      ).toHaveLength(2)
    }
  })

  it('takes over what another process leaves unfinished', async () => {
    const trials = trialsOf([0])
    const unlock = lockRunFolder(trialFolder(folder, trials[0]!))
    const twin = memoryTwin()
    const one = runner(trials, twin, { lookMs: 20 })
    const ended = one.run()
    await expect.poll(() => statuses(one)).toEqual(['elsewhere'])
    expect(twin.launches).toBe(0)
    unlock()
    expect(await ended).toBe('finished')
    expect(twin.launches).toBe(1)
  })

  it('ends when it is stopped while all that is left is run by another process', async () => {
    const trials = trialsOf([0])
    const unlock = lockRunFolder(trialFolder(folder, trials[0]!))
    const one = runner(trials, memoryTwin(), { lookMs: 20 })
    const ended = one.run()
    one.stop()
    expect(await ended).toBe('interrupted')
    unlock()
  })

  it('puts trials that differ only in the seed together', async () => {
    const parameters = { recipe: ['finetune', 'zscl'], seed: [0, 1] }
    const written = Sweep.parse({ name: 'x', experiment: 'mini-short', parameters })
    const one = runner(expand(written, baseOf(written), 'x'), memoryTwin())
    expect(groups(one.progress).map(({ label, trials }) => [label, trials.length])).toEqual([
      ['recipe finetune', 2],
      ['recipe zscl', 2],
    ])
  })
})

describe('the folder of a sweep', () => {
  it('is refused to other code unless that is allowed', () => {
    prepare(folder, sweep([0]), 1, 'one', false)
    prepare(folder, sweep([0, 1]), 2, 'one', false)
    expect(() => prepare(folder, sweep([0]), 1, 'two', false)).toThrow(/--allow-changed-code/)
    prepare(folder, sweep([0]), 1, 'two', true)
    expect(() => prepare(folder, sweep([0]), 1, 'one', false)).toThrow(
      /made by another version of the code/,
    )
    expect(recordOf(folder)).toMatchObject({ code_version: 'two', earlier_code_versions: ['one'] })
    prepare(folder, sweep([0]), 1, 'two', false)
    expect(recordOf(folder)).toMatchObject({ earlier_code_versions: ['one'] })
  })

  it('is never the folder of a run', () => {
    mkdirSync(folder.path)
    writeFileSync(join(folder.path, 'journal.jsonl'), '')
    expect(() => prepare(folder, sweep([0]), 1, 'one', false)).toThrow(/is the folder of a run/)
    expect(existsSync(folder.record)).toBe(false)
  })
})

describe('the code version', () => {
  it('changes with a source that makes numbers, and not with a view', () => {
    const root = join(runs, 'project')
    for (const path of ['src/plan', 'src/view', 'python/zscl', 'src/config/recipes'])
      mkdirSync(join(root, path), { recursive: true })
    writeFileSync(join(root, 'python/zscl/losses.py'), 'a')
    const before = codeVersion(root)
    writeFileSync(join(root, 'src/view/text.ts'), 'b')
    writeFileSync(join(root, 'src/config/recipes/zscl.yaml'), 'b')
    expect(codeVersion(root)).toBe(before)
    writeFileSync(join(root, 'python/zscl/losses.py'), 'b')
    expect(codeVersion(root)).not.toBe(before)
  })
})
