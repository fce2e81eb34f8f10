/** Mixes of models for the app: `zscl merge` as people type it, and its results kept by what they were made from. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plain } from '../../config/plain.js'
import { runFolder } from '../../journal/folder.js'
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

/** Between two runs, or the initial model and one: (1 - alpha) of the first and alpha of the second. Of more: soups. */
export function mixFeed(context: Context, paths: readonly string[], ran: Ran): MixFeed {
  const own = paths.map((path) => relative(context.cwd, path) || path)
  const initial = paths.length === 1 ? [initialOf(paths[0]!)] : []
  const models = [...initial, ...own]
  const on = relative(context.cwd, runFolder(paths[0] ?? '').experiment)
  const names = [...initial.map(() => 'initial'), ...paths.map((path) => runFolder(path).name)]
  const kept = keptAt(context, paths)
  const words = (alphas: readonly number[], more: readonly string[] = []) => [
    ...['merge', 'wise-ft', ...models, '--alpha', alphas.join(',')],
    ...['--on', on, ...more],
  ]
  const known = new Map(kept.read().map((point) => [point.alpha, point]))
  return {
    names,
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
      const lines: string[] = []
      for (const kind of ['uniform', 'greedy']) {
        const command = ['merge', kind, ...models, '--on', on]
        const { text } = await ran(command)
        lines.push(`zscl ${command.join(' ')}`, '', ...text.trimEnd().split('\n'), '')
      }
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

/** By the path, size and time of every model: another model of that name is another mix. */
function keptAt(context: Context, paths: readonly string[]) {
  const stamps = paths.map((path) => {
    const file = join(runFolder(path).model, 'open_clip_model.safetensors')
    const stat = statSync(file, { throwIfNoEntry: false })
    return [file, stat?.size ?? 0, stat?.mtimeMs ?? 0]
  })
  const key = createHash('sha256').update(JSON.stringify(stamps)).digest('hex').slice(0, 32)
  const folder = join(cacheFolder(context), 'mixes')
  const file = join(folder, `${key}.json`)
  return {
    read: (): MixPoint[] => {
      if (!existsSync(file)) return []
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as MixPoint[]
      } catch {
        return [] // half written: it is measured again
      }
    },
    write: (points: readonly MixPoint[]) => {
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, JSON.stringify(points))
    },
  }
}
