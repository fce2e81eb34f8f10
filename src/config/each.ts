/** `benchmark.each`: values that every task of a benchmark is given, and what is wrong with them. */
import { type Problem, shown } from './errors.js'
import { isPlain, merge, type Plain } from './plain.js'

/** `each: { prompts: openai }`: values of every task and of every dataset that is only measured. */
export function withEach(benchmark: Plain, each: unknown, problems: Problem[]): Plain {
  if (each === undefined) return benchmark
  if (!isPlain(each)) {
    problems.push({ path: EACH, message: `expected a map of values, got ${shown(each)}.` })
    return benchmark
  }
  const changed = ['tasks', 'also_evaluate'].flatMap((key) => {
    const list = benchmark[key]
    const withValues = (task: unknown) => (isPlain(task) ? merge(task, each) : task)
    return Array.isArray(list) ? [[key, list.map(withValues)]] : []
  })
  return { ...benchmark, ...Object.fromEntries(changed) }
}

const EACH = 'benchmark.each'

/** Problems of values that every task was given are told once, where they were written. */
export function atEach(problems: readonly Problem[], written: Plain): Problem[] {
  const { benchmark } = written
  const each = isPlain(benchmark) ? benchmark['each'] : undefined
  if (!isPlain(each)) return [...problems]
  const moved = problems.map((problem) => {
    const [, key = ''] =
      /^benchmark\.(?:tasks|also_evaluate)\[\d+\]\.(\w+)/.exec(problem.path) ?? []
    return key in each ? { ...problem, path: `${EACH}.${key}` } : problem
  })
  return moved.filter((one, i) => moved.findIndex(({ path }) => path === one.path) === i)
}
