/**
 * Does the app keep its budgets? The real program in a terminal of its own over many runs, of which a few go on: first
 * screen, answer to a key, memory, processor time and output while nobody touches it; and what a run's live screen writes.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, cpus, hostname, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import xterm from '@xterm/headless'
import { journal } from '../test/view/journals.js'
import { median } from './lib/statistics.js'

const help = `usage: scripts/bench app [OPTION...]
  --runs N      run folders (default 2000)
  --active N    of them such as go on (default 5)
  --keys N      keys whose answer is timed (default 60)
  --idle N      seconds in which nobody touches it (default 20)`

const text = (value: string) => ({ type: 'string', default: value }) as const
const { values } = parseArgs({
  options: {
    runs: text('2000'),
    active: text('5'),
    keys: text('60'),
    idle: text('20'),
    help: { type: 'boolean', default: false },
  },
})

/** app.md: what a person notices, and what a login node does. */
const goals = { firstScreen: 1, key: 0.05, memoryMib: 250, idleShare: 0.01, bytesPerSecond: 8_000 }
const root = join(import.meta.dirname, '..')
const python = process.env['ZSCL_PYTHON'] ?? join(root, '.venv/bin/python')
const program = join(root, 'scripts/zscl')
const [columns, rows] = [120, 40]

const lineOf = (event: object) => `${JSON.stringify(event)}\n`

/** Runs as they lie on disk; those that go on are locked by this process. */
function writeRuns(folder: string): string[] {
  const whole = journal({ updates: 150 })
  const half = whole.slice(0, Math.floor(whole.length / 2))
  const [done, going] = [whole, half].map((events) => events.map(lineOf).join(''))
  const started = readFileSync(`/proc/${process.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]
  const active: string[] = []
  for (let number = 0; number < Number(values.runs); number += 1) {
    const path = join(folder, `run-${String(number).padStart(5, '0')}`)
    mkdirSync(path, { recursive: true })
    const isActive = number < Number(values.active)
    writeFileSync(join(path, 'journal.jsonl'), (isActive ? going : done) ?? '')
    if (!isActive) continue
    writeFileSync(
      join(path, 'lock.json'),
      JSON.stringify({ pid: process.pid, host: hostname(), started }),
    )
    active.push(join(path, 'journal.jsonl'))
  }
  return active
}

interface Terminal {
  readonly child: ChildProcess
  readonly screen: () => string
  readonly bytes: () => number
  /** Of the program itself. */
  readonly pid: () => number
}

function open(cwd: string, args: readonly string[] = []): Terminal {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  const { CI: _, NO_COLOR: __, ...env } = process.env
  const inTerminal = join(root, 'test/fixtures/in_terminal.py')
  const words = [inTerminal, `${columns}`, `${rows}`, program, ...args]
  const child = spawn(python, words, {
    cwd,
    env: { ...env, TERM: 'xterm-256color' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let bytes = 0
  child.stdout?.on('data', (data: Buffer) => {
    bytes += data.length
    terminal.write(data)
  })
  const screen = () => {
    const { active } = terminal.buffer
    return Array.from({ length: rows }, (_, y) =>
      active.getLine(active.viewportY + y)?.translateToString(true),
    ).join('\n')
  }
  const pid = () => {
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
    return Number(children.trim().split(' ')[0])
  }
  return { child, screen, bytes: () => bytes, pid }
}

async function until(holds: () => boolean, everyMs = 2): Promise<number> {
  const started = performance.now()
  while (!holds()) {
    if (performance.now() - started > 60_000)
      throw new Error('the app did not answer within a minute')
    await setTimeout(everyMs)
  }
  return (performance.now() - started) / 1_000
}

async function firstScreen(cwd: string): Promise<{ seconds: number; terminal: Terminal }> {
  const started = performance.now()
  const terminal = open(cwd)
  await until(() => terminal.screen().includes('run-'))
  return { seconds: (performance.now() - started) / 1_000, terminal }
}

function versionSeconds(cwd: string): number {
  const started = performance.now()
  execFileSync(program, ['--version'], { cwd })
  return (performance.now() - started) / 1_000
}

/** From a key to the first change of the screen. */
async function keySeconds({ child, screen }: Terminal): Promise<number[]> {
  const found: number[] = []
  for (let number = 0; number < Number(values.keys); number += 1) {
    await setTimeout(250)
    const before = screen()
    child.stdin?.write(number % 20 < 10 ? 'j' : 'k')
    found.push(await until(() => screen() !== before, 1))
  }
  return found
}

const ticks = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
const residentMib = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024

/** Nobody touches it, while the runs that go on write a line a second. */
async function idle(terminal: Terminal, active: readonly string[]) {
  const seconds = Number(values.idle)
  const events = journal({ updates: 150 })
  const next = Math.floor(events.length / 2)
  const pid = terminal.pid()
  const [cpu, bytes] = [ticks(pid), terminal.bytes()]
  for (let second = 0; second < seconds; second += 1) {
    const event = events[next + second]
    if (event !== undefined) for (const path of active) appendFileSync(path, lineOf(event))
    await setTimeout(1_000)
  }
  return {
    share: (ticks(pid) - cpu) / seconds,
    bytesPerSecond: (terminal.bytes() - bytes) / seconds,
  }
}

/** Bytes per second of the live screen of a run that trains, from its first curve on. */
async function liveBytes(cwd: string): Promise<number> {
  const words = ['run', 'mini-short', '--name', 'live', '--set', 'schedule.updates=2000']
  const { child, screen, bytes } = open(cwd, words)
  await until(() => /[\u2801-\u28ff]/.test(screen()), 50)
  const before = bytes()
  await setTimeout(1_000 * LIVE_SECONDS)
  const perSecond = (bytes() - before) / LIVE_SECONDS
  const ended = once(child, 'exit')
  child.stdin?.write('q')
  await ended
  return perSecond
}

const LIVE_SECONDS = 10

const said = (isMet: boolean) => (isMet ? 'met' : 'NOT MET')

async function measure(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const active = writeRuns(join(folder, 'runs'))
    const cold = await firstScreen(folder)
    await until(() => !cold.terminal.screen().includes('reading'), 50)
    cold.terminal.child.kill()
    const version = median(Array.from({ length: 5 }, () => versionSeconds(folder)))
    const { seconds, terminal } = await firstScreen(folder)
    await until(() => !terminal.screen().includes('reading'), 50)
    const keys = (await keySeconds(terminal)).toSorted((a, b) => a - b)
    const key95 = keys[Math.floor(0.95 * (keys.length - 1))] ?? 0
    const rest = await idle(terminal, active)
    const memory = residentMib(terminal.pid())
    terminal.child.kill()
    const live = await liveBytes(folder)
    const after = seconds - version
    const kept = readdirSync(join(folder, 'runs')).length
    return [
      `machine       ${cpus()[0]?.model}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)}; node ${process.version}`,
      `runs          ${kept}, of which ${active.length} go on; terminal of ${columns} x ${rows}`,
      `first screen  ${after.toFixed(2)} s after --version would have printed (${version.toFixed(2)} s); ${(cold.seconds - version).toFixed(2)} s the first time ever; goal ${goals.firstScreen} s: ${said(after <= goals.firstScreen)}`,
      `a key         ${(1_000 * key95).toFixed(0)} ms (95th percentile of ${keys.length}, median ${(1_000 * median(keys)).toFixed(0)}); goal ${1_000 * goals.key} ms: ${said(key95 <= goals.key)}`,
      `memory        ${memory.toFixed(0)} MiB; goal ${goals.memoryMib}: ${said(memory <= goals.memoryMib)}`,
      `idle          ${(100 * rest.share).toFixed(2)} % of a core over ${values.idle} s; goal ${100 * goals.idleShare} %: ${said(rest.share <= goals.idleShare)}`,
      `output        ${(rest.bytesPerSecond / 1_000).toFixed(2)} kB/s; goal ${goals.bytesPerSecond / 1_000}: ${said(rest.bytesPerSecond <= goals.bytesPerSecond)}`,
      `live screen   ${(live / 1_000).toFixed(2)} kB/s while mini-short trains; goal ${goals.bytesPerSecond / 1_000}: ${said(live <= goals.bytesPerSecond)}`,
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (values.help) process.stdout.write(`${help}\n`)
else {
  process.stdout.write(`${await measure()}\n`)
  process.exit()
}
