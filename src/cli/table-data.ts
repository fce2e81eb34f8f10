/** What the methods of a table need and this machine does not have. */
import { resolve } from '../config/resolve.js'
import type { PaperTable } from '../paper/tables.js'
import type { Context } from './context.js'
import { isThere, references, wanted } from './data-status.js'

/** Per recipe what is not there, in words; nothing for a method that can be run. */
export type Lacking = ReadonlyMap<string, readonly string[]>

/** The datasets of every benchmark, and the reference images and texts where a method distils from them. */
export function lackingData(
  context: Context,
  { benchmarks, rows }: PaperTable,
  data: string | undefined,
): Lacking {
  const options = data === undefined ? {} : { data }
  const perBenchmark = benchmarks.map((benchmark) => ({
    benchmark,
    datasets: wanted(context, benchmark, options)
      .filter((one) => !isThere(one))
      .map(({ kind }) => kind),
    references: references(context, benchmark, options).filter(({ there }) => !there),
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
