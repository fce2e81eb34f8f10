/** Every figure with its drawing. What it shows, the rows and words, is made in `paper/figures`, which knows no drawing. */
import type { Figure, FigureKind } from '../../../paper/figures/index.js'
import { axisDrawn } from './axis.js'
import type { Drawn } from './drawn.js'
import { historyDrawn } from './history.js'
import { matrixDrawn } from './matrix.js'
import { tradeoffDrawn } from './tradeoff.js'

type Of<K extends FigureKind> = Extract<Figure, { readonly kind: K }>

const DRAWN: { readonly [K in FigureKind]: Drawn<Of<K>> } = {
  tradeoff: tradeoffDrawn,
  interval: axisDrawn,
  lambda: axisDrawn,
  matrix: matrixDrawn,
  history: historyDrawn,
}

export function drawnAs<F extends Figure>(figure: F): Drawn<F> {
  return DRAWN[figure.kind] as unknown as Drawn<F>
}
