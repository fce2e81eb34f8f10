/** What a run costs before it begins, in words: images to decode once, time and room for them, updates. */
import type { Experiment } from '../config/schema.js'
import { updatesOf } from '../plan/schedule.js'
import { type Decoding, decodingOf } from './decoding.js'

/** Seconds to decode an image on one core, as `scripts/bench data` measured it; a run says minutes from it. */
const SECONDS = 2.45e-3

/** Before a run begins; null where it is nothing to speak of. */
export function decodingInWords(
  experiments: readonly Experiment[],
  { cacheFolder }: { readonly cacheFolder: string },
  cores: number,
): string | null {
  const found = decodingOf(experiments, cacheFolder)
  const { images, bytes, uncounted } = found
  const counted =
    bytes < 2 ** 30
      ? []
      : [
          `Up to ${grouped(images)} images are decoded once, in ${minutes(images, cores)}, and kept for all runs: ${gib(bytes)} GiB in ${cacheFolder}.`,
          ...tooLarge(found, cacheFolder),
        ]
  const others =
    uncounted.length === 0
      ? []
      : [`Decoded and kept as well, as many as there are: ${list(uncounted)}.`]
  return [...counted, ...others].join('\n') || null
}

/** The same in one line, for `--dry-run`. */
export function costInWords(
  experiment: Experiment,
  { cacheFolder }: { readonly cacheFolder: string },
  cores: number,
): string {
  const { images, bytes, uncounted, freeBytes } = decodingOf([experiment], cacheFolder)
  const free = freeBytes < bytes ? ` (${gib(freeBytes)} GiB are free)` : ''
  const { benchmark, recipe } = experiment
  const tasks = recipe.trains === 'none' ? [] : benchmark.tasks
  const updates = tasks.reduce((sum, _, task) => sum + updatesOf(experiment, task), 0)
  const decoded =
    images === 0
      ? ['no images to decode']
      : [
          `up to ${grouped(images)} images to decode once, in ${minutes(images, cores)}`,
          `${bytes < 2 ** 30 ? 'less than 1' : gib(bytes)} GiB of disk for them in ${cacheFolder}${free}`,
        ]
  const others =
    uncounted.length === 0 ? [] : [`not counted before they are listed: ${list(uncounted)}`]
  const words = images === 0 && others.length > 0 ? others : [...decoded, ...others]
  return `Cost: ${[`${grouped(updates)} updates`, ...words].join('; ')}.`
}

/** What to do where there is not the room, or nothing. */
export function tooLarge({ bytes, freeBytes }: Decoding, cacheFolder: string): string[] {
  if (freeBytes >= bytes) return []
  return [
    `${cacheFolder} has ${gib(freeBytes)} GiB free: name a larger place in ZSCL_CACHE, or fewer references with --set recipe.reference.images.count=N.`,
  ]
}

function minutes(images: number, cores: number): string {
  const time = (images * SECONDS) / cores / 60
  return `${time < 1 ? 'less than 1' : `about ${Math.ceil(time)}`} min on ${cores} cores`
}

const grouped = (count: number) => count.toLocaleString('en-US')

export const gib = (bytes: number) => (bytes / 2 ** 30).toFixed(1)

/** With what several have in common said once. */
function list(whats: readonly string[]): string {
  const groups = Map.groupBy(whats, (what) => what.split(' of ')[0]!)
  return [...groups].map(([start, all]) => `${start}${of(start, all)}`).join('; ')
}

function of(start: string, whats: readonly string[]): string {
  const names = whats.map((what) => what.slice(start.length).replace(/^ of /, '')).filter(Boolean)
  if (names.length === 0) return ''
  const more = names.length > 4 ? ` and ${names.length - 4} more` : ''
  return ` of ${names.slice(0, 4).join(', ')}${more}`
}
