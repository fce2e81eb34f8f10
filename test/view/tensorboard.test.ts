/** Event files as TensorBoard's own reader finds them. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { EventBody, JournalEvent } from '../../src/journal/events.js'
import { fold } from '../../src/journal/reduce.js'
import { soFar } from '../../src/metrics/results.js'
import { scalarRecord, versionRecord } from '../../src/view/tensorboard/records.js'
import { Scalars } from '../../src/view/tensorboard/scalars.js'
import { journal, numbered } from './journals.js'

const folder = mkdtempSync(join(tmpdir(), 'zscl-board-'))
afterAll(() => rmSync(folder, { recursive: true }))

const reader = `
import json, sys
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
found = EventAccumulator(sys.argv[1], size_guidance={"scalars": 0})
found.Reload()
print(json.dumps({tag: [[e.step, e.value, e.wall_time] for e in found.Scalars(tag)] for tag in found.Tags()["scalars"]}))
`
type Found = Record<string, [step: number, value: number, wall: number][]>

function readBack(events: readonly JournalEvent[]): Found {
  const scalars = new Scalars()
  for (const event of events) scalars.accept(event)
  const path = join(folder, 'events.out.tfevents.1.host')
  writeFileSync(path, Buffer.concat([versionRecord(1), ...scalars.all.map(scalarRecord)]))
  const python = resolve(import.meta.dirname, '../../.venv/bin/python')
  return JSON.parse(execFileSync(python, ['-c', reader, path], { encoding: 'utf8' }))
}

const events = journal({ tasks: ['a', 'b', 'c'], zeroShot: [50, 60, 70] })
const state = fold(events)

describe('TensorBoard files', () => {
  const found = readBack(events)

  it('hold every loss and learning rate once, over the updates of all tasks', () => {
    const rows = state.history.flat()
    expect(found['loss/total']?.map(([step]) => step)).toEqual(rows.map((_, i) => i))
    rows.forEach((row, i) => {
      expect(found['loss/total']![i]![1]).toBeCloseTo(row.total, 4)
      expect(found['learning_rate']![i]![1]).toBeCloseTo(row.learning_rate, 8)
    })
    expect(Object.keys(found)).not.toContain('loss/image_image') // never used, so never shown
  })

  it('hold a term that is 0 at the first update of a task, too', () => {
    const first = events.map((event) =>
      event.kind === 'trained' && event.first_update === 0
        ? { ...event, losses: event.losses.map((row, i) => (i === 0 ? { ...row, wc: 0 } : row)) }
        : event,
    )
    const rows = state.history.flat()
    expect(readBack(first)['loss/wc']?.map(([step]) => step)).toEqual(rows.map((_, i) => i))
  })

  it('hold every accuracy after every task, and the metrics so far', () => {
    for (const [column, name] of ['a', 'b', 'c'].entries()) {
      const values = [state.zero_shot[column], ...state.matrix.map((row) => row[column])]
      expect(found[`accuracy/${name}`]?.map(([step]) => step)).toEqual([0, 1, 2, 3])
      values.forEach((value, i) => {
        expect(found[`accuracy/${name}`]![i]![1]).toBeCloseTo(value!, 4)
      })
    }
    const { transfer, average, last } = soFar(state)
    expect(found['metrics/Transfer']?.at(-1)?.[1]).toBeCloseTo(transfer!, 4)
    expect(found['metrics/Avg']?.at(-1)?.[1]).toBeCloseTo(average!, 4)
    expect(found['metrics/Last']?.at(-1)?.[1]).toBeCloseTo(last!, 4)
    expect(found['metrics/Last']?.map(([step]) => step)).toEqual([1, 2, 3])
  })

  it('hold names as they are, whatever they would be elsewhere', () => {
    const names = ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")', '手書き 数字', '../up']
    const odd = readBack(journal({ tasks: names, zeroShot: [50, 60, 70, 80] }))
    const tags = Object.keys(odd)
    for (const name of names) expect(tags.filter((tag) => tag.endsWith(`/${name}`))).toHaveLength(1)
  })

  it('carry the time of the event', () => {
    const trained = events.find(({ kind }) => kind === 'trained')!
    expect(found['loss/total']![0]![2]).toBeCloseTo(Date.parse(trained.at) / 1000, 2)
  })

  it('hold nothing twice where work was done again after a loss', () => {
    const cut = events.findIndex(
      (event) => event.kind === 'trained' && event.task === 1 && event.first_update > 0,
    )
    const at = events[cut]!
    if (at.kind !== 'trained') throw new Error('no second segment')
    const back: EventBody = {
      kind: 'rewound',
      next_step: at.step,
      task: 1,
      update: at.first_update,
      checkpoint: null,
      reason: 'worker-lost',
    }
    const lost = events.slice(0, cut + 1)
    const again = readBack(numbered([...lost, back, ...events.slice(cut)]))
    const values = (all: Found) =>
      Object.entries(all).map(([tag, list]) => [tag, list.map(([s, v]) => [s, v])])
    expect(values(again)).toEqual(values(found))
  })

  it('say when all is to be written again, and only then', () => {
    const scalars = new Scalars()
    const results = events.map((event) => scalars.accept(event))
    expect(results).not.toContain(null)
    const rewound: EventBody = {
      kind: 'rewound',
      next_step: 1,
      task: -1,
      update: 0,
      checkpoint: null,
      reason: 'resumed',
    }
    expect(scalars.accept(numbered([rewound])[0]!)).toBeNull()
    expect(scalars.accept(numbered([rewound])[0]!)).toEqual([])
  })

  it('show what was taken over from another trial', () => {
    const [start] = events
    const evaluations = events.filter((event) => event.kind === 'evaluated').slice(0, 3)
    const { history } = state
    const adopted: EventBody = {
      kind: 'stage-adopted',
      from: 'other',
      next_step: 9,
      task: 0,
      training: [
        {
          losses: history[0]!.map(({ learning_rate: _, ...row }) => row),
          learning_rates: history[0]!.map((row) => row.learning_rate),
        },
      ],
      evaluations,
    }
    const shown = readBack(numbered([start!, adopted]))
    expect(shown['loss/total']).toHaveLength(history[0]!.length)
    expect(shown['accuracy/a']?.[0]?.slice(0, 2)).toEqual([0, 50])
  })
})
