/** A small window of steps in flight, so that Python always has the next one queued and never waits for this side. */
import type { Report, Worker } from '../bridge/worker.js'
import type { Journal } from '../journal/journal.js'
import type { Command, Export, Save, Step } from '../plan/step.js'
import { recorded } from './record.js'
import type { Saver } from './saver.js'

/** Steps sent before the first of them is answered. */
export const WINDOW = 4

interface InFlight {
  readonly index: number
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
   * @returns the first step that was not done
   * @throws WorkerError of the first step that failed, once every step in flight has settled
   */
  async runFrom(first: number): Promise<number> {
    let next = first
    let done = first
    try {
      for (;;) {
        while (this.#inFlight.length < WINDOW && next < this.plan.length && this.mayGoOn()) {
          this.#send(next)
          next += 1
        }
        const head = this.#inFlight[0]
        if (head === undefined) return done
        const report = await head.report
        this.#inFlight.shift()
        if (report.outcome.kind === 'cancelled') continue // so are all behind it
        this.#record(head, report)
        done = head.index + 1
      }
    } finally {
      await Promise.allSettled(this.#inFlight.map((step) => step.report))
    }
  }

  #send(index: number): void {
    const command = this.#command(index)
    const report = this.worker.run(command)
    // Rejections behind a failed head are collected in `runFrom`; until then they are not unhandled.
    report.catch(() => {})
    this.#inFlight.push({ index, command, report })
  }

  #command(index: number): Command {
    const step = this.plan[index]!
    if (step.kind === 'checkpoint') return this.saver.save(index + 1)
    if (step.kind === 'stage') return this.saver.saveStage(index, step.task)
    if (step.kind === 'publish') return this.saver.export(step.slot)
    return step
  }

  #record({ index, command }: InFlight, report: Report): void {
    const step = this.plan[index]!
    if (step.kind === 'checkpoint') this.saver.commitSave(index + 1, command as Save, report)
    else if (step.kind === 'stage')
      this.saver.commitStage(index, step.task, command as Save, report)
    else if (step.kind === 'publish') this.saver.commitExport(index, command as Export, report)
    else this.journal.append(recorded(index, step, report))
  }
}
