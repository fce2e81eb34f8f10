/** Runs the real program as a person would: the built CLI, the real worker, real sockets. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'
import type { JournalEvent } from '../../src/journal/events.js'
import { readJournal } from '../../src/journal/journal.js'

export const root = resolve(import.meta.dirname, '../..')
export const python = join(root, '.venv', 'bin', 'python')
/** The built program, as words of a command line. */
export const program = [process.execPath, join(root, 'dist/main.js')]
/** `scripts/test` exports it empty where slow tests are not asked for. */
export const isSlow = Boolean(process.env['ZSCL_SLOW'])

/** A folder for the runs of one test file; its cache is shared so that data is drawn once. */
export function workplace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zscl-e2e-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly exit: Promise<Exit>
}

export function start(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [join(root, 'dist', 'main.js'), ...args], {
    cwd,
    env: { ...process.env, ZSCL_CACHE: process.env['ZSCL_CACHE'] ?? join(cwd, 'cache'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout!.on('data', (data) => {
    stdout += data
  })
  child.stderr!.on('data', (data) => {
    stderr += data
  })
  const exit = new Promise<Exit>((done) => {
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }))
  })
  return { child, exit }
}

export function zscl(cwd: string, ...args: readonly string[]): Promise<Exit> {
  return start(cwd, args).exit
}

export function eventsOf(folder: string): readonly JournalEvent[] {
  return readJournal(join(folder, 'journal.jsonl')).events
}

/** Resolves when the run's journal holds an event for which `found` is true. */
export async function eventually(
  folder: string,
  found: (event: JournalEvent) => boolean,
  running: Running,
): Promise<JournalEvent> {
  let ended = false
  void running.exit.then(() => {
    ended = true
  })
  for (;;) {
    const event = existsSync(join(folder, 'journal.jsonl'))
      ? eventsOf(folder).find(found)
      : undefined
    if (event !== undefined) return event
    if (ended) throw new Error(`the run ended before that: ${(await running.exit).stderr}`)
    await sleep(20)
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}

/** Digests of every file of the published model, by name. */
export function modelDigests(folder: string): Record<string, string> {
  const model = join(folder, 'model')
  const names = readdirSync(model).filter((name) => name !== 'README.md')
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(model, name)))
      .digest('hex')
  return Object.fromEntries(names.sort().map((name) => [name, digest(name)]))
}

/** What must not depend on interruptions: accuracies, losses and the published weights. */
export async function numbersOf(cwd: string, run: string) {
  const { stdout } = await zscl(cwd, 'show', run, '--json')
  const { matrix, zero_shot, transfer, average, last } = JSON.parse(stdout)
  const folder = join(cwd, 'runs', run)
  const losses = new Map<string, unknown>()
  for (const event of eventsOf(folder))
    if (event.kind === 'trained')
      for (const [i, row] of event.losses.entries())
        losses.set(`${event.task}/${event.first_update + i}`, row)
  return { matrix, zero_shot, transfer, average, last, losses, model: modelDigests(folder) }
}
