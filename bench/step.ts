/** What does one ZSCL update cost against the authors' way? Both take turns within one Python process. */
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measuredInPython } from './lib/python.js'
import { median } from './lib/statistics.js'

const help = `usage: scripts/bench step [OPTION...]
  --rounds N       pairs of measurements (default 5)
  --warm N         pairs before them that are not counted (default 1)
  --updates N      updates per measurement (default 2)
  --batch N        images per batch, and as many reference images (default 16)
  --captions N     reference texts (default 2000)
  --context N      tokens that the text encoder has room for (default 77, to which the authors pad every prompt)
  --threads N      CPU threads (default 0: all)
  --model NAME     open_clip model with random weights (default mini-clip)
  --device NAME    cpu or cuda (default cpu)
  --precision P    of both: fp32, tf32 or bf16 (default fp32)
  --compile        compile our image encoder
  --text-batch N   captions that the authors' way encodes at once (default 2000)
  --paper          the paper's sizes on a GPU: ViT-B/16, 64 + 64 images, 13,000 captions`

const text = (value: string) => ({ type: 'string', default: value }) as const
const { values: asked } = parseArgs({
  options: {
    rounds: text('5'),
    warm: text('1'),
    updates: text('2'),
    batch: text('16'),
    captions: text('2000'),
    context: text('77'),
    threads: text('0'),
    model: text('mini-clip'),
    device: text('cpu'),
    precision: text('fp32'),
    'text-batch': text('2000'),
    compile: { type: 'boolean', default: false },
    paper: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const paper = { model: 'ViT-B-16-quickgelu', batch: '64', captions: '13000', device: 'cuda' }
const values = { ...asked, ...(asked.paper && paper) }

interface Result {
  readonly seconds: readonly (readonly [zscl: number, authors: number])[]
  readonly difference: number
  readonly losses: readonly [zscl: number, authors: number]
  readonly preparation: number
  readonly context: number
  readonly threads: number
  readonly device: string
  /** At most during an update, of the process, which has the weights of both sides. */
  readonly host_memory_gb: readonly (number | null)[]
  /** On a GPU only: of one update of ours. */
  readonly tflop?: number
  readonly peak_tflops?: number | null
  readonly peak_memory_gb?: number
}

function measure(): Result {
  const {
    rounds,
    warm,
    updates,
    batch,
    captions,
    context,
    threads,
    model,
    device,
    precision,
    compile,
  } = values
  const text_batch = values['text-batch']
  const numbers = { rounds, warm, updates, batch, captions, context, threads, text_batch }
  const options = {
    ...Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, Number(value)])),
    ...{ model, device, precision, compile },
  }
  return measuredInPython('step.py', [JSON.stringify(options), 'FOLDER']) as Result
}

/** How well the device is used, and how much memory that takes; nothing on the CPU. */
function onGpu({ tflop, peak_tflops, peak_memory_gb }: Result, seconds: number): string[] {
  if (tflop === undefined || peak_memory_gb === undefined) return []
  const reached = tflop / seconds
  const share =
    peak_tflops == null
      ? 'of an unknown peak'
      : `${((100 * reached) / peak_tflops).toFixed(0)} % of ${peak_tflops} TFLOP/s`
  return [
    `work       ${tflop.toFixed(1)} TFLOP per update of ours, ${reached.toFixed(0)} TFLOP/s, ${share} (dense, ${values.precision})`,
    `memory     ${peak_memory_gb.toFixed(1)} GB at most in an update of ours`,
  ]
}

function report(result: Result): string {
  const seconds = (side: 0 | 1) => median(result.seconds.map((pair) => pair[side]))
  const ms = (side: 0 | 1) => (1000 * seconds(side)).toFixed(1)
  const ratios = result.seconds.map(([zscl, authors]) => authors / zscl)
  const equal = result.difference <= 1e-4 ? 'equal to 1e-4' : 'NOT equal to 1e-4'
  return [
    `machine    ${availableParallelism()} cores, ${result.threads} threads, load ${loadavg()[0]?.toFixed(2)}`,
    `update     ${values.model} on ${result.device}, ${values.precision}${values.compile ? ', compiled' : ''}, batch ${values.batch} + ${values.batch}, ${values.captions} captions, context ${result.context}`,
    `zscl       ${ms(0)} ms per update (and once per task ${result.preparation.toFixed(2)} s, cached on disk)`,
    `authors    ${ms(1)} ms per update`,
    `ratio      median ${median(ratios).toFixed(2)}, ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${ratios.length} alternating rounds of ${values.updates} updates`,
    `host       ${result.host_memory_gb.map((gb) => gb?.toFixed(1) ?? '?').join(' and ')} GB of memory at most, with the weights of both`,
    ...onGpu(result, seconds(0)),
    `losses     ${result.losses.map((loss) => loss.toFixed(6)).join(' and ')}, largest relative difference ${result.difference.toExponential(1)}: ${equal}`,
  ].join('\n')
}

process.stdout.write(`${values.help ? help : report(measure())}\n`)
