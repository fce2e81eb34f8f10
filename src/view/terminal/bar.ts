import { dim, type Span, span } from '../span.js'

/** A bar of `length` columns, filled to an eighth of a column. */
export function barOf(share: number, length: number): Span[] {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * length * 8)
  const full = '█'.repeat(eighths >> 3)
  const part = eighths & 7 ? '▏▎▍▌▋▊▉'[(eighths & 7) - 1]! : ''
  return [span(full + part, 'accent'), dim('░'.repeat(length - full.length - part.length))]
}
