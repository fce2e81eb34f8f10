/** `zscl check`, and models that are verified before they are used. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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
  expect(good.stdout).toMatch(/✓ journal: \d+ lines verified/)
  expect(good.stdout).toMatch(/✓ checkpoints\/task-02-step-0006: /)
  expect(good.stdout).toMatch(/✓ model: 2 files verified/)

  await zscl(cwd, 'merge', 'uniform', 'one', 'mini-clip', '--on', 'mini/shapes', '--out', 'soup')
  expect((await zscl(cwd, 'check', 'soup')).stdout).toContain('2 files verified')

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
    { what: 'model', words: expect.stringContaining('does not match its checksum') },
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

it.each([
  ['emptied', ''],
  ['cut short', 'name: two\nbenchmark:\n  name: "mini-sh'],
  ['made of aliases', 'a: &a [1]\nb: *a\n'],
  ['no map', '- 1\n'],
])(
  'an experiment that was %s is said to be damaged by every command that reads it',
  async (_, text) => {
    const name = 'two'
    if (!existsSync(join(cwd, 'runs', name)))
      await zscl(cwd, 'run', 'mini-short', '--name', name, '--plain', '--set', 'recipe=zero-shot')
    writeFileSync(join(cwd, 'runs', name, 'experiment.yaml'), text)
    for (const words of [
      ['results', name],
      ['resume', name],
      ['report', name],
      ['fork', name, '--after-task', '1', '--set', 'recipe.wc=1'],
      ['check', name],
    ]) {
      const { code, stdout, stderr } = await zscl(cwd, ...words)
      expect(`${words[0]}: ${stdout}${stderr}`).toMatch(
        /experiment\.yaml is damaged|is already finished/,
      )
      expect(stderr).not.toContain('bug in zscl')
      expect(code).not.toBe(null)
    }
    const table = await zscl(cwd, 'table', 'mini', '--have')
    expect(table.stderr).not.toContain('bug in zscl')
  },
  60_000,
)
