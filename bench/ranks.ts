/** What do several ranks gain on one update? They and one process take turns. */
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measuredInPython } from './lib/python.js'
import { median } from './lib/statistics.js'

const help = `usage: scripts/bench ranks [OPTION...]
  --ranks LIST     numbers of ranks (default 1,2)
  --threads N      CPU threads of each rank (default 1)
  --rounds N       measurements of each (default 5)
  --updates N      updates per measurement (default 4)
  --batch N        images per batch, and as many reference images (default 64)
  --captions N     reference texts (default 2000)
  --context N      tokens that the text encoder has room for (default 77)
  --model NAME     open_clip model with random weights (default mini-clip)
  --device NAME    cpu or cuda: one GPU per rank (default cpu)
  --precision P    fp32, tf32 or bf16 (default fp32)
On the CPU one process with the threads of all ranks together is measured as well.`

const text = (value: string) => ({ type: 'string', default: value }) as const
const { values } = parseArgs({
  options: {
    ranks: text('1,2'),
    threads: text('1'),
    rounds: text('5'),
    updates: text('4'),
    batch: text('64'),
    captions: text('2000'),
    context: text('77'),
    model: text('mini-clip'),
    device: text('cpu'),
    precision: text('fp32'),
    help: { type: 'boolean', default: false },
  },
})

interface Row {
  readonly ranks: number
  readonly threads: number
  readonly seconds: readonly number[]
  /** Bytes that the first rank sent per update. */
  readonly sent: number
  readonly loss: number
}

interface Result {
  readonly rows: readonly Row[]
  /** Bytes of the gradient of all parameters. */
  readonly gradient: number
}

function measure(): Result {
  const threads = Number(values.threads)
  const counts = [...new Set([1, ...values.ranks.split(',').map(Number)])].sort((a, b) => a - b)
  const ranked = counts.map((count) => [count, threads])
  const alone = values.device === 'cpu' ? counts.slice(1).map((count) => [1, count * threads]) : []
  const numbers = ['rounds', 'updates', 'batch', 'captions', 'context'] as const
  const options = {
    ...Object.fromEntries(numbers.map((key) => [key, Number(values[key])])),
    ...{ model: values.model, device: values.device, precision: values.precision },
    groups: [...ranked, ...alone],
  }
  return measuredInPython('ranks.py', [JSON.stringify(options), 'FOLDER']) as Result
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`

function line(row: Row, { rows, gradient }: Result): string {
  const first = rows[0]!
  const ratios = row.seconds.map((seconds, i) => first.seconds[i]! / seconds)
  const name = `${row.ranks} x ${row.threads}`.padEnd(7)
  const time = `${(1000 * median(row.seconds)).toFixed(1)} ms`.padStart(10)
  const gain = `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`
  const limit = row.ranks * row.threads
  const least = (2 * gradient * (row.ranks - 1)) / row.ranks
  const sent =
    row.ranks === 1 ? '' : `, sends ${megabytes(row.sent)} (at least ${megabytes(least)})`
  return `${name} ${time}   ${gain} of ${(limit / first.threads).toFixed(0)}${sent}`
}

function report(result: Result): string {
  const losses = result.rows.map(({ loss }) => loss)
  const spread = (Math.max(...losses) - Math.min(...losses)) / Math.min(...losses)
  return [
    `machine  ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)}`,
    `update   ${values.model} on ${values.device}, ${values.precision}, batch ${values.batch} + ${values.batch}, ${values.captions} captions, gradient ${megabytes(result.gradient)}`,
    'ranks x threads, time per update, times as fast as the first of what is possible, bytes each rank sends per update',
    ...result.rows.map((row) => line(row, result)),
    `losses   relative difference ${spread.toExponential(1)}: ${spread <= 1e-4 ? 'equal to 1e-4' : 'NOT equal to 1e-4'}`,
  ].join('\n')
}

process.stdout.write(`${values.help ? help : report(measure())}\n`)
