/** Transfer, Avg and Last against a value of the recipe: the interval I, or a loss weight lambda. */
import { isPlain, type Plain, without } from '../../config/plain.js'
import type { Experiment } from '../../config/schema.js'
import { runMetrics, zeroShotNumbers } from '../../metrics/results.js'
import { spread } from '../../metrics/seeds.js'
import type { Axis, AxisFigure, AxisRow } from './figure.js'
import {
  benchmarkOf,
  checkComparable,
  type FigureRun,
  isFinished,
  leftOut,
  NothingToDraw,
  type Setting,
  seedsNote,
  settingsOf,
} from './runs.js'

const METRICS = [
  ['transfer', 'Transfer'],
  ['average', 'Avg'],
  ['last', 'Last'],
] as const

const LAMBDAS = ['lambda_image', 'lambda_text', 'lambda_feature', 'lambda_image_image'] as const

/** @throws UsageError when nothing varies along the axis */
export function intervalFigure(runs: readonly FigureRun[]): AxisFigure {
  const kind = 'interval'
  const axis = {
    kind,
    title: 'Interval I (updates)',
    keys: ['interval'],
  } as const
  return axisFigure(runs, axis, ({ recipe }) =>
    recipe.after_task.kind === 'take-average' ? recipe.average.interval : null,
  )
}

/** @throws UsageError when nothing varies along the axis */
export function lambdaFigure(runs: readonly FigureRun[]): AxisFigure {
  const done = runs.filter(isFinished)
  const varied = LAMBDAS.filter(
    (key) => distinct(done.map((run) => run.experiment.recipe[key])) > 1,
  )
  const areEqual = done.every(
    ({ experiment }) => distinct(varied.map((key) => experiment.recipe[key])) < 2,
  )
  const keys: readonly (typeof LAMBDAS)[number][] =
    varied.length === 0 ? ['lambda_image'] : areEqual ? varied : [varied[0]!]
  const title = `Weight ${keys.join(' = ')}`
  return axisFigure(runs, { kind: 'lambda', title, keys }, ({ recipe }) => {
    const value = recipe[keys[0]!]
    return typeof value === 'number' ? value : null
  })
}

function axisFigure(
  runs: readonly FigureRun[],
  axis: Axis,
  placeOf: (experiment: Experiment) => number | null,
): AxisFigure {
  const started = runs.filter(({ state }) => state.run !== null)
  if (started.length > 0) checkComparable(started)
  const done = runs.filter(isFinished)
  const placed = done.filter(({ experiment }) => placeOf(experiment) !== null)
  checkVaries(
    axis,
    placed.map(({ experiment }) => placeOf(experiment)!),
  )
  const { settings } = settingsOf(placed, (experiment) => withoutKeys(experiment, axis))
  const rows = settings.flatMap((setting) => rowsOf(setting, placeOf))
  const elsewhere = done.filter((run) => !placed.includes(run)).map(({ name }) => name)
  return {
    kind: axis.kind,
    title: `${METRICS.map(([, name]) => name).join(', ')} against ${axis.kind === 'interval' ? 'the interval I' : axis.keys.join(' = ')}`,
    notes: [
      [benchmarkOf(done[0]!), ...seedsNote(rows.map(({ seeds }) => seeds))].join(', '),
      ...(elsewhere.length > 0
        ? [`Without ${axis.kind}, not drawn: ${elsewhere.join(', ')}.`]
        : []),
      ...leftOut(runs),
    ],
    series: settings.map(({ label }) => label),
    rows,
    axis,
    zero_shot: zeroShot(done),
  }
}

function checkVaries(axis: Axis, values: readonly number[]): void {
  if (distinct(values) > 1) return
  const key = axis.keys.map((name) => (axis.kind === 'interval' ? `average.${name}` : name))
  const have =
    values.length === 0 ? 'no finished run has one' : `all finished runs have ${values[0]}`
  throw new NothingToDraw(
    `\`zscl figure ${axis.kind}\`: nothing to draw: it needs finished runs with at least two values of \`recipe.${key[0]}\`, and ${have}. ` +
      `Sweep over it (\`zscl sweep\`)${axis.kind === 'interval' ? ', or see what was measured along one training with `zscl figure tradeoff`' : ''}.`,
  )
}

function rowsOf(
  { label, runs }: Setting,
  placeOf: (experiment: Experiment) => number | null,
): AxisRow[] {
  const byValue = [...Map.groupBy(runs, ({ experiment }) => placeOf(experiment)!)]
  return byValue
    .sort(([a], [b]) => a - b)
    .flatMap(([x, seeds]) => {
      const all = seeds.map(({ state }) => runMetrics(state))
      return METRICS.flatMap(([key, metric]): AxisRow[] => {
        const found = spread(all.map((metrics) => metrics[key]))
        return found === null ? [] : [{ series: label, x, metric, ...found, seeds: all.length }]
      })
    })
}

/** The experiment without the values that the axis shows. */
function withoutKeys(experiment: Experiment, { kind, keys }: Axis): Plain {
  const recipe: Plain = experiment.recipe
  if (kind === 'lambda') return { ...experiment, recipe: keys.reduce(without, recipe) }
  const average = isPlain(recipe['average']) ? keys.reduce(without, recipe['average']) : {}
  return { ...experiment, recipe: { ...recipe, average } }
}

/** What the metrics of the model before training would be: every row of its matrix is the same. Nothing for several models. */
function zeroShot(runs: readonly FigureRun[]): AxisFigure['zero_shot'] {
  const [first] = runs
  if (distinct(runs.map(({ state }) => state.zero_shot)) > 1) return []
  const metrics = zeroShotNumbers(first!.state)
  return METRICS.flatMap(([key, metric]) => {
    const value = metrics[key]
    return value === null ? [] : [{ metric, mean: value }]
  })
}

function distinct(values: readonly unknown[]): number {
  return new Set(values.map((value) => JSON.stringify(value))).size
}
