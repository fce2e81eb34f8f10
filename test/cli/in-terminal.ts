/** The program in a terminal of its own, with keys typed and frames read. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import xterm from '@xterm/headless'
import { onTestFinished } from 'vitest'
import { program, python, root, sleep } from './support.js'

export interface Session {
  readonly child: ChildProcess
  readonly exit: Promise<number | null>
  screen(): string
  type(keys: string): void
  until(text: string | RegExp): Promise<string>
}

export function inTerminal(
  cwd: string,
  columns: number,
  rows: number,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Session {
  return commandInTerminal(cwd, columns, rows, [...program, ...args], more)
}

export function commandInTerminal(
  cwd: string,
  columns: number,
  rows: number,
  command: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Session {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  const { CI: _, NO_COLOR: __, ...env } = process.env
  const child = spawn(
    python,
    [join(root, 'test/fixtures/in_terminal.py'), `${columns}`, `${rows}`, ...command],
    {
      cwd,
      env: {
        ...env,
        TERM: 'xterm-256color',
        ZSCL_CACHE: env['ZSCL_CACHE'] ?? join(cwd, 'cache'),
        ...more,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  // A test that fails leaves no program behind: it would hold the runner's stderr, and the runner would wait for it.
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdout!.on('data', (data: Buffer) => terminal.write(data))
  // The terminal takes what is written in its own time: the last of it is on the screen when the exit is told.
  const exit = new Promise<number | null>((done) =>
    child.on('close', (code) => terminal.write('', () => done(code))),
  )
  const screen = () => {
    const { active } = terminal.buffer
    const lines = Array.from(
      { length: rows },
      (_, y) => active.getLine(active.viewportY + y)?.translateToString(true) ?? '',
    )
    return lines.join('\n')
  }
  return {
    child,
    exit,
    screen,
    type: (keys) => child.stdin!.write(keys),
    async until(text) {
      for (let waited = 0; waited < 30_000; waited += 25) {
        if (typeof text === 'string' ? screen().includes(text) : text.test(screen()))
          return screen()
        await sleep(25)
      }
      throw new Error(`the screen never showed ${text}:\n${screen()}`)
    },
  }
}
