/**
 * What a GPU does with it: one update of ours against the authors' way in every precision, what lies around the updates,
 * exactness, and from these the minutes of a whole MTIL order. Every result is written as it comes.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killedRun, wholeRun } from './lib/app-runs.js'
import { type Measured, report } from './lib/gpu-report.js'
import { bridgeSide } from './lib/sides.js'
import { python, type Result, root, runStage } from './lib/stages.js'
import { preparation, segments } from './lib/training.js'

const help = `usage: scripts/bench gpu [OPTION...]
  --device NAME   cuda or cpu (default cuda)
  --tiny          mini-clip and few images: what a CPU does in a minute or two, to see that the script works
  --only LIST     stages, of machine,bf16,compiled,exact,bridge,pipeline,app,fp32,tf32 (default: all, in this order)
  --minutes N     no stage is begun after so many (default 6)
  --out FOLDER    for results.jsonl, report.txt and profiles (default ./bench-gpu)

On a machine without a network: \`scripts/bench-pack\` first, on one that has it (see docs/benchmarks.md).`

const { values } = parseArgs({
  options: {
    device: { type: 'string', default: 'cuda' },
    tiny: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    minutes: { type: 'string', default: '6' },
    out: { type: 'string', default: 'bench-gpu' },
    help: { type: 'boolean', default: false },
  },
})

const { device, tiny } = values
const sizes = tiny
  ? { model: 'mini-clip', batch: 4, captions: 64, classes: 4, rounds: 2, updates: 2, photos: 16 }
  : {
      model: 'ViT-B-16-quickgelu',
      batch: 64,
      captions: 13_000,
      classes: 109, // the mean of MTIL's eleven
      rounds: 2,
      updates: 20,
      photos: 2_180,
    }

interface Place {
  readonly folder: string
  readonly out: string
  /** Keeps one result and shows it. */
  readonly keep: (stage: string, result: Result) => void
}

type Run = (place: Place) => Promise<string>

const inPython =
  (module: string, limitSeconds: number, options: Result, stage: string): Run =>
  ({ folder, out, keep }) =>
    runStage(
      {
        module,
        limitSeconds,
        folder,
        options: {
          ...sizes,
          device,
          profile: module === 'update' ? join(out, `profile-${stage}.txt`) : '',
          ...options,
        },
      },
      (result) => keep(stage, result),
    )

const update = (stage: string, limit: number, options: Result) =>
  inPython('update', limit, options, stage)

/** In the order of what one most wants to know, as `--minutes` may cut it off. */
const stages: Readonly<Record<string, Run>> = {
  machine: inPython('machine', 60, {}, 'machine'),
  bf16: update('bf16', 90, { precision: 'bf16' }),
  compiled: update('compiled', 150, { precision: 'bf16', compile: true }),
  exact: inPython(
    'exact',
    180,
    { compile: !tiny, captions: Math.min(500, sizes.captions) },
    'exact',
  ),
  bridge,
  pipeline: inPython('pipeline', 150, { precision: 'bf16', compile: !tiny }, 'pipeline'),
  app,
  fp32: update('fp32', 90, { precision: 'fp32', rounds: 1 }),
  ...(device === 'cpu' ? {} : { tf32: update('tf32', 90, { precision: 'tf32', rounds: 1 }) }),
}

/** The same run twice through the program that people type; the second is killed and resumed. */
async function app({ folder, keep }: Place): Promise<string> {
  const words = ['mini-short', '--set', `device=${device}`]
  const whole = await wholeRun(folder, 'whole', words)
  const killed = await killedRun(folder, 'killed', words, 14)
  keep('app', {
    whole_seconds: whole.seconds,
    killed_seconds: killed.seconds,
    equal: whole.weights === killed.weights && whole.accuracies === killed.accuracies,
    weights: [whole.weights, killed.weights],
  })
  return ''
}

/** What the boundaries of segments cost: segments of 25 updates over the bridge against one segment of as many. */
async function bridge({ folder, keep }: Place): Promise<string> {
  const side = await bridgeSide({ root, python, synthetic: false, updateMs: 0, folder })
  const length = tiny ? 2 : 25
  const count = 4
  try {
    const precision = tiny ? 'fp32' : 'bf16'
    await side.execute(
      preparation(0, process.env['ZSCL_CACHE'] ?? folder, { ...sizes, device, precision }),
    )
    await side.execute(segments(0, 2, sizes.batch, length))
    let first = 2
    for (let round = 0; round < 3; round += 1) {
      const short = await side.execute(segments(first, count, sizes.batch, length))
      const [long] = segments(0, 1, sizes.batch, length * count)
      if (long === undefined) throw new Error('no segment')
      const first_update = (first + count) * length
      const whole = await side.execute([{ ...long, first_update }])
      first += 2 * count
      keep('bridge', {
        seconds_in_segments: short / (length * count),
        seconds_in_one: whole / (length * count),
        segment: length,
      })
    }
    return ''
  } finally {
    await side.close()
  }
}

function chosen(): string[] {
  const asked = values.only === '' ? Object.keys(stages) : values.only.split(',')
  const unknown = asked.filter((name) => !(name in stages))
  if (unknown.length === 0) return asked
  process.stderr.write(
    `bench gpu: no stage ${unknown.join(', ')}; expected ${Object.keys(stages).join(', ')}\n`,
  )
  process.exit(2)
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  process.env['ZSCL_CACHE'] = join(folder, 'cache')
  mkdirSync(values.out, { recursive: true })
  const measured: Measured[] = []
  const write = (one: Measured) => {
    measured.push(one)
    appendFileSync(join(values.out, 'results.jsonl'), `${JSON.stringify(one)}\n`)
    process.stderr.write(`${JSON.stringify(one).slice(0, 400)}\n`)
  }
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1_000
  try {
    for (const name of chosen()) {
      if (seconds() > 60 * Number(values.minutes)) {
        write({ stage: name, failed: `not begun: ${values.minutes} minutes were over` })
        continue
      }
      const place = {
        folder,
        out: values.out,
        keep: (s: string, r: Result) => write({ stage: s, ...r }),
      }
      mkdirSync(join(folder, name), { recursive: true })
      const begun = seconds()
      const failed = await (stages[name] as Run)({ ...place, folder: join(folder, name) }).catch(
        String,
      )
      write({ stage: name, stage_seconds: seconds() - begun, ...(failed && { failed }) })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const text = `${report(measured, { ...sizes, device })}\n`
  writeFileSync(join(values.out, 'report.txt'), text)
  process.stdout.write(text)
  if (measured.some((one) => 'failed' in one || one['equal'] === false)) process.exitCode = 1
}

if (values.help) process.stdout.write(`${help}\n`)
else await main()
