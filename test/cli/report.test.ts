/** `zscl report` of the built program, opened in a real browser where there is one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeRun } from '../paper/figure-runs.js'
import { workplace, zscl } from './support.js'

const cwd = workplace()
const runs = join(cwd, 'runs')
const onPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'chromium'))
const browserFile = onPath.find((file) => existsSync(file))

beforeAll(() => {
  writeRun(runs, 'one', {
    own: { average: { interval: 10, intervals: [50] }, after_task: { alphas: [0.5] } },
    accuracy: (i, j) => 50 + 3 * i - j,
    variants: { last: [70, 20, 30], 'we-50': [60, 50, 54], 'wise-ft-0.5': [65, 55, 57] },
  })
  writeRun(runs, 'half', { stopAfter: 1 })
  for (const interval of [5, 50])
    for (const seed of [0, 1])
      writeRun(join(runs, 'sweep'), `i${interval}-s${seed}`, {
        seed,
        own: { average: { interval } },
        accuracy: (i, j) => 40 + i + j + interval / 10 + seed,
      })
  writeRun(join(runs, 'sweep'), 'stopped', {
    seed: 2,
    own: { average: { interval: 5 } },
    stopAfter: 1,
  })
  writeRun(join(runs, 'sweep'), 'coop', { started: { protocol: 'coop' } })
  const sweep = { name: 'sweep', experiment: 'mini', parameters: { seed: [0, 1] } }
  writeFileSync(
    join(runs, 'sweep', 'sweep.json'),
    JSON.stringify({ v: 1, code_version: 'c'.repeat(64), sweep }),
  )
})

describe('zscl report', () => {
  it('writes one file into the run, with the figures that have something to draw', async () => {
    const { code, stdout, stderr } = await zscl(cwd, 'report', 'one')
    expect([code, stderr, stdout]).toEqual([0, '', `${join(runs, 'one/report.html')}\n`])
    const report = readFileSync(join(runs, 'one/report.html'), 'utf8')
    const figures = [...report.matchAll(/<figure id="figure-(\w+)/g)].map((match) => match[1])
    expect(figures).toEqual(['history', 'matrix', 'tradeoff'])
    await zscl(cwd, 'report', 'one')
    expect(readFileSync(join(runs, 'one/report.html'), 'utf8')).toBe(report)
  })

  it('keeps benchmarks and protocols of a sweep apart, and an unfinished run out of its means', async () => {
    expect((await zscl(cwd, 'report', 'sweep')).code).toBe(0)
    const report = readFileSync(join(runs, 'sweep/report.html'), 'utf8')
    expect(report).toContain('Results on mini (protocol mini-v1)')
    expect(report).toContain('Results on mini (protocol coop)')
    expect(report).toContain('Not finished, not in the means: stopped.')
    expect(report).toContain('<td class="">2 of 3*</td>')
    expect(report).toContain('<figure id="figure-interval-')
    expect(report).toContain('Nothing to draw for: lambda.')
  })

  it('goes where --out says, for a folder of single runs too', async () => {
    const { stdout } = await zscl(cwd, 'report', 'runs', '--out', 'sub/all.html')
    expect(stdout).toBe(`${join(cwd, 'sub/all.html')}\n`)
    expect(readFileSync(join(cwd, 'sub/all.html'), 'utf8')).toContain('half')
  })

  it.each([
    [['report', 'nobody'], 'no run `nobody`'],
    [['report', 'one', '--out', 'x.pdf'], 'expected a file that ends in .html'],
    [['report'], "missing required argument 'run'"],
  ])('%j ends with 2 and the reason', async (args, reason) => {
    const { code, stderr } = await zscl(cwd, ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(reason)
  })
})

describe.skipIf(browserFile === undefined)(
  'in Chromium (skipped where it is not installed)',
  () => {
    let browser: Browser

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: browserFile!, args: ['--no-sandbox'] })
    })
    afterAll(() => browser?.close())

    it.each(['one', 'half', 'sweep'])(
      'the report of %s opens without a complaint and without a request, in light and dark',
      async (name) => {
        const file = join(runs, name, 'report.html')
        expect((await zscl(cwd, 'report', name)).code).toBe(0)
        const backgrounds: string[] = []
        const pictures: Buffer[] = []
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await browser.newPage({
            colorScheme,
            viewport: { width: 1200, height: 900 },
          })
          const said: string[] = []
          const asked: string[] = []
          page.on('console', (message) => said.push(message.text()))
          page.on('pageerror', (error) => said.push(error.message))
          page.on('request', (request) => asked.push(request.url()))
          await page.goto(pathToFileURL(file).href)
          pictures.push(await page.screenshot({ fullPage: true }))
          backgrounds.push(await page.evaluate('getComputedStyle(document.body).backgroundColor'))
          expect([said, asked]).toEqual([[], [pathToFileURL(file).href]])
          for (const width of [1200, 420]) {
            await page.setViewportSize({ width, height: 900 })
            expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
              width,
            )
          }
          expect(await page.locator('figure svg').count()).toBeGreaterThan(0)
          await page.close()
        }
        expect(backgrounds).toEqual(['rgb(255, 255, 255)', 'rgb(20, 23, 27)'])
        expect(pictures[0]!.equals(pictures[1]!)).toBe(false)
      },
      60_000,
    )
  },
)
