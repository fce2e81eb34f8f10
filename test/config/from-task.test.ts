/** `from_task`: values of the recipe that change from a task on. */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ConfigError } from '../../src/config/errors.js'
import { forked } from '../../src/config/forked.js'
import { changesInWords, experimentAt, phases } from '../../src/config/from-task.js'
import type { Plain } from '../../src/config/plain.js'
import { digest, loadExperiment, resolve, toYaml } from '../../src/config/resolve.js'
import { plan } from '../../src/plan/plan.js'

const mini = (from_task: unknown, recipe: unknown = 'zscl') =>
  resolve({ benchmark: 'mini', recipe, from_task }, 'a.yaml')

const problemsOf = (make: () => unknown): string[] => {
  try {
    make()
  } catch (error) {
    if (error instanceof ConfigError)
      return error.problems.map(({ path, message }) => `${path}: ${message}`)
    throw error
  }
  return []
}

describe('values from a task on', () => {
  it('hold from that task to the next change, and build on each other', () => {
    const experiment = mini({
      letters: { lambda_image: 5, average: { interval: 50 } },
      3: { lambda_image: 2, lambda_text: 3 },
    })
    const at = (task: number) => {
      const { lambda_image, lambda_text, average } = experimentAt(experiment, task).recipe
      return [lambda_image, lambda_text, average.interval]
    }
    const { interval } = experiment.recipe.average
    expect([0, 1, 2, 3, 5].map(at)).toEqual([
      [1, 1, interval],
      [1, 1, interval],
      [2, 3, interval],
      [5, 3, 50],
      [5, 3, 50],
    ])
    expect(phases(experiment)).toHaveLength(3)
  })

  it('are written out with tasks by number, and read back as the same experiment', () => {
    const experiment = mini({ letters: { wc: 1 }, 2: { wc: 0 } })
    expect(Object.keys(experiment.from_task ?? {})).toEqual(['2', '4'])
    const again = resolve(parse(toYaml(experiment)), 'b.yaml')
    expect(digest(again)).toBe(digest(experiment))
  })

  it('leave every step before that task as it is, and an experiment without them its digest', () => {
    const before = plan(mini(undefined))
    const after = plan(mini({ 4: { lambda_image: 9 } }))
    const first = before.findIndex((step) => step.kind === 'begin-task' && step.task === 3)
    expect(first).toBeGreaterThan(0)
    expect(after.slice(0, first)).toEqual(before.slice(0, first))
    expect(after.slice(first)).not.toEqual(before.slice(first))
    expect('from_task' in loadExperiment('mini')).toBe(false)
  })

  it('may change the teacher, the references and how weights are averaged', () => {
    const steps = plan(
      mini({
        2: {
          teacher: { source: 'previous' },
          average: { kind: 'none' },
          after_task: { kind: 'keep-last' },
        },
      }),
    )
    const begun = steps.flatMap((step) => (step.kind === 'begin-task' ? [step.teacher_slot] : []))
    expect(begun.slice(0, 3)).toEqual(['initial', 'task-start', 'task-start'])
    const lerps = steps.flatMap((step, i) => (step.kind === 'lerp' ? [i] : []))
    const second = steps.findIndex((step) => step.kind === 'begin-task' && step.task === 1)
    expect(lerps.length).toBeGreaterThan(0)
    expect(Math.max(...lerps)).toBeLessThan(second)
  })

  it.each([
    [{ 1: { wc: 1 } }, 'from_task.1: task 1 uses the recipe as it is'],
    [{ 7: { wc: 1 } }, 'from_task.7: no such task. Tasks: 1 shapes'],
    [{ leters: { wc: 1 } }, 'Did you mean `letters`?'],
    [{ 4: { wc: 1 }, letters: { wc: 2 } }, 'from_task.letters: task 4 is listed twice'],
    [{ 2: { wcc: 1 } }, 'from_task.2.wcc: unknown key'],
    [{ 2: { wc: -1 } }, 'from_task.2.wc: expected a number of at least 0'],
    [{ 2: { trains: 'image' } }, 'from_task.2.trains: belongs to the whole run'],
    [{ 2: { memory: { capacity: 5 } } }, 'from_task.2.memory: belongs to the whole run'],
    [{ 2: { average: { decay: 0.5 } } }, 'from_task.2.average.decay: has no effect here'],
    [
      { 2: { reference: { images: { set: 'x' } } } },
      'from_task.2.reference.images.set: unknown set',
    ],
    [{ 2: 5 }, 'from_task.2: expected a map, got 5'],
  ])('%j is refused in words', (from_task, words) => {
    expect(problemsOf(() => mini(from_task)).join('\n')).toContain(words)
  })

  it('mean nothing where nothing trains', () => {
    expect(problemsOf(() => mini({ 2: { wc: 1 } }, 'zero-shot')).join()).toContain('from_task.2')
  })

  it('are said in words', () => {
    expect(changesInWords({ wc: 1, average: { kind: 'we', interval: 5 } })).toBe(
      'wc 1, average.kind we, average.interval 5',
    )
  })
})

describe('a forked experiment', () => {
  const parent = mini(undefined) as unknown as Plain
  const child = (...set: string[]) => resolve(forked(parent, 2, set), 'fork')

  it('changes values of the recipe from the task after the one that it follows', () => {
    expect(child('recipe.lambda_image=5', 'recipe.average.interval=7').from_task).toEqual({
      3: { lambda_image: 5, average: { interval: 7 } },
    })
  })

  it('counts updates and learning rates from there on, and leaves those before', () => {
    const { updates, learning_rate } = child(
      'schedule.updates=33',
      'schedule.learning_rate=1e-4',
    ).schedule
    const before = mini(undefined).schedule
    expect(updates).toEqual([...before.updates.slice(0, 2), 33, 33, 33, 33])
    expect(learning_rate.slice(0, 2)).toEqual(before.learning_rate.slice(0, 2))
    expect(learning_rate.slice(2)).toEqual([1e-4, 1e-4, 1e-4, 1e-4])
  })

  it('keeps its recipe: another one by name is refused', () => {
    expect(() => child('recipe=lwf')).toThrow('keeps its name')
  })
})
