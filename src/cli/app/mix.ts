/** Mixes of models for the app: `zscl merge` as people type it, and its results kept by what they were made from. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { resolve as absolute, basename, join, relative } from 'node:path'
import type { Plain } from '../../config/plain.js'
import { runFolder } from '../../journal/folder.js'
import { regular } from '../../journal/regular.js'
import { writtenExperiment } from '../../journal/written.js'
import type { MixFeed, MixPoint } from '../../view/terminal/app/feed.js'
import { type Context, cacheFolder } from '../shared/context.js'

/** What a command printed, or why it failed. */
export type Ran = (words: readonly string[]) => Promise<{ isGood: boolean; text: string }>

interface Answer {
  readonly models: readonly {
    readonly name: string
    readonly accuracies: Readonly<Record<string, number>>
  }[]
}

/** What is mixed, and where it is measured. */
export interface Asked {
  /** Runs by their paths. */
  readonly paths: readonly string[]
  /** Models as people type them. */
  readonly more: readonly string[]
  /** '' = the datasets of the first run. */
  readonly on: string
}

/** Between two models, or the initial one and a run: (1 - alpha) of the first and alpha of the second. Of more: soups. */
export function mixFeed(context: Context, asked: Asked, ran: Ran): MixFeed {
  const { paths, more } = asked
  const own = paths.map((path) => relative(context.cwd, path) || path)
  const initial = paths.length + more.length === 1 ? [initialOf(paths[0]!)] : []
  const models = [...initial, ...own, ...more]
  const on = asked.on || relative(context.cwd, runFolder(paths[0] ?? '').experiment)
  const names = [
    ...initial.map(() => 'initial'),
    ...paths.map((path) => runFolder(path).name),
    ...more.map((text) => basename(text)),
  ]
  const kept = keptAt(context, models, on)
  const words = (alphas: readonly number[], more: readonly string[] = []) => [
    ...['merge', 'wise-ft', ...models, '--alpha', alphas.join(',')],
    ...['--on', on, ...more],
  ]
  const known = new Map(kept.read().map((point) => [point.alpha, point]))
  return {
    names,
    on: asked.on || `the datasets of ${runFolder(paths[0] ?? '').name}`,
    warning: asked.on === '' ? otherBenchmarks(paths) : '',
    words: (alpha, out) => words([alpha], ['--out', out]),
    known: () => [...known.values()].sort((a, b) => a.alpha - b.alpha),
    measure: async (alphas) => {
      const missing = alphas.filter((alpha) => !known.has(alpha))
      if (missing.length === 0) return ''
      const hasEnds = known.has(0) && known.has(1)
      const between = missing.filter((alpha) => alpha > 0 && alpha < 1)
      // The command measures both models themselves as well, unless told not to.
      const asked = between.length > 0 ? between : [0.5]
      const { isGood, text } = await ran(
        words(asked, ['--json', ...(hasEnds ? ['--no-ends'] : [])]),
      )
      if (!isGood) return text.split('\n')[0] ?? 'the command failed'
      for (const point of pointsOf(JSON.parse(text) as Answer, asked, hasEnds))
        known.set(point.alpha, point)
      kept.write([...known.values()])
      return ''
    },
    soups: async () => {
      const before = kept.soups()
      if (before !== null) return before
      const lines: string[] = []
      let isWhole = true
      for (const kind of ['uniform', 'greedy']) {
        const command = ['merge', kind, ...models, '--on', on]
        const { isGood, text } = await ran(command)
        isWhole &&= isGood
        lines.push(`zscl ${command.join(' ')}`, '', ...text.trimEnd().split('\n'), '')
      }
      if (isWhole) kept.writeSoups(lines)
      return lines
    },
    soupWords: (kind, out) => ['merge', kind, ...models, '--on', on, '--out', out],
  }
}

function pointsOf({ models }: Answer, alphas: readonly number[], hasEnds: boolean): MixPoint[] {
  const at = hasEnds ? [...alphas] : [0, 1, ...alphas]
  return models.map(({ accuracies }, i) => ({ alpha: at[i]!, accuracies }))
}

/** The model that a run began with, as `zscl merge` takes it. */
function initialOf(path: string): string {
  const { model } = writtenExperiment(runFolder(path)) as { model: Plain }
  const { name, pretrained } = model
  return typeof pretrained === 'string' && pretrained !== ''
    ? `${String(name)}:${pretrained}`
    : String(name)
}

/** Runs of several benchmarks are measured on the first one's datasets alone, which is worth a word. */
function otherBenchmarks(paths: readonly string[]): string {
  const names = paths.map((path) => {
    const { benchmark } = writtenExperiment(runFolder(path)) as { benchmark: Plain }
    return String(benchmark['name'])
  })
  const others = [...new Set(names)].slice(1)
  return others.length === 0
    ? ''
    : `The runs are of ${[names[0], ...others].join(' and ')}; all are measured on ${names[0]} (d changes that).`
}

/**
 * By what every model is, its digests where it has some, and what it is measured on: another model of that name is
 * another mix.
 */
function keptAt(context: Context, models: readonly string[], on: string) {
  const stamps = models.map((text) => [text, ...stampOf(absolute(context.cwd, text))])
  const asked = [stamps, on, ...stampOf(absolute(context.cwd, on))]
  const key = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 32)
  const folder = join(cacheFolder(context), 'mixes')
  const read = <T>(file: string): T | null => {
    if (!existsSync(file)) return null
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as T
    } catch {
      return null // half written: it is measured again
    }
  }
  const write = (file: string, value: unknown) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, JSON.stringify(value))
  }
  const [points, soups] = [join(folder, `${key}.json`), join(folder, `${key}-soups.json`)]
  return {
    read: () => read<MixPoint[]>(points) ?? [],
    write: (found: readonly MixPoint[]) => write(points, found),
    soups: () => read<string[]>(soups),
    writeSoups: (lines: readonly string[]) => write(soups, lines),
  }
}

/** Of a run or a model folder its digests, of any other file its size and time; nothing of what is no file. */
function stampOf(path: string): (string | number)[] {
  for (const folder of [runFolder(path).model, path]) {
    const sums = join(folder, 'SHA256SUMS')
    if (existsSync(sums)) return [readFileSync(regular(sums), 'utf8')]
  }
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? [] : [stat.size, stat.mtimeMs]
}
