/** The loss terms by the names a reader knows. */
import type { UpdateRow } from '../journal/state.js'

export type Term = keyof Omit<UpdateRow, 'learning_rate'>

/** In the order in which they are shown. */
export const termNames: Readonly<Record<Term, string>> = {
  total: 'total',
  ce: 'ce',
  distill_image: 'distil image',
  distill_text: 'distil text',
  feature: 'feature',
  image_image: 'image-image',
  alignment: 'alignment',
  wc: 'wc',
}

const all = Object.keys(termNames) as Term[]

/** Terms that have a weight: the worker reports 0 for the others. `total` is left out when it is the only term's copy. */
export function shownTerms(rows: readonly UpdateRow[]): Term[] {
  const used = all.filter((term) => rows.some((row) => row[term] !== 0))
  const parts = used.filter((term) => term !== 'total')
  const [only] = parts
  const copies = parts.length === 1 && rows.every((row) => row[only!] === row.total)
  return copies ? parts : used
}
