/** How fast do pixels come? The cached path, the decode path, and Pillow by one process and by all, taking turns within one run. */
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measuredInPython } from './lib/python.js'
import { median } from './lib/statistics.js'

const help = `usage: scripts/bench data [OPTION...]
  --images N    JPEGs of 500 x 375 pixels (default 512)
  --rounds N    rounds of all four ways (default 7)`

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '512' },
    rounds: { type: 'string', default: '7' },
    help: { type: 'boolean', default: false },
  },
})

interface Result {
  /** Images per second per round. */
  readonly rates: readonly (readonly [
    pillow: number,
    together: number,
    decode: number,
    cached: number,
  ])[]
  readonly processes: number
}

function report({ rates, processes }: Result): string {
  const rate = (way: 0 | 1 | 2 | 3) => median(rates.map((round) => round[way])).toFixed(0)
  const cores = availableParallelism()
  const given = median(rates.map(([pillow, together]) => together / (cores * pillow)))
  const share = median(rates.map(([pillow, , decode]) => decode / (cores * pillow)))
  const ofGiven = median(rates.map(([, together, decode]) => decode / together))
  const times = median(rates.map(([, , decode, cached]) => cached / decode))
  const target = (number: number, isMet: boolean) =>
    `; target ${number}: ${isMet ? 'met' : 'not met'}`
  return [
    `machine   ${cpus()[0]?.model}, ${cores} cores, load ${loadavg()[0]?.toFixed(2)}`,
    `images    ${values.images} JPEGs of 500 x 375, to 224 x 224; ${rates.length} rounds`,
    `pillow    ${rate(0)} images/s in one process`,
    `together  ${rate(1)} images/s in ${processes} processes of Pillow alone = ${given.toFixed(2)} of cores x Pillow`,
    `decode    ${rate(2)} images/s in ${processes} processes = ${share.toFixed(2)} of cores x Pillow${target(0.95, share >= 0.95)}`,
    `          ${ofGiven.toFixed(2)} of what Pillow alone does in as many processes`,
    `cached    ${rate(3)} images/s = ${times.toFixed(0)} x the decode path${target(100, times >= 100)}`,
  ].join('\n')
}

if (values.help) process.stdout.write(`${help}\n`)
else {
  const result = measuredInPython('data.py', ['FOLDER', values.images, values.rounds]) as Result
  process.stdout.write(`${report(result)}\n`)
}
