/** HTML as a tagged template: what is put in is escaped, unless it is HTML itself. */

export interface Html {
  readonly html: string
}

type Part = string | number | Html | null | readonly Part[]

/** Nothing for null; lists one after the other. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const filled = texts.map((text, i) => (i === 0 ? '' : asHtml(parts[i - 1]!)) + text)
  return { html: filled.join('') }
}

/** Markup of our own drawing. */
export function raw(markup: string): Html {
  return { html: markup }
}

function asHtml(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  if ('html' in part) return part.html
  return part.map(asHtml).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!)
}
