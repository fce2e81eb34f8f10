import { describe, expect, it } from 'vitest'
import type { RunState } from '../../src/journal/state.js'
import { html } from '../../src/view/report/html.js'
import { figure, page } from '../../src/view/report/page.js'
import { type RunReport, runReport } from '../../src/view/report/run-report.js'
import { sweepReport } from '../../src/view/report/sweep-report.js'
import { figureRun } from '../paper/figure-runs.js'

const report = (state: RunState, more: Partial<RunReport> = {}) =>
  runReport({
    name: 'one',
    folder: '/runs/one',
    state,
    asked: [['recipe', 'zscl']],
    experiment: 'seed: 0\n',
    environment: { torch: '2.13.0', git_commit: null },
    figures: [],
    again: ['zscl run /runs/one/experiment.yaml'],
    ...more,
  })

/** The text that a reader sees, roughly. */
const textOf = (page: string) =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('the template', () => {
  it('escapes what is put in and keeps what is markup', () => {
    expect(html`<p title="${'"x"'}">${"<b> & 'c'"}${html`<i>${[1, null, 2]}</i>`}</p>`.html).toBe(
      '<p title="&quot;x&quot;">&lt;b&gt; &amp; &#39;c&#39;<i>12</i></p>',
    )
  })
})

describe('the report of a run', () => {
  const { state } = figureRun('one', { accuracy: (i, j) => 50 + 10 * i - j })

  it('has the numbers, what was asked, the environment and how to run it again', () => {
    const text = textOf(report(state))
    for (const words of [
      'Transfer 51.0 zero-shot 65.0',
      'Avg 59.0 zero-shot 60.0',
      'Last 69.0 zero-shot 60.0',
      'after 2 b 60.0 ▲ 59.0 ▼ 58.0 ▼',
      'recipe zscl',
      'seed: 0',
      'torch 2.13.0',
      'git commit unknown',
      'zscl run /runs/one/experiment.yaml',
    ])
      expect(text).toContain(words)
    expect(text).not.toMatch(/NaN|undefined|\[object/)
  })

  it('forbids every request, and asks for none', () => {
    const written = report(state)
    expect(written).toContain(`content="default-src 'none';`)
    expect(written).not.toMatch(/(src|href)="(?!#|data:)/)
    expect(written).not.toMatch(/<script|@import|url\((?!#)/)
  })

  it('says at the top that a run is not finished, and marks its numbers', () => {
    const { state: half } = figureRun('half', { stopAfter: 2 })
    const text = textOf(report(half))
    expect(text).toContain('not finished (interrupted): 2 of 3 tasks are measured')
    expect(text).toContain('Transfer so far')
    expect(textOf(report(state))).not.toContain('so far')
  })

  it('shows an error and warnings as text, whatever is in them', () => {
    const error = { code: 'internal', message: '<script>alert(1)</script>\u001b[31m' }
    const written = report({ ...state, status: 'failed', error, warnings: ['<img src=x>'] })
    expect(written).toContain('internal: &lt;script&gt;alert(1)&lt;/script&gt;</p>')
    expect(written).toContain('&lt;img src=x&gt;')
    expect(written).not.toContain('<script')
  })

  it('is whole before anything has been measured', () => {
    const { state: fresh } = figureRun('new', { stopAfter: 0 })
    const text = textOf(report(fresh, { environment: null }))
    expect(text).toContain('No worker has started yet.')
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('the report of a sweep', () => {
  it('counts its runs by state and names those that are in no mean', () => {
    const runs = [figureRun('a', {}), figureRun('b', { stopAfter: 1 })]
    const settings = {
      columns: [{ key: 'setting', title: 'setting' }],
      rows: [['zscl']],
      notes: [],
    }
    const text = textOf(
      sweepReport({
        name: 'sweep',
        folder: '/runs/sweep',
        runs,
        groups: [{ title: 'mini', settings, figures: [], notes: ['Nothing to draw for: lambda.'] }],
        asked: 'name: sweep\n',
        environments: [{ cores: 2 }, { cores: 4 }],
        again: ['zscl sweep sweep.yaml'],
      }),
    )
    for (const words of [
      '2 runs begun: 1 finished, 1 interrupted.',
      'Not finished, not in the means: b.',
      'Nothing to draw for: lambda.',
      'cores 2, 4',
      'name: sweep',
    ])
      expect(text).toContain(words)
  })
})

describe('drawings in one page', () => {
  it('do not share the names of their parts', () => {
    const svg = '<svg width="1"><g id="gradient_0"/><path fill="url(#gradient_0)"/></svg>'
    const [one, two] = [0, 1].map(
      (group) => figure({ kind: 'matrix', title: 'T', svg }, group).html,
    )
    expect(one).toContain('id="matrix-0-gradient_0"')
    expect(two).toContain('url(#matrix-1-gradient_0)')
    const ids = [...page('x', [{ html: `${one}${two}` }]).matchAll(/ id="([^"]+)"/g)].map(
      (m) => m[1],
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
})
