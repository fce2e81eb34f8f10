/** Accuracy of every dataset after every task: a panel per dataset, a line per setting. */
import { columnsOf, meanCells, rowNamesOf } from './cells.js'
import { drawable } from './drawable.js'
import type { HistoryFigure, HistoryRow } from './figure.js'
import { benchmarkOf, type FigureRun, seedsNote, settingsOf } from './runs.js'

/** @throws UsageError when no run has measured anything */
export function historyFigure(runs: readonly FigureRun[]): HistoryFigure {
  const started = drawable('history', runs)
  const { settings, notes } = settingsOf(started)
  const { state } = started[0]!
  const [columns, rowNames] = [columnsOf(state), rowNamesOf(state)]
  const rows = settings.flatMap((setting) => {
    const cells = meanCells(setting)
    return columns.flatMap((dataset, column) =>
      cells.flatMap((row, after): HistoryRow[] => {
        const cell = row[column] ?? null
        if (cell === null) return []
        return [
          {
            series: setting.label,
            column,
            dataset,
            after,
            after_task: rowNames[after]!,
            accuracy: cell.mean,
            deviation: cell.deviation,
            trained_at: column < rowNames.length - 1 ? column + 1 : null,
          },
        ]
      }),
    )
  })
  return {
    kind: 'history',
    title: 'Accuracy of every dataset after every task',
    notes: [
      [benchmarkOf(started[0]!), ...seedsNote(settings.map((one) => one.runs.length))].join(', '),
      ...notes,
    ],
    series: settings.map(({ label }) => label),
    rows,
  }
}
