/** The benchmark that needs a GPU runs here on the CPU, so that it never rots. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('measures its stages with small sizes on the CPU, and what is restored is bit-equal', () => {
  const out = mkdtempSync(join(tmpdir(), 'bench-gpu-'))
  // What goes through the whole program besides takes half a minute more.
  const only = process.env['ZSCL_SLOW']
    ? 'machine,fp32,exact,bridge,pipeline'
    : 'machine,fp32,exact'
  const command = ['gpu', '--device', 'cpu', '--tiny', '--only', only, '--out', out]
  const report = execFileSync('scripts/bench', command, { encoding: 'utf8', stdio: 'pipe' })
  expect(report).not.toContain('FAILED')
  expect(report).toMatch(/resumed +bf16: bit-equal/)
  const results = readFileSync(join(out, 'results.jsonl'), 'utf8').trim().split('\n')
  const stages = new Set(results.map((line) => JSON.parse(line).stage))
  expect([...stages]).toEqual(only.split(','))
}, 180_000)
