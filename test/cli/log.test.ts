/** Numbers to W&B through a stand-in for its client. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fold } from '../../src/journal/reduce.js'
import { eventsOf, eventually, python, root, start, workplace, zscl } from './support.js'

const cwd = workplace()
const minutes = 60_000
const reader = `
import json, sys
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
found = EventAccumulator(sys.argv[1], size_guidance={"scalars": 0})
found.Reload()
print(json.dumps([e.step for e in found.Scalars("loss/total")]))
`
const calls = join(cwd, 'calls.jsonl')
const env = { PYTHONPATH: join(root, 'test/fixtures/clients'), WANDB_FAKE: calls }
const short = [
  'run',
  'mini-short',
  '--plain',
  '--set',
  'schedule.updates=4',
  '--set',
  'schedule.warmup=1',
]

it(
  'every loss and accuracy reaches the client with the step that it belongs to',
  async () => {
    const { code, stderr } = await start(cwd, [...short, '--name', 'logged', '--log', 'wandb'], env)
      .exit
    expect([code, stderr]).toEqual([0, ''])
    const found = readFileSync(calls, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(found[0]).toEqual([
      'init',
      {
        project: 'zscl',
        name: 'logged',
        group: 'mini-short',
        id: expect.any(String),
        resume: 'allow',
      },
      0,
    ])
    const { id } = found[0][1]
    expect(id).toMatch(/^[0-9a-f]{8}$/)
    expect(found.at(-1)).toEqual(['finish', 0])
    const logs = found.filter(([call]) => call === 'log').map(([, values]) => values)
    const state = fold(eventsOf(join(cwd, 'runs/logged')))
    const totals = logs.filter((values) => 'loss/total' in values)
    expect(totals.map(({ update }) => update)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(totals.map((values) => values['loss/total'])).toEqual(
      state.history.flat().map((row) => row.total),
    )
    const last = logs.filter((values) => 'metrics/Last' in values).at(-1)
    expect(last).toMatchObject({ task: 2 })
    expect(readFileSync(join(cwd, 'runs/logged/wandb-id'), 'utf8')).toBe(id)
  },
  2 * minutes,
)

it(
  'every number reaches it once, also those before --log and those that were done again after a kill',
  async () => {
    const own = { ...env, WANDB_FAKE: join(cwd, 'killed.jsonl') }
    const killed = async (args: readonly string[], task: number) => {
      const running = start(cwd, args, own)
      await eventually(
        join(cwd, 'runs/killed'),
        (event) => event.kind === 'trained' && event.task === task && event.first_update >= 12,
        running,
      )
      running.child.kill('SIGKILL')
      await running.exit
    }
    const sizes = ['schedule.updates=26', 'schedule.warmup=1', 'checkpoint.every=12']
    const set = sizes.flatMap((value) => ['--set', value])
    await killed(['run', 'mini-short', '--plain', '--name', 'killed', ...set], 0)
    await killed(['resume', 'killed', '--plain', '--log', 'wandb'], 1)
    expect(
      (await start(cwd, ['resume', 'killed', '--plain', '--log', 'wandb'], own).exit).code,
    ).toBe(0)
    const found = readFileSync(join(cwd, 'killed.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(new Set(found.filter(([call]) => call === 'init').map(([, { id }]) => id)).size).toBe(1)
    const ends = found.filter(([call]) => call === 'finish').map(([, code]) => code)
    expect(ends).toEqual([130, 0])
    const logs = found.filter(([call]) => call === 'log').map(([, values]) => values)
    const updates = logs.filter((values) => 'loss/total' in values).map(({ update }) => update)
    expect(updates).toEqual(Array.from({ length: 52 }, (_, i) => i))
    for (const task of [0, 1]) {
      const again = eventsOf(join(cwd, 'runs/killed')).filter(
        (event) => event.kind === 'trained' && event.task === task && event.first_update === 12,
      )
      expect(again, `task ${task}`).toHaveLength(2)
    }
    const tasks = logs.filter((values) => 'metrics/Last' in values).map(({ task }) => task)
    expect(tasks).toEqual([1, 2])
    // The event files beside it were written by three processes, each from where the journal stood.
    const board = execFileSync(python, ['-c', reader, join(cwd, 'runs/killed/tensorboard')])
    expect(JSON.parse(String(board))).toEqual(updates)
  },
  3 * minutes,
)

it(
  'a client that fails is said, and the run goes on to its end',
  async () => {
    const broken = { ...env, WANDB_FAKE_BREAKS: '1' }
    const { code, stderr } = await start(
      cwd,
      [...short, '--name', 'broken', '--log', 'wandb'],
      broken,
    ).exit
    expect(code).toBe(0)
    expect(stderr).toContain('Stopped logging broken to wandb: RuntimeError: the server is gone')
    expect(fold(eventsOf(join(cwd, 'runs/broken'))).status).toBe('finished')
  },
  2 * minutes,
)

it('a client that is not installed is said before anything is begun', async () => {
  const { code, stderr } = await zscl(cwd, ...short, '--name', 'none', '--log', 'wandb')
  expect(code).toBe(2)
  expect(stderr).toContain('`--log wandb`: its Python client is not installed.')
  expect(existsSync(join(cwd, 'runs/none'))).toBe(false)
  const unknown = await zscl(cwd, ...short, '--log', 'tensorflow')
  expect(unknown.code).toBe(2)
  expect(unknown.stderr).toContain('Expected wandb or mlflow.')
})
