import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parquetOf } from '../../src/view/text/parquet.js'
import { render, type Tabular } from '../../src/view/text/tabular.js'

const tabular: Tabular = {
  columns: [
    { key: 'setting', title: 'setting' },
    { key: 'transfer', title: 'Transfer', isMetric: true },
    { key: 'last', title: 'Last', isMetric: true },
  ],
  rows: [
    ['zscl, wc 0.5', { mean: 54.36, deviation: 0.14 }, 66.4],
    ['a_b "x" & 50%', { mean: 32.9, deviation: null }, null],
  ],
  notes: ['protocol p'],
}

describe('a table in every format', () => {
  it('is a table with the best value of a metric in bold', () => {
    const [, best, other, note] = render(tabular, 'table', true).split('\n')
    expect(best).toContain('\u001b[1m')
    expect(other).not.toContain('\u001b[1m')
    expect(note).toBe('protocol p')
    expect(render(tabular, 'table', false)).toMatch(/zscl, wc 0\.5 +54\.4 ± 0\.1 +66\.4/)
  })

  it('is CSV with exact numbers, deviations in columns of their own and quotes where they must be', () => {
    expect(render(tabular, 'csv', false).split('\n')).toEqual([
      'setting,transfer,transfer_deviation,last',
      '"zscl, wc 0.5",54.36,0.14,66.4',
      '"a_b ""x"" & 50%",32.9,,',
    ])
  })

  it('is CSV in which no name is a formula', () => {
    const columns = [
      { key: 'run', title: 'run' },
      ...['a', 'b'].map((key) => ({ key, title: key })),
    ]
    const names = { columns, rows: [['=HYPERLINK("http://x")', '@x', -1.5]], notes: [] }
    expect(render(names, 'csv', false).split('\n')[1]).toBe(`"'=HYPERLINK(""http://x"")",'@x,-1.5`)
  })

  it('is JSON with the same numbers', () => {
    expect(JSON.parse(render(tabular, 'json', false))[0]).toEqual({
      setting: 'zscl, wc 0.5',
      transfer: { mean: 54.36, deviation: 0.14 },
      last: 66.4,
    })
  })

  it('is Markdown', () => {
    const lines = render(tabular, 'markdown', false).split('\n')
    expect(lines[1]).toBe('| --- | ---: | ---: |')
    expect(lines[2]).toBe('| zscl, wc 0.5 | **54.4 ± 0.1** | 66.4 |')
    expect(lines[3]).toContain('| 32.9 | – |')
  })

  it('is LaTeX with booktabs, the best bold and nothing that LaTeX would stumble over', () => {
    const text = render(tabular, 'latex', false)
    expect(text).toContain('\\begin{tabular}{lrr}\n\\toprule')
    expect(text).toContain('\\textbf{54.4 $\\pm$ 0.1}')
    expect(text).toContain('a\\_b "x" \\& 50\\% & 32.9 & -- \\\\')
  })
})

describe('parquet', () => {
  it('holds what CSV holds, with numbers as numbers and empty cells as null, for another reader', async () => {
    const tabular: Tabular = {
      columns: [
        { key: 'setting', title: 'setting' },
        { key: 'last', title: 'Last', isMetric: true },
        { key: 'note', title: 'note' },
      ],
      rows: [
        ['ünter', { mean: 66.25, deviation: 0.5 }, null],
        ['b', null, 'x'],
      ],
      notes: [],
    }
    const folder = mkdtempSync(join(tmpdir(), 'zscl-parquet-'))
    const file = join(folder, 'a.parquet')
    writeFileSync(file, parquetOf(tabular))
    const program =
      'import sys, json, pyarrow.parquet as p; t = p.read_table(sys.argv[1]); print(json.dumps([t.to_pylist(), [str(f.type) for f in t.schema]]))'
    const python = resolve(import.meta.dirname, '../../.venv/bin/python')
    const read = execFileSync(python, ['-c', program, file], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(JSON.parse(read)).toEqual([
      [
        { setting: 'ünter', last: 66.25, last_deviation: 0.5, note: null },
        { setting: 'b', last: null, last_deviation: null, note: 'x' },
      ],
      ['string', 'double', 'double', 'string'],
    ])
  })
})
