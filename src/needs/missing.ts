/** Everything that an experiment needs and this machine does not have, found before anything is loaded. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { weightsSource } from '../config/catalogue.js'
import type { Dataset } from '../config/dataset.js'
import { phases } from '../config/from-task.js'
import { paperDatasets } from '../config/paper-datasets.js'
import { paperReferences } from '../config/paper-references.js'
import type { Experiment } from '../config/schema.js'
import { ofTask } from '../plan/begin.js'
import { datasetSpec, measuredDatasets } from '../plan/datasets.js'
import { gib, tooLarge } from './cost.js'
import { howToGet, howToGetReference, isThere } from './data.js'
import { decodingOf } from './decoding.js'

export interface Machine {
  readonly dataFolder: string
  readonly cacheFolder: string
  /** Where downloaded weights lie depends on it. */
  readonly env: NodeJS.ProcessEnv
  /** How many files a process may have open; null where that is not known. */
  readonly openFiles?: number | null
}

/** A run has some 40 open, and a few for each process that decodes images. */
export const LEAST_OPEN_FILES = 128

/** Of this process, on Linux. */
export function openFilesLimit(): number | null {
  try {
    const [, soft] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
    return soft === undefined ? null : Number(soft)
  } catch {
    return null // another system: then what opens one too many says so
  }
}

export interface Missing {
  readonly what: string
  readonly where: string
  readonly how: string
  /** False for what is fetched by itself where there is a network. */
  readonly isFatal: boolean
  /** Where that would come from, and what to do where it cannot. */
  readonly fetchedFrom?: URL
  readonly byHand?: string
}

/** What lacks any of these experiments, each thing once. */
export function missingFor(experiments: readonly Experiment[], machine: Machine): Missing[] {
  const all = experiments
    .flatMap(phases)
    .flatMap((experiment) => [
      ...weights(experiment, machine),
      ...measuredDatasets(experiment.benchmark).flatMap((one) => dataset(one, machine)),
      ...references(experiment, machine),
      ...disk(experiment, machine),
    ])
    .concat(descriptors(machine))
  return all.filter((one, i) => all.findIndex((other) => sameAs(one, other)) === i)
}

/** All of it in one message; null where a run may be begun. */
export function inWords(missing: readonly Missing[]): string | null {
  if (!missing.some(({ isFatal }) => isFatal)) return null
  const lines = missing.map(({ what, where, how }) => `  ${what}: ${where}\n    → ${how}`)
  return `Not started. Missing on this machine:\n${lines.join('\n')}`
}

const sameAs = (one: Missing, other: Missing) =>
  one.what === other.what && one.where === other.where

function weights({ model }: Experiment, { env }: Machine): Missing[] {
  const { name, pretrained } = model
  if (pretrained === '' || /[/\\]|\.(safetensors|pt|pth|bin)$/.test(pretrained)) return []
  const source = weightsSource(name, pretrained)
  const place = placeOfWeights(source, env)
  if (place === null || holdsWeights(place)) return []
  const isOffline = /^(1|true|yes|on)$/i.test(env['HF_HUB_OFFLINE'] ?? '')
  const byHand = `download them from ${source} and pass --set model.pretrained=FILE`
  return [
    {
      what: `weights of ${name} ${pretrained}`,
      where: place,
      how: isOffline
        ? `HF_HUB_OFFLINE is set: ${byHand}`
        : `downloaded from ${source} when the run starts`,
      isFatal: isOffline,
      fetchedFrom: addressOf(source, env),
      byHand,
    },
  ]
}

function addressOf(source: string, env: NodeJS.ProcessEnv): URL {
  const hub = env['HF_ENDPOINT'] || 'https://huggingface.co'
  return new URL(URL.canParse(source) ? source : URL.canParse(hub) ? hub : 'https://huggingface.co')
}

/** The hub's cache, or open_clip's own for addresses. */
function placeOfWeights(source: string, env: NodeJS.ProcessEnv): string | null {
  const home = env['HOME'] ?? ''
  if (source === '') return null
  if (/^https?:/.test(source)) return join(home, '.cache', 'clip', basename(source))
  const cache = env['XDG_CACHE_HOME'] || join(home, '.cache')
  const hub = env['HF_HUB_CACHE'] || join(env['HF_HOME'] || join(cache, 'huggingface'), 'hub')
  return join(hub, `models--${source.replaceAll('/', '--')}`)
}

/** A file of weights, or a folder of the hub's cache with one: a download that broke off leaves a folder without. */
function holdsWeights(place: string): boolean {
  if (statSync(place, { throwIfNoEntry: false })?.isFile()) return true
  const snapshots = join(place, 'snapshots')
  if (!existsSync(snapshots)) return false
  return readdirSync(snapshots, { recursive: true, encoding: 'utf8' }).some(
    (name) => /\.(safetensors|bin|pt)$/.test(name) && existsSync(join(snapshots, name)),
  )
}

function dataset(one: Dataset, { dataFolder }: Machine): Missing[] {
  const spec = datasetSpec(one, dataFolder)
  const paper = paperDatasets.get(one.kind)
  if (paper !== undefined) {
    if (isThere(spec)) return []
    return [fatal(one.kind, spec.root, howToGet(one.kind, paper))]
  }
  const places = [spec.images, spec.test, spec.table, spec.test_table, spec.saved]
  return places
    .filter((place) => place !== '' && !existsSync(place))
    .map((place) => fatal(`dataset ${one.name}`, place, nearby(place)))
}

function references({ recipe, benchmark }: Experiment, { dataFolder }: Machine): Missing[] {
  return (['images', 'texts'] as const).flatMap((part) => {
    const asked = recipe.reference[part]
    const found = paperReferences[part]['set' in asked ? asked.set : '']
    if (asked.kind === 'set' && found !== undefined) {
      const path = join(dataFolder, found.place)
      const how = howToGetReference(found)
      return existsSync(path) ? [] : [fatal(`reference ${part}`, path, how)]
    }
    const path = 'path' in asked ? asked.path : ''
    const all = path === '' ? [] : benchmark.tasks.map((_, task) => ofTask(path, benchmark, task))
    return [...new Set(all)]
      .filter((one) => !existsSync(one))
      .map((one) => fatal(`reference ${part}`, one, nearby(one)))
  })
}

function descriptors({ openFiles }: Machine): Missing[] {
  if (openFiles === undefined || openFiles === null || openFiles >= LEAST_OPEN_FILES) return []
  const where = `the limit here is ${openFiles} per process, and a run needs ${LEAST_OPEN_FILES}`
  return [fatal('open files', where, 'raise the limit: `ulimit -n 1024`')]
}

const fatal = (what: string, where: string, how: string): Missing => ({
  what,
  where,
  how,
  isFatal: true,
})

/** What lies where something was looked for. */
function nearby(path: string): string {
  const folder = dirname(path)
  if (!existsSync(folder)) return `there is no folder ${folder} either; correct the path`
  const names = readdirSync(folder).sort()
  const shown = names.slice(0, 5).join(', ')
  const more = names.length > 5 ? ` and ${names.length - 5} more` : ''
  return `correct the path; ${folder} contains ${names.length === 0 ? 'nothing' : `${shown}${more}`}`
}

/** Room for decoded images. */
function disk(experiment: Experiment, { cacheFolder }: Machine): Missing[] {
  const found = decodingOf([experiment], cacheFolder)
  return tooLarge(found, cacheFolder).map((how) => ({
    what: 'space for decoded images',
    where: `${cacheFolder} has ${gib(found.freeBytes)} GiB free`,
    how: `up to ${gib(found.bytes)} GiB are needed (${found.images} images): ${how}`,
    isFatal: false,
  }))
}
