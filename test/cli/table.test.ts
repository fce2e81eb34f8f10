/** Published tables as people ask for them; no run, no worker. */
import { expect, it } from 'vitest'
import { workplace, zscl } from './support.js'

const cwd = workplace()

it("prints the paper's columns and says exactly what is missing for ours", async () => {
  const { code, stdout } = await zscl(cwd, 'table', 'mtil-order-2')
  expect(code).toBe(0)
  expect(stdout).toMatch(/ZSCL +zscl +64\.2 +– +– +74\.5 /)
  expect(stdout).toContain('iCaRL † ')
  expect(stdout).toMatch(/^† iCaRL, order II: .*at chance/m)
  expect(stdout).toContain('Missing: zero-shot, finetune, lwf')
  expect(stdout).toContain('zscl data status mtil-order-2')
})

it('is LaTeX on request, and offers the nearest name for a wrong one', async () => {
  expect((await zscl(cwd, 'table', 'mtil-order-1', '--format', 'latex')).stdout).toContain(
    '\\toprule',
  )
  const wrong = await zscl(cwd, 'table', 'mtil-order-3')
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('Did you mean `mtil-order-1`?')
})
