/** Evaluates models and merges them: decides what is measured and what is kept; the worker does the arithmetic. */
import type { Worker } from '../bridge/worker.js'
import { uniform, wiseFt } from '../plan/merge.js'
import type { Command, DatasetSpec, EvaluationPart, ModelSpec } from '../plan/step.js'
import { expect } from './record.js'

export interface NamedModel {
  /** As a person calls it. */
  readonly name: string
  /** A file of weights has no name: its architecture is that of the others. */
  readonly model: ModelSpec
}

export interface Measured {
  readonly name: string
  /** Correct and total per dataset, in the order of the datasets. */
  readonly scores: readonly Score[]
}

export interface Score {
  readonly dataset: string
  readonly correct: number
  readonly total: number
}

export interface Setting {
  readonly models: readonly NamedModel[]
  /** Of all models; absent where one of them has a name, which says it. */
  readonly architecture?: ModelSpec
  readonly datasets: readonly DatasetSpec[]
  readonly device: string
  readonly threads: number
  readonly batch_size: number
  readonly seed: number
  readonly cacheFolder: string
}

/** A session of one worker with every model in a slot of its own. Nothing is measured before all of them fit. */
export class Models {
  private constructor(
    private readonly worker: Worker,
    private readonly setting: Setting,
    /** Of the models, in their order. */
    private readonly slots: readonly string[],
    /** Only the images that are for reporting, where some are for selecting. */
    private readonly reporting: EvaluationPart | undefined,
  ) {}

  /** @throws WorkerError for a model that is not there, or whose parameters are others (named) than the first's */
  static async load(worker: Worker, setting: Setting, selectionShare?: number): Promise<Models> {
    const named = setting.models.findIndex(({ model }) => model.name !== '')
    const base = setting.architecture === undefined ? named : -1
    await worker.run({
      kind: 'set-up',
      model: setting.architecture ?? setting.models[base]!.model,
      datasets: setting.datasets,
      seed: setting.seed,
      device: setting.device,
      threads: setting.threads,
      precision: 'fp32',
      trains: 'everything',
      cache_folder: setting.cacheFolder,
    })
    const slots = setting.models.map((_, i) => (i === base ? 'initial' : `model-${i}`))
    for (const [i, { model }] of setting.models.entries())
      if (i !== base) await worker.run({ kind: 'load', slot: slots[i]!, model })
    const reporting =
      selectionShare === undefined
        ? undefined
        : { share: selectionShare, seed: setting.seed, selecting: false }
    return new Models(worker, setting, slots, reporting)
  }

  /** Accuracy of the models as they are. */
  async measureModels(onMeasured: (measured: Measured) => void): Promise<void> {
    for (const [i, { name }] of this.setting.models.entries())
      onMeasured({ name, scores: await this.#scores(this.slots[i]!, this.reporting) })
  }

  /** (1 - alpha) first + alpha second; the result is in slot `merged`. */
  async wiseFt(alpha: number): Promise<readonly Score[]> {
    await this.#run(wiseFt(MERGED, this.slots[0]!, this.slots[1]!, alpha))
    return this.#scores(MERGED, this.reporting)
  }

  /** The mean of all models; the result is in slot `merged`. */
  async uniform(): Promise<readonly Score[]> {
    await this.#run(uniform(MERGED, this.slots))
    return this.#scores(MERGED, this.reporting)
  }

  /**
   * Greedy soup (Wortsman et al., 2022): models by falling accuracy on the selecting part; each is kept if the mean with
   * it does not get worse there. The result is in slot `merged`.
   */
  async greedy(onTried: (tried: Tried) => void): Promise<GreedySoup> {
    const selecting: EvaluationPart = { ...this.reporting!, selecting: true }
    const single: number[] = []
    for (const i of this.setting.models.keys())
      single.push(accuracy(await this.#scores(this.slots[i]!, selecting)))
    const order = [...single.keys()].sort((a, b) => single[b]! - single[a]! || a - b)
    const kept = [order[0]!]
    let best = single[order[0]!]!
    onTried({ name: this.#name(order[0]!), selection: best, kept: true })
    for (const next of order.slice(1)) {
      await this.#run(
        uniform(
          MERGED,
          [...kept, next].map((i) => this.slots[i]!),
        ),
      )
      const selection = accuracy(await this.#scores(MERGED, selecting))
      const isKept = selection >= best
      if (isKept) {
        kept.push(next)
        best = selection
      }
      onTried({ name: this.#name(next), selection, kept: isKept })
    }
    await this.#run(
      uniform(
        MERGED,
        kept.map((i) => this.slots[i]!),
      ),
    )
    const scores = await this.#scores(MERGED, this.reporting)
    return { ingredients: kept.map((i) => this.#name(i)), scores }
  }

  /** Writes the merged model as an open_clip folder. */
  async export(folder: string): Promise<void> {
    await this.worker.run({ kind: 'export', slot: MERGED, folder })
  }

  /** Writes the first model, as it was loaded. */
  async exportFirst(folder: string): Promise<void> {
    await this.worker.run({ kind: 'export', slot: this.slots[0]!, folder })
  }

  async #run(commands: readonly Command[]): Promise<void> {
    for (const command of commands) await this.worker.run(command)
  }

  async #scores(slot: string, part: EvaluationPart | undefined): Promise<readonly Score[]> {
    const scores: Score[] = []
    for (const [i, { name }] of this.setting.datasets.entries()) {
      const report = await this.worker.run({
        kind: 'evaluate',
        slot,
        dataset: name,
        batch_size: this.setting.batch_size,
        after_task: -1,
        dataset_index: i,
        variant: '',
        ...(part && { part }),
      })
      const { correct, total } = expect(report.outcome, 'evaluate-done')
      scores.push({ dataset: name, correct, total })
    }
    return scores
  }

  #name(index: number): string {
    return this.setting.models[index]!.name
  }
}

export interface Tried {
  readonly name: string
  /** Accuracy in percent on the selecting part: of the best model alone, then of the mean with this one. */
  readonly selection: number
  readonly kept: boolean
}

export interface GreedySoup {
  readonly ingredients: readonly string[]
  readonly scores: readonly Score[]
}

const MERGED = 'merged'

/** Mean over the datasets, in percent. */
export function accuracy(scores: readonly Score[]): number {
  return (
    scores.reduce((sum, { correct, total }) => sum + (100 * correct) / total, 0) / scores.length
  )
}
