/** Where to go on after a crash: the last checkpoint whose digests verify. */
import { damageOf } from '../journal/checkpoints.js'
import type { CheckpointSaved } from '../journal/events.js'
import type { RunFolder } from '../journal/folder.js'
import type { Journal } from '../journal/journal.js'

/** Null when there is none: the run then begins again from its start. Damaged ones are said, never passed silently. */
export async function lastGoodCheckpoint(
  folder: RunFolder,
  journal: Journal,
): Promise<CheckpointSaved | null> {
  const seen = new Set<string>()
  for (const checkpoint of journal.state.checkpoints.toReversed()) {
    if (seen.has(checkpoint.folder)) continue // replaced by a later save at the same place
    seen.add(checkpoint.folder)
    const damage = await damageOf(folder, checkpoint)
    if (damage === null) return checkpoint
    if (damage.endsWith('is missing') && seen.size > 1) continue // pruned
    journal.append({
      kind: 'warned',
      message: `the checkpoint ${checkpoint.folder} cannot be used: ${damage}. Falling back to an earlier one.`,
    })
  }
  return null
}
