/** From what a person wrote (names, bases, overrides) to one plain object with everything in it, not yet checked. */
import { parse } from 'yaml'
import { type Kind, load, names, unknownName } from './catalogue.js'
import { withClassSteps } from './class-steps.js'
import { withEach } from './each.js'
import { type Problem, shown, UsageError } from './errors.js'
import { readLines, readWritten } from './files.js'
import { isPlain, merge, type Plain, without } from './plain.js'

/** What the paper fine-tunes, where nothing else is named. */
const PAPERS_MODEL = { name: 'ViT-B-16-quickgelu', pretrained: 'openai' }

export interface Composed {
  readonly experiment: Plain
  /** The recipe as it was written, without what it inherits; `{}` for a name. */
  readonly ownRecipe: Plain
  readonly problems: readonly Problem[]
}

/** Replaces names by the values they stand for and fills in what the benchmark sets. */
export function compose(written: Plain): Composed {
  const problems: Problem[] = []
  const asked = named('benchmark', written['benchmark'] ?? 'mini', 'benchmark', problems)
  const steps = withClassSteps(without(asked, 'each'), problems)
  const benchmark = withPairs(withEach(withKinds(steps), asked['each'], problems), problems)
  const recipe = composeRecipe(written['recipe'] ?? 'zscl', benchmark, problems)
  const schedule = merge(
    isPlain(benchmark['schedule']) ? benchmark['schedule'] : {},
    isPlain(recipe['schedule']) ? recipe['schedule'] : {},
    written['schedule'] ?? {},
  )
  const experiment = {
    name: benchmark['name'],
    ...written,
    benchmark,
    recipe,
    schedule,
    model: composeModel(written['model'], benchmark['model'] ?? PAPERS_MODEL),
  }
  const ownRecipe = isPlain(written['recipe']) ? written['recipe'] : {}
  return { experiment, ownRecipe, problems }
}

function composeRecipe(written: unknown, benchmark: Plain, problems: Problem[]): Plain {
  const own = isPlain(written) ? without(written, 'base') : {}
  const base = isPlain(written) ? written['base'] : written
  if (base === undefined) return own
  const path = isPlain(written) ? 'recipe.base' : 'recipe'
  return merge(adapted(named('recipe', base, path, problems), benchmark), own) as Plain
}

/** The experiment's own model, else the benchmark's. One without a name changes the benchmark's, e.g. its `pretrained`. */
function composeModel(own: unknown, benchmarks: unknown): unknown {
  const model = own ?? benchmarks
  if (typeof model === 'string') return { name: model }
  if (!isPlain(model) || model['name'] !== undefined || model === benchmarks) return model
  return merge(composeModel(undefined, benchmarks), model)
}

/** Puts the benchmark's own setting into a named recipe, where the recipe uses the thing at all. */
function adapted(recipe: Plain, benchmark: Plain): Plain {
  const replace = isPlain(benchmark['replace']) ? benchmark['replace'] : {}
  const changed: Plain = {}
  const used = (key: string) => recipe[key] !== undefined && recipe[key] !== 0
  for (const key of ['lambda_image', 'lambda_text', 'lambda_feature', 'lambda_image_image'])
    if (used(key) && replace['lambda'] !== undefined) changed[key] = replace['lambda']
  if (used('wc') && replace['wc'] !== undefined) changed['wc'] = replace['wc']
  const average = recipe['average']
  if (isPlain(average) && average['interval'] !== 1 && replace['interval'] !== undefined)
    changed['average'] = { interval: replace['interval'] }
  if (isPlain(average) && average['kind'] === 'swa' && replace['tail_learning_rate'] !== undefined)
    changed['average'] = merge(changed['average'] ?? {}, {
      tail_learning_rate: replace['tail_learning_rate'],
    })
  if (recipe['memory'] !== undefined && replace['memory'] !== undefined)
    changed['memory'] = { capacity: replace['memory'] }
  return merge(recipe, changed) as Plain
}

/**
 * A task says what it is by what it names: `images` is a folder per class, `table` a file of paths and labels, `saved` a
 * Hugging Face dataset on disk.
 */
function withKinds(benchmark: Plain): Plain {
  const kindOf = (task: Plain) => {
    if (task['table'] !== undefined) return 'table' // which may name a folder of `images` as well
    if (task['images'] !== undefined) return 'folder'
    return task['saved'] === undefined ? 'mini' : 'saved'
  }
  const withKind = (task: unknown) => {
    if (!isPlain(task)) return task
    if (task['kind'] !== undefined) return withClassNames(task)
    const place = String(
      task['table'] ?? task['images'] ?? task['saved'] ?? task['mini_task'] ?? '',
    )
    return withClassNames({ name: nameOf(place), kind: kindOf(task), ...task })
  }
  const changed = Object.fromEntries(
    ['tasks', 'also_evaluate'].flatMap((key) => {
      const list = benchmark[key]
      return Array.isArray(list) ? [[key, list.map(withKind)]] : []
    }),
  )
  const { model } = benchmark
  const named = typeof model === 'string' ? { model: { name: model } } : {}
  return changed['tasks'] === undefined
    ? benchmark
    : { name: 'own', ...benchmark, ...changed, ...named }
}

/** `reference: { pairs: PATH }`, or `{ path, count }`: images and the captions of the same, out of one place. */
function withPairs(benchmark: Plain, problems: Problem[]): Plain {
  const { reference } = benchmark
  if (!isPlain(reference) || reference['pairs'] === undefined) return benchmark
  const { pairs, ...rest } = reference
  const place = typeof pairs === 'string' ? { path: pairs } : pairs
  const path = 'benchmark.reference.pairs'
  if (!isPlain(place) || typeof place['path'] !== 'string')
    problems.push({ path, message: `expected a path, or { path, count }, got ${shown(pairs)}.` })
  const [other] = Object.keys(rest)
  if (other !== undefined)
    problems.push({ path, message: `gives images and texts: leave \`${other}\` out.` })
  return { ...benchmark, reference: { images: place, texts: place } }
}

/** `class_names` may be the path of a file with a name per line. */
function withClassNames(task: Plain): Plain {
  const names = task['class_names']
  return typeof names === 'string' ? { ...task, class_names: readLines(names) } : task
}

/** `birds` of `…/birds`, `…/birds/train`, `…/birds.csv` and `…/birds/metadata.jsonl`. */
function nameOf(place: string): string {
  const parts = place.split(/[/\\]/).filter((part) => !['', '.', '..'].includes(part))
  const last = parts.at(-1)?.replace(/\.(csv|tsv|tab|txt|jsonl|ndjson)$/i, '') ?? ''
  const isPart = /^(train|training|images|metadata)$/i.test(last) && parts.length > 1
  return isPart ? parts.at(-2)! : last
}

/** A catalogue name, `{base: NAME, …changes}`, or a value of one's own; `{}` for a name that is not there. */
function named(kind: Kind, written: unknown, path: string, problems: Problem[]): Plain {
  if (isPlain(written)) {
    if (written['base'] === undefined) return written
    const base = named(kind, written['base'], `${path}.base`, problems)
    return merge(base, without(written, 'base')) as Plain
  }
  if (kind === 'benchmark' && Array.isArray(written)) return { name: 'own', tasks: written }
  if (typeof written === 'string' && names(kind).includes(written)) return load(kind, written)
  if (typeof written === 'string' && /\.ya?ml$/.test(written))
    return named(kind, readWritten(kind, written).written, path, problems)
  const message =
    typeof written === 'string'
      ? unknownName(kind, written)
      : `expected the name of a ${kind} or a map, got ${shown(written)}.`
  problems.push({ path, message })
  return {}
}

/** Applies `--set path=value` to what was written; the value is read as YAML. */
export function applySet(written: Plain, assignment: string): Plain {
  const { path, value } = splitAssignment(assignment)
  return assignAt(/^benchmark\..*\[/.test(path) ? opened(written) : written, path, value)
}

/** With a named benchmark written out: an entry of a list can be changed only where the list is. */
function opened(written: Plain): Plain {
  const { benchmark = 'mini' } = written
  const isNamed = typeof benchmark === 'string' && names('benchmark').includes(benchmark)
  return isNamed ? { ...written, benchmark: load('benchmark', benchmark) } : written
}

/** @throws UsageError */
export function splitAssignment(assignment: string): { path: string; value: unknown } {
  const split = assignment.indexOf('=')
  if (split < 1)
    throw new UsageError(
      `\`--set ${assignment}\`: expected path=value, e.g. \`--set recipe.lambda_image=0.5\`.`,
    )
  const value = parseValue(assignment, assignment.slice(split + 1))
  return { path: assignment.slice(0, split), value }
}

/** Puts a value at a path such as `recipe.average.interval` or `benchmark.tasks[0].name`. */
export function assignAt(written: Plain, path: string, value: unknown): Plain {
  const keys = path.split(/\.|\[(?=\d+\])/).map((key) => key.replace(/\]$/, ''))
  return assign(written, keys, value) as Plain
}

/** Nothing behind the `=` is the empty text; `null` is written out. */
function parseValue(assignment: string, text: string): unknown {
  try {
    return text.trim() === '' ? '' : parse(text)
  } catch (cause) {
    throw new UsageError(`\`--set ${assignment}\`: the value is not YAML.`, { cause })
  }
}

/** `recipe.x=1` on `recipe: zscl` makes `recipe: {base: zscl, x: 1}`; a model that is only a name has it as its `name`. */
export function assign(
  target: unknown,
  path: readonly string[],
  value: unknown,
  own?: string,
): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(target))
    return target.map((item, i) => (String(i) === key ? assign(item, rest, value) : item))
  const named = typeof target === 'string' ? { [own === 'model' ? 'name' : 'base']: target } : {}
  const plain = isPlain(target) ? target : named
  return { ...plain, [key]: assign(plain[key], rest, value, key) }
}
