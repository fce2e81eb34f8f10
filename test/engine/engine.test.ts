import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WorkerError } from '../../src/bridge/worker.js'
import { loadExperiment, toYaml } from '../../src/config/resolve.js'
import { WINDOW } from '../../src/engine/window.js'
import { createRunFolder, type RunFolder, runFolder } from '../../src/journal/folder.js'
import { Journal, readJournal } from '../../src/journal/journal.js'
import type { RunState } from '../../src/journal/state.js'
import { plan } from '../../src/plan/plan.js'
import type { Train } from '../../src/plan/step.js'
import { type Fault, memoryTwin, type Twin } from './memory-worker.js'
import { opened } from './runs.js'

const experiment = loadExperiment('mini-short', { set: ['checkpoint.keep=3'] })
const steps = plan(experiment)
const died = (message = 'killed') => new WorkerError('worker-died', message)

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zscl-engine-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

interface Finished {
  readonly folder: RunFolder
  readonly state: RunState
  readonly weights: string
  readonly twin: Twin
}

function newFolder(): RunFolder {
  return createRunFolder(base, { default: 'run' }, toYaml(experiment))
}

const started = (folder: RunFolder, twin: Twin) => opened(experiment, folder, twin)

async function finish(folder: RunFolder, twin: Twin): Promise<Finished> {
  const { engine, journal } = started(folder, twin)
  try {
    expect(await engine.run()).toBe('finished')
  } finally {
    journal.close()
  }
  return {
    folder,
    twin,
    state: journal.state,
    weights: readFileSync(join(folder.model, 'weights.json'), 'utf8'),
  }
}

const uninterrupted = () => finish(newFolder(), memoryTwin())
/** What must not depend on how often a run was interrupted. */
const numbers = ({ matrix, zero_shot, history, updates_done, next_step }: RunState) => ({
  matrix,
  zero_shot,
  history,
  updates_done,
  next_step,
})

describe('a worker that dies before its hello', () => {
  const deadAtStart = (twin: Twin, epochs: readonly number[]): Twin => ({
    ...twin,
    launch: (options) =>
      epochs.includes(options.epoch)
        ? Promise.reject(new WorkerError('start-failed', 'no hello'))
        : twin.launch(options),
  })

  it('counts as a loss where another has worked already', async () => {
    const twin = memoryTwin([{ epoch: 1, command: 5, error: died() }])
    const { weights, state } = await finish(newFolder(), deadAtStart(twin, [2]))
    expect(weights).toBe((await uninterrupted()).weights)
    expect(state.workers_lost).toBe(2)
  })

  it('ends the run where none has, and after three in a row', async () => {
    await expect(finish(newFolder(), deadAtStart(memoryTwin(), [1]))).rejects.toThrow('no hello')
    const twin = memoryTwin([{ epoch: 1, command: 5, error: died() }])
    await expect(finish(newFolder(), deadAtStart(twin, [2, 3, 4]))).rejects.toThrow('no hello')
  })
})

describe('an uninterrupted run', () => {
  it('executes the plan in order and fills matrix, history and model', async () => {
    const { state, twin, folder } = await uninterrupted()
    const kinds = twin.executed.slice(1).map((command) => command.kind)
    const expected = steps.map(
      (step) => ({ checkpoint: 'save', publish: 'export' })[step.kind as string] ?? step.kind,
    )
    expect(kinds).toEqual(expected)
    expect(state.status).toBe('finished')
    expect(state.matrix.flat().every((value) => value !== null)).toBe(true)
    expect(state.history.map((rows) => rows.length)).toEqual([20, 20])
    expect(existsSync(join(folder.model, 'README.md'))).toBe(true)
    expect(twin.closed).toBe(1)
  })

  it('keeps the worker supplied a small window ahead', async () => {
    const { twin } = await uninterrupted()
    expect(twin.maxInFlight).toBe(WINDOW)
  })

  it('keeps only the newest checkpoints, each with its state written', async () => {
    const { folder } = await uninterrupted()
    const names = readdirSync(folder.checkpoints)
    expect(names.sort()).toEqual(['task-01-step-0020', 'task-02-step-0010', 'task-02-step-0020'])
    for (const name of names)
      expect(existsSync(join(folder.checkpoints, name, 'state.json'))).toBe(true)
  })

  it('folds to the same state from its file as it had live', async () => {
    const { folder, state } = await uninterrupted()
    const journal = new Journal(folder.journal)
    expect(journal.state).toEqual(state)
    journal.close()
  })
})

describe('a worker that dies', () => {
  it('at any command whatever is replaced, and the numbers are those of an uninterrupted run', async () => {
    const expected = await uninterrupted()
    for (let command = 1; command <= steps.length + 1; command += 1) {
      const twin = memoryTwin([{ epoch: 1, command, error: died() }])
      const { state, weights } = await finish(newFolder(), twin)
      expect(twin.launches).toBe(2)
      expect(weights, `died at command ${command}`).toBe(expected.weights)
      expect(numbers(state), `died at command ${command}`).toEqual(numbers(expected.state))
      expect(state.workers_lost).toBe(1)
    }
  })

  it('goes on from the last checkpoint, not from the start', async () => {
    const late: Fault = { epoch: 1, command: steps.length - 1, error: died() }
    const { twin } = await finish(newFolder(), memoryTwin([late]))
    const second = twin.executed.slice(
      twin.executed.findLastIndex((command) => command.kind === 'set-up'),
    )
    expect(second[1]!.kind).toBe('restore')
    expect(second.filter((command) => command.kind === 'train')).toHaveLength(0)
  })

  it('three times without getting any further ends the run, which can be resumed', async () => {
    const faults = [1, 2, 3].map((epoch) => ({
      epoch,
      command: epoch === 1 ? 8 : 3,
      error: died(`death ${epoch}`),
    }))
    const folder = newFolder()
    const { engine, journal } = started(folder, memoryTwin(faults))
    await expect(engine.run()).rejects.toThrow('death 3')
    expect(journal.state.status).toBe('failed')
    journal.close()
    const expected = await uninterrupted()
    const { weights, state } = await finish(folder, memoryTwin())
    expect(weights).toBe(expected.weights)
    expect(numbers(state)).toEqual(numbers(expected.state))
  })
})

describe('an error that a fresh worker cannot mend', () => {
  it('ends the run at once, with the code and the last good checkpoint in the journal', async () => {
    const row = {
      ce: Number.NaN,
      distill_image: 0,
      distill_text: 0,
      feature: 0,
      image_image: 0,
      alignment: 0,
      wc: 0,
      total: Number.NaN,
    }
    const error = new WorkerError('non-finite-loss', 'ce is NaN at update 17', {
      update: 17,
      losses: row,
    })
    const folder = newFolder()
    const third = steps.findIndex((step) => step.kind === 'train' && step.first_update === 15)
    const twin = memoryTwin([{ epoch: 1, command: third + 2, error }]) // set-up is command 1
    const { engine, journal } = started(folder, twin)
    await expect(engine.run()).rejects.toBe(error)
    journal.close()
    expect(twin.launches).toBe(1)
    const last = readJournal(folder.journal).events.at(-1)!
    expect(last).toMatchObject({
      kind: 'failed',
      code: 'non-finite-loss',
      checkpoint: 'checkpoints/task-01-step-0010',
    })
    expect(readdirSync(folder.checkpoints).filter((name) => !name.startsWith('.'))).toEqual([
      'task-01-step-0010',
    ])
  })
})

const updatesIn = (commands: readonly { readonly kind: string }[]) =>
  commands.reduce(
    (sum, one) => sum + (one.kind === 'train' ? (one as Train).learning_rates.length : 0),
    0,
  )

/** What was executed until a stop came during commands of this kind, and the state then. */
async function stoppedDuring(kind: string, folder: RunFolder) {
  const twin = memoryTwin()
  const { engine, journal } = started(folder, twin)
  twin.onCommand = (command) => {
    if (command.kind === kind) engine.stop()
  }
  expect(await engine.run()).toBe('interrupted')
  journal.close()
  return { kinds: twin.executed.map((command) => command.kind), state: journal.state }
}

async function expectSameEnd(folder: RunFolder) {
  const [resumed, expected] = [await finish(folder, memoryTwin()), await uninterrupted()]
  expect(resumed.weights).toBe(expected.weights)
  expect(numbers(resumed.state)).toEqual(numbers(expected.state))
}

describe('stopping', () => {
  it('within a segment keeps what was done of it, and goes on from there', async () => {
    const twin = memoryTwin()
    const folder = newFolder()
    const { engine, journal } = started(folder, twin)
    twin.onCommand = (command) => {
      if (command.kind === 'train') engine.stop()
    }
    expect(await engine.run()).toBe('interrupted')
    expect(journal.state.updates_done[0]).toBe(2)
    expect(journal.state.checkpoints.at(-1)).toMatchObject({ offset: 2, update: 2 })
    journal.close()
    const second = memoryTwin()
    second.onCommand = (command) => {
      if (command.kind === 'train') again.engine.stop()
    }
    const again = started(folder, second)
    expect(await again.engine.run()).toBe('interrupted')
    expect(again.journal.state.updates_done[0]).toBe(4)
    again.journal.close()
    const resumed = await finish(folder, memoryTwin())
    const expected = await uninterrupted()
    expect(resumed.weights).toBe(expected.weights)
    expect(numbers(resumed.state)).toEqual(numbers(expected.state))
  })

  it.each(['set-up', 'evaluate', 'begin-task'])(
    'during %s leaves it, and the resumed run does it again',
    async (kind) => {
      const folder = newFolder()
      const { kinds, state } = await stoppedDuring(kind, folder)
      expect(kinds).not.toContain(kind)
      expect(state.worker === null).toBe(kind === 'set-up')
      await expectSameEnd(folder)
    },
  )

  it('while a checkpoint is restored changes nothing, and the run goes on from there', async () => {
    const folder = newFolder()
    const { state } = await stoppedDuring('train', folder)
    const again = await stoppedDuring('restore', folder)
    expect(again.kinds).toEqual(['set-up'])
    expect(again.state.checkpoints).toEqual(state.checkpoints)
    await expectSameEnd(folder)
  })

  it.each([2, 5, 9, 14, 21, 30])(
    'at command %i saves, and a resumed run ends with the same numbers',
    async (at) => {
      const expected = await uninterrupted()
      const folder = newFolder()
      const twin = memoryTwin()
      const { engine, journal } = started(folder, twin)
      let count = 0
      twin.onCommand = () => {
        count += 1
        if (count === at) engine.stop()
      }
      expect(await engine.run()).toBe('interrupted')
      expect(journal.state.status).toBe('interrupted')
      const stoppedAt = journal.state.next_step
      journal.close()
      expect(stoppedAt).toBeLessThan(at + 1) // nothing after the command in progress, but the save
      const resumed = await finish(folder, memoryTwin())
      expect(resumed.weights).toBe(expected.weights)
      expect(numbers(resumed.state)).toEqual(numbers(expected.state))
      // Every update is done once, also those of a segment that was stopped within.
      expect(updatesIn(twin.executed) + updatesIn(resumed.twin.executed)).toBe(updatesIn(steps))
    },
  )

  it('while paused ends the pause', async () => {
    const twin = memoryTwin()
    const { engine, journal } = started(newFolder(), twin)
    journal.subscribe((event) => {
      if (event.kind === 'paused') setTimeout(() => engine.stop(), 5)
    })
    twin.onCommand = (command) => {
      if (command.kind === 'train' && journal.state.status !== 'paused') engine.togglePause()
    }
    expect(await engine.run()).toBe('interrupted')
    journal.close()
  })
})

describe('pausing', () => {
  it('sends nothing until continued, and changes no number', async () => {
    const expected = await uninterrupted()
    const folder = newFolder()
    const twin = memoryTwin()
    const { engine, journal } = started(folder, twin)
    let pauses = 0
    let executedAtPause = 0
    journal.subscribe((event) => {
      if (event.kind === 'paused') {
        executedAtPause = twin.executed.length
        setTimeout(() => {
          expect(twin.executed.length).toBe(executedAtPause)
          engine.togglePause()
        }, 20)
      }
    })
    twin.onCommand = (command) => {
      if (command.kind === 'train' && pauses < 2) {
        pauses += 1
        engine.togglePause()
      }
    }
    expect(await engine.run()).toBe('finished')
    journal.close()
    expect(pauses).toBe(2)
    expect(numbers(journal.state)).toEqual(numbers(expected.state))
  })

  it('notices a worker that dies meanwhile', async () => {
    const twin = memoryTwin()
    const { launch } = twin
    const { engine, journal } = started(newFolder(), {
      ...twin,
      launch: async (options) => {
        const worker = await launch(options)
        const lost =
          options.epoch > 1
            ? worker.lost
            : new Promise<never>((_, reject) => setTimeout(() => reject(died()), 50))
        lost.catch(() => {})
        return Object.assign(Object.create(worker), {
          lost,
          run: worker.run.bind(worker),
          cancel: worker.cancel.bind(worker),
          abandon: worker.abandon.bind(worker),
          close: worker.close.bind(worker),
        })
      },
    })
    journal.subscribe((event) => {
      if (event.kind === 'worker-lost') engine.togglePause()
    })
    twin.onCommand = (command) => {
      if (
        command.kind === 'train' &&
        journal.state.workers_lost === 0 &&
        journal.state.status !== 'paused'
      )
        engine.togglePause()
    }
    expect(await engine.run()).toBe('finished')
    expect(journal.state.workers_lost).toBe(1)
    journal.close()
  })
})

describe('what lies on disk', () => {
  async function stopped(): Promise<RunFolder> {
    const folder = newFolder()
    const fault = new WorkerError('internal', 'bug')
    const { engine, journal } = started(
      folder,
      memoryTwin([{ epoch: 1, command: steps.length - 1, error: fault }]),
    )
    await expect(engine.run()).rejects.toBe(fault)
    journal.close()
    return folder
  }

  it.each([
    ['truncated', (path: string) => truncateSync(path, 10)],
    [
      'changed',
      (path: string) =>
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(/\d(?=[^\d]*$)/, (d) => String((Number(d) + 1) % 10)),
        ),
    ],
    ['removed', (path: string) => rmSync(path)],
  ])('a %s newest checkpoint is named and an earlier one used', async (_, damage) => {
    const expected = await uninterrupted()
    const folder = await stopped()
    const newest = readdirSync(folder.checkpoints)
      .filter((name) => !name.startsWith('.'))
      .sort()
      .at(-1)!
    damage(join(folder.checkpoints, newest, 'trained.json'))
    const { state, weights } = await finish(folder, memoryTwin())
    expect(state.warnings.join()).toContain(join('checkpoints', newest))
    expect(weights).toBe(expected.weights)
    expect(numbers(state)).toEqual(numbers(expected.state))
  })

  it('is gone on with by another torch, which is said; by the same, nothing is', async () => {
    const [folder, same] = [await stopped(), await stopped()]
    const other = memoryTwin()
    other.torch = '3'
    const { state } = await finish(folder, other)
    expect(state.warnings).toEqual([
      expect.stringContaining('different hardware or software (torch 2 → 3)'),
    ])
    expect((await finish(same, memoryTwin())).state.warnings).toEqual([])
  })

  it('a torn last line of the journal is dropped', async () => {
    const folder = await stopped()
    appendFileSync(folder.journal, '{"v":1,"seq":99,"at":"2026')
    const expected = await uninterrupted()
    expect((await finish(runFolder(folder.path), memoryTwin())).weights).toBe(expected.weights)
  })
})
