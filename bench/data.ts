/** How fast do pixels come? The cached path, the decode path, and Pillow alone, taking turns within one run. */
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measuredInPython } from './lib/python.js'
import { median } from './lib/statistics.js'

const help = `usage: scripts/bench data [OPTION...]
  --images N    JPEGs of 500 x 375 pixels (default 512)
  --rounds N    rounds of all three ways (default 7)`

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '512' },
    rounds: { type: 'string', default: '7' },
    help: { type: 'boolean', default: false },
  },
})

interface Result {
  /** Images per second per round. */
  readonly rates: readonly (readonly [pillow: number, decode: number, cached: number])[]
  readonly processes: number
}

function report({ rates, processes }: Result): string {
  const rate = (way: 0 | 1 | 2) => median(rates.map((round) => round[way]))
  const cores = availableParallelism()
  const decodeShare = median(rates.map(([pillow, decode]) => decode / (cores * pillow)))
  const cachedTimes = median(rates.map(([, decode, cached]) => cached / decode))
  const target = (isMet: boolean) => (isMet ? 'met' : 'not met')
  return [
    `machine   ${cpus()[0]?.model}, ${cores} cores, load ${loadavg()[0]?.toFixed(2)}`,
    `images    ${values.images} JPEGs of 500 x 375, to 224 x 224; ${rates.length} rounds`,
    `pillow    ${rate(0).toFixed(0)} images/s in one process`,
    `decode    ${rate(1).toFixed(0)} images/s in ${processes} processes = ${decodeShare.toFixed(2)} of cores x Pillow; target 0.9: ${target(decodeShare >= 0.9)}`,
    `cached    ${rate(2).toFixed(0)} images/s = ${cachedTimes.toFixed(0)} x the decode path; target 100: ${target(cachedTimes >= 100)}`,
  ].join('\n')
}

if (values.help) process.stdout.write(`${help}\n`)
else {
  const result = measuredInPython('data.py', ['FOLDER', values.images, values.rounds]) as Result
  process.stdout.write(`${report(result)}\n`)
}
