/**
 * What does sharing save? One sweep over intervals and lambdas on one task of mini, with sharing and without, one after
 * the other through the command that people type; updates are counted in the journals, and the numbers compared.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { listRunFolders } from '../src/journal/folder.js'
import { readJournal } from '../src/journal/journal.js'
import { fold } from '../src/journal/reduce.js'

const targetShare = 0.25

const help = `usage: scripts/bench sweep [OPTION...]
  --intervals LIST  values of I (default 1,5,10,25,50)
  --lambdas LIST    values of lambda_image = lambda_text (default 0.1,1,5)
  --updates N       updates of the task (default 150)
  --jobs N          trials at once (default: as many as lambdas, each of which trains once with sharing)`

const { values } = parseArgs({
  options: {
    intervals: { type: 'string', default: '1,5,10,25,50' },
    lambdas: { type: 'string', default: '0.1,1,5' },
    updates: { type: 'string', default: '150' },
    jobs: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const jobs = values.jobs ?? String(values.lambdas.split(',').length)

interface Side {
  readonly updates: number
  readonly seconds: number
  /** Per trial its accuracies and the weights of its model, as text. */
  readonly results: string
}

function measure(folder: string, name: string, options: readonly string[]): Side {
  const root = join(import.meta.dirname, '..')
  const runs = join(folder, name)
  const command = ['sweep', join(folder, 'bench.yaml'), '--jobs', jobs, '--runs', runs]
  const env = { ...process.env, ZSCL_CACHE: join(folder, 'cache') }
  const started = performance.now()
  execFileSync(join(root, 'scripts/zscl'), [...command, '--plain', ...options], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const seconds = (performance.now() - started) / 1000
  const trials = listRunFolders(join(runs, 'bench')).map((run) => {
    const { events } = readJournal(run.journal)
    const updates = events.reduce(
      (sum, event) => sum + (event.kind === 'trained' ? event.losses.length : 0),
      0,
    )
    const { matrix, zero_shot } = fold(events)
    const model = readFileSync(join(run.model, 'open_clip_model.safetensors')).toString('base64')
    return { updates, result: JSON.stringify([run.name, matrix, zero_shot, model]) }
  })
  return {
    updates: trials.reduce((sum, trial) => sum + trial.updates, 0),
    seconds,
    results: trials.map(({ result }) => result).join('\n'),
  }
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const sweep = {
      name: 'bench',
      experiment: {
        benchmark: { base: 'mini', tasks: [{ name: 'digits', kind: 'mini', mini_task: 'digits' }] },
        recipe: 'zscl',
        schedule: { updates: Number(values.updates) },
      },
      parameters: {
        'recipe.lambda_image = recipe.lambda_text': values.lambdas.split(',').map(Number),
        'recipe.average.interval': values.intervals.split(',').map(Number),
      },
    }
    writeFileSync(join(folder, 'bench.yaml'), JSON.stringify(sweep))
    // The first side would otherwise draw the data and make the teacher's tables for both.
    measure(folder, 'warm-up', [])
    const shared = measure(folder, 'shared', [])
    const alone = measure(folder, 'alone', ['--no-share'])
    const share = shared.updates / alone.updates
    const time = shared.seconds / alone.seconds
    const said = (value: number) => (value <= targetShare ? 'met' : 'not met')
    process.stdout.write(
      `${[
        `machine   ${cpus()[0]?.model}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(2)}; node ${process.version}`,
        `sweep     ${values.intervals.split(',').length} intervals x ${values.lambdas.split(',').length} lambdas, one task of ${values.updates} updates, ${jobs} jobs`,
        `updates   ${shared.updates} shared, ${alone.updates} without: ${share.toFixed(3)}`,
        `time      ${shared.seconds.toFixed(0)} s shared, ${alone.seconds.toFixed(0)} s without: ${time.toFixed(3)}`,
        `results   ${shared.results === alone.results ? 'the same, bit for bit' : 'DIFFERENT'}`,
        `target    at most ${targetShare} of the updates: ${said(share)}; of the time: ${said(time)}`,
      ].join('\n')}\n`,
    )
    if (shared.results !== alone.results) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (values.help) process.stdout.write(`${help}\n`)
else main()
