/** How one kind of figure is drawn: in vega-lite's words, and in the terminal. */
import type { Line } from '../../span.js'

export interface Drawn<F> {
  /** How to read what has no entry in a legend. */
  readonly read: string
  /** The part of the specification that is its own. */
  readonly spec: (figure: F) => object
  /** @param width of the terminal, in columns */
  readonly lines: (figure: F, width: number) => Line[]
}
