/** How many lines each part gets, for any size of terminal. */

export interface Layout {
  readonly columns: number
  readonly rows: number
  readonly header: 1 | 2
  readonly progress: 1 | 2
  /** Empty lines between the parts. */
  readonly gaps: boolean
  /** Losses to the left of the matrix instead of above it. */
  readonly beside: boolean
  readonly losses: Area
  readonly matrix: Area & {
    readonly title: boolean
    readonly metrics: boolean
    readonly tasks: number
  }
  readonly messages: number
  /** Lines for the help, when it is shown in place of everything between header and messages. */
  readonly help: number
}

interface Area {
  readonly width: number
  /** All lines of the part, its title included; 0 = hidden. */
  readonly height: number
}

/** Title, name and value, two lines of dots. */
const LEAST_LOSSES = 4
const MOST_LOSSES = 14
/** Title, head, zero-shot row, metrics. */
const MATRIX_FRAME = 4
/** Wide enough for two parts next to each other. */
const BESIDE = 150

/** Status and key line are always one line each. */
export function layout(columns: number, rows: number, tasks: number, messages: number): Layout {
  const header = rows >= 18 ? 2 : 1
  const progress = rows >= 10 ? 2 : 1
  const shownMessages = Math.min(messages, rows >= 18 ? 3 : 1)
  const body = Math.max(0, rows - header - progress - shownMessages - 2)
  const beside = columns >= BESIDE && body >= MATRIX_FRAME + 3
  const wanted = tasks + MATRIX_FRAME
  const gaps = body >= (beside ? wanted : wanted + LEAST_LOSSES) + 3
  const room = body - (gaps ? 3 : 0)
  const lossRows = beside ? room : lossesAbove(room, wanted)
  const matrixRows = beside ? room : room - lossRows
  const lossWidth = beside ? Math.floor(columns * 0.45) : columns
  return {
    columns,
    rows,
    header,
    progress,
    gaps,
    beside,
    messages: shownMessages,
    help: Math.max(0, rows - header - (gaps ? 1 : 0) - shownMessages - 1),
    losses: { width: lossWidth, height: lossRows },
    matrix: { width: beside ? columns - lossWidth - 3 : columns, ...matrix(matrixRows, tasks) },
  }
}

/** The matrix comes first; what it leaves goes to the losses, and on a middling screen it shares. */
function lossesAbove(room: number, wanted: number): number {
  const left = room - wanted
  if (left >= LEAST_LOSSES) return Math.min(left, MOST_LOSSES)
  return room >= 14 ? LEAST_LOSSES : 0
}

function matrix(rows: number, tasks: number) {
  const title = rows >= 6
  const metrics = rows >= 4
  const shown = Math.max(0, Math.min(tasks, rows - 2 - (title ? 1 : 0) - (metrics ? 1 : 0)))
  return { height: Math.max(0, rows), title, metrics, tasks: shown }
}
