/** One run for `zscl show`. */
import { join } from 'node:path'
import type { RunState, RunStatus } from '../../journal/state.js'
import { forgetting, justTrained } from '../../metrics/matrix.js'
import { adoptedLines, alsoLines, matrixLegend, matrixLines, metricsLine } from '../accuracy.js'
import { bytes, count, duration, localTime, mebibytes, percent, plural, signed } from '../format.js'
import { bold, clean, dim, type Line, span, type Tone, toText } from '../span.js'
import { type Column, facts, table } from '../table.js'
import { variantLines } from './variants.js'

export interface RunExtra {
  readonly folder: string
  /** The resolved experiment as YAML; printed at the end when given. */
  readonly config?: string
  /** Tasks, from 0, after which it can be forked. */
  readonly forks?: readonly number[]
  /** As in a list of runs: what a scheduler knows of it. */
  readonly word?: string
  readonly note?: string
  readonly colour?: boolean
}

export const statusTones: Readonly<Record<RunStatus, Tone>> = {
  starting: 'accent',
  running: 'accent',
  paused: 'warn',
  interrupted: 'warn',
  failed: 'bad',
  finished: 'good',
}

/** In place of the journal's word. */
export function placedSpan(word: string) {
  return span(word, word === 'lost' ? 'bad' : 'dim')
}

export function renderRun(state: RunState, extra: RunExtra): string {
  const blocks = [
    head(state, extra),
    accuracies(state),
    perDataset(state),
    alsoLines(state),
    variantLines(state),
    work(state),
    results(state, extra),
    troubles(state, extra),
    extra.config ? [[bold('Experiment')], ...extra.config.trimEnd().split('\n').map(indented)] : [],
  ]
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, i) => (i > 0 ? [[], ...block] : block))
  return toText(lines, extra.colour ?? false)
}

function head({ run, worker, status }: RunState, { folder, word }: RunExtra): Line[] {
  if (run === null) return [[bold(folder), span(`  ${word ?? 'nothing recorded yet'}`, 'dim')]]
  return [
    [bold(run.name), span('  '), word ? placedSpan(word) : span(status, statusTones[status])],
    ...facts([
      ['recipe', run.recipe],
      ['benchmark', `${run.benchmark} (protocol ${run.protocol})`],
      ['model', run.model],
      ['device', worker ? `${worker.device}, ${worker.precision}` : 'not started'],
      ['seed', String(run.seed)],
      ['tasks', `${run.tasks.length}: ${run.tasks.join(', ')}`],
      ['experiment', run.experiment_digest.slice(0, 12)],
    ]),
  ]
}

function accuracies(state: RunState): Line[] {
  if (state.run === null) return []
  return [
    [bold('Accuracy, %'), dim(`  ${matrixLegend}`)],
    ...matrixLines(state.run.tasks, state).map(indentedLine),
    ...adoptedLines(state).map(indentedLine),
    [],
    [span('  '), ...metricsLine(state)],
  ]
}

function perDataset({ run, zero_shot, matrix }: RunState): Line[] {
  if (run === null) return []
  const trained = justTrained(matrix)
  const forgotten = forgetting(matrix)
  const columns: Column[] = [
    { title: 'dataset' },
    { title: 'zero-shot', align: 'right' },
    { title: 'just trained', align: 'right' },
    { title: 'last', align: 'right' },
    { title: 'last - zero-shot', align: 'right' },
    { title: 'forgetting', align: 'right' },
  ]
  const rows = run.tasks.map((name, j) => {
    const [zero, end] = [zero_shot[j] ?? null, matrix.at(-1)?.[j] ?? null]
    const change = zero === null || end === null ? null : end - zero
    return [
      name,
      percent(zero),
      percent(trained[j] ?? null),
      percent(end),
      signed(change),
      percent(forgotten[j] ?? null),
    ]
  })
  return table(columns, rows).map((line) => [span('  '), ...line])
}

function work(state: RunState): Line[] {
  if (state.run === null) return []
  const { set_up, train, evaluate, weights, save } = state.timings
  const all = set_up + train + evaluate + weights + save
  const done = state.updates_done.reduce((sum, n) => sum + n, 0)
  const parts: [string, number][] = [
    ['set-up', set_up],
    ['training', train],
    ['evaluation', evaluate],
    ['averaging', weights],
    ['saving', save],
  ]
  const times = parts.map(([name, seconds]) => `${name} ${duration(seconds)}`).join(', ')
  return [
    [bold('Work')],
    ...facts([
      ['updates', `${count(done)} of ${count(state.run.updates.reduce((sum, n) => sum + n, 0))}`],
      ['time', `${duration(all)} (${times})`],
      ['peak memory', mebibytes(state.peak_memory_mib)],
      ['started', state.started_at ? localTime(state.started_at) : ''],
      ['last event', state.updated_at ? localTime(state.updated_at) : ''],
    ]),
  ]
}

function results(state: RunState, { folder, forks = [] }: RunExtra): Line[] {
  const saved = state.checkpoints.map((checkpoint): [string, string] => {
    const size = checkpoint.files.reduce((sum, file) => sum + file.bytes, 0)
    const at = `task ${checkpoint.task + 1}, update ${checkpoint.update}`
    return ['checkpoint', `${checkpoint.folder} (${at}, ${bytes(size)})`]
  })
  const shown = saved.slice(-3)
  const model = state.model_folder ? join(folder, state.model_folder) : 'not exported yet'
  const left = saved.length - shown.length
  return [
    [bold('Folder')],
    ...facts([
      ['run', folder],
      ['model', model],
      ...shown,
      ...(left > 0 ? [['', `and ${plural(left, 'earlier one')}`] as const] : []),
      ...(forks.length > 0 ? [['can be forked after', forkable(state, forks)] as const] : []),
    ]),
  ]
}

function forkable({ run }: RunState, tasks: readonly number[]): string {
  return tasks.map((task) => `${task + 1} ${run?.tasks[task]}`).join(', ')
}

function troubles({ workers_lost, warnings, error }: RunState, { note }: RunExtra): Line[] {
  const lost = workers_lost > 0 ? [`worker process lost ${plural(workers_lost, 'time')}`] : []
  return [
    ...[...lost, ...warnings].map((text): Line => [span(`! ${clean(text)}`, 'warn')]),
    ...(error ? [[span(`✗ ${error.code}: ${clean(error.message)}`, 'bad')]] : []),
    ...(note ? [[span(clean(note), 'warn')]] : []),
  ]
}

function indentedLine(line: Line): Line {
  return [span('  '), ...line]
}

function indented(text: string): Line {
  return [dim(`  ${text}`)]
}
