/** The state of a run as its folder tells it. */
import type { RunFolder } from './folder.js'
import { readJournal } from './journal.js'
import { fold } from './reduce.js'
import type { RunState } from './state.js'

/** @throws JournalError for a journal that is missing or damaged */
export function readState(folder: RunFolder): RunState {
  return fold(readJournal(folder.journal).events)
}
