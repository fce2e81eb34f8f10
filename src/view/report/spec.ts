/** From a figure's data to its vega-lite specification, the data within it. */
import type { TopLevelSpec } from 'vega-lite'
import type { Figure } from '../../paper/figures/index.js'
import { drawnAs } from './figures/index.js'
import { config } from './theme.js'

export function specOf(figure: Figure): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: figure.title, subtitle: [...figure.notes, ...howToRead(figure)] },
    padding: 12,
    config,
    ...drawnAs(figure).spec(figure),
  } as TopLevelSpec
}

function howToRead(figure: Figure): string[] {
  const isEmpty = 'zero_shot' in figure && figure.zero_shot.length === 0
  return isEmpty ? [] : [drawnAs(figure).read]
}

/** Black on white, for a file of its own. */
export function onPaper(spec: TopLevelSpec): TopLevelSpec {
  return { ...spec, background: 'white' }
}
