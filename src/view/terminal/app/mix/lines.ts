/** The mix of two models as lines: slider, what it gives on every dataset, and the curve of the mean. */
import { percent, plural, signed } from '../../../format.js'
import {
  bold,
  clean,
  dim,
  type Line,
  padEnd,
  padStart,
  shorten,
  shortenLine,
  span,
  wrapped,
} from '../../../span.js'
import { table } from '../../../table.js'
import { barOf } from '../../bar.js'
import { rule } from '../../rule.js'
import type { MixPoint } from '../feed.js'
import type { Size } from '../frame.js'
import { bestOf, meanOf } from './state.js'

export interface MixState {
  readonly names: readonly string[]
  readonly alpha: number
  readonly points: readonly MixPoint[]
  /** What is measured now; empty = nothing. */
  readonly measuring: readonly number[]
  /** What it is measured on, and what speaks against that. */
  readonly on: string
  readonly warning: string
}

export function mixLines(
  { names, alpha, points, measuring, on, warning }: MixState,
  size: Size,
): Line[] {
  const [first = '', second = ''] = names.map(clean)
  const { columns, rows } = size
  const at = points.find((point) => point.alpha === alpha)
  const [start, end] = [0, 1].map((one) => points.find((point) => point.alpha === one))
  const datasets = Object.keys(start?.accuracies ?? at?.accuracies ?? {})
  const warnings = warning === '' ? [] : wrapped(clean(warning), columns)
  const room = Math.max(1, rows - 9 - warnings.length - Math.min(points.length, 4))
  const cells = [...datasets.slice(0, room), 'mean'].map((name) => {
    const value = (point: MixPoint | undefined) =>
      point === undefined
        ? null
        : name === 'mean'
          ? meanOf(point)
          : (point.accuracies[name] ?? null)
    const [from, here, to] = [value(start), value(at), value(end)]
    return [
      name === 'mean' ? bold(name) : span(clean(name)),
      percent(from),
      here === null
        ? dim(measuring.includes(alpha) ? 'measuring …' : 'not measured')
        : bold(percent(here)),
      percent(to),
      here === null || from === null ? '' : signed(here - from),
    ]
  })
  const right = { align: 'right' as const }
  const heads = [
    { title: 'dataset' },
    { title: shorten(first, 18), ...right },
    { title: `α ${alpha}`, ...right },
    { title: shorten(second, 18), ...right },
    { title: 'to α = 0', ...right },
  ]
  const hidden = datasets.length - room
  return [
    [bold('Mix'), span(`  (1 - α) ${first}  +  α ${second}`), dim(`  on ${clean(on)}`)],
    ...warnings.map((line): Line => [span(line, 'warn')]),
    slider(alpha, Math.min(60, columns - 12)),
    [],
    ...table(heads, cells),
    ...(hidden > 0 ? [[dim(`and ${plural(hidden, 'more dataset')} in the mean`)]] : []),
    [],
    rule('Mean over the datasets, %', columns, measuring.length > 0 ? 'measuring …' : '* best'),
    ...curve(
      points,
      alpha,
      columns,
      Math.max(2, rows - 8 - warnings.length - cells.length - (hidden > 0 ? 1 : 0)),
    ),
  ].map((line) => shortenLine(line, columns))
}

function slider(alpha: number, width: number): Line {
  const at = Math.round(alpha * (width - 1))
  return [
    dim('0 '),
    span('─'.repeat(at)),
    span('●', 'accent', true),
    span('─'.repeat(width - 1 - at)),
    dim(' 1'),
  ]
}

/** A bar per measured point, between the worst and the best. */
function curve(points: readonly MixPoint[], alpha: number, columns: number, rows: number): Line[] {
  if (points.length === 0) return [[dim('no measurements yet')]]
  const means = points.map(meanOf)
  const [low, high] = [Math.min(...means), Math.max(...means)]
  const best = bestOf(points)
  const width = Math.max(8, Math.min(50, columns - 24))
  const shown = points.length > rows ? around(points, alpha, rows - 1) : points
  const hidden = points.length - shown.length
  const lines = shown.map((point): Line => {
    const mean = meanOf(point)
    const share = high === low ? 1 : (mean - low) / (high - low)
    const isBest = point === best
    return [
      span(point.alpha === alpha ? '› ' : '  ', 'accent', true),
      span(padEnd(String(point.alpha), 8)),
      ...barOf(0.05 + 0.95 * share, width),
      span(
        padStart(`${percent(mean)}${isBest ? '*' : ' '}`, 8),
        isBest ? 'good' : undefined,
        isBest,
      ),
    ]
  })
  return hidden > 0 ? [...lines, [dim(`  and ${plural(hidden, 'more point')}`)]] : lines
}

/** Those nearest to the slider. */
function around(points: readonly MixPoint[], alpha: number, count: number): readonly MixPoint[] {
  const at = points.findIndex((point) => point.alpha >= alpha)
  const middle = at < 0 ? points.length - 1 : at
  const first = Math.max(0, Math.min(middle - (count >> 1), points.length - count))
  return points.slice(first, first + count)
}
