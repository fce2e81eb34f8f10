/**
 * Does a run stay what it is over time? Memory, open files and the answer to a wish of runner and worker, sampled while a run
 * goes on; and how the time to read a journal grows with its length.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { JournalEvent, WorkerStarted } from '../src/journal/events.js'
import { type RunFolder, runFolder } from '../src/journal/folder.js'
import { readJournal } from '../src/journal/journal.js'
import { readState } from '../src/journal/read-state.js'
import { fold } from '../src/journal/reduce.js'
import { ask } from '../src/journal/requests.js'
import { journal, numbered } from '../test/view/journals.js'
import { median } from './lib/statistics.js'

const help = `usage: scripts/bench soak [OPTION...]
  --minutes N      how long the run goes on (default 15)
  --every N        seconds between two samples (default 5)
  --events N       events of the longest journal that is read (default 200000)
  --set PATH=VALUE more of the experiment; repeatable`

const text = (value: string) => ({ type: 'string', default: value }) as const
const { values } = parseArgs({
  options: {
    minutes: text('15'),
    every: text('5'),
    events: text('200000'),
    set: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
})
const root = join(import.meta.dirname, '..')
const MIB = 2 ** 20

interface Sample {
  readonly runner: number
  readonly worker: number
  readonly runnerFiles: number
  readonly workerFiles: number
  /** Seconds until a wish was taken. */
  readonly answer: number
  readonly updates: number
  readonly at: number
}

const memory = (pid: number) =>
  (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / MIB
const files = (pid: number) => readdirSync(`/proc/${pid}/fd`).length

async function sampled(folder: RunFolder, runner: number, worker: number): Promise<Sample> {
  const asked = performance.now()
  const request = ask(folder, 'continue')
  while (existsSync(request) && performance.now() - asked < 60_000) await setTimeout(5)
  const answer = (performance.now() - asked) / 1000
  const updates = readState(folder).updates_done.reduce((sum, one) => sum + one, 0)
  const [runnerFiles, workerFiles] = [files(runner), files(worker)]
  const at = performance.now() / 1000
  return {
    runner: memory(runner),
    worker: memory(worker),
    runnerFiles,
    workerFiles,
    answer,
    updates,
    at,
  }
}

function begin(place: string): ChildProcess {
  const settings = ['schedule.updates=20000', 'checkpoint.every=50', ...values.set]
  const words = [
    'run',
    'mini',
    '--name',
    'soak',
    '--plain',
    ...settings.flatMap((one) => ['--set', one]),
  ]
  return spawn(process.execPath, [join(root, 'dist/main.js'), ...words], {
    cwd: place,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function soak(place: string): Promise<Sample[]> {
  const child = begin(place)
  const folder = runFolder(join(place, 'runs/soak'))
  const started = (event: JournalEvent) => event.kind === 'trained'
  const events = () => (existsSync(folder.journal) ? readJournal(folder.journal).events : [])
  while (!events().some(started)) await setTimeout(500)
  const worker = events().find(({ kind }) => kind === 'worker-started') as JournalEvent &
    WorkerStarted
  const samples: Sample[] = []
  const end = performance.now() + 60_000 * Number(values.minutes)
  while (performance.now() < end) {
    samples.push(await sampled(folder, child.pid!, worker.pid))
    await setTimeout(1000 * Number(values.every))
  }
  const gone = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGINT')
  await gone
  return samples
}

/** The median of the last third less that of the second: the first is where things are still loaded. */
function growth(samples: readonly Sample[], of: (sample: Sample) => number): string {
  const third = Math.floor(samples.length / 3)
  const [before, after] = [samples.slice(third, 2 * third), samples.slice(2 * third)].map((part) =>
    median(part.map(of)),
  )
  const difference = after! - before!
  return `${after!.toFixed(after! < 10 ? 3 : 0)} (${difference >= 0 ? '+' : ''}${difference.toFixed(difference === Math.round(difference) ? 0 : 3)})`
}

const pace = (samples: readonly Sample[]) => {
  const [first, last] = [samples[0]!, samples.at(-1)!]
  return (last.updates - first.updates) / (last.at - first.at)
}

/** Milliseconds to read and fold journals of growing length. */
function reading(place: string): string[] {
  const shape = journal({ updates: 20 }).filter(({ kind }) => kind === 'trained')
  const head = journal({ updates: 20 }).slice(
    0,
    journal({ updates: 20 }).findIndex(({ kind }) => kind === 'trained'),
  )
  return [4, 2, 1].map((part) => {
    const count = Math.floor(Number(values.events) / part)
    const events = numbered([
      ...head,
      ...Array.from({ length: count - head.length }, (_, i) => shape[i % shape.length]!),
    ])
    const path = join(place, `journal-${count}.jsonl`)
    writeFileSync(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''))
    const started = performance.now()
    fold(readJournal(path).events)
    const took = performance.now() - started
    return `${count} events, ${(statSync(path).size / MIB).toFixed(0)} MiB: ${(took / 1000).toFixed(2)} s, ${((1000 * took) / count).toFixed(1)} µs each`
  })
}

async function main(): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'bench-soak-'))
  try {
    const journals = reading(place)
    const samples = await soak(place)
    const third = Math.floor(samples.length / 3)
    const size = execFileSync('du', ['-sm', join(place, 'runs')], { encoding: 'utf8' }).split(
      '\t',
    )[0]
    return [
      `machine          ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)}; node ${process.version}`,
      `run              ${values.minutes} minutes, ${samples.length} samples; last third (against the second)`,
      `memory, MiB      runner ${growth(samples, (one) => one.runner)}, worker ${growth(samples, (one) => one.worker)}`,
      `open files       runner ${growth(samples, (one) => one.runnerFiles)}, worker ${growth(samples, (one) => one.workerFiles)}`,
      `a wish, s        ${growth(samples, (one) => one.answer)}`,
      `updates/s        ${pace(samples.slice(2 * third)).toFixed(2)} (${pace(samples.slice(third, 2 * third)).toFixed(2)} before)`,
      `run folder, MB   ${size}`,
      ...journals.map((line, i) => `${i === 0 ? 'a journal' : ''}`.padEnd(17) + line),
    ].join('\n')
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

process.stdout.write(`${values.help ? help : await main()}\n`)
