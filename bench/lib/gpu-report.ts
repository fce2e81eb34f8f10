/** The results of `scripts/bench gpu` in words, each beside its goal. Pure. */
import type { Result } from './stages.js'
import { median } from './statistics.js'

export type Measured = Result & { readonly stage: string }

interface Sizes {
  readonly model: string
  readonly batch: number
  readonly captions: number
  readonly classes: number
  readonly device: string
}

/** Test images of MTIL's eleven datasets, each measured before training and after every task. */
const testImages =
  3_333 + 1_737 + 10_000 + 1_880 + 5_400 + 6_149 + 25_250 + 10_000 + 3_669 + 8_041 + 21_751
const tasks = 11
const updatesPerTask = 1_000

const goals = { equalPrecision: 7, bf16: 30, memoryGb: 16, productShare: 0.55, minutes: 10 }

export function report(measured: readonly Measured[], sizes: Sizes): string {
  const all = (stage: string, key: string): readonly number[] =>
    measured
      .filter((one) => one.stage === stage && typeof one[key] === 'number')
      .map((one) => Number(one[key]))
  const one = (stage: string, key: string): number | undefined => {
    const found = all(stage, key)
    return found.length > 0 ? median(found) : undefined
  }
  const machine = measured.find((m) => m.stage === 'machine' && 'device' in m) ?? {
    stage: 'machine',
  }
  const lines = [
    `machine    ${machine['device']}, ${machine['cores']} cores, torch ${machine['torch']}; ${sizes.model}, batch ${sizes.batch} + ${sizes.batch}, ${sizes.captions} captions, ${sizes.classes} classes`,
  ]
  const product = (precision: string) =>
    measured.find((m) => m['matrix_product'] === precision)?.['tflops'] as number | undefined
  const authorsInFp32 = one('fp32', 'seconds_of_authors')
  const work = one('bf16', 'tflop') ?? one('fp32', 'tflop')
  for (const stage of ['fp32', 'tf32', 'bf16', 'compiled']) {
    const seconds = one(stage, 'seconds')
    if (seconds === undefined) continue
    const precision = stage === 'compiled' ? 'bf16' : stage
    const theirs = one(stage === 'compiled' ? 'bf16' : stage, 'seconds_of_authors')
    const words = [`${ms(seconds)} per update`]
    if (theirs)
      words.push(
        goal(
          `${times(theirs / seconds)} the authors' way at equal precision`,
          theirs / seconds >= goals.equalPrecision,
        ),
      )
    if (authorsInFp32 && precision === 'bf16')
      words.push(
        goal(`${times(authorsInFp32 / seconds)} their fp32`, authorsInFp32 / seconds >= goals.bf16),
      )
    const peak = product(precision)
    if (work && peak) {
      const share = work / seconds / peak
      const said = `${(work / seconds).toFixed(1)} TFLOP/s, ${percent(share)} of a matrix product`
      words.push(precision === 'bf16' ? goal(said, share >= goals.productShare) : said)
    }
    const memory = one(stage, 'peak_memory_gb')
    if (memory) words.push(goal(`${memory.toFixed(1)} GB`, memory < goals.memoryGb))
    lines.push(`${stage.padEnd(10)} ${words.join('; ')}`)
  }
  lines.push(...around(one, measured), ...wholeOrder(one, sizes))
  for (const { stage, failed } of measured.filter((m) => 'failed' in m))
    lines.push(`FAILED     ${stage}: ${failed}`)
  return lines.join('\n')
}

type One = (stage: string, key: string) => number | undefined

function around(one: One, measured: readonly Measured[]): string[] {
  const lines: string[] = []
  const said = (name: string, value: number | undefined, words: (value: number) => string) => {
    if (value !== undefined) lines.push(`${name.padEnd(10)} ${words(value)}`)
  }
  const files = one('pipeline', 'seconds_with_files')
  const memory = one('pipeline', 'seconds_in_memory')
  if (files && memory)
    lines.push(
      `decode     ${ms(files)} per update on files, ${ms(memory)} on images in memory: ${percent(memory / files)}`,
    )
  said(
    'evaluation',
    one('pipeline', 'evaluation_images_per_second'),
    (v) => `${v.toFixed(0)} images/s`,
  )
  said(
    'sample',
    one('pipeline', 'seconds_of_sample'),
    (v) => `${ms(v)} for one sample of the average`,
  )
  said(
    'checkpoint',
    one('pipeline', 'save_seconds'),
    (v) =>
      `${v.toFixed(2)} s for ${one('pipeline', 'saved_gb')?.toFixed(2)} GB, ${one('pipeline', 'restore_seconds')?.toFixed(2)} s to restore`,
  )
  const [short, long] = [one('bridge', 'seconds_in_segments'), one('bridge', 'seconds_in_one')]
  if (short && long)
    lines.push(
      `bridge     ${percent(1 - long / short)} of the time between segments of ${one('bridge', 'segment')} updates (${ms(short)} and ${ms(long)} per update)`,
    )
  said('cpu', one('exact', 'cpu_difference'), (v) =>
    goal(`fp32 losses of device and CPU differ by ${v.toExponential(1)}`, v <= 1e-4),
  )
  said('bf16', one('exact', 'bf16_points'), (v) =>
    goal(`accuracies on mini differ from fp32 by at most ${v.toFixed(2)} points`, v <= 1),
  )
  for (const m of measured.filter((m) => 'resumed' in m))
    lines.push(
      `resumed    ${m['resumed']}${m['compile'] ? ', compiled' : ''}: ${m['equal'] ? 'bit-equal' : 'NOT EQUAL'}`,
    )
  for (const m of measured.filter((m) => m.stage === 'app' && 'equal' in m))
    lines.push(`killed     a run killed and resumed: ${m['equal'] ? 'bit-equal' : 'NOT EQUAL'}`)
  return lines
}

/** Minutes of an order of eleven tasks with warm caches, from the parts that were measured. */
function wholeOrder(one: One, { batch }: Sizes): string[] {
  const update = one('compiled', 'seconds') ?? one('bf16', 'seconds')
  const evaluation = one('pipeline', 'evaluation_images_per_second')
  const begin = one('pipeline', 'begin_task_cached_seconds')
  const save = one('pipeline', 'save_seconds')
  const sample = one('pipeline', 'seconds_of_sample')
  if (
    !update ||
    !evaluation ||
    begin === undefined ||
    save === undefined ||
    sample === undefined ||
    batch !== 64
  )
    return []
  const parts = {
    updates: (tasks * updatesPerTask * update) / 60,
    evaluation: ((tasks + 1) * testImages) / evaluation / 60,
    'begin and save': (tasks * (begin + save + 10 * sample)) / 60,
  }
  const total = Object.values(parts).reduce((sum, minutes) => sum + minutes, 0)
  const words = Object.entries(parts).map(([name, minutes]) => `${name} ${minutes.toFixed(1)}`)
  return [
    `MTIL       ${goal(`${total.toFixed(1)} minutes for an order, computed from the above`, total <= goals.minutes)} (${words.join(', ')})`,
  ]
}

const ms = (seconds: number) => `${(1_000 * seconds).toFixed(1)} ms`
const times = (ratio: number) => `${ratio.toFixed(1)} x`
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const goal = (text: string, isMet: boolean) => `${text} [${isMet ? 'met' : 'NOT MET'}]`
