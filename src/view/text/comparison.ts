/** Several runs side by side: the end of `zscl demo`, for someone who sees this for the first time. */
import { join } from 'node:path'
import type { RunState } from '../../journal/state.js'
import { isComplete, type Numbers, soFar, zeroShotNumbers } from '../../metrics/results.js'
import { matrixLegend, matrixLines } from '../accuracy.js'
import { missing, percent, plural, signed } from '../format.js'
import { bold, dim, type Line, span, toText } from '../span.js'
import { type Column, facts, table } from '../table.js'
import { againstBaseline, againstZeroShot, title } from './sentences.js'

export interface ComparedRun {
  readonly state: RunState
  /** As a person would type it; absolute is best, since the Python lines use it. */
  readonly folder: string
}

/** The run that the others are held against is plain fine-tuning where there is one, else the first. */
export function renderComparison(runs: readonly ComparedRun[], colour = false): string {
  const started = runs.filter(({ state }) => state.run !== null)
  if (started.length === 0) return 'Nothing to compare: no run has started.'
  const baseline = started.find(({ state }) => title(state) === 'finetune') ?? started[0]!
  const blocks = [
    ...started.map(matrixBlock),
    numbersBlock(started),
    wordsBlock(started, baseline),
    foldersBlock(started),
    loadBlock(started, baseline),
  ]
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, i) => (i > 0 ? [[], ...block] : block))
  return toText(lines, colour)
}

function matrixBlock({ state }: ComparedRun): Line[] {
  return [
    [bold(`${title(state)}: accuracy, %`), dim(`  ${matrixLegend}`)],
    ...matrixLines(state.run?.tasks ?? [], state).map(indented),
  ]
}

const columns: readonly Column[] = [
  { title: 'recipe' },
  ...['Transfer', '', 'Avg', '', 'Last', ''].map((name) => ({
    title: name,
    align: 'right' as const,
  })),
]

function numbersBlock(runs: readonly ComparedRun[]): Line[] {
  const zero = zeroShotNumbers(runs[0]!.state)
  const row = (name: string, own: Numbers, before: Numbers | null) => [
    name,
    ...(['transfer', 'average', 'last'] as const).flatMap((metric) => {
      const value = own[metric]
      const reference = before?.[metric] ?? null
      const change = value === null || reference === null ? null : value - reference
      return [percent(value), change === null ? '' : tinted(change)]
    }),
  ]
  const rows = runs.map(({ state }) =>
    isComplete(state)
      ? row(title(state), soFar(state), zeroShotNumbers(state))
      : row(`${title(state)} (so far)`, soFar(state), null),
  )
  return [
    [bold('Against zero-shot'), dim('  change in points')],
    ...table(columns, [row('zero-shot', zero, null), ...rows]).map(indented),
    [],
    ...[
      'Transfer  accuracy on datasets before their own training: what is left of zero-shot ability',
      'Avg       mean of the whole matrix',
      'Last      mean over all datasets after the last task',
    ].map((text): Line => [dim(`  ${text}`)]),
  ]
}

function tinted(change: number) {
  return span(signed(change), change >= 0.05 ? 'good' : change <= -0.05 ? 'bad' : undefined)
}

function wordsBlock(runs: readonly ComparedRun[], baseline: ComparedRun): Line[] {
  const { last } = zeroShotNumbers(baseline.state)
  const datasets = plural(baseline.state.zero_shot.length, 'dataset')
  const before =
    last === null
      ? 'The model before training was not measured on every dataset.'
      : `Before any training the model reached ${percent(last)} % over ${datasets} (zero-shot).`
  return [
    [bold('In words')],
    [span(`  ${before}`)],
    ...runs.flatMap((run) => [
      [span('  '), bold(title(run.state))],
      ...[
        ...againstZeroShot(run.state),
        ...(run === baseline ? [] : againstBaseline(run.state, baseline.state)),
      ].map((sentence): Line => [span(`    ${sentence}`)]),
    ]),
  ]
}

function foldersBlock(runs: readonly ComparedRun[]): Line[] {
  return [
    [bold('Runs')],
    ...facts(runs.map(({ state, folder }) => [title(state), folder || missing] as const)),
  ]
}

/** Shows how to use the model of the last published run that is not the baseline, else of the last published. */
function loadBlock(runs: readonly ComparedRun[], baseline: ComparedRun): Line[] {
  const published = runs.filter(({ state }) => state.model_folder !== null)
  const best = published.findLast((run) => run !== baseline) ?? published.at(-1)
  if (best === undefined) return []
  return [
    [bold(`The model that ${title(best.state)} made`), dim('  in Python')],
    ...pythonLines(join(best.folder, best.state.model_folder ?? '')).map(
      (text): Line => [span(`  ${text}`, 'accent')],
    ),
  ]
}

/** Loads a published model with open_clip. */
export function pythonLines(model: string): string[] {
  const source = `'local-dir:${model.replace(/[\\']/g, '\\$&')}'`
  return [
    'import open_clip',
    `model, _, preprocess = open_clip.create_model_and_transforms(${source})`,
    `tokenizer = open_clip.get_tokenizer(${source})`,
  ]
}

function indented(line: Line): Line {
  return [span('  '), ...line]
}
