/** `zscl figure`: one figure of runs and sweeps, as SVG with its data and its specification beside it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import { UsageError } from '../config/errors.js'
import type { RunFolder } from '../journal/folder.js'
import { readState } from '../journal/read-state.js'
import {
  FIGURES,
  type Figure,
  type FigureKind,
  type FigureRun,
  figureOf,
} from '../paper/figures/index.js'
import { csvOf } from '../view/report/data.js'
import { svgOf } from '../view/report/draw.js'
import { pngOf } from '../view/report/png.js'
import { onPaper, specOf } from '../view/report/spec.js'
import { terminalLines } from '../view/report/terminal.js'
import { toText } from '../view/span.js'
import { wantsColour } from '../view/terminal/environment.js'
import { foldersOf } from './results.js'
import { experimentOf } from './run/run.js'
import { type Context, runsFolder } from './shared/context.js'
import { type RunsOption, withRuns } from './shared/options.js'

interface Options extends RunsOption {
  readonly out?: string
  readonly png?: boolean
  readonly task?: string
}

const KINDS = Object.keys(FIGURES) as FigureKind[]

export function addFigure(program: Command, context: Context): void {
  const command = program
    .command('figure')
    .summary('draw a figure of runs or sweeps, as SVG and in the terminal')
    .description(
      `Draw a figure: SVG, with its data (.csv) and its vega-lite specification (.vl.json) beside it.\n${KINDS.map((kind) => `  ${kind.padEnd(9)} ${FIGURES[kind].shows}`).join('\n')}`,
    )
    .addArgument(new Argument('<kind>', 'what to draw').choices(KINDS))
    .argument('<run...>', 'runs, sweeps, or folders that hold runs')
    .option(
      '--out <file.svg>',
      'output file (default: figures/KIND.svg in the folder of the run or sweep)',
    )
    .option('--png', 'also write a PNG')
    .option('--task <name|number>', 'tradeoff: after which task (default: the first with variants)')
  withRuns(command).action(async (kind: FigureKind, names: string[], options: Options) => {
    if (options.task !== undefined && kind !== 'tradeoff')
      throw new UsageError(`\`--task\` belongs to \`zscl figure tradeoff\`, not to \`${kind}\`.`)
    const runs = runsFolder(context, options.runs)
    const out = outOf(context, runs, kind, names, options.out)
    const figure = figureOf(kind, figureRuns(foldersOf(runs, names)), options.task)
    const width = context.stdout.columns ?? 80
    const colour = wantsColour(context.env, context.stdout)
    const files = await written(figure, out, options.png ?? false)
    context.stdout.write(`${toText(terminalLines(figure, width), colour)}\n\n`)
    for (const file of files) context.stdout.write(`${file}\n`)
  })
}

export function figureRuns(folders: readonly RunFolder[]): FigureRun[] {
  return folders.map((folder) => {
    const state = readState(folder)
    const experiment = experimentOf(folder, state.run?.experiment_digest)
    return { name: folder.name, state, experiment }
  })
}

function outOf(
  { cwd }: Context,
  runs: string,
  kind: FigureKind,
  names: readonly string[],
  asked: string | undefined,
): string {
  if (asked !== undefined) {
    if (extname(asked) !== '.svg')
      throw new UsageError(
        `\`--out ${asked}\`: expected a file that ends in .svg; \`--png\` writes a PNG beside it.`,
      )
    return resolve(cwd, asked)
  }
  const [only] = names
  const folder = [resolve(runs, only!), resolve(cwd, only!)].find((path) => existsSync(path))
  if (names.length > 1 || folder === undefined) return resolve(cwd, `${kind}.svg`)
  return join(folder, 'figures', `${kind}.svg`)
}

/** @returns the files, the SVG first */
async function written(figure: Figure, svgFile: string, withPng: boolean): Promise<string[]> {
  const spec = onPaper(specOf(figure))
  const svg = await svgOf(spec)
  const stem = join(dirname(svgFile), basename(svgFile, '.svg'))
  const files: [string, string | Buffer][] = [
    [svgFile, svg],
    ...(withPng ? [[`${stem}.png`, await pngOf(svg)] as [string, Buffer]] : []),
    [`${stem}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`],
    [`${stem}.csv`, csvOf(figure)],
  ]
  mkdirSync(dirname(svgFile), { recursive: true })
  for (const [file, content] of files) writeFileSync(file, content)
  return files.map(([file]) => file)
}
