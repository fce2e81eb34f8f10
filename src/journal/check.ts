/** What of a run's folder can still be trusted: every line, every checkpoint and the model against their digests. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { damageOf } from './checkpoints.js'
import { checkDigests } from './digests.js'
import { JournalError } from './errors.js'
import { isLost, lostJournal, type RunFolder } from './folder.js'
import { readJournal } from './journal.js'
import { fold } from './reduce.js'
import type { RunState } from './state.js'

export interface Finding {
  readonly what: string
  readonly verdict: 'good' | 'unchecked' | 'damaged'
  readonly words: string
}

export const verified = (files: number) => `${files} ${files === 1 ? 'file' : 'files'} verified`

/** @param isExperiment whether the experiment's file is what the run began with */
export async function checkRun(
  folder: RunFolder,
  isExperiment: (digest: string | undefined) => string | null,
): Promise<readonly Finding[]> {
  const { finding, state } = checkJournal(folder)
  if (state === null) return [finding]
  return [
    finding,
    experiment(folder, isExperiment(state.run?.experiment_digest)),
    ...(await checkpoints(folder, state)),
    ...(await model(folder, state)),
  ]
}

function checkJournal(folder: RunFolder): { finding: Finding; state: RunState | null } {
  const what = 'journal'
  try {
    const { events, torn } = readJournal(folder.journal)
    if (isLost(folder, events.length))
      return {
        finding: { what, verdict: 'damaged', words: lostJournal(folder).message },
        state: null,
      }
    const unchecked = events.filter(({ v }) => v === 1).length
    const words =
      unchecked === 0
        ? `${events.length} lines verified`
        : `${unchecked} of ${events.length} lines were written by a version without checksums`
    const end = torn ? '; its last line was cut off while being written, and is ignored' : ''
    return {
      finding: { what, verdict: unchecked > 0 ? 'unchecked' : 'good', words: words + end },
      state: fold(events),
    }
  } catch (error) {
    if (!(error instanceof JournalError)) throw error
    return { finding: { what, verdict: 'damaged', words: error.message }, state: null }
  }
}

function experiment(folder: RunFolder, problem: string | null): Finding {
  return problem === null
    ? { what: 'experiment', verdict: 'good', words: 'unchanged since the run started' }
    : { what: 'experiment', verdict: 'damaged', words: problem || folder.experiment }
}

/** Those that are kept; older ones have been removed on purpose. */
async function checkpoints(folder: RunFolder, { checkpoints: all }: RunState): Promise<Finding[]> {
  const kept = all.filter(
    (one, i) =>
      existsSync(join(folder.path, one.folder)) &&
      all.findLastIndex((other) => other.folder === one.folder) === i,
  )
  const found: Finding[] = []
  for (const checkpoint of kept) {
    const damage = await damageOf(folder, checkpoint)
    found.push({
      what: checkpoint.folder,
      verdict: damage === null ? 'good' : 'damaged',
      words: damage ?? verified(checkpoint.files.length),
    })
  }
  return found
}

async function model(folder: RunFolder, { model_folder }: RunState): Promise<Finding[]> {
  if (model_folder === null) return []
  const place = join(folder.path, model_folder)
  const what = 'model'
  if (!existsSync(place)) return [{ what, verdict: 'damaged', words: `${place} is missing` }]
  const found = await checkDigests(place)
  if (found.kind === 'good') return [{ what, verdict: 'good', words: verified(found.files) }]
  return found.kind === 'damaged'
    ? [{ what, verdict: 'damaged', words: found.problem }]
    : [{ what, verdict: 'unchecked', words: 'exported by a version without checksums' }]
}
