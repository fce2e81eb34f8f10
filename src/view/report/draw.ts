/** From a specification to SVG. The libraries are large, so that they are loaded only when something is drawn. */
import type { TopLevelSpec } from 'vega-lite'

/** Width of a letter as a part of the font size: the mean of Inter and Helvetica over ordinary text. */
const LETTER = 0.56

/** What vega exports and its types leave out. */
interface Untyped {
  readonly textMetrics: { width: (item: TextItem, text: unknown) => number }
  resetSVGDefIds(): void
}

interface TextItem {
  readonly fontSize?: number
}

/**
 * Always the same bytes for the same specification: text is measured by rule and not by a canvas that may be there.
 * @throws Error when vega warns, since a figure that it draws with a warning shows something else than its data
 */
export async function svgOf(spec: TopLevelSpec): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')])
  const { textMetrics, resetSVGDefIds } = vega as unknown as Untyped
  textMetrics.width = ({ fontSize = 11 }, text) => LETTER * fontSize * String(text ?? '').length
  resetSVGDefIds()
  const warnings: string[] = []
  const logger = collecting(warnings)
  const runtime = vega.parse(compile(spec, { logger }).spec)
  const view = new vega.View(runtime, { renderer: 'none', logger })
  try {
    const svg = await view.toSVG()
    if (warnings.length > 0) throw new Error(`the figure is not sound: ${warnings.join('; ')}`)
    return `${svg}\n`
  } finally {
    view.finalize()
  }
}

/** A logger as vega wants it: every setter answers with itself. */
function collecting(warnings: string[]) {
  const note = (...words: readonly unknown[]) => {
    warnings.push(words.map(String).join(' '))
    return logger
  }
  function level(): number
  function level(value: number): typeof logger
  function level(value?: number): number | typeof logger {
    return value === undefined ? 2 : logger
  }
  const quiet = () => logger
  const logger = { level, error: note, warn: note, info: quiet, debug: quiet }
  return logger
}
