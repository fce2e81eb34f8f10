/** How long does it take to know all images of a folder as large as ImageNet? Beside torchvision and `datasets`. */
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measuredInPython } from './lib/python.js'
import { median } from './lib/statistics.js'

const help = `usage: scripts/bench listing [OPTION...]
  --images N    hard links to small JPEGs in 1,000 folders (default 1281167)
  --rounds N    rounds of all ways; \`datasets\` takes part in the first, where it is installed (default 3)`

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '1281167' },
    rounds: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
})

interface Measured {
  readonly seconds: number
  /** MiB, imports and all. */
  readonly peak: number
  readonly images: number
}
type Way = 'ImageFolder' | 'zscl drawn' | 'zscl' | 'zscl again' | 'datasets'
type Round = Readonly<Partial<Record<Way, Measured | null>>>

function report(rounds: readonly Round[]): string {
  const of = (way: Way) => rounds.flatMap((round) => round[way] ?? [])
  const seconds = (way: Way) => median(of(way).map((one) => one.seconds))
  const line = (way: Way, words: string) =>
    of(way).length === 0
      ? `${way.padEnd(12)}not installed`
      : `${way.padEnd(12)}${seconds(way).toFixed(2)} s, at most ${Math.max(...of(way).map((one) => one.peak)).toFixed(0)} MiB ${words}`
  const target = (isMet: boolean) => (isMet ? 'met' : 'not met')
  const ratio = (way: 'zscl drawn' | 'zscl') => {
    const times = median(rounds.map((round) => round[way]!.seconds / round.ImageFolder!.seconds))
    return `${times.toFixed(2)} x ImageFolder; target 1: ${target(times <= 1)}`
  }
  const peak = Math.max(...[...of('zscl'), ...of('zscl again')].map((one) => one.peak))
  return [
    `machine     ${cpus()[0]?.model}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)}`,
    `tree        ${rounds[0]!.zscl!.images} images in 1,000 folders; ${rounds.length} rounds, a process each`,
    line('ImageFolder', '(names only)'),
    line(
      'zscl drawn',
      `(100,000 drawn, as by default; their sizes, times and key) = ${ratio('zscl drawn')}`,
    ),
    line('zscl', `(all of them; their sizes, times and key) = ${ratio('zscl')}`),
    line(
      'zscl again',
      `= ${(seconds('zscl again') / seconds('ImageFolder')).toFixed(2)} x ImageFolder; target 3 s: ${target(seconds('zscl again') < 3)}`,
    ),
    line('datasets', '(first time)'),
    `memory      target 1,024 MiB: ${target(peak < 1024)}`,
  ].join('\n')
}

if (values.help) process.stdout.write(`${help}\n`)
else {
  const found = measuredInPython('listing.py', ['FOLDER', values.images, values.rounds])
  process.stdout.write(`${report(found as Round[])}\n`)
}
