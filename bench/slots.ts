/**
 * What does one more average along a training cost? Updates and samples of averages take turns in one worker; memory is
 * read with few and with many slots.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createLauncher, type Report, type Worker } from '../src/bridge/index.js'
import { copy } from '../src/plan/averages.js'
import { median, medianRange } from './lib/statistics.js'
import { preparation, segments, updatesOf } from './lib/training.js'

const help = `usage: scripts/bench slots [OPTION...]
  --slots N      averages kept at once (default 20)
  --rounds N     rounds of one segment of 25 updates and a sample of every average (default 9)
  --batch N      images per batch, and as many reference images (default 64)
  --threads N    CPU threads (default 0: all)`

const { values } = parseArgs({
  options: {
    slots: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '9' },
    batch: { type: 'string', default: '64' },
    threads: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
})
const slots = Array.from({ length: Number(values.slots) }, (_, i) => `average-${i + 1}`)

interface Measured {
  readonly parameters: number
  /** Resident memory in MiB before and after the slots were made. */
  readonly memory: readonly [before: number, after: number]
  /** Seconds of one update and of one sample, per round. */
  readonly rounds: readonly { readonly update: number; readonly sample: number }[]
}

async function measure(worker: Worker, folder: string): Promise<Measured> {
  const [setUp, ...rest] = preparation(Number(values.threads), folder)
  const { outcome } = await worker.run(setUp!)
  if (outcome.kind !== 'set-up-done') throw new Error(`set-up answered ${outcome.kind}`)
  for (const command of rest) await worker.run(command)
  const batch = Number(values.batch)
  const [warmUp] = segments(0, 1, batch)
  const { memory_mib: before } = await worker.run(warmUp!)
  let after = before
  for (const slot of slots) after = (await worker.run(copy(slot, 'trained'))).memory_mib
  const rounds = []
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const segment = segments(round, 1, batch)
    const update = (await worker.run(segment[0]!)).seconds / updatesOf(segment)
    const samples: Report[] = []
    for (const slot of slots)
      samples.push(await worker.run({ kind: 'lerp', slot, towards: 'trained', fraction: 0.5 }))
    const sample = samples.reduce((sum, { seconds }) => sum + seconds, 0) / slots.length
    rounds.push({ update, sample })
    process.stderr.write(`round ${round} of ${values.rounds}\n`)
  }
  return { parameters: outcome.parameters_trained, memory: [before, after], rounds }
}

function report({ parameters, memory: [before, after], rounds }: Measured): string {
  const copyMib = (4 * parameters) / 2 ** 20
  const perSlot = (after - before) / slots.length
  const ratios = rounds.map(({ update, sample }) => sample / update)
  const [low, high] = medianRange(ratios)
  const share = (ratio: number) => (100 * ratio).toFixed(1)
  return [
    `machine   ${cpus()[0]?.model}, ${availableParallelism()} cores; node ${process.version}`,
    `training  mini-clip, zscl, batch ${values.batch} + ${values.batch}, ${slots.length} averages, ${rounds.length} rounds`,
    `memory    ${perSlot.toFixed(2)} MiB per average = ${(perSlot / copyMib).toFixed(3)} of one copy of the weights (${copyMib.toFixed(2)} MiB)`,
    `time      one sample takes ${share(median(ratios))} % of one update (95 % range ${share(low)} % to ${share(high)} %)`,
  ].join('\n')
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const root = join(import.meta.dirname, '..')
  const python = process.env['ZSCL_PYTHON'] ?? join(root, '.venv/bin/python')
  const launch = createLauncher({ python, pythonPath: join(root, 'python') })
  const logFile = join(folder, 'worker.log')
  const worker = await launch({ epoch: 1, logFile, onProgress: () => {} })
  try {
    process.stdout.write(`${report(await measure(worker, folder))}\n`)
  } finally {
    await worker.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (values.help) process.stdout.write(`${help}\n`)
else await main()
