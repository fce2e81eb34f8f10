/** A small window of steps in flight, so that Python always has the next one queued and never waits for this side. */
import type { Report, Worker } from '../bridge/worker.js'
import type { Journal } from '../journal/journal.js'
import type { Command, Export, Save, Step } from '../plan/step.js'
import { recorded } from './record.js'
import type { Saver } from './saver.js'

/** Steps sent before the first of them is answered. */
export const WINDOW = 4

/** A place in the plan: before a step, or within a segment of which some updates are done. */
export interface Standing {
  readonly index: number
  readonly offset: number
}

interface InFlight {
  readonly index: number
  /** Updates of it that were done before. */
  readonly offset: number
  /** The step, or what is left of it. */
  readonly step: Step
  readonly command: Command
  readonly report: Promise<Report>
}

export class StepWindow {
  readonly #inFlight: InFlight[] = []

  constructor(
    private readonly plan: readonly Step[],
    private readonly worker: Worker,
    private readonly journal: Journal,
    private readonly saver: Saver,
    private readonly mayGoOn: () => boolean,
  ) {}

  /**
   * Runs steps from `first` until the plan ends or `mayGoOn` says no.
   * @returns where it stopped
   * @throws WorkerError of the first step that failed, once every step in flight has settled
   */
  async runFrom(first: Standing): Promise<Standing> {
    let next = first.index
    let done = first
    try {
      for (;;) {
        while (this.#inFlight.length < WINDOW && next < this.plan.length && this.mayGoOn()) {
          this.#send(next, next === first.index ? first.offset : 0)
          next += 1
        }
        const head = this.#inFlight[0]
        if (head === undefined) return done
        const report = await head.report
        this.#inFlight.shift()
        if (report.outcome.kind === 'cancelled') continue // so are all behind it
        await this.#record(head, report)
        done = after(head, report)
      }
    } finally {
      await Promise.allSettled(this.#inFlight.map((step) => step.report))
    }
  }

  #send(index: number, offset: number): void {
    const step = rest(this.plan[index]!, offset)
    const command = this.#command(index, step)
    const report = this.worker.run(command)
    // Rejections behind a failed head are collected in `runFrom`; until then they are not unhandled.
    report.catch(() => {})
    this.#inFlight.push({ index, offset, step, command, report })
  }

  #command(index: number, step: Step): Command {
    if (step.kind === 'checkpoint') return this.saver.save(index + 1)
    if (step.kind === 'stage') return this.saver.saveStage(index, step.task)
    if (step.kind === 'publish') return this.saver.export(step.slot)
    return step
  }

  async #record({ index, step, command }: InFlight, report: Report): Promise<void> {
    if (step.kind === 'checkpoint') this.saver.commitSave(index + 1, command as Save, report)
    else if (step.kind === 'stage')
      this.saver.commitStage(index, step.task, command as Save, report)
    else if (step.kind === 'publish')
      await this.saver.commitExport(index, command as Export, report)
    else this.journal.append(recorded(index, step, report))
  }
}

/** A segment without its first updates; any other step as it is. */
function rest(step: Step, offset: number): Step {
  if (step.kind !== 'train' || offset === 0) return step
  return {
    ...step,
    first_update: step.first_update + offset,
    learning_rates: step.learning_rates.slice(offset),
  }
}

/** A segment that was stopped is not done: the plan stands within it. */
function after({ index, offset, step }: InFlight, { outcome }: Report): Standing {
  const isWhole =
    step.kind !== 'train' ||
    outcome.kind !== 'train-done' ||
    outcome.losses.length === step.learning_rates.length
  return isWhole
    ? { index: index + 1, offset: 0 }
    : { index, offset: offset + outcome.losses.length }
}
