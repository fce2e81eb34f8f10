/** What the methods of a table need and this machine does not have. */
import { resolve } from '../config/resolve.js'
import type { Lacking, PaperTable } from '../paper/tables.js'
import { isThere, references, wanted } from './data.js'

/** The datasets of every benchmark, and the reference images and texts where a method distils from them. */
export function lackingData({ benchmarks, rows }: PaperTable, folder: string): Lacking {
  const perBenchmark = benchmarks.map((benchmark) => ({
    benchmark,
    datasets: wanted(folder, benchmark)
      .filter((one) => !isThere(one))
      .map(({ kind }) => kind),
    references: references(folder, benchmark).filter(({ there }) => !there),
  }))
  return new Map(
    rows.map(({ recipe }) => {
      const all = perBenchmark.flatMap(({ benchmark, datasets, references }) => {
        const { reference } = resolve({ benchmark, recipe }, recipe).recipe
        const used = references.filter(({ part }) => reference[part].kind === 'set')
        return [...datasets, ...used.map(({ kind }) => kind)]
      })
      return [recipe, [...new Set(all)]]
    }),
  )
}
