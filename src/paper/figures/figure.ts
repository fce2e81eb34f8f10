/** A figure as data: rows to draw and what is said about them. Pure functions of runs make it, `view/report` draws it. */

interface Shared<Kind extends string, Row> {
  readonly kind: Kind
  readonly title: string
  /** Benchmark and protocol, seeds, what is left out. */
  readonly notes: readonly string[]
  /** Names of the lines and marks, in the order in which they get colours and shapes. */
  readonly series: readonly string[]
  readonly rows: readonly Row[]
}

export interface TradeoffRow {
  readonly series: string
  /** What the weights are: one curve over its parameter, or a single mark. */
  readonly curve: Curve
  /** I or alpha; null for a mark. */
  readonly parameter: number | null
  /** `I = 10`, `α = 0.8`; '' for a mark. */
  readonly label: string
  /** Accuracy in percent on the task just trained, mean over seeds. */
  readonly on_task: number
  /** Mean over the datasets that are not trained. */
  readonly on_others: number
  readonly on_task_deviation: number | null
  readonly on_others_deviation: number | null
  readonly seeds: number
}

export type Curve = 'before' | 'fine-tuned' | 'WE' | 'EMA' | 'WE+WiSE' | 'SWA' | 'WiSE-FT'

export interface TradeoffFigure extends Shared<'tradeoff', TradeoffRow> {
  readonly x_title: string
  readonly y_title: string
}

export interface Axis {
  readonly kind: 'interval' | 'lambda'
  readonly title: string
  /** The keys of a recipe that hold the value; several are equal in every run. */
  readonly keys: readonly string[]
}

export interface AxisRow {
  readonly series: string
  /** The interval or the weight. */
  readonly x: number
  readonly metric: 'Transfer' | 'Avg' | 'Last'
  readonly mean: number
  /** Sample standard deviation over seeds; null for a single one. */
  readonly deviation: number | null
  readonly seeds: number
}

export interface AxisFigure extends Shared<'interval' | 'lambda', AxisRow> {
  readonly axis: Axis
  /** The model before training, per metric; nothing where the runs began from several models. */
  readonly zero_shot: readonly { readonly metric: string; readonly mean: number }[]
}

export interface MatrixRow {
  readonly series: string
  /** 0 before training, then the tasks in order. */
  readonly after: number
  readonly after_task: string
  readonly column: number
  readonly dataset: string
  readonly accuracy: number
  readonly deviation: number | null
  /** The dataset was the task just trained. */
  readonly just_trained: boolean
  /** Whether the dataset is a task of the sequence or only measured. */
  readonly is_task: boolean
}

export interface HistoryRow {
  readonly series: string
  readonly column: number
  readonly dataset: string
  /** 0 before training, then the tasks in order. */
  readonly after: number
  readonly after_task: string
  readonly accuracy: number
  readonly deviation: number | null
  /** After which task the dataset had its training; null when it is only measured. */
  readonly trained_at: number | null
}

export type MatrixFigure = Shared<'matrix', MatrixRow>
export type HistoryFigure = Shared<'history', HistoryRow>
export type Figure = TradeoffFigure | AxisFigure | MatrixFigure | HistoryFigure
export type FigureKind = Figure['kind']
