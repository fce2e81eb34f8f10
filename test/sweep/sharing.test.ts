/** Trials that begin where others have been: fewer updates, and no number changes. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WorkerError } from '../../src/bridge/worker.js'
import { baseOf, Sweep } from '../../src/config/sweep.js'
import { runFolder } from '../../src/journal/folder.js'
import { readJournal } from '../../src/journal/journal.js'
import { expand, type Trial } from '../../src/sweep/expand.js'
import { type SweepFolder, stateOf, sweepFolder } from '../../src/sweep/folder.js'
import { type SweepOptions, SweepRunner } from '../../src/sweep/run-sweep.js'
import { Sharer } from '../../src/sweep/sharing.js'
import { memoryTwin, type Twin } from '../engine/memory-worker.js'

let runs: string
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'zscl-sharing-'))
})
afterEach(() => rmSync(runs, { recursive: true, force: true }))

const tasks = (...names: string[]) => names.map((name) => ({ name, kind: 'mini', mini_task: name }))
const single = { base: 'mini', tasks: tasks('shapes') }
const double = { base: 'mini', tasks: tasks('shapes', 'digits') }

function trialsOf(parameters: Record<string, unknown>, benchmark: object = single): Trial[] {
  const schedule = { updates: 30, warmup: 3 }
  const sweep = Sweep.parse({
    name: 'x',
    experiment: { benchmark, recipe: 'zscl', schedule },
    parameters,
  })
  return expand(sweep, baseOf(sweep), 'x')
}

function runner(trials: readonly Trial[], twin: Twin, options: Partial<SweepOptions> = {}) {
  return new SweepRunner({
    trials,
    folder: sweepFolder(runs, 'shared'),
    jobs: 2,
    dependencies: () => ({ launch: twin.launch, places: { cacheFolder: '', dataFolder: '' } }),
    retryFailed: false,
    failFast: false,
    share: true,
    onChange: () => {},
    ...options,
  })
}

const trained = (twin: Twin) =>
  twin.executed.reduce(
    (sum, command) => sum + (command.kind === 'train' ? command.learning_rates.length : 0),
    0,
  )

/** Everything of a finished run that is a number, without times. */
function numbersOf(folder: SweepFolder, trial: Trial) {
  const state = stateOf(folder, trial)
  if (state === null) throw new Error(`${trial.name} never began`)
  expect(state.status).toBe('finished')
  const weights = join(folder.path, trial.name, 'model/weights.json')
  const evaluations = state.evaluations.map((one) => [
    one.after_task,
    one.variant,
    one.dataset,
    one.correct,
    one.total,
  ])
  const { matrix, zero_shot, history, updates_done } = state
  const model = readFileSync(weights, 'utf8')
  return { matrix, zero_shot, history, updates_done, evaluations, model }
}

async function expectSameAsAlone(trials: readonly Trial[]): Promise<void> {
  const [shared, alone] = [sweepFolder(runs, 'shared'), sweepFolder(runs, 'alone')]
  expect(await runner(trials, memoryTwin(), { folder: alone, share: false }).run()).toBe('finished')
  for (const trial of trials) expect(numbersOf(shared, trial)).toEqual(numbersOf(alone, trial))
}

it('a pull is part of the training: trials that differ in it share nothing', () => {
  const trials = trialsOf({
    recipe: [
      { base: 'finetune', average: { kind: 'pull', interval: 10, decay: 0.9 } },
      { base: 'finetune', average: { kind: 'pull', interval: 5, decay: 0.9 } },
      'finetune',
      {
        base: 'finetune',
        average: { kind: 'we', interval: 5 },
        after_task: { kind: 'take-average' },
      },
    ],
  })
  const sharing = new Sharer(trials).share(() => null)
  expect([...sharing.adoptions].map(([id]) => trials.findIndex((one) => one.id === id))).toEqual([
    3,
  ])
})

const intervals = [1, 3, 5, 10, 30]
const lambdas = [0.1, 1, 5]
const both = 'recipe.lambda_image = recipe.lambda_text'

const axes: [string, Record<string, unknown>, object, number, number][] = [
  [
    'intervals of one task: one training per lambda',
    { 'recipe.average.interval': intervals, [both]: lambdas },
    single,
    15 * 30,
    3 * 30,
  ],
  [
    'what a task ends with, and how it averages: one training for recipes with the same losses',
    { recipe: ['finetune', 'we', 'wise-ft', 'we-wise', 'ema'] },
    single,
    5 * 30,
    30,
  ],
  [
    'alpha of WiSE-FT',
    { recipe: ['wise-ft'], 'recipe.after_task.alpha': [0.2, 0.5, 0.8] },
    single,
    90,
    30,
  ],
  [
    'a common beginning: the first of two tasks',
    { 'recipe.wc': [{ per_task: [1, 0] }, { per_task: [1, 1] }, { per_task: [0, 1] }] },
    double,
    180,
    150,
  ],
  [
    'the first task of several intervals, after which the weights differ',
    { 'recipe.average.interval': [5, 10] },
    double,
    120,
    90,
  ],
  ['seeds: nothing', { seed: [0, 1, 2] }, single, 90, 90],
]

describe('sharing', () => {
  it.each(axes)('over %s', async (_, parameters, benchmark, all, shared) => {
    const trials = trialsOf(parameters, benchmark)
    const sharer = new Sharer(trials)
    expect(sharer.updates(sharer.share(() => null))).toEqual({ all, shared })
    const twin = memoryTwin()
    expect(await runner(trials, twin).run()).toBe('finished')
    expect(trained(twin)).toBe(shared)
    await expectSameAsAlone(trials)
  })

  it('begins what others wait for first, so that no training is left for the end', async () => {
    const trials = trialsOf({ [both]: [1, 5], 'recipe.average.interval': [5, 10] })
    const begun: string[] = []
    const onOpen: SweepOptions['onOpen'] = (trial) => {
      begun.push(trial.id)
      return () => {}
    }
    expect(await runner(trials, memoryTwin(), { jobs: 1, onOpen }).run()).toBe('finished')
    expect(begun).toEqual([0, 2, 1, 3].map((index) => trials[index]!.id))
  })

  it('measures the model before training once for trials that differ in anything but the model and the data', async () => {
    const trials = trialsOf({ [both]: lambdas }, double)
    const twin = memoryTwin()
    expect(await runner(trials, twin, { jobs: 1 }).run()).toBe('finished')
    const initial = twin.executed.filter(
      (command) => command.kind === 'evaluate' && command.slot === 'initial',
    )
    expect(initial).toHaveLength(2)
    await expectSameAsAlone(trials)
  })

  it('says in the journal what was taken over and from whom, and forgets what was kept when all is done', async () => {
    const trials = trialsOf({ 'recipe.average.interval': [5, 10] })
    await runner(trials, memoryTwin()).run()
    const [first, second] = trials.map((trial) => runFolder(join(runs, 'shared', trial.name)))
    const kinds = readJournal(first!.journal).events.map(({ kind }) => kind)
    expect(kinds).toContain('stage-saved')
    const adopted = readJournal(second!.journal).events.find(({ kind }) => kind === 'stage-adopted')
    expect(adopted).toMatchObject({ from: first!.name, task: 0 })
    expect(existsSync(first!.stages)).toBe(false)
  })
})

describe('sharing that is disturbed', () => {
  it('goes on after an interruption of the trial that trains for others, with the numbers of an uninterrupted sweep', async () => {
    const trials = trialsOf({ 'recipe.average.interval': [3, 5, 10] })
    const twin = memoryTwin()
    const stopped = runner(trials, twin)
    twin.onCommand = (command) => {
      if (command.kind === 'train' && command.first_update >= 10) stopped.stop()
    }
    expect(await stopped.run()).toBe('interrupted')
    expect(stopped.progress.map(({ status }) => status)).toEqual([
      'interrupted',
      'waiting',
      'waiting',
    ])
    twin.onCommand = () => {}
    expect(await runner(trials, twin).run()).toBe('finished')
    expect(trained(twin)).toBe(30)
    await expectSameAsAlone(trials)
  })

  it('lets another trial train for the others when the first has failed', async () => {
    const trials = trialsOf({ 'recipe.average.interval': [3, 5, 10] })
    const broken = memoryTwin([
      { epoch: 1, command: 6, error: new WorkerError('bad-input', 'no such thing') },
    ])
    const twin = memoryTwin()
    let launches = 0
    const launch: Twin['launch'] = (options) => {
      launches += 1
      return launches === 1 ? broken.launch(options) : twin.launch(options)
    }
    const places = { cacheFolder: '', dataFolder: '' }
    const first = runner(trials, twin, { dependencies: () => ({ launch, places }) })
    expect(await first.run()).toBe('failures')
    expect(first.progress.map(({ status }) => status)).toEqual(['failed', 'finished', 'finished'])
    expect(trained(twin)).toBe(30)
    expect(await runner(trials, twin, { retryFailed: true }).run()).toBe('finished')
    await expectSameAsAlone(trials)
  })

  it('runs a value that is added later by itself, with the same numbers', async () => {
    await runner(trialsOf({ 'recipe.average.interval': [3, 5] }), memoryTwin()).run()
    const more = trialsOf({ 'recipe.average.interval': [3, 5, 7] })
    const twin = memoryTwin()
    expect(await runner(more, twin).run()).toBe('finished')
    expect(trained(twin)).toBe(30)
    await expectSameAsAlone(more)
  })

  it('begins at the start again where what it took over is damaged', async () => {
    const trials = trialsOf({ 'recipe.average.interval': [5, 10] })
    const twin = memoryTwin()
    const stopped = runner(trials, twin, { jobs: 1 })
    let setUps = 0
    twin.onCommand = (command) => {
      if (command.kind === 'set-up') setUps += 1
      if (setUps === 2 && command.kind === 'restore') {
        rmSync(join(command.folder), { recursive: true })
        throw new WorkerError('checkpoint-unreadable', 'gone')
      }
    }
    expect(await stopped.run()).toBe('failures')
    twin.onCommand = () => {}
    expect(await runner(trials, twin, { retryFailed: true }).run()).toBe('finished')
    await expectSameAsAlone(trials)
  })
})
