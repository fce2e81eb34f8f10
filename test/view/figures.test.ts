import { describe, expect, it } from 'vitest'
import { type FigureKind, type FigureRun, figureOf } from '../../src/paper/figures/index.js'
import { csvOf } from '../../src/view/report/data.js'
import { svgOf } from '../../src/view/report/draw.js'
import { pngOf } from '../../src/view/report/png.js'
import { onPaper, specOf } from '../../src/view/report/spec.js'
import { terminalLines } from '../../src/view/report/terminal.js'
import { COLOURS, DASHES, SHAPES, seriesScales } from '../../src/view/report/theme.js'
import { toText, widthOf } from '../../src/view/span.js'
import { figureRun } from '../paper/figure-runs.js'
import { mtil } from './journals.js'

const kinds = ['tradeoff', 'interval', 'lambda', 'matrix', 'history'] as const

const grid = [1, 10].flatMap((interval) =>
  [0, 0.1, 5].flatMap((lambda) =>
    [0, 1].map((seed) =>
      figureRun(`i${interval}-l${lambda}-s${seed}`, {
        own: { lambda_image: lambda, lambda_text: lambda, average: { interval } },
        seed,
        accuracy: (i, j) => 40 + 3 * i + j + interval + lambda * (1 + seed),
      }),
    ),
  ),
)

function draw(kind: FigureKind, runs: readonly FigureRun[] = grid): Promise<string> {
  return svgOf(onPaper(specOf(figureOf(kind, runs))))
}

const textsOf = (svg: string) =>
  [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)/g)].map((match) =>
    match[1]!.replaceAll('&gt;', '>'),
  )

describe('a figure as SVG', () => {
  it.each(kinds)('%s has the same bytes each time, whatever was drawn before', async (kind) => {
    const first = await draw(kind)
    await draw(kind === 'matrix' ? 'history' : 'matrix')
    expect(await draw(kind)).toBe(first)
    expect(first.startsWith('<svg')).toBe(true)
  })

  it.each(kinds)(
    '%s says what is on its axes, in percent, and under which protocol',
    async (kind) => {
      const texts = textsOf(await draw(kind)).join('\n')
      expect(texts).toMatch(/, %/)
      expect(texts).toContain('mini (protocol mini-v1)')
      expect(texts).toContain('over 2 seeds')
    },
  )

  it('shows every value of the axis with its own label, 0 and 0.1 apart', async () => {
    const texts = textsOf(await draw('lambda'))
    for (const label of ['0', '0.1', '5']) expect(texts.filter((t) => t === label)).toHaveLength(3)
  })

  it('labels every number of tasks', async () => {
    const texts = textsOf(await draw('history', [figureRun('one', {})]))
    for (const label of ['0', '1', '2', '3'])
      expect(texts.filter((text) => text === label).length).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['one run of one task', { tasks: ['a'], zeroShot: [50] }],
    ['eleven tasks', { tasks: mtil, zeroShot: mtil.map(() => 60) }],
    ['accuracies that are all equal', { accuracy: () => 50, zeroShot: [50, 50, 50] }],
    ['a run that was stopped', { stopAfter: 1 }],
  ] as const)('is sound for %s', async (_, options) => {
    for (const kind of ['matrix', 'history'] as const)
      expect((await draw(kind, [figureRun('one', options)])).length).toBeGreaterThan(1000)
  })

  it('is sound for a run of which only zero-shot is measured', async () => {
    const whole = figureRun('one', {})
    const none = whole.state.matrix.map((row) => row.map(() => null))
    const only: FigureRun = { ...whole, state: { ...whole.state, matrix: none, status: 'running' } }
    for (const kind of ['matrix', 'history'] as const) {
      expect(textsOf(await draw(kind, [only]))).toContain('0')
      const text = toText(terminalLines(figureOf(kind, [only]), 80), false)
      expect(text).not.toMatch(/NaN|undefined|Infinity/)
    }
  })

  it('is sound for a trade-off without any curve, and for a value measured once', async () => {
    const marks = [figureRun('f', { recipe: 'finetune' })]
    expect(textsOf(await draw('tradeoff', marks))).toContain('fine-tuned')
    expect(textsOf(await draw('tradeoff', [figureRun('z', {})]))).toContain('WE over I')
    const once = grid.filter(({ experiment }) => experiment.seed === 0)
    expect((await draw('interval', once)).length).toBeGreaterThan(1000)
  })

  it('says that the dashed line is zero-shot only where there is one', async () => {
    const other = figureRun('x', { own: { average: { interval: 9 } }, zeroShot: [1, 2, 3] })
    const said = async (runs: readonly FigureRun[]) =>
      textsOf(await draw('interval', runs)).some((text) => text.startsWith('Dashed'))
    expect(await said(grid)).toBe(true)
    expect(await said([...grid, other])).toBe(false)
  })

  it('needs no colour to tell the lines apart', () => {
    const names = Array.from({ length: 14 }, (_, i) => `s${i}`)
    const { colour, shape, dash } = seriesScales(names)
    const looks = names.map((_, i) => JSON.stringify([shape.range[i], dash.range[i]]))
    expect(new Set(looks).size).toBe(names.length)
    expect(colour.domain).toEqual(names)
    expect(new Set([...COLOURS]).size).toBe(COLOURS.length)
    expect([SHAPES.length, DASHES.length]).toEqual([8, 5])
  })
})

describe('the PNG', () => {
  it('is twice the size of the SVG, with its texts drawn though no font is installed', async () => {
    const svg = await draw('history')
    const png = await pngOf(svg)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const width = Number(/width="(\d+)/.exec(svg)![1])
    expect(png.readUInt32BE(16)).toBe(2 * width)
    const silent = await pngOf(svg.replaceAll(/<text[^>]*>[^<]*<\/text>/g, ''))
    expect(png.equals(silent)).toBe(false)
  })
})

describe('the data of a figure', () => {
  it('is a line per row with a header', () => {
    const figure = figureOf('interval', grid)
    const lines = csvOf(figure).trimEnd().split('\n')
    expect(lines[0]).toBe('series,x,metric,mean,deviation,seeds')
    expect(lines).toHaveLength(1 + figure.rows.length)
    expect(lines[1]).toMatch(/^lambda_image = lambda_text 0,1,Transfer,[\d.]+,[\d.]+,2$/)
  })
})

describe('a figure in the terminal', () => {
  it.each(kinds)('%s stays within the width and names its series', (kind) => {
    const figure = figureOf(kind, grid)
    const lines = terminalLines(figure, 100)
    const text = toText(lines, false)
    for (const name of figure.series) expect(text).toContain(name)
    if (kind !== 'matrix')
      for (const line of lines.slice(2)) expect(widthOf(line)).toBeLessThanOrEqual(100)
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('draws a falling line from the top left to the bottom right', () => {
    const run = figureRun('one', {
      tasks: ['a', 'b'],
      zeroShot: [90, 50],
      accuracy: (i, j) => (j === 0 ? 60 - 30 * i : 50),
    })
    const lines = toText(terminalLines(figureOf('history', [run]), 30), false).split('\n')
    const top = lines.findIndex((line) => line.startsWith('90.0 ●'))
    const bottom = lines.findIndex((line) => line.startsWith('30.0') && line.endsWith('●'))
    expect(top).toBeGreaterThan(0)
    expect(bottom - top).toBe(5)
  })
})
