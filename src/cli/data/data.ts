/** `zscl data`: which datasets are there, where they belong, how they come, and whether they are whole. */
import { join } from 'node:path'
import type { Command } from 'commander'
import { runTool } from '../../bridge/index.js'
import { downloads } from '../../config/data-sources.js'
import { UsageError } from '../../config/errors.js'
import { paperDataset, usualRoot } from '../../config/paper-datasets.js'
import { referenceSets } from '../../config/paper-references.js'
import { isThere, references, type Wanted, wanted } from '../../needs/data.js'
import { type Context, dataFolder, type ExitCode } from '../shared/context.js'
import { pythonPath } from '../shared/installed.js'
import { wholeNumber } from '../shared/options.js'
import { type GetOptions, get } from './get.js'
import { verifiedReference } from './reference.js'
import { listed, type DataOptions as Options, status } from './status.js'
import { verifyZeroShot, type ZeroShotOptions } from './zero-shot.js'

export function addData(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const data = program.command('data').summary("list, download and verify the paper's datasets")
  const sub = (usage: string, summary: string) =>
    data
      .command(usage)
      .description(summary)
      .option('--data <folder>', 'folder that holds the datasets (default: $ZSCL_DATA or ./data)')
  sub('list', 'List every dataset and reference set with its size, folder and source.')
    .option('--json', 'as JSON')
    .action((options: Options) => {
      const folder = dataFolder(context, options.data)
      const all = wanted(folder, undefined)
      const sets = [...referenceSets.keys()].flatMap((name) => references(folder, name))
      const text = options.json ? JSON.stringify([...all, ...sets], null, 2) : listed(all, sets)
      context.stdout.write(`${text}\n`)
    })
  sub('status [what]', 'Show which datasets of a benchmark are present, and how to get the rest.')
    .option('--json', 'as JSON')
    .action((what: string | undefined, options: Options) => {
      const all = wanted(dataFolder(context, options.data), what)
      exit(status(context, all, references(dataFolder(context, options.data), what), options))
    })
  sub('path <dataset>', 'Print the folder of a dataset or reference set.').action(
    (what: string, options: Options) => {
      const folder = dataFolder(context, options.data)
      const [set] = referenceSets.has(what) ? references(folder, what) : []
      if (set === undefined) paperDataset(what)
      context.stdout.write(`${set?.path ?? usualRoot(what, folder)}\n`)
    },
  )
  sub(
    'get <what...>',
    'Download datasets, reference sets (imagenet, conceptual-captions, conceptual-captions-images), or everything that a benchmark is missing. Continues an interrupted download.',
  )
    .option('--source <name>', 'use only this source; needed for copies that change the protocol')
    .option('--jobs <n>', 'parallel downloads', wholeNumber, 4)
    .option(
      '--dry-run',
      'print what would be downloaded, with size, licence and source, and download nothing',
    )
    .option('--again', 're-download existing datasets')
    .option('--plain', 'plain progress lines')
    .action(async (what: string[], options: GetOptions) => exit(await get(context, what, options)))
  sub('verify [what]', 'Check counts, files, checksums and a few decoded images.')
    .option(
      '--split <protocol>',
      'coop: the split of split_zhou_*.json; hub: that of a copy of sun397 or dtd',
    )
    .option(
      '--zero-shot',
      'measure the zero-shot row of a benchmark and compare it with the published one',
    )
    .option('--model <model>', 'with --zero-shot: another model (default: that of the benchmark)')
    .option('--device <name>', 'with --zero-shot: auto, cpu, cuda, cuda:N or mps')
    .option('--json', 'as JSON')
    .action(async (what: string | undefined, options: VerifyOptions) =>
      exit(await checked(context, what, options)),
    )
}

const tool = (context: Context) => ({
  python: pythonPath(context),
  pythonPath: join(context.root, 'python'),
})

type VerifyOptions = Options & ZeroShotOptions & { readonly zeroShot?: boolean }

function checked(
  context: Context,
  what: string | undefined,
  options: VerifyOptions,
): Promise<ExitCode> {
  if (options.zeroShot) {
    if (what === undefined)
      throw new UsageError(
        '`--zero-shot`: name a benchmark, e.g. `zscl data verify mtil-order-1 --zero-shot`.',
      )
    return verifyZeroShot(context, what, options)
  }
  const [needless] = (['model', 'device'] as const).filter((key) => options[key] !== undefined)
  if (needless !== undefined) throw new UsageError(`\`--${needless}\` belongs to \`--zero-shot\`.`)
  return verify(context, what, options)
}

async function verify(
  context: Context,
  what: string | undefined,
  options: Options,
): Promise<ExitCode> {
  const folder = dataFolder(context, options.data)
  // ImageNet100 lies in the folder of ImageNet: without its lists it is not there, and they have no download.
  const all = wanted(folder, what).filter(
    (one) => what !== undefined || (isThere(one) && downloads()[one.kind] !== undefined),
  )
  const known = what === undefined ? [...referenceSets.keys()] : [what]
  const sets = known
    .flatMap((name) => references(folder, name))
    .filter(({ there }) => what !== undefined || there)
  if (all.length + sets.length === 0)
    throw new UsageError(`no dataset in ${folder}: \`zscl data status\`.`)
  const reports = []
  for (const one of all) reports.push(await verified(context, one, options))
  for (const one of sets) reports.push(await verifiedReference(tool(context), one))
  if (options.json) context.stdout.write(`${JSON.stringify(reports, null, 2)}\n`)
  else
    for (const { kind, summary, problems } of reports)
      context.stdout.write(
        `${problems.length === 0 ? 'ok     ' : 'PROBLEM'}  ${kind.padEnd(14)} ${summary}\n${problems.map((problem) => `         → ${problem}\n`).join('')}`,
      )
  return reports.every(({ problems }) => problems.length === 0) ? 0 : 1
}

async function verified(context: Context, { kind, root, dataset }: Wanted, { split }: Options) {
  const args = ['--kind', kind, '--root', root, ...(split ? ['--split', split] : [])]
  let answer: Record<string, unknown> = {}
  await runTool(tool(context), 'zscl.data.readers', args, (line) => {
    answer = line
  })
  const protocol = split ? `split ${split}` : "the dataset's own split"
  const again =
    downloads()[kind] === undefined ? '' : ` \`zscl data get ${kind} --again\` downloads it.`
  if (answer['result'] !== 'verified')
    return { kind, protocol, summary: 'not readable', problems: [`${answer['message']}${again}`] }
  const { train, test, decoded } = answer
  const problems = [...(answer['problems'] as string[])]
  if (!split && ((dataset.train > 0 && train !== dataset.train) || test !== dataset.test))
    problems.push(`expected ${dataset.train} + ${dataset.test} images, got ${train} + ${test}`)
  const summary = `${train} + ${test} images, ${decoded} decoded, ${protocol}`
  return { kind, protocol, summary, problems }
}
