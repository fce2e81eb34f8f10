/** The accuracy matrix as a heat map: one panel per setting, means over its seeds. */
import { columnsOf, meanCells, rowNamesOf } from './cells.js'
import { drawable } from './drawable.js'
import type { MatrixFigure, MatrixRow } from './figure.js'
import { benchmarkOf, type FigureRun, seedsNote, settingsOf } from './runs.js'

/** @throws UsageError when no run has measured anything */
export function matrixFigure(runs: readonly FigureRun[]): MatrixFigure {
  const started = drawable('matrix', runs)
  const { settings, notes } = settingsOf(started)
  const { state } = started[0]!
  const [columns, rowNames] = [columnsOf(state), rowNamesOf(state)]
  const tasks = rowNames.length - 1
  const rows = settings.flatMap((setting) =>
    meanCells(setting).flatMap((row, after) =>
      row.flatMap((cell, column): MatrixRow[] => {
        if (cell === null) return []
        return [
          {
            series: setting.label,
            after,
            after_task: rowNames[after]!,
            column,
            dataset: columns[column]!,
            accuracy: cell.mean,
            deviation: cell.deviation,
            just_trained: after === column + 1,
            is_task: column < tasks,
          },
        ]
      }),
    ),
  )
  return {
    kind: 'matrix',
    title: 'Accuracy after every task',
    notes: [
      [
        benchmarkOf(started[0]!),
        ...seedsNote(
          settings.map((one) => one.runs.length),
          'mean',
        ),
      ].join(', '),
      ...notes,
    ],
    series: settings.map(({ label }) => label),
    rows,
  }
}
