/** Carries out what people ask of a run through its folder, and notes it in the journal. */
import type { RunFolder } from '../journal/folder.js'
import type { Journal } from '../journal/journal.js'
import { type Request, take } from '../journal/requests.js'
import type { Engine } from './engine.js'

const POLL_MS = 250

/** Looks for requests until the returned function is called. Those that lie there from before are nobody's any more. */
export function steer(folder: RunFolder, journal: Journal, engine: Engine): () => void {
  take(folder)
  const timer = setInterval(() => {
    for (const request of take(folder)) carryOut(request, journal, engine)
  }, POLL_MS)
  timer.unref()
  return () => clearInterval(timer)
}

function carryOut({ wish, by }: Request, journal: Journal, engine: Engine): void {
  journal.append({ kind: 'requested', wish, by })
  if (wish === 'stop') engine.stop()
  if (wish === 'pause') engine.pause()
  if (wish === 'continue') engine.continue()
  if (wish === 'checkpoint') engine.checkpoint()
}
