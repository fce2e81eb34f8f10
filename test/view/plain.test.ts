import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { JournalEvent } from '../../src/journal/events.js'
import { encodeLine } from '../../src/journal/line.js'
import { reduce } from '../../src/journal/reduce.js'
import { initialState } from '../../src/journal/state.js'
import {
  type EventView,
  jsonView,
  plainView,
  type WriteLine,
} from '../../src/view/plain/plain-view.js'
import { journal, numbered, upTo } from './journals.js'

function play(
  events: readonly JournalEvent[],
  open: (write: WriteLine) => EventView = plainView,
): string[] {
  const lines: string[] = []
  const view = open((line) => lines.push(line))
  let state = initialState
  for (const event of events) {
    state = reduce(state, event)
    view.accept(event, state)
  }
  return lines
}

const training = (lines: readonly string[]) => lines.filter((line) => line.includes(': update '))

describe('plain lines', () => {
  it('begin with the time and hold no escapes', () => {
    const lines = play(journal())
    const events = lines.slice(0, lines.indexOf(''))
    expect(events.every((line) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}\S/.test(line))).toBe(true)
    expect(stripVTControlCharacters(lines.join('\n'))).toBe(lines.join('\n'))
  })

  it('tell of training at most every five seconds, and always of the last update of a task', () => {
    // 15 segments a task, 0.7 s apart: one in eight, and the last.
    const lines = training(play(journal({ tasks: ['shapes', 'digits'], updates: 150 })))
    expect(lines.map((line) => /update (\d+)/.exec(line)?.[1])).toEqual([
      '10',
      '90',
      '150',
      '40',
      '120',
      '150',
    ])
  })

  it('tell of every segment when asked to', () => {
    const all = play(journal({ tasks: ['shapes'], updates: 50 }), (write) =>
      plainView(write, { trainingSeconds: 0 }),
    )
    expect(training(all)).toHaveLength(5)
  })

  it('name only loss terms that have a weight', () => {
    const [line] = training(play(journal({ recipe: 'finetune', terms: [] })))
    expect(line).toContain('loss ce ')
    expect(line).not.toMatch(/distil|wc|feature/)
  })

  it('compare each accuracy with zero-shot', () => {
    const lines = play(journal({ tasks: ['shapes'], zeroShot: [50], accuracy: () => 81.5 }))
    expect(
      lines.some((line) =>
        line.endsWith('after task 1/1 shapes: shapes 81.5 % (zero-shot 50.0, +31.5)'),
      ),
    ).toBe(true)
  })

  it('end with the accuracy matrix', () => {
    const lines = play(journal({ tasks: ['shapes', 'digits'] }))
    expect(lines.at(-1)).toMatch(/^Transfer \d+\.\d {3}Avg \d+\.\d {3}Last \d+\.\d/)
    expect(lines.at(-3)).toMatch(/^after 2 digits .*\[.*▲\]/)
  })

  it('say how to go on after an interruption, with the numbers so far', () => {
    const events = upTo(journal(), (e) => e.kind === 'checkpoint-saved', { kind: 'interrupted' })
    const lines = play(events)
    expect(lines.find((line) => line.includes('interrupted'))).toContain('zscl resume')
    expect(lines.at(-1)).toContain('(so far)')
  })

  it('show no matrix when nothing was measured', () => {
    const failed = {
      kind: 'failed',
      code: 'data-not-found',
      message: 'no such folder',
      checkpoint: null,
    } as const
    const lines = play(upTo(journal(), (e) => e.kind === 'run-started', failed))
    expect(lines.at(-1)).toContain('failed (data-not-found): no such folder')
  })

  it('flatten messages of other processes to one harmless line', () => {
    const message = 'first\n\u001B[31msecond\u001B[0m\u0007'
    const lines = play(numbered([{ kind: 'warned', message }]))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/warning: first second$/)
  })

  it('tell of a lost worker and where the run goes on', () => {
    const [lost, back] = [
      { kind: 'worker-lost', epoch: 1, code: 'worker-died', message: 'killed by SIGKILL' },
      {
        kind: 'rewound',
        next_step: 9,
        task: 0,
        update: 100,
        checkpoint: 'checkpoints/a',
        reason: 'worker-lost',
      },
    ] as const
    const lines = play(upTo(journal(), (e) => e.kind === 'trained', lost, back))
    expect(lines.at(-2)).toContain('worker lost (worker-died): killed by SIGKILL')
    expect(lines.at(-1)).toContain('going on from checkpoints/a: task 1/6 shapes, update 100')
  })
})

describe('JSON lines', () => {
  it('are the lines of the journal, each with its checksum', () => {
    const events = journal({ tasks: ['shapes', 'digits'] })
    const lines = play(events, jsonView)
    expect(lines.every((line) => !line.includes('\n'))).toBe(true)
    expect(lines).toEqual(events.map((event) => encodeLine(event).trimEnd()))
    for (const [index, line] of lines.entries()) {
      const { crc, ...event } = JSON.parse(line)
      expect(crc).toMatch(/^[0-9a-f]{8}$/)
      expect(event).toEqual(events[index])
    }
  })
})
