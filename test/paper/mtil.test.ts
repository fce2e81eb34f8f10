import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { names } from '../../src/config/catalogue.js'
import { asPrinted, averagePerDataset, transferPerDataset } from '../../src/metrics/matrix.js'
import { publishedTables } from '../../src/paper/mtil.js'
import { perDatasetTables } from '../../src/paper/mtil-datasets.js'
import { paperTable } from '../../src/paper/tables.js'

const file = new URL('../../../shared/paper/mtil.json', import.meta.url)
const exact = new URL('../../../shared/paper/mtil-exact.json', import.meta.url)
const incremental = new URL('../../../shared/paper/cil.json', import.meta.url)
const keys: Readonly<Record<string, string>> = {
  finetune: 'continual-finetune',
  'zscl-star': 'zscl-no-we',
}

describe('the published tables', () => {
  it('have a recipe and a benchmark for every row', () => {
    for (const [benchmark, rows] of Object.entries(publishedTables)) {
      expect(names('benchmark')).toContain(benchmark)
      for (const { recipe } of rows) expect(names('recipe')).toContain(recipe)
    }
  })

  it.skipIf(!existsSync(file))(
    `hold the numbers of ${file.pathname.split('/').slice(-3).join('/')} (skipped where that folder is absent)`,
    () => {
      const { published } = JSON.parse(readFileSync(file, 'utf8'))
      for (const [order, benchmark] of Object.entries({ I: 'mtil-order-1', II: 'mtil-order-2' })) {
        const rows = publishedTables[benchmark]!.filter(({ recipe }) => recipe !== 'gift') // not of this paper
        expect(rows).toHaveLength(Object.keys(published[order]).length)
        for (const { recipe, transfer, average, last } of rows)
          expect({ transfer, average, last }).toEqual(published[order][keys[recipe] ?? recipe])
      }
    },
  )

  it.skipIf(!existsSync(file))(
    `hold per dataset what the authors' matrices give (skipped where ${file.pathname.split('/').slice(-3).join('/')} is absent)`,
    () => {
      const { zero_shot, orders } = JSON.parse(readFileSync(file, 'utf8'))
      const { matrices } = JSON.parse(readFileSync(exact, 'utf8'))
      const printed = (values: readonly (number | null)[]) =>
        values.map((value) => (value === null ? null : Number(asPrinted(value))))
      for (const [order, benchmark] of Object.entries({ I: 'mtil-order-1', II: 'mtil-order-2' })) {
        const initial = orders[order].map((name: string) => zero_shot[name])
        const all = { 'zero-shot': initial.map(() => initial), ...matrices[order] }
        const rows = perDatasetTables[benchmark]!
        expect(Object.keys(rows)).toHaveLength(Object.keys(all).length)
        for (const [recipe, row] of Object.entries(rows)) {
          const matrix = all[recipe === 'finetune' ? 'continual-finetune' : recipe]
          expect(row.transfer).toEqual(printed(transferPerDataset(matrix)))
          expect(row.average).toEqual(printed(averagePerDataset(matrix)))
          expect(row.last).toEqual(printed(matrix.at(-1)))
        }
      }
    },
  )

  it.skipIf(!existsSync(incremental))(
    'hold the class-incremental numbers, and mark what is not confirmed (skipped where cil.json is absent)',
    () => {
      const published = JSON.parse(readFileSync(incremental, 'utf8'))
      for (const [name, dataset] of [
        ['cil-cifar100', 'cifar100'],
        ['cil-tinyimagenet', 'tinyimagenet'],
      ] as const) {
        const table = paperTable(name)!
        for (const { recipe, cells } of table.rows)
          expect(cells.map((cell) => cell!.value)).toEqual(
            published[dataset][keys[recipe] ?? recipe].flat(),
          )
        const confirmed = table.rows.flatMap(({ recipe, cells }) =>
          table.columns.flatMap(({ benchmark, metric }, j) =>
            cells[j]!.confirmed
              ? [`${dataset}/${/\d+(?=-steps)/.exec(benchmark)}/${recipe}/${metric}`]
              : [],
          ),
        )
        // The first two have a second source as well; the file was written before.
        const known = ['cifar100/10/lwf/last', 'cifar100/10/icarl/last', ...published.confirmed]
        expect(confirmed).toEqual(known.filter((key: string) => key.startsWith(`${dataset}/`)))
        for (const benchmark of table.benchmarks) expect(names('benchmark')).toContain(benchmark)
      }
    },
  )
})
