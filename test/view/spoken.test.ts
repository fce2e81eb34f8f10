import { describe, expect, it } from 'vitest'
import { bold, dim, type Line, span } from '../../src/view/span.js'
import { isSpoken, settleSpeech, spoken } from '../../src/view/spoken.js'
import { barOf } from '../../src/view/terminal/bar.js'
import { rule } from '../../src/view/terminal/rule.js'

const cases: readonly [what: string, line: Line, said: string][] = [
  [
    'a run that is chosen',
    [span('›'), span(' '), span('✓ '), span('par   zscl     2/2   57.0')],
    'chosen: finished par, zscl, 2/2, 57.0',
  ],
  ['what is not measured', [span('◦ ch   0/2   –    –')], 'interrupted ch, 0/2, none, none'],
  [
    'a row of the matrix',
    [span('after 1 a  '), bold('[60.0▲]'), span('  57.0▼')],
    'after 1 a, 60.0 above zero-shot, just trained, 57.0 below zero-shot',
  ],
  [
    'the legend of the matrix',
    [dim('▲ ▼ 1 point or more above/below zero-shot  [ ] just trained')],
    '1 point or more above/below zero-shot, just trained',
  ],
  ['tabs', [span('1 [Live]  2 Matrix')], '1 Live, chosen, 2 Matrix'],
  ['a title', rule('Accuracy, %', 40, 'note'), 'Accuracy, %, note'],
  ['a bar', [span('whole run '), ...barOf(0.5, 10), span('  50 %')], 'whole run, 50 %'],
  [
    'a slider',
    [dim('0 '), span('───'), span('●'), span('──'), dim(' 1'), span('  α 0.60')],
    '0, 1, alpha 0.60',
  ],
  ['a slider at its end', [dim('0 '), span('●'), span('─────'), dim(' 1')], '0, 1'],
  ['dots', [span('⠉⠒⠤⣀')], ''],
  ['nothing', [span('')], ''],
  [
    'cells without a number',
    [span('after 1 shapes'), span('     61.0'), span('      [·]'), span('        ·')],
    'after 1 shapes, 61.0, not measured, not measured',
  ],
  ['names with signs of their own', [span('my-run · 3 of 4')], 'my-run, 3 of 4'],
]

describe('a screen reader is told', () => {
  it.each(cases)('%s', (_, line, said) => {
    expect(spoken(line)).toBe(said)
  })

  it('only where that is asked for', () => {
    const said = [{}, { INK_SCREEN_READER: 'true' }, {}].map((env) => {
      settleSpeech(env)
      return isSpoken()
    })
    expect(said).toEqual([false, true, false])
  })
})
