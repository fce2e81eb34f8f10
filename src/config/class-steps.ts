/**
 * Class-incremental benchmarks: one dataset, its classes in an order, some of them per task. What is written is the
 * dataset, the order and the sizes of the steps; what is resolved is a list of tasks, each with its own classes.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { label } from './dataset.js'
import type { Problem } from './errors.js'
import { readList } from './files.js'
import { isPlain, type Plain } from './plain.js'
import { problems } from './problems.js'

const count = z.int().min(1)

export const ClassSteps = z.strictObject({
  /** As a task names it. */
  dataset: z.record(z.string(), z.unknown()),
  /** Classes of every task: a list, or the first and the further tasks. */
  steps: z
    .union([
      z.array(count).min(1),
      z.strictObject({ first: count, each: count, number: z.int().min(0) }),
    ])
    .describe(
      'a list of numbers of classes, or {first: CLASSES, each: CLASSES, number: FURTHER_TASKS}',
    ),
  /**
   * Names or ids, or the labels where these are numbers: a list, or a file that holds one. Absent: in the order of the
   * labels.
   */
  class_order: z
    .union([z.array(z.int().min(0)).min(1), z.array(label).min(1)])
    .optional()
    .describe('a list of class names or ids, of labels that are numbers, or a file that holds one'),
})

type Classes = readonly (number | string)[]

/** Datasets whose published labels are numbers: an index is the label, whoever has written the list. */
const NUMBERED = ['cifar10', 'cifar100', 'flowers102', 'imagenet100', 'mini', 'mnist']

/** The benchmark with its tasks written out one by one; as it is, where they already are. */
export function withClassSteps(benchmark: Plain, found: Problem[]): Plain {
  const { tasks } = benchmark
  if (!isPlain(tasks)) return benchmark
  const order = tasks['class_order']
  const read = typeof order === 'string' ? { ...tasks, class_order: readList(order) } : tasks
  const wrong = problems(ClassSteps, read, 'benchmark.tasks')
  if (wrong.length > 0) {
    found.push(...wrong)
    return {
      ...benchmark,
      tasks: [{ name: 'steps', ...(isPlain(tasks['dataset']) && tasks['dataset']) }],
    }
  }
  const { dataset, steps, class_order } = ClassSteps.parse(read)
  const sizes = Array.isArray(steps)
    ? steps
    : [steps.first, ...Array.from({ length: steps.number }, () => steps.each)]
  const wrongOrder = checkOrder(sizes, class_order, dataset['kind'])
  found.push(...wrongOrder)
  const usable = wrongOrder.length === 0 ? class_order : undefined // else every task would have a problem, too
  return {
    ...benchmark,
    setting: 'class-incremental',
    protocol: `${benchmark['protocol'] ?? 'own data'}, ${inWords(class_order)}`,
    tasks: sizes.map((size, task) => {
      const first = sizes.slice(0, task).reduce((sum, other) => sum + other, 0)
      const classes = usable?.slice(first, first + size) ?? range(first, size)
      return { ...dataset, name: `${first + 1}-${first + size}`, classes }
    }),
  }
}

/** What is wrong with an order: its first problem alone, for the others may follow from it. */
function checkOrder(
  sizes: readonly number[],
  order: Classes | undefined,
  kind: unknown,
): Problem[] {
  if (order === undefined) return []
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const twice = order.find((one, i) => order.indexOf(one) < i)
  const message =
    (typeof order[0] === 'number' ? checkIndices(kind) : null) ??
    (twice === undefined ? null : `\`${twice}\` is listed twice.`) ??
    (total === order.length
      ? null
      : `expected ${total} classes, the sum of \`steps\`, got ${order.length}.`)
  return message === null ? [] : [{ path: 'benchmark.tasks.class_order', message }]
}

/** Positions count along a list, and another's list may have another order: other classes would be trained on. */
function checkIndices(kind: unknown): string | null {
  if (typeof kind === 'string' && NUMBERED.includes(kind)) return null
  const ids =
    kind === 'tiny-imagenet'
      ? 'WordNet ids (n02124075) or names: positions in wnids.txt are not those of the sorted ids'
      : 'names, those that are numbers in quotes (["10", "2"], or a .yaml or .json of them)'
  return `expected ${ids}, got positions, which another list may count otherwise.`
}

/** Numbers of different orders do not compare, so the order is part of the protocol. */
function inWords(order: Classes | undefined): string {
  if (order === undefined) return 'classes in label order'
  const digest = createHash('sha256').update(JSON.stringify(order)).digest('hex')
  return `class order ${digest.slice(0, 8)}`
}

function range(first: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => first + i)
}
