/** What a fork's experiment says: its parent's, with changes that begin after a task. */
import { assignAt, splitAssignment } from './compose.js'
import { UsageError } from './errors.js'
import { isPlain, type Plain } from './plain.js'

/** Lists with a value per task: a change counts from the first task that is the fork's own. */
const PER_TASK = ['schedule.updates', 'schedule.learning_rate']

/**
 * @param parent the resolved experiment as its run folder has it
 * @param done how many tasks are the parent's
 * @param set `path=value` as for `zscl run`; a value of the recipe becomes one of `from_task`
 * @throws UsageError
 */
export function forked(parent: Plain, done: number, set: readonly string[]): Plain {
  return set.reduce((written, assignment) => changed(written, done, assignment), parent)
}

function changed(written: Plain, done: number, assignment: string): Plain {
  const { path, value } = splitAssignment(assignment)
  if (path.startsWith('recipe.'))
    return assignAt(written, `from_task.${done + 1}.${path.slice('recipe.'.length)}`, value)
  if (path === 'recipe')
    throw new UsageError(
      `\`--set ${assignment}\`: a fork changes values of its recipe, such as \`--set recipe.lambda_image=5\`, and keeps its name.`,
    )
  if (PER_TASK.includes(path)) return assignAt(written, path, fromTask(written, path, done, value))
  return assignAt(written, path, value)
}

function fromTask(written: Plain, path: string, done: number, value: unknown): unknown {
  const [outer = '', inner = ''] = path.split('.')
  const schedule = written[outer]
  const values = isPlain(schedule) ? schedule[inner] : undefined
  if (!Array.isArray(values) || typeof value !== 'number') return value
  return values.map((old, task) => (task < done ? old : value))
}
