/** How figures look: units on axes, series told apart by colour, shape and dash, so that print in black is enough. */
import type { Config } from 'vega-lite'

/** Okabe and Ito's colours, safe for colour-blindness; the yellow is left out, since it is faint on white. */
export const COLOURS = [
  '#0072B2',
  '#D55E00',
  '#009E73',
  '#CC79A7',
  '#E69F00',
  '#56B4E9',
  'currentColor',
] as const

export const SHAPES = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'triangle-down',
  'cross',
  'triangle-right',
  'triangle-left',
] as const

export const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 3, 2, 3], [12, 4]]

export function nth<T>(list: readonly T[], index: number): T {
  return list[index % list.length]!
}

/** The scales that give every series its colour, shape and dash. */
export function seriesScales(series: readonly string[]) {
  const range = <T>(list: readonly T[]) => series.map((_, i) => nth(list, i))
  return {
    colour: { domain: [...series], range: range(COLOURS) },
    shape: { domain: [...series], range: range(SHAPES) },
    dash: { domain: [...series], range: range(DASHES).map((dash) => [...dash]) },
  }
}

/** Texts and lines take the colour of what is around them: black on white in a file, the page's in a report. */
export const config: Config = {
  font: 'Inter, Helvetica, Arial, sans-serif',
  background: 'transparent',
  view: { stroke: null },
  title: {
    color: 'currentColor',
    subtitleColor: 'currentColor',
    fontSize: 14,
    fontWeight: 600,
    subtitleFontSize: 11,
    subtitlePadding: 4,
    anchor: 'start',
    frame: 'group',
    offset: 14,
  },
  axis: {
    labelColor: 'currentColor',
    titleColor: 'currentColor',
    domainColor: 'currentColor',
    tickColor: 'currentColor',
    gridColor: 'currentColor',
    gridOpacity: 0.13,
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 500,
    titlePadding: 8,
  },
  header: {
    labelColor: 'currentColor',
    titleColor: 'currentColor',
    labelFontSize: 12,
    labelFontWeight: 600,
    labelAnchor: 'start',
    labelLimit: 600,
  },
  legend: {
    labelColor: 'currentColor',
    titleColor: 'currentColor',
    labelFontSize: 11,
    labelLimit: 420,
    symbolSize: 70,
    symbolStrokeWidth: 0,
    symbolOpacity: 1,
    orient: 'bottom',
    direction: 'vertical',
    title: null,
  },
  text: { color: 'currentColor' },
  rule: { color: 'currentColor' },
}
