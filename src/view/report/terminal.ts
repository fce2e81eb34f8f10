/** Figures drawn in the terminal: the same data as the SVG. */
import type { Figure } from '../../paper/figures/index.js'
import { bold, dim, type Line } from '../span.js'
import { drawnAs } from './figures/index.js'

/** @param width of the terminal, in columns */
export function terminalLines(figure: Figure, width: number): Line[] {
  return [
    [bold(figure.title)],
    ...figure.notes.map((note): Line => [dim(note)]),
    [],
    ...drawnAs(figure).lines(figure, width),
  ]
}
