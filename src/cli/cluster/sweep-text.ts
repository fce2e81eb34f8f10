/** How a sweep on a cluster stands, in words. */
import type { Sweep } from '../../config/sweep.js'
import { readJob } from '../../journal/job.js'
import { runMetrics } from '../../metrics/results.js'
import { labelOf } from '../../sweep/expand.js'
import type { SweepFolder } from '../../sweep/folder.js'
import { groups } from '../../sweep/groups.js'
import { clean } from '../../view/span.js'
import { wantsColour } from '../../view/terminal/environment.js'
import { settingsTable } from '../../view/text/settings.js'
import { render } from '../../view/text/tabular.js'
import type { Context, ExitCode } from '../shared/context.js'
import type { OutputOptions } from '../shared/options.js'
import { type PlacedTrial, progressOf, type TrialWord } from './trials.js'

const ORDER: readonly (TrialWord | 'submitted')[] = [
  'finished',
  'running',
  'queued',
  'elsewhere',
  'submitted',
  'failed',
  'missing',
]

/** @param placed as they stood before; trials that were missing may have a job by now */
export function showTrials(
  context: Context,
  sweep: Sweep,
  folder: SweepFolder,
  placed: readonly PlacedTrial[],
  again: string,
  options: OutputOptions,
): ExitCode {
  const rows = placed.map((one) => ({ one, ...nowOf(one) }))
  const failed = rows.filter(({ word }) => word === 'failed')
  const code: ExitCode = failed.length > 0 ? 1 : 0
  const write = (line: string) => context.stdout.write(`${line}\n`)
  if (options.json) {
    for (const { one, word, note } of rows) write(JSON.stringify(jsonOf(one, word, note)))
    return code
  }
  const count = (word: string) => rows.filter((row) => row.word === word).length
  const counts = ORDER.filter((word) => count(word) > 0).map((word) => `${count(word)} ${word}`)
  write(`${sweep.name}: ${placed.length} trials: ${counts.join(', ')}`)
  for (const { one, word, note } of rows)
    if (word !== 'finished')
      write(
        `  ${labelOf(one.trial.choice)}: ${word}${doneWords(one)}${note === '' ? '' : `, ${clean(note)}`}`,
      )
  const colour = wantsColour(context.env, context.stdout)
  const table = groups(placed.map(progressOf)).map(({ label, trials }) => ({
    label,
    states: trials.map(({ status, state }) => (status === 'finished' ? state : null)),
  }))
  if (count('finished') > 0) write(`\n${render(settingsTable(table), 'table', colour)}`)
  write(`\nRuns: ${folder.path}`)
  if (count('finished') < placed.length)
    write(`Show progress and resubmit lost trials: ${again} --on slurm`)
  if (failed.length > 0)
    write(`Retry failed trials once the cause is fixed: ${again} --on slurm --retry-failed`)
  return code
}

/** A trial that was missing and has been submitted by this call. */
function nowOf(one: PlacedTrial): { word: TrialWord | 'submitted'; note: string } {
  const { word, note, folder } = one
  const record = word === 'missing' ? readJob(folder) : null
  const isSubmitted = record !== null && record.job !== one.lastJob
  if (!isSubmitted) return { word, note }
  return { word: 'submitted', note: `job ${record.job}${note === '' ? '' : `; before: ${note}`}` }
}

function doneWords({ state }: PlacedTrial): string {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  if (state === null || state.run === null) return ''
  return ` ${sum(state.updates_done)}/${sum(state.run.updates)} updates`
}

function jsonOf({ trial, state, folder }: PlacedTrial, status: string, note: string) {
  const { id, name, choice } = trial
  const metrics = status === 'finished' && state !== null ? runMetrics(state) : null
  return {
    kind: 'trial',
    id,
    name,
    choice,
    status,
    job: readJob(folder)?.job ?? null,
    note,
    ...metrics,
  }
}
