/** What does one ZSCL update cost against the authors' way? Both take turns within one Python process. */
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measuredInPython } from './lib/python.js'
import { median } from './lib/statistics.js'

const help = `usage: scripts/bench step [OPTION...]
  --rounds N    pairs of measurements (default 5)
  --updates N   updates per measurement (default 2)
  --batch N     images per batch, and as many reference images (default 16)
  --captions N  reference texts (default 2000)
  --threads N   CPU threads (default 0: all)`

const text = (value: string) => ({ type: 'string', default: value }) as const
const { values } = parseArgs({
  options: {
    rounds: text('5'),
    updates: text('2'),
    batch: text('16'),
    captions: text('2000'),
    threads: text('0'),
    help: { type: 'boolean', default: false },
  },
})

interface Result {
  readonly seconds: readonly (readonly [zscl: number, authors: number])[]
  readonly difference: number
  readonly losses: readonly [zscl: number, authors: number]
  readonly preparation: number
  readonly context: number
  readonly threads: number
}

function measure(): Result {
  const { rounds, updates, batch, captions, threads } = values
  const args = [rounds, updates, batch, captions, threads, 'FOLDER']
  return measuredInPython('step.py', args) as Result
}

function report(result: Result): string {
  const ms = (side: 0 | 1) => (1000 * median(result.seconds.map((pair) => pair[side]))).toFixed(1)
  const ratios = result.seconds.map(([zscl, authors]) => authors / zscl)
  const equal = result.difference <= 1e-4 ? 'equal to 1e-4' : 'NOT equal to 1e-4'
  return [
    `machine    ${availableParallelism()} cores, ${result.threads} threads, load ${loadavg()[0]?.toFixed(2)}`,
    `update     mini-clip on the CPU, float32, batch ${values.batch} + ${values.batch}, ${values.captions} captions, context ${result.context}`,
    `zscl       ${ms(0)} ms per update (and once per task ${result.preparation.toFixed(2)} s, cached on disk)`,
    `authors    ${ms(1)} ms per update`,
    `ratio      median ${median(ratios).toFixed(2)}, ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${ratios.length} alternating rounds of ${values.updates} updates`,
    `losses     ${result.losses.map((loss) => loss.toFixed(6)).join(' and ')}, largest relative difference ${result.difference.toExponential(1)}: ${equal}`,
  ].join('\n')
}

process.stdout.write(`${values.help ? help : report(measure())}\n`)
