/** The accuracy matrix: a darker cell is a higher accuracy, its number within; a frame marks the task just trained. */
import type { MatrixFigure } from '../../../paper/figures/figure.js'
import { percent } from '../../format.js'
import { bold, type Line } from '../../span.js'
import { table } from '../../table.js'
import type { Drawn } from './drawn.js'

const CELL = { width: 52, height: 26 }
/** Wider panels stand below each other, so that a figure fits on a page. */
const MOST_BESIDE = 8

const LAYERS = [
  {
    mark: { type: 'rect' },
    encoding: {
      color: {
        field: 'accuracy',
        type: 'quantitative',
        scale: { scheme: 'blues', domain: [0, 100] },
        legend: {
          title: 'Accuracy, %',
          orient: 'right',
          direction: 'vertical',
          gradientLength: 120,
        },
      },
    },
  },
  {
    transform: [{ filter: 'datum.just_trained' }],
    mark: { type: 'rect', fillOpacity: 0, stroke: '#D55E00', strokeWidth: 2.5 },
  },
  {
    mark: { type: 'text', fontSize: 11 },
    encoding: {
      text: { field: 'accuracy', type: 'quantitative', format: '.1f' },
      color: { condition: { test: 'datum.accuracy > 68', value: 'white' }, value: 'black' },
    },
  },
]

function matrixSpec({ rows, series }: MatrixFigure): object {
  const byColumn = [...rows].sort((a, b) => a.column - b.column)
  const byRow = [...rows].sort((a, b) => a.after - b.after)
  const named = rows.map((row) => ({ ...row, row_name: rowName(row) }))
  const x = {
    field: 'dataset',
    type: 'nominal',
    sort: [...new Set(byColumn.map(({ dataset }) => dataset))],
    title: null,
    axis: { labelAngle: -35, domain: false, ticks: false },
  }
  const y = {
    field: 'row_name',
    type: 'nominal',
    sort: [...new Set(byRow.map(rowName))],
    title: 'Trained so far',
    axis: { domain: false, ticks: false },
  }
  return {
    data: { values: named },
    facet: {
      field: 'series',
      type: 'nominal',
      sort: [...series],
      title: null,
      header: header(series),
    },
    columns: x.sort.length > MOST_BESIDE ? 1 : 2,
    resolve: { axis: { x: 'independent', y: 'independent' } },
    spec: {
      width: { step: CELL.width },
      height: { step: CELL.height },
      encoding: { x, y },
      layer: LAYERS,
    },
  }
}

function rowName({ after, after_task }: { readonly after: number; readonly after_task: string }) {
  return after === 0 ? after_task : `${after} ${after_task}`
}

/** One panel needs no name. */
function header(series: readonly string[]): object {
  return series.length === 1 ? { labels: false, labelFontSize: 0, labelPadding: 0 } : {}
}

/** A table per setting; brackets mark the task just trained. */
function matrixLines({ rows, series }: MatrixFigure): Line[] {
  const datasets = [...new Set(rows.map(({ dataset }) => dataset))]
  const columns = [
    { title: '' },
    ...datasets.map((title) => ({ title: `${title} `, align: 'right' as const })),
  ]
  return series.flatMap((name, i): Line[] => {
    const byRow = Map.groupBy(
      rows.filter((row) => row.series === name),
      ({ after }) => after,
    )
    const cells = [...byRow.values()].map((row) => [
      row[0]!.after === 0 ? row[0]!.after_task : `after ${row[0]!.after} ${row[0]!.after_task}`,
      ...datasets.map((dataset) => {
        const cell = row.find((one) => one.dataset === dataset)
        if (cell === undefined) return '· '
        return cell.just_trained ? `[${percent(cell.accuracy)}]` : `${percent(cell.accuracy)} `
      }),
    ])
    return [...(i > 0 ? [[]] : []), [bold(name)], ...table(columns, cells)]
  })
}

export const matrixDrawn: Drawn<MatrixFigure> = {
  read: 'Framed: the task just trained.',
  spec: matrixSpec,
  lines: matrixLines,
}
