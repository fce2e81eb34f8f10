/** Runs to draw: made-up journals beside real, resolved experiments. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest, resolve, toYaml } from '../../src/config/resolve.js'
import type { EventBody, JournalEvent } from '../../src/journal/events.js'
import { fold } from '../../src/journal/reduce.js'
import type { FigureRun } from '../../src/paper/figures/index.js'
import { type JournalOptions, journal, numbered, upTo } from '../view/journals.js'

export interface RunOptions extends JournalOptions {
  readonly seed?: number
  /** Written over the recipe of that name. */
  readonly own?: object
  /** Accuracies per variant, after the first task, one per dataset. */
  readonly variants?: Readonly<Record<string, readonly number[]>>
  /** Stops after so many checkpoints (one per task) with this event. */
  readonly stopAfter?: number
  /** What the journal's first event says otherwise. */
  readonly started?: object
}

export const three = ['a', 'b', 'c'] as const

export function figureRun(name: string, options: RunOptions = {}): FigureRun {
  const { events, experiment } = made(name, options)
  return { name, state: fold(events), experiment }
}

/** The same as a run folder on disk, as far as figures and reports read it. */
export function writeRun(runs: string, name: string, options: RunOptions = {}): string {
  const { events, experiment } = made(name, options)
  const folder = join(runs, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'experiment.yaml'), toYaml(experiment))
  const lines = events.map((event) => `${JSON.stringify(event)}\n`)
  writeFileSync(join(folder, 'journal.jsonl'), lines.join(''))
  return folder
}

function made(name: string, options: RunOptions) {
  const { recipe = 'zscl', seed = 0, own = {}, variants = {}, stopAfter } = options
  const experiment = resolve({ benchmark: 'mini', recipe: { base: recipe, ...own }, seed }, name)
  const all = journal({ tasks: three, zeroShot: [50, 60, 70], name, recipe, ...options })
  const events = stopAfter === undefined ? all : stopped(all, stopAfter)
  const measured = Object.entries(variants).flatMap(([variant, row]) => evaluations(variant, row))
  const facts = { seed, experiment_digest: digest(experiment), ...options.started }
  const begun = events.map((event) =>
    event.kind === 'run-started' ? { ...event, ...facts } : event,
  )
  return { events: numbered([...begun.slice(0, -1), ...measured, begun.at(-1)!]), experiment }
}

function stopped(events: readonly JournalEvent[], tasks: number): JournalEvent[] {
  let seen = 0
  return upTo(
    events,
    ({ kind }) => {
      if (kind === 'checkpoint-saved') seen += 1
      return seen === tasks || (tasks === 0 && kind === 'worker-started')
    },
    { kind: 'interrupted' },
  )
}

function evaluations(variant: string, row: readonly number[]): EventBody[] {
  return row.map((accuracy, dataset_index) => ({
    kind: 'evaluated',
    step: 0,
    slot: 'trained',
    variant,
    after_task: 0,
    dataset_index,
    dataset: three[dataset_index]!,
    correct: accuracy * 10,
    total: 1000,
    seconds: 0,
  }))
}
