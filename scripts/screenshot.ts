/**
 * Draws a screen of the real program as SVG: `scripts/screenshot OUT.svg COLUMNS ROWS KEYS [ARGUMENT...]`, run in the
 * folder whose runs are to be seen. KEYS are typed one after the other, half a second apart; `↵` is Enter, `␛` Escape.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import xterm from '@xterm/headless'

const [out = '', width = '100', height = '30', keys = '', ...args] = process.argv.slice(2)
const [columns, rows] = [Number(width), Number(height)]
const root = join(import.meta.dirname, '..')
const python = process.env['ZSCL_PYTHON'] ?? join(root, '.venv/bin/python')
const settleMs = 3_000
const keyMs = 500

const CELL = { width: 8.4, height: 18 }
const INK = '#d8dee9'
const PAPER = '#20242c'
/** The sixteen colours of terminals, in their usual order. */
const COLOURS = [
  ...['#3b4252', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dee9'],
  ...['#7f8794', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#ffffff'],
]

async function main(): Promise<void> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  const { CI: _, NO_COLOR: __, ...env } = process.env
  const command = [process.execPath, join(root, 'dist/main.js'), ...args]
  const child = spawn(
    python,
    [join(root, 'test/fixtures/in_terminal.py'), width, height, ...command],
    {
      env: { ...env, TERM: 'xterm-256color', FORCE_COLOR: '1' },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  child.stdout.on('data', (data: Buffer) => terminal.write(data))
  await setTimeout(settleMs)
  for (const key of keys) {
    child.stdin.write({ '↵': '\r', '␛': '\u001b' }[key] ?? key)
    await setTimeout(keyMs)
  }
  await setTimeout(settleMs)
  writeFileSync(out, svg(terminal))
  child.kill()
}

interface Run {
  text: string
  readonly x: number
  readonly colour: string
  readonly bold: boolean
}

function svg(terminal: InstanceType<typeof xterm.Terminal>): string {
  const [w, h] = [columns * CELL.width + 24, rows * CELL.height + 24]
  const lines = Array.from({ length: rows }, (_, y) => line(terminal, y)).join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">
<title>${['zscl', ...args].join(' ')}</title>
<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>
<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
${lines}
</g>
</svg>
`
}

function line(terminal: InstanceType<typeof xterm.Terminal>, y: number): string {
  const { active } = terminal.buffer
  const cells = active.getLine(active.viewportY + y)
  const runs: Run[] = []
  for (let x = 0; x < columns; x += 1) {
    const cell = cells?.getCell(x)
    const text = cell?.getChars() ?? ''
    const colour = cell?.isFgPalette() ? (COLOURS[cell.getFgColor()] ?? INK) : INK
    const bold = Boolean(cell?.isBold())
    const last = runs.at(-1)
    if (last && last.colour === colour && last.bold === bold && text !== '') last.text += text
    else if (text !== '') runs.push({ text, x, colour, bold })
  }
  return runs
    .filter(({ text }) => text.trim() !== '')
    .map((run) => element(run, y))
    .join('')
}

/** Of a given length, so that columns line up whatever font there is. */
function element({ text, x, colour, bold }: Run, y: number): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const length = ([...text].length * CELL.width).toFixed(1)
  const weight = bold ? ' font-weight="bold"' : ''
  const at = `x="${(12 + x * CELL.width).toFixed(1)}" y="${12 + 14 + y * CELL.height}"`
  return `<text ${at} fill="${colour}"${weight} textLength="${length}">${escaped}</text>`
}

await main()
