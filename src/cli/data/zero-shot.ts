/** `zscl data verify BENCHMARK --zero-shot`: the zero-shot row measured, and compared with the published one. */
import { UsageError } from '../../config/errors.js'
import { paperDatasets } from '../../config/paper-datasets.js'
import { resolve } from '../../config/resolve.js'
import type { Measured, Setting } from '../../engine/merge.js'
import { namedModel } from '../../engine/model-reference.js'
import { isThere } from '../../needs/data.js'
import {
  accuracyOf,
  differenceOf,
  independentZeroShot,
  meaningOf,
  meaningOfAll,
  publishedZeroShot,
  type ZeroShotRow,
} from '../../paper/zero-shot.js'
import { datasetSpec } from '../../plan/datasets.js'
import { percent, signed } from '../../view/format.js'
import { dim, type Line, span, toText } from '../../view/span.js'
import { table } from '../../view/table.js'
import { wantsColour } from '../../view/terminal/environment.js'
import { withLoadedModels } from '../models/models.js'
import {
  type Context,
  cacheFolder,
  dataFolder,
  type ExitCode,
  runsFolder,
} from '../shared/context.js'

export interface ZeroShotOptions {
  readonly data?: string
  readonly json?: boolean
  readonly model?: string
  readonly device?: string
}

/**
 * @returns 0 where every dataset that is there agrees with the published row
 * @throws UsageError for a benchmark without published numbers, and where none of its datasets is there
 */
export async function verifyZeroShot(
  context: Context,
  name: string,
  options: ZeroShotOptions,
): Promise<ExitCode> {
  const published = publishedZeroShot(name)
  if (published === null)
    throw new UsageError(
      `\`--zero-shot\`: no zero-shot numbers are published for \`${name}\`. Expected mtil-order-1 or mtil-order-2.`,
    )
  const folder = dataFolder(context, options.data)
  const { benchmark, device } = resolve(
    { benchmark: name, recipe: 'zero-shot', device: options.device ?? 'auto' },
    name,
  )
  const tasks = benchmark.tasks.map((task, i) => {
    const spec = datasetSpec(task, folder)
    const dataset = paperDatasets.get(task.kind)!
    const there = isThere(spec)
    return { spec, there, expected: dataset.test, published: published[i]! }
  })
  const there = tasks.filter((task) => task.there)
  if (there.length === 0)
    throw new UsageError(`no dataset of \`${name}\` in ${folder}: \`zscl data status ${name}\`.`)
  const asked = options.model ?? `${benchmark.model.name}:${benchmark.model.pretrained}`
  const setting: Setting = {
    models: [namedModel(runsFolder(context, undefined), context.cwd, asked)],
    datasets: there.map(({ spec }) => spec),
    device,
    threads: 0,
    batch_size: 500,
    seed: 0,
    cacheFolder: cacheFolder(context),
  }
  const measured: Measured[] = []
  await withLoadedModels(context, setting, undefined, (models) =>
    models.measureModels((one) => measured.push(one)),
  )
  const rows = measured[0]!.scores.map(
    ({ dataset, correct, total }, i): ZeroShotRow => ({
      task: dataset,
      correct,
      total,
      expected: there[i]!.expected,
      published: there[i]!.published,
      rerun: independentZeroShot[there[i]!.spec.kind] ?? null,
    }),
  )
  const missing = tasks.filter((task) => !task.there).map(({ spec }) => spec.name)
  say(context, rows, notesOf(rows, missing, benchmark.protocol, asked), options)
  return rows.every((row) => meaningOf(row) === '') && missing.length === 0 ? 0 : 1
}

function notesOf(
  rows: readonly ZeroShotRow[],
  missing: readonly string[],
  protocol: string,
  model: string,
): string[] {
  return [
    meaningOfAll(rows),
    ...(missing.length === 0 ? [] : [`Not there: ${missing.join(', ')}.`]),
    `Protocol ${protocol}, model ${model}. Published: arXiv:2303.06628, ViT-B-16-quickgelu with OpenAI's weights; re-run: an independent one of the same protocol. Agreement with either is enough.`,
  ]
}

function say(
  { stdout, env }: Context,
  rows: readonly ZeroShotRow[],
  notes: readonly string[],
  { json }: ZeroShotOptions,
): void {
  const answers = rows.map((row) => ({
    ...row,
    accuracy: accuracyOf(row),
    difference: differenceOf(row),
    meaning: meaningOf(row),
  }))
  if (json) {
    stdout.write(`${JSON.stringify({ datasets: answers, notes }, null, 2)}\n`)
    return
  }
  const right = { align: 'right' as const }
  const columns = [
    { title: 'dataset' },
    { title: 'images', ...right },
    { title: 'here', ...right },
    { title: 'published', ...right },
    { title: 're-run', ...right },
    { title: 'difference', ...right },
    { title: '' },
  ]
  const cells = answers.map(({ task, total, accuracy, published, rerun, difference, meaning }) => [
    task,
    String(total),
    percent(accuracy),
    percent(published),
    percent(rerun),
    signed(difference),
    meaning === '' ? span('as published', 'good') : span(meaning, 'warn'),
  ])
  const lines = [...table(columns, cells), [], ...notes.map((note): Line => [dim(note)])]
  stdout.write(`${toText(lines, wantsColour(env, stdout))}\n`)
}
