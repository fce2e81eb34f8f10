/** What the app begins and goes on without it: a stand-in for the program that prints until it is asked to end. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { Background } from '../../src/cli/app/background.js'
import type { Context } from '../../src/cli/shared/context.js'

const root = mkdtempSync(join(tmpdir(), 'zscl-background-'))
mkdirSync(join(root, 'dist'))
writeFileSync(
  join(root, 'dist/main.js'),
  `console.log('\\x1b[2J' + process.argv.slice(2).join(' '))
   for (let i = 1; i <= 40; i += 1) console.log('line ' + i)
   process.on('SIGINT', () => { console.log('ends'); process.exit(0) })
   setInterval(() => {}, 1000)`,
)
const { stdout, stderr } = process
const context: Context = { env: process.env, argv: [], cwd: root, root, stdout, stderr }
const words = ['data', 'get', 'mtil-order-1']
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('shows the end of what a command prints, begins it once, and ends it as Ctrl-C would', async () => {
  const background = new Background(context, join(root, 'runs'))
  expect(background.said(words)).toBeNull()
  expect(background.begin(words)).toMatch(
    /^runs in the background \(process \d+\); what it prints: runs\/logs\/data-get-mtil-order-1\.log$/,
  )
  expect(background.begin(words)).toContain('runs already')
  const last = () => background.said(words)?.lines.at(-1)
  await expect.poll(last, { timeout: 10_000 }).toBe('line 40')
  expect(background.said(words)).toMatchObject({ words, isRunning: true })
  expect(background.said(words)!.lines.length).toBeLessThan(20)

  expect(background.stop(words)).toMatch(/^kill -INT \d+$/)
  await expect.poll(() => background.said(words)?.isRunning).toBe(false)
  expect(last()).toBe('ends')
  expect(background.stop(words)).toContain('not running')

  // Another app, later: what was printed is there, and nobody says that it runs.
  const other = new Background(context, join(root, 'runs'))
  expect(other.said(words)).toMatchObject({ isRunning: false })
})
