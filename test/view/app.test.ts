/** The app's screens as lines: pure functions, at every size and with everything that can be in a list of runs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Key } from 'ink'
import { describe, expect, it } from 'vitest'
import { runFolder } from '../../src/journal/folder.js'
import type { LibraryRun } from '../../src/journal/library.js'
import { fold } from '../../src/journal/reduce.js'
import { summaryOf } from '../../src/journal/summary.js'
import { type Line, span, toText, widthOf } from '../../src/view/span.js'
import { compareLines } from '../../src/view/terminal/app/compare/lines.js'
import { overlayLines, termsOf } from '../../src/view/terminal/app/compare/losses.js'
import { initialCompare, reduceCompare } from '../../src/view/terminal/app/compare/state.js'
import { formLines, yamlLines } from '../../src/view/terminal/app/form/lines.js'
import { type FormState, initialForm, reduceForm } from '../../src/view/terminal/app/form/state.js'
import { allKeys, foldedMessage, keyLine } from '../../src/view/terminal/app/frame.js'
import { home, navigate } from '../../src/view/terminal/app/router.js'
import {
  firstLine,
  lossTab,
  markedPlan,
  tabBody,
  termsOf as termsOfTask,
  wholeLines,
} from '../../src/view/terminal/app/run/lines.js'
import { initialTabs, reduceTabs, TABS } from '../../src/view/terminal/app/run/state.js'
import {
  headLine,
  listLines,
  markOf,
  matching,
  previewLines,
} from '../../src/view/terminal/app/runs/lines.js'
import { onKey } from '../../src/view/terminal/app/runs/on-key.js'
import { keysOf } from '../../src/view/terminal/app/runs/screen.js'
import { initialRuns, reduceRuns } from '../../src/view/terminal/app/runs/state.js'
import { termNames } from '../../src/view/terms.js'
import { type JournalOptions, journal, mtil, upTo } from './journals.js'

const sizes = [
  [60, 16],
  [80, 24],
  [100, 30],
  [200, 60],
] as const

function run(
  name: string,
  options: JournalOptions = {},
  more: Partial<LibraryRun> = {},
): LibraryRun {
  const { end, ...rest } = options
  const whole = journal({ name, updates: 20, ...rest })
  const inTask = (event: (typeof whole)[number]) => event.kind === 'trained' && event.task === 1
  const state = fold(end === undefined ? whole : upTo(whole, inTask, end))
  return {
    folder: runFolder(`/runs/${name}`),
    sweep: '',
    isLive: false,
    summary: summaryOf(state),
    problem: '',
    ...more,
  }
}

const failed = {
  kind: 'failed',
  code: 'out-of-memory',
  message: 'no room',
  checkpoint: null,
} as const
const steps = Array.from({ length: 50 }, (_, i) => `${2 * i + 1}-${2 * i + 2}`)
const everything: readonly LibraryRun[] = [
  run('one'),
  run('x'.repeat(100)),
  run('東京の写真で学習したモデル'.repeat(4)),
  run('eleven', { tasks: mtil }),
  run('fifty', { tasks: steps }),
  run('broken', { end: failed }),
  { ...run('damaged'), summary: null, problem: 'line 7 of journal.jsonl is damaged.' },
  run('live', {}, { isLive: true }),
  run('trial', {}, { sweep: 'lambda-and-interval' }),
  run('evil\u001b[2Jname\u0007'),
]
const many = Array.from({ length: 2_000 }, (_, i) =>
  run(`run-${i}`, { tasks: ['a', 'b'], updates: 2 }),
)
const text = (lines: readonly Line[]) => toText(lines, false)

describe.each(sizes)('at %i x %i', (columns, rows) => {
  it.each([
    ['no run', []],
    ['one', everything.slice(0, 1)],
    ['one of everything', everything],
    ['2,000', many],
  ])('the list fits with %s, and nothing is cut without a sign', (_, runs) => {
    for (const chosen of [runs[0], runs.at(-1)]) {
      const state = { ...initialRuns, chosen: chosen?.folder.path ?? null }
      const lines = [
        headLine(runs, 0, columns),
        ...listLines(runs, state, columns, rows - 8),
        ...previewLines(chosen, columns, 7),
      ]
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      expect(listLines(runs, state, columns, rows - 8).length).toBeLessThanOrEqual(rows - 8)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that none of them gets through is what is tested
      expect(text(lines)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
    }
  })

  it('every tab of a run fits, with six tasks, eleven and fifty', () => {
    for (const options of [{}, { tasks: mtil }, { tasks: steps, updates: 2 }, { end: failed }]) {
      const state = fold(journal({ updates: 20, ...options }))
      const snapshot = { state, progress: null, pace: 1, open_seconds: 1 }
      for (const tab of TABS) {
        const lines = tabBody(snapshot, { ...initialTabs, tab }, ['a', 'b'.repeat(300)], {
          columns,
          rows,
        })
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
        expect(lines.length).toBeGreaterThan(0)
      }
    }
  })

  it('a comparison fits', () => {
    const runs = everything.slice(0, 6)
    const differences = [{ path: 'recipe.lambda_image', values: runs.map(() => 'y'.repeat(90)) }]
    const published = runs.map(() => ({
      method: 'ZSCL',
      transfer: 68.1,
      average: 75.4,
      last: 83.6,
    }))
    const lines = compareLines({ runs, published, differences }, { columns, rows })
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
  })
})

describe('the list of runs', () => {
  it('says of a running run what it does, how fast, and for how long still', () => {
    const { summary, ...live } = run('one', {}, { isLive: true })
    const going = { ...summary!, task: 1, share: 0.63, updates_per_second: 4.1, seconds_left: 2280 }
    const shown = text(previewLines({ ...live, summary: going }, 120, 6))
    expect(shown).toMatch(/task 2 \S+, 63 %, 4\.1 updates\/s, about 38 min left/)
    expect(text([headLine([], 0, 80, 'gpu 0 71 % 31 GiB')])).toMatch(/gpu 0 71 % 31 GiB$/)
  })

  it('says how a run stands by a sign and a word', () => {
    const of = (name: string) => markOf(everything.find(({ folder }) => folder.name === name)!).name
    expect([of('one'), of('broken'), of('damaged'), of('live')]).toEqual([
      'finished',
      'failed',
      'unreadable',
      'running',
    ])
    const interrupted = run('i', { end: { kind: 'interrupted' } })
    expect(markOf(interrupted).name).toBe('interrupted')
  })

  it('is filtered by words that all must be there, in name, recipe, benchmark or state', () => {
    const names = (filter: string) => matching(everything, filter).map(({ folder }) => folder.name)
    expect(names('failed')).toEqual(['broken'])
    expect(names('lambda trial')).toEqual(['trial'])
    expect(names('nothing like it')).toEqual([])
  })

  it('keeps the chosen run while it moves, and stops at both ends', () => {
    const paths = ['a', 'b', 'c']
    const move = (state: typeof initialRuns, by: number) =>
      reduceRuns(state, { kind: 'move', by, paths })
    expect(move(initialRuns, 1).chosen).toBe('b')
    expect(move(move(initialRuns, 99), 1).chosen).toBe('c')
    expect(move(initialRuns, -1).chosen).toBe('a')
  })

  it('filters while one types, and Esc shows all again', () => {
    let state = reduceRuns(initialRuns, { kind: 'mode', mode: 'filter' })
    state = reduceRuns(state, { kind: 'type', text: 'li' })
    expect(state.filter).toBe('li')
    expect(reduceRuns(state, { kind: 'erase' }).filter).toBe('l')
    expect(reduceRuns(state, { kind: 'unmark-all' }).filter).toBe('')
  })
})

describe('a key', () => {
  const sweep: LibraryRun = { ...run('swept'), trials: [run('a')] }
  const [one, two] = [run('one'), run('two')]
  const pressed = (input: string, chosen: LibraryRun, marked: readonly LibraryRun[] = []) => {
    const done: unknown[] = []
    onKey(
      { input, key: { return: input === 'enter' } as Key },
      {
        state: { ...initialRuns, marked: marked.map(({ folder }) => folder.path) },
        shown: [sweep, one, two],
        all: [one, two],
        chosen,
        dispatch: (action) => done.push(action),
        open: (place) => done.push(place),
        leave: () => done.push('leave'),
        run: (words) => done.push(words),
        say: (text) => done.push(text),
      },
    )
    return done
  }

  it('is of what is marked where several can be meant, wherever the cursor is', () => {
    const paths = [one.folder.path, two.folder.path]
    expect(pressed('m', sweep, [one, two])).toEqual([{ screen: 'mix', paths }])
    expect(pressed('c', sweep, [one, two])).toEqual([{ screen: 'compare', paths }])
    expect(pressed('enter', sweep, [one, two])).toEqual([{ screen: 'sweep', name: 'swept' }])
  })

  it('that does not fit says why', () => {
    expect(pressed('m', sweep)).toEqual(['mix needs finished runs; swept is a sweep.'])
    expect(pressed('s', one)).toEqual([
      'stop needs a run that is running or queued; one is finished.',
    ])
    expect(pressed(' ', sweep)).toEqual([expect.stringContaining('A sweep is not marked')])
  })

  it('and Enter may come at once: a filter is kept, an action is not done', () => {
    const typed = (mode: 'filter' | 'palette') => {
      const done: unknown[] = []
      const hand = { shown: [one], all: [one], chosen: one, open: () => {}, leave: () => {} }
      onKey(
        { input: 'on\r', key: {} as Key },
        {
          ...hand,
          state: { ...initialRuns, mode },
          dispatch: (action) => done.push(action),
          run: () => done.push('run'),
          say: () => {},
        },
      )
      return done
    }
    const text = { kind: 'type', text: 'on' }
    expect(typed('filter')).toEqual([text, { kind: 'mode', mode: 'list' }])
    expect(typed('palette')).toEqual([text])
  })

  it('removes only after a yes', () => {
    expect(pressed('x', one)).toEqual([{ kind: 'ask', words: ['rm', 'one', '--yes'] }])
  })
})

it('a message goes on in the next lines, and what is cut away shows', () => {
  const text = (message: string) =>
    foldedMessage([span(message)], 30).map((line) => toText([line], false))
  expect(text('short')).toEqual(['short'])
  expect(text('a mistake that is longer than the screen is wide')).toEqual([
    'a mistake that is longer than',
    '  the screen is wide',
  ])
  const long = text('word '.repeat(60))
  expect(long).toHaveLength(4)
  expect(long.at(-1)).toMatch(/…$/)
  for (const line of [...long, ...text('x'.repeat(70))])
    expect(widthOf(line)).toBeLessThanOrEqual(30)
})

it('the last line shows as many keys as fit whole, and that there are more', () => {
  const keys = [
    ['Enter', 'open'],
    ['q', 'leave'],
    ['f', 'fork'],
  ] as const
  const line = (columns: number) => toText([keyLine(keys, columns)], false)
  expect(line(60)).toBe('Enter open  q leave  f fork')
  expect(line(27)).toBe('Enter open  q leave  f fork')
  expect(line(26)).toBe('Enter open  q leave …')
  expect(toText([keyLine(keys, 26, true)], false)).toBe('Enter open  … ? all')
  const all = allKeys(keys, 26).map((one) => toText([one], false))
  expect(all).toEqual(['Enter open  q leave', 'f fork  ? hide these'])
})

it("the README's picture is of today's list of runs: its keys and columns", () => {
  const svg = readFileSync(join(import.meta.dirname, '../../docs/app.svg'), 'utf8')
  const shown = svg.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
  const keys = toText([keyLine(keysOf(initialRuns), 110)], false).replaceAll(/\s+/g, ' ')
  expect(shown).toContain(keys)
  const head = toText(listLines([run('mini-all-recipes')], initialRuns, 110, 2).slice(0, 1), false)
  expect(shown).toContain(head.trim().replaceAll(/\s+/g, ' '))
})

it('screens lie on each other, and going back ends at the first', () => {
  const deeper = navigate(home, { kind: 'open', place: { screen: 'new' } })
  expect(deeper.at(-1)).toEqual({ screen: 'new' })
  expect(navigate(navigate(deeper, { kind: 'back' }), { kind: 'back' })).toEqual(home)
})

it('tabs go round, and text never scrolls before its first line', () => {
  expect(reduceTabs(initialTabs, { kind: 'next', by: -1 }).tab).toBe('Log')
  const log = reduceTabs(initialTabs, { kind: 'tab', tab: 'Log' })
  const lines = Array.from({ length: 30 }, (_, i) => `line ${i}`)
  expect(firstLine(log, lines, 11)).toBe(20) // a log opens at its end
  expect(firstLine(reduceTabs(log, { kind: 'line', line: -5 }), lines, 11)).toBe(0)
  expect(firstLine(reduceTabs(log, { kind: 'line', line: 99 }), lines, 11)).toBe(20)
  expect(firstLine({ ...log, tab: 'Settings' }, lines, 11)).toBe(0)
})

it('a plan shows what is done and where the run stands, and opens there', () => {
  const state = { ...fold(journal({ updates: 20 })), status: 'running' as const, next_step: 12 }
  const plan = Array.from({ length: 40 }, (_, i) => `${i}  step`)
  const marked = markedPlan(plan, state)
  expect(marked.slice(11, 14)).toEqual(['✓ 11  step', '› 12  step', '  13  step'])
  expect(firstLine({ ...initialTabs, tab: 'Plan' }, marked, 11)).toBe(9)
})

it('text is shown whole, as far in as it began', () => {
  expect(wholeLines(['short', `  - ${'word '.repeat(5)}`], 20)).toEqual([
    'short',
    '  - word word word',
    '    word word',
  ])
})

it('losses are of all terms or one, of all updates or the last', () => {
  const state = fold(journal({ updates: 20 }))
  const size = { columns: 100, rows: 30 }
  const shown = (more: object) => text(lossTab(state, { ...initialTabs, task: 0, ...more }, size))
  const [first, second] = termsOfTask(state, { ...initialTabs, task: 0 }).map(
    (term) => termNames[term],
  )
  expect(shown({})).toContain(first)
  expect(shown({})).toContain(second)
  expect(shown({ term: 2 })).not.toMatch(new RegExp(`^${first} `, 'm'))
  expect(shown({ term: 2 })).toMatch(new RegExp(`^${second} `, 'm'))
  expect(shown({ zoom: 2 })).toContain('from update 16')
  const next = reduceTabs({ ...initialTabs, term: 2 }, { kind: 'term', terms: 2 })
  expect(next.term).toBe(0)
})

it('a comparison shows differences of matrices, and says so where protocols differ', () => {
  const [a, b] = [run('a'), run('b', { recipe: 'finetune' })]
  const at = { columns: 100, rows: 40 }
  const same = text(compareLines({ runs: [a, b], published: [null, null], differences: [] }, at))
  expect(same).toContain('b minus a, points')
  expect(same).toMatch(/after 1 shapes .*[+-]\d/)
  const other = { ...b, summary: { ...b.summary!, protocol: 'mtil-authors' } }
  const mixed = text(
    compareLines({ runs: [a, other], published: [null, null], differences: [] }, at),
  )
  expect(mixed).toContain(
    'Different protocols, so the numbers do not compare: mini-v1, mtil-authors',
  )
})

it('a comparison shows every value of every run at 60 columns, below each other', () => {
  const runs = ['a', 'b', 'c'].map((name) => run(name))
  const values = [
    '0.1',
    '[0.0001,0.0002,0.0003,0.0004,0.0005,0.0006]',
    'a schedule with many words in it',
  ]
  const differences = [{ path: 'schedule.learning_rate', values }]
  const compared = { runs, published: [null, null, null], differences }
  const lines = text(compareLines(compared, { columns: 60, rows: 60 }))
  for (const [i, value] of ['0.1', '[0.0001,0.0002', 'a schedule with many words in it'].entries())
    expect(lines).toContain(`  ${'ABC'[i]}  ${value}`)
  expect(lines).toMatch(/Transfer +Avg +Last +just trained/)
  const wide = text(compareLines(compared, { columns: 120, rows: 60 }))
  expect(wide).toMatch(/setting +A +B +C/)
})

describe('losses of several runs in one chart', () => {
  const curve = (name: string, i: number, recipe = 'zscl') => ({
    letter: 'AB'[i]!,
    name,
    state: fold(journal({ name, recipe, updates: 20 })),
  })
  const curves = [curve('one', 0), curve('two', 1, 'finetune')]
  const at = (task: number, term: number, columns = 80, rows = 20) =>
    overlayLines(curves, { task, term }, { columns, rows })

  it.each(sizes)('fit %i x %i', (columns, rows) => {
    const lines = at(0, 0, columns, rows - 2)
    expect(lines.length).toBeLessThanOrEqual(rows - 2)
    for (const line of lines) expect(widthOf(toText([line], false))).toBeLessThanOrEqual(columns)
  })

  it('name the task and the term, and every run by its letter at the end of its curve', () => {
    const lines = at(2, 1).map((line) => toText([line], false))
    const terms = termsOf(curves, 2)
    expect(lines[0]).toContain(`${terms[1]} of task 3, textures`)
    expect(lines.filter((line) => /[\u2800-\u28ff] +A?B?$/.test(line)).join('')).toMatch(/A|B/)
    expect(lines.slice(-2).join('\n')).toMatch(/A +\S+ +one\n.*B +\S+ +two/)
  })

  it('go round the terms, and say so where nothing was trained', () => {
    const terms = termsOf(curves, 0)
    expect(at(0, terms.length)).toEqual(at(0, 0))
    expect(
      toText(overlayLines(curves, { task: 9, term: 0 }, { columns: 80, rows: 20 }), false),
    ).toContain('no update yet')
  })
})

it('a comparison remembers task and term, and stays within them', () => {
  let state = reduceCompare(initialCompare, { kind: 'other' })
  state = reduceCompare(state, { kind: 'task', by: 9, limit: 6 })
  expect(state).toMatchObject({ shows: 'losses', task: 5 })
  expect(reduceCompare(state, { kind: 'scroll', by: -1, limit: 3 }).down).toBe(0)
})

it('a form shows each problem at its field, and the command', () => {
  const fields = [
    { key: 'a', title: 'λ image', hint: 'a number', choices: [], value: '' },
    { key: 'b', title: 'recipe', hint: '', choices: ['we', 'zscl'], value: 'we' },
  ]
  const reduce = reduceForm(fields)
  let state = reduce(initialForm(fields), { kind: 'type', text: 'x' })
  const checked = {
    problems: [{ field: 'a', message: 'expected a number' }],
    command: ['run', 'mini'],
    notes: [],
    yaml: '',
  }
  const shown = text(
    formLines({ title: 'A new run', fields }, state, checked, { columns: 80, rows: 20 }),
  )
  expect(shown).toMatch(/λ image +x█ .*✗ expected a number/)
  expect(shown).toContain('zscl run mini')
  state = reduce(reduce(state, { kind: 'move', by: 1 }), { kind: 'step', by: 1 })
  expect(state.values['b']).toBe('zscl')
})

it('a form at 60 x 16 shows the field in hand with all that is said of it, and the rest by turning on', () => {
  const fields = Array.from({ length: 15 }, (_, i) => ({
    key: `f${i}`,
    title: `field ${i}`,
    hint: `a hint of field ${i} that is longer than one line of such a small screen is wide`,
    choices: [],
    value: '',
  }))
  const message = 'a mistake in many words that also needs more than one line to be read whole'
  const checked = {
    problems: [{ field: 'f3', message }],
    command: ['run', 'mini', '--set', `recipe.lambda_image=${'1'.repeat(50)}`, '--detach'],
    notes: ['! Missing: one thing', 'a note', 'another note', 'the last note'],
    yaml: 'a: 1\n'.repeat(40),
    defaults: { f9: 'as it ships' },
  }
  const reduce = reduceForm(fields)
  const size = { columns: 60, rows: 14 }
  const joined = (state: FormState) => {
    const lines = formLines({ title: 'A new run', fields }, state, checked, size)
    expect(lines.length).toBeLessThanOrEqual(size.rows)
    return text(lines)
  }
  const words = (shown: string) => shown.replaceAll(/\s+/g, ' ')
  for (let at = 0; at < fields.length; at += 1) {
    const state = { ...initialForm(fields), at }
    expect(joined(state)).toMatch(new RegExp(`›.? ?field ${at} `))
    expect(words(joined(state))).toContain(at === 3 ? message : `is wide`)
  }
  expect(joined({ ...initialForm(fields), at: 8 })).toMatch(/field 9 +as it ships/)
  let [state, seen] = [initialForm(fields), '']
  for (let turns = 0; turns < 6; turns += 1) {
    seen += joined(state)
    state = reduce(state, { kind: 'scroll', by: 5 })
  }
  for (const note of checked.notes) expect(seen).toContain(note)
  expect(text(yamlLines(checked, 0, size))).toMatch(/… 2\d more lines: PgDn/)
})

it('a live run is summed up without its curves', () => {
  const state = fold(upTo(journal(), (event) => event.kind === 'trained' && event.task === 1))
  const summary = summaryOf(state)
  expect(summary.task).toBe(1)
  expect(JSON.stringify(summary).length).toBeLessThan(3_000)
})
