/** `zscl check`, and models that are verified before they are used. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { workplace, zscl } from './support.js'

const cwd = workplace()
const weights = (run: string) => join(cwd, 'runs', run, 'model/open_clip_model.safetensors')

it('trusts what was written, and says what was changed since', async () => {
  const short = ['--set', 'schedule.updates=6', '--set', 'schedule.warmup=2']
  await zscl(cwd, 'run', 'mini-short', '--name', 'one', '--plain', ...short)
  const good = await zscl(cwd, 'check')
  expect(good).toMatchObject({ code: 0, stderr: '' })
  expect(good.stdout).toMatch(/✓ journal: \d+ lines, each with its checksum/)
  expect(good.stdout).toMatch(/✓ checkpoints\/task-02-step-0006: /)
  expect(good.stdout).toMatch(/✓ model: 2 files as they were published/)

  await zscl(cwd, 'merge', 'uniform', 'one', 'mini-clip', '--on', 'mini/shapes', '--out', 'soup')
  expect((await zscl(cwd, 'check', 'soup')).stdout).toContain('files as they were written')

  const bytes = readFileSync(weights('one'))
  bytes[bytes.length - 100]! ^= 4
  writeFileSync(weights('one'), bytes)
  const used = await zscl(cwd, 'eval', 'one', '--on', 'mini/shapes')
  expect(used.code).toBe(2)
  expect(used.stderr).toContain('the model `one` is damaged')
  const bad = await zscl(cwd, 'check', 'one', '--json')
  expect(bad.code).toBe(1)
  const [{ findings }] = JSON.parse(bad.stdout)
  expect(findings.filter((one: { verdict: string }) => one.verdict === 'damaged')).toMatchObject([
    { what: 'model', words: expect.stringContaining('is not what was published') },
  ])

  const journal = join(cwd, 'runs/one/journal.jsonl')
  const text = readFileSync(journal, 'utf8')
  writeFileSync(
    journal,
    text.replace(/"correct":(\d)/, (_, digit) => `"correct":${(Number(digit) + 1) % 10}`),
  )
  const changed = await zscl(cwd, 'check', 'one')
  expect(changed.stdout).toMatch(/✗ journal: line \d+ of .* is damaged/)
  expect((await zscl(cwd, 'show', 'one')).stderr).toContain('is damaged')
  expect((await zscl(cwd, 'check', 'two')).stderr).toContain('no run `two`')
}, 90_000)
