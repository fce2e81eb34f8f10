/**
 * What does the bridge cost? The same training, driven by TypeScript over the bridge and by a plain Python loop, taking
 * turns within one run so that both see the same machine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { bridgeSide, inProcessSide, type Side } from './lib/sides.js'
import { median, medianRange } from './lib/statistics.js'
import { preparation, segments, updatesOf } from './lib/training.js'

const targetPercent = 1
const targetFromMs = 20
/** Idle threads of the other side may spin for a while before they sleep. */
const settleMs = 300
/** With fewer numbers not even the smallest and the largest enclose the median with 95 % certainty. */
const fewestLaunches = 6

const help = `usage: scripts/bench bridge [OPTION...]
  --launches N   how often both sides are started anew (default 7)
  --rounds N     pairs of measurements per launch (default 5)
  --segments N   segments of 25 updates per measurement (default 2)
  --batch N      images per batch, and as many reference images (default 16)
  --threads N    CPU threads (default 0: all)
  --synthetic    updates that take a fixed time instead of mini-clip
  --update-ms N  that time (default 20)`

const { values } = parseArgs({
  options: {
    launches: { type: 'string', default: '7' },
    rounds: { type: 'string', default: '5' },
    segments: { type: 'string', default: '2' },
    batch: { type: 'string', default: '16' },
    threads: { type: 'string', default: '0' },
    synthetic: { type: 'boolean', default: false },
    'update-ms': { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
})

interface Round {
  readonly bridge: number
  readonly inProcess: number
}

/** Says `met` or `not met` only where the noise of the machine leaves no doubt. */
function verdict(updateMs: number, ratios: readonly number[]): string {
  const [low, high] = medianRange(ratios)
  const limit = 1 + targetPercent / 100
  if (updateMs < targetFromMs * 0.99) return 'does not apply, updates are shorter'
  if (ratios.length < fewestLaunches)
    return `undecided: that takes at least ${fewestLaunches} launches`
  if (high <= limit) return 'met'
  return low > limit
    ? 'not met'
    : 'undecided, the machine is too noisy: stop other work or take more launches'
}

async function measure(bridge: Side, inProcess: Side): Promise<readonly Round[]> {
  const count = Number(values.segments)
  const rounds: Round[] = []
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const commands = segments(round * count, count, Number(values.batch))
    const seconds = new Map<Side, number>()
    for (const side of round % 2 === 0 ? [bridge, inProcess] : [inProcess, bridge]) {
      await setTimeout(settleMs)
      seconds.set(side, await side.execute(commands))
    }
    // The first round warms up and is not counted.
    if (round > 0) {
      rounds.push({ bridge: seconds.get(bridge) ?? 0, inProcess: seconds.get(inProcess) ?? 0 })
    }
  }
  return rounds
}

/**
 * Two processes of the same program differ by some per cent for as long as they live (where their memory lies), so a launch
 * counts as one measurement, however many rounds it has.
 */
function report(launches: readonly (readonly Round[])[]): string {
  const updates = updatesOf(segments(0, Number(values.segments), 1))
  const perUpdate = (side: keyof Round) =>
    (1000 * median(launches.flatMap((rounds) => rounds.map((round) => round[side])))) / updates
  const [bridge, inProcess] = [perUpdate('bridge'), perUpdate('inProcess')]
  const ratios = launches.map((rounds) =>
    median(rounds.map((round) => round.bridge / round.inProcess)),
  )
  const slower = 100 * (median(ratios) - 1)
  const range = medianRange(ratios)
  return [
    `machine      ${cpus()[0]?.model}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)}; node ${process.version}`,
    `training     ${values.synthetic ? `synthetic, ${values['update-ms']} ms per update` : `mini-clip, zscl, batch ${values.batch} + ${values.batch}, threads ${values.threads}`}; ${launches.length} launches, ${values.rounds} rounds of ${updates} updates each`,
    `bridge       ${(1000 / bridge).toFixed(2)} updates/s (${bridge.toFixed(3)} ms per update)`,
    `in process   ${(1000 / inProcess).toFixed(2)} updates/s (${inProcess.toFixed(3)} ms per update)`,
    `time ratio   median ${median(ratios).toFixed(4)} (${slower.toFixed(2)} % slower), 95 % range ${range[0].toFixed(4)} to ${range[1].toFixed(4)}`,
    `target       at most ${targetPercent} % slower at updates of ${targetFromMs} ms or more: ${verdict(inProcess, ratios)}`,
  ].join('\n')
}

async function launch(folder: string): Promise<readonly Round[]> {
  const root = join(import.meta.dirname, '..')
  const options = {
    root,
    python: process.env['ZSCL_PYTHON'] ?? join(root, '.venv/bin/python'),
    synthetic: values.synthetic,
    updateMs: Number(values['update-ms']),
    folder,
  }
  const sides: Side[] = []
  try {
    const bridge = await bridgeSide(options)
    sides.push(bridge)
    const inProcess = inProcessSide(options)
    sides.push(inProcess)
    for (const side of sides) await side.execute(preparation(Number(values.threads), folder))
    return await measure(bridge, inProcess)
  } finally {
    await Promise.all(sides.map((side) => side.close()))
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const launches: (readonly Round[])[] = []
    for (let number = 1; number <= Number(values.launches); number += 1) {
      launches.push(await launch(folder))
      process.stderr.write(`launch ${number} of ${values.launches}\n`)
    }
    process.stdout.write(`${report(launches)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (values.help) process.stdout.write(`${help}\n`)
else await main()
