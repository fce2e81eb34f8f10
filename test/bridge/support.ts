/** Launches stand-in workers and cleans up behind them. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach } from 'vitest'
import type { LaunchConfig, Limits, Progress, Worker, WorkerError } from '../../src/bridge/index.js'
import { createLauncher, WorkerError as WorkerErrorClass } from '../../src/bridge/index.js'
import { datasetSpec } from '../../src/plan/datasets.js'
import type { Command, Drop, Evaluate, Lerp, SetUp, Train } from '../../src/plan/step.js'

export const root = resolve(import.meta.dirname, '../..')
export const python = join(root, '.venv/bin/python')
const workers = join(root, 'test/fixtures/workers')

/** Short, so that a test of a time limit takes no minute. */
export const testLimits: Partial<Limits> = {
  hello: 10_000,
  heartbeat: 5_000,
  watch: 50,
  shutdown: 1_500,
  stdinClosed: 200,
  terminate: 200,
}

const launched: Worker[] = []
const folders: string[] = []

afterEach(async () => {
  await Promise.all(launched.splice(0).map((worker) => worker.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'test-'))
  folders.push(folder)
  return folder
}

export interface StandInOptions {
  readonly limits?: Partial<Limits>
  readonly onProgress?: (progress: Progress) => void
  readonly logFile?: string
  readonly config?: Partial<LaunchConfig>
}

/** `name` is a script of test/fixtures/workers and its arguments. */
export async function launchStandIn(name: string, options: StandInOptions = {}): Promise<Worker> {
  const [script, ...args] = name.split(' ')
  const launch = createLauncher({
    python,
    pythonPath: join(root, 'python'),
    command: [python, join(workers, `${script}.py`), ...args],
    limits: { ...testLimits, ...options.limits },
    ...options.config,
  })
  const logFile = options.logFile ?? join(temporaryFolder(), 'worker.log')
  const worker = await launch({ epoch: 3, logFile, onProgress: options.onProgress ?? (() => {}) })
  launched.push(worker)
  return worker
}

export const lerp = (fraction = 0): Lerp => ({ kind: 'lerp', slot: 'a', towards: 'b', fraction })
export const drop = (slot: string): Drop => ({ kind: 'drop', slots: [slot] })

export const evaluate = (batch_size: number): Evaluate => ({
  kind: 'evaluate',
  slot: 'trained',
  dataset: 'd',
  batch_size,
  after_task: -1,
  dataset_index: 0,
  variant: '',
})

export const train = (learning_rates: readonly number[]): Train => ({
  kind: 'train',
  task: 0,
  first_update: 0,
  learning_rates,
  loss_weights: {
    ce: 1,
    lambda_image: 0,
    lambda_text: 0,
    lambda_feature: 0,
    lambda_image_image: 0,
    lambda_alignment: 0,
    wc: 0,
  },
  batch_size: 8,
  reference_batch_size: 0,
})

export const setUp: SetUp = {
  kind: 'set-up',
  model: { name: 'mini-clip', pretrained: '' },
  datasets: [
    datasetSpec({
      name: 'first',
      kind: 'mini',
      mini_task: 'shapes',
      train_size: 4,
      test_size: 2,
      data_seed: 1,
    }),
  ],
  seed: 1,
  device: 'cpu',
  threads: 1,
  precision: 'fp32',
  trains: 'whole',
  cache_folder: '',
}

/** The error of a launch or a command that has to fail. */
export async function failure(attempt: Promise<unknown>): Promise<WorkerError> {
  const error: unknown = await attempt.then(
    (value) => new Error(`succeeded with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  if (error instanceof WorkerErrorClass) return error
  throw error
}

export const kindOf = async (worker: Worker, command: Command): Promise<string> =>
  (await worker.run(command)).outcome.kind

/** Socket folders that exist now. */
export function socketFolders(folder = tmpdir()): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('zscl-'))
}
