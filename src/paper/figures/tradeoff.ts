/**
 * Figure 3 of the paper: accuracy on the task against the mean accuracy on what is not trained, right after a task. The
 * WiSE-FT curve over alpha, the points of the averages over I, fine-tuning and the model before the task as marks.
 */
import { isPlain, type Plain, without } from '../../config/plain.js'
import type { Experiment } from '../../config/schema.js'
import { spread } from '../../metrics/seeds.js'
import { drawable } from './drawable.js'
import type { Curve, TradeoffFigure, TradeoffRow } from './figure.js'
import { chosenTask, type Point, pointsOf, untrained } from './points.js'
import {
  benchmarkOf,
  type FigureRun,
  NothingToDraw,
  type Setting,
  seedsNote,
  settingsOf,
} from './runs.js'

const TITLES: Readonly<Record<Curve, string>> = {
  before: 'before the task',
  'fine-tuned': 'fine-tuned',
  WE: 'WE over I',
  EMA: 'EMA over I',
  'WE+WiSE': 'WE+WiSE over I',
  SWA: 'SWA over I',
  'WiSE-FT': 'WiSE-FT over α',
}

/**
 * @param task name or number (from 1); by default the first task along which variants were measured
 * @throws UsageError when the task does not exist or nothing was measured after it
 */
export function tradeoffFigure(runs: readonly FigureRun[], task?: string): TradeoffFigure {
  const started = drawable('tradeoff', runs)
  const index = chosenTask(started, task)
  const { state } = started[0]!
  const others = untrained(state, index)
  const name = state.run!.tasks[index]!
  const { settings, notes } = settingsOf(started, (experiment) => ignoring(experiment, index))
  const rows = settings.flatMap((setting) => rowsOf(setting, index, settings.length > 1))
  const unique = index === 0 ? withOneStart(rows) : rows
  if (unique.every(({ curve }) => curve === 'before'))
    throw new NothingToDraw(
      `\`zscl figure tradeoff\`: nothing to draw: no run has trained task ${index + 1}, ${name}, and measured it with what is not trained.`,
    )
  const counts = unique.map(({ seeds }) => seeds)
  return {
    kind: 'tradeoff',
    title: `Trade-off after task ${index + 1}, ${name}`,
    x_title: `Accuracy on ${name}, %`,
    y_title: `Mean accuracy on ${others.words}, %`,
    notes: [[benchmarkOf(started[0]!), ...seedsNote(counts, 'mean')].join(', '), ...notes],
    series: [...new Set(unique.map(({ series }) => series))],
    rows: unique,
  }
}

/**
 * What the figure shows along a curve is no setting of its own. After the first task that is exact, since averaging and
 * mixing change nothing of its training; later tasks begin from what it has made.
 */
function ignoring(experiment: Experiment, task: number): Plain {
  if (task > 0) return experiment
  const recipe: Plain = without(without(experiment.recipe, 'after_task'), 'average')
  const average: Plain = experiment.recipe.average
  const kind = isPlain(average) ? { kind: average['kind'] } : {}
  return { ...experiment, recipe: { ...recipe, average: kind } }
}

function rowsOf(setting: Setting, task: number, isOneOfMany: boolean): TradeoffRow[] {
  const bySeed = new Map<string, Map<number, Point>>()
  for (const run of setting.runs)
    for (const point of pointsOf(run, task)) {
      const key = `${point.curve}/${point.parameter ?? ''}`
      const seeds = bySeed.get(key) ?? new Map<number, Point>()
      // The same point measured by two runs of one seed counts once.
      if (!seeds.has(run.experiment.seed)) seeds.set(run.experiment.seed, point)
      bySeed.set(key, seeds)
    }
  const rows = [...bySeed.values()].flatMap((seeds): TradeoffRow[] => {
    const points = [...seeds.values()]
    const { curve, parameter } = points[0]!
    const x = spread(points.map(({ on_task }) => on_task))
    const y = spread(points.map(({ on_others }) => on_others))
    if (x === null || y === null) return []
    const title = curve === 'before' && task === 0 ? 'zero-shot' : TITLES[curve]
    return [
      {
        series: isOneOfMany ? `${setting.label}: ${title}` : title,
        curve,
        parameter,
        label: labelOf(curve, parameter),
        on_task: x.mean,
        on_others: y.mean,
        on_task_deviation: x.deviation,
        on_others_deviation: y.deviation,
        seeds: points.length,
      },
    ]
  })
  return rows.sort(byCurve)
}

/** One mark for the model that all runs began from, where it is one. */
function withOneStart(rows: readonly TradeoffRow[]): readonly TradeoffRow[] {
  const starts = rows.filter(({ curve }) => curve === 'before')
  const [start] = starts
  const isOne = starts.every(
    ({ on_task, on_others }) => on_task === start?.on_task && on_others === start.on_others,
  )
  if (!isOne) return rows
  const rest = rows.filter(({ curve }) => curve !== 'before')
  return start === undefined ? rest : [{ ...start, series: 'zero-shot' }, ...rest]
}

function byCurve(a: TradeoffRow, b: TradeoffRow): number {
  const order = Object.keys(TITLES)
  return order.indexOf(a.curve) - order.indexOf(b.curve) || (a.parameter ?? 0) - (b.parameter ?? 0)
}

function labelOf(curve: Curve, parameter: number | null): string {
  if (parameter === null) return ''
  return `${curve === 'WiSE-FT' ? 'α' : 'I'} = ${parameter}`
}
