import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { names } from '../../src/config/catalogue.js'
import { publishedTables } from '../../src/paper/mtil.js'

const file = new URL('../../../shared/paper/mtil.json', import.meta.url)
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
        const rows = publishedTables[benchmark]!
        expect(rows).toHaveLength(Object.keys(published[order]).length)
        for (const { recipe, transfer, average, last } of rows)
          expect({ transfer, average, last }).toEqual(published[order][keys[recipe] ?? recipe])
      }
    },
  )
})
