/** `zscl check`: what of runs, or of any folder that zscl has written, can still be trusted. */
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { UsageError } from '../config/errors.js'
import { checkRun, type Finding, verified } from '../journal/check.js'
import { checkDigests } from '../journal/digests.js'
import { JournalError } from '../journal/errors.js'
import { findRunFolder, listRunFolders, type RunFolder, runFolder } from '../journal/folder.js'
import { clean, type Line, span, type Tone, toText } from '../view/span.js'
import { wantsColour } from '../view/terminal/environment.js'
import { experimentOf } from './run/run.js'
import { type Context, type ExitCode, runsFolder } from './shared/context.js'
import { type RunsOption, withRuns } from './shared/options.js'

type Options = RunsOption & { readonly json?: boolean }

interface Checked {
  readonly name: string
  readonly findings: readonly Finding[]
}

const marks: Readonly<Record<Finding['verdict'], readonly [sign: string, tone: Tone]>> = {
  good: ['✓', 'good'],
  unchecked: ['?', 'warn'],
  damaged: ['✗', 'bad'],
}

export function addCheck(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('verify checksums of runs and models')
    .description(
      'Verify every journal line, every checkpoint and the exported model against their checksums. Without names: all runs.',
    )
    .argument('[run...]', 'runs, sweeps, or folders with an exported or merged model')
    .option('--json', 'as JSON')
  withRuns(command).action(async (names: string[], options: Options) => {
    const runs = runsFolder(context, options.runs)
    const all: Checked[] = []
    for (const place of names.length === 0
      ? listRunFolders(runs)
      : names.flatMap((name) => placesOf(context, runs, name)))
      all.push(typeof place === 'string' ? await ofModel(place) : await ofRun(place))
    if (all.length === 0) throw new UsageError(`no runs under ${runs}: nothing to check.`)
    if (options.json) context.stdout.write(`${JSON.stringify(all, null, 2)}\n`)
    else context.stdout.write(`${shown(all, wantsColour(context.env, context.stdout))}\n`)
    const isDamaged = all.some(({ findings }) => findings.some((one) => one.verdict === 'damaged'))
    exit(isDamaged ? 1 : 0)
  })
}

/** A run, the trials of a sweep, or, as a path, a folder with a model. */
function placesOf({ cwd }: Context, runs: string, name: string): (RunFolder | string)[] {
  for (const path of [resolve(runs, name), resolve(cwd, name)]) {
    if (existsSync(join(path, 'journal.jsonl'))) return [runFolder(path)]
    if (existsSync(join(path, 'sweep.json'))) return listRunFolders(path)
    if (existsSync(join(path, 'open_clip_config.json'))) return [path]
  }
  return [findRunFolder(runs, name)] // which says what there is
}

async function ofRun(folder: RunFolder): Promise<Checked> {
  const findings = await checkRun(folder, (digest) => {
    try {
      experimentOf(folder, digest)
      return null
    } catch (error) {
      if (error instanceof JournalError || error instanceof UsageError) return error.message
      throw error
    }
  })
  return { name: folder.name, findings }
}

async function ofModel(path: string): Promise<Checked> {
  const found = await checkDigests(path)
  const finding: Finding =
    found.kind === 'good'
      ? { what: 'model', verdict: 'good', words: verified(found.files) }
      : found.kind === 'damaged'
        ? { what: 'model', verdict: 'damaged', words: found.problem }
        : { what: 'model', verdict: 'unchecked', words: 'it has no SHA256SUMS' }
  return { name: basename(path), findings: [finding] }
}

function shown(all: readonly Checked[], colour: boolean): string {
  const lines = all.flatMap(({ name, findings }): Line[] => [
    [{ ...span(clean(name)), bold: true }],
    ...findings.map(({ what, verdict, words }): Line => {
      const [sign, tone] = marks[verdict]
      return [span(`  ${sign} `, tone), span(`${clean(what)}: ${clean(words)}`)]
    }),
  ])
  return toText(lines, colour)
}
