/** A line of a screen as words, for a screen reader: what is said by place, sign or dots is said in words or left out. */
import { type Line, toText } from './span.js'

let isAsked = false

/** Ink's own switch, which it reads by itself; it then writes one line after the other, without places. */
export function settleSpeech(env: Readonly<Record<string, string | undefined>>): void {
  isAsked = env['INK_SCREEN_READER'] === 'true'
}

export function isSpoken(): boolean {
  return isAsked
}

/** How often a screen that goes on by itself is said again. */
export const SPOKEN_MS = 10_000

const SIGNS: Readonly<Record<string, string>> = {
  '›': 'chosen: ',
  '●': 'marked ',
  '✓': 'finished ',
  '✗': 'failed ',
  '▶': 'running ',
  '▷': 'running elsewhere ',
  '■': 'interrupted ',
  '◦': 'interrupted ',
  '‖': 'paused ',
  '▦': 'sweep ',
  '▲': ' above zero-shot',
  '▼': ' below zero-shot',
  λ: 'lambda',
  α: 'alpha',
}
const LEGEND = '▲ ▼'
const DOTS = /[\u2800-\u28ff]/
/** Lines, bars, and the knob of a slider. */
const DRAWN = /[\u2500-\u259f]+(●[\u2500-\u259f]*)?|●[\u2500-\u259f]+/g

/** '' where nothing of it can be said. */
export function spoken(line: Line): string {
  const text = toText([line], false)
  if (DOTS.test(text)) return ''
  return text
    .replaceAll(LEGEND, '')
    .replaceAll(/(\s{2,})\[?·\]?(?=\s{2,}|$)/g, '$1not measured')
    .replaceAll(/\[(\d[^\]]*)\]/g, '$1, just trained')
    .replaceAll('[ ]', '')
    .replaceAll(/\[([A-Z]\w+)\]/g, '$1, chosen')
    .replaceAll(DRAWN, '  ')
    .replaceAll(/([›●✓✗▶▷■◦‖▦]) ?/g, (_, sign: string) => SIGNS[sign] ?? sign)
    .replaceAll(/[▲▼λα]/g, (sign) => SIGNS[sign] ?? sign)
    .replaceAll(/(^|\s)–(?=\s|$)/g, '$1none')
    .trim()
    .replaceAll(/\s{2,}|\s*·\s*/g, ', ')
    .replaceAll(/: ?, /g, ': ')
}
