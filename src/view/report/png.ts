/** PNG from SVG, with a font of the project's own so that it looks the same on a machine that has none. */
import { createRequire } from 'node:module'

/** Pixels per unit of the drawing: sharp in print at the usual size. */
const SCALE = 2

const FONTS = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
]

/** @param background what the drawing stands on; the text is black */
export async function pngOf(svg: string, background = 'white'): Promise<Buffer> {
  const { Resvg } = await import('@resvg/resvg-js')
  const { resolve } = createRequire(import.meta.url)
  const drawing = new Resvg(svg, {
    background,
    fitTo: { mode: 'zoom', value: SCALE },
    font: {
      fontFiles: FONTS.map((name) => resolve(name)),
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
    },
  })
  return drawing.render().asPng()
}
