/** What can be done with runs, by key and by name in the palette. */
import type { LibraryRun } from '../../../../journal/library.js'

export interface Deed {
  readonly key: string
  readonly name: string
  readonly what: string
  /** The command that does it; null where it is a screen of the app. */
  readonly words: ((run: LibraryRun) => readonly string[]) | null
  /** Removes something: it is asked for first. */
  readonly isFinal?: boolean
  /** Whether it makes sense for a run now. */
  readonly fits: (run: LibraryRun) => boolean
  /** What fits, in words. */
  readonly needs: string
  /** Of so many runs at most. */
  readonly most?: number
}

/** By the path where the name alone would not be found. */
const nameOf = ({ folder, sweep }: LibraryRun) => (sweep === '' ? folder.name : folder.path)
const always = () => true
const isRun = ({ trials }: LibraryRun) => trials === undefined
const isLive = (run: LibraryRun) => run.isLive && isRun(run)

export const deeds: readonly Deed[] = [
  {
    key: 'enter',
    name: 'open',
    what: 'the run with its tabs',
    words: null,
    fits: always,
    needs: '',
  },
  { key: 'n', name: 'new', what: 'start a run', words: null, fits: always, needs: '' },
  {
    key: 'f',
    name: 'fork',
    what: 'start a new run from the end of a task, with other settings',
    needs: 'a run of several tasks with a finished one',
    words: null,
    fits: (run) =>
      isRun(run) && (run.summary?.tasks.length ?? 0) > 1 && (run.summary?.tasks_measured ?? 0) > 0,
  },
  {
    key: 'c',
    name: 'compare',
    what: 'the marked runs, or this one with its published row',
    needs: 'runs, not sweeps',
    most: 6,
    words: null,
    fits: isRun,
  },
  {
    key: 'm',
    name: 'mix',
    what: 'with the initial model, between two marked runs, or soups of more',
    needs: 'finished runs',
    most: 8,
    words: null,
    fits: (run) => isRun(run) && run.summary?.status === 'finished',
  },
  {
    key: 's',
    name: 'stop',
    what: 'save a checkpoint and stop',
    needs: 'a run that is running or queued',
    words: (run) => ['stop', nameOf(run)],
    fits: (run) => run.isLive || run.isQueued === true,
  },
  {
    key: 'p',
    name: 'pause',
    what: 'pause or continue',
    needs: 'a running run',
    words: (run) => [run.summary?.status === 'paused' ? 'continue' : 'pause', nameOf(run)],
    fits: isLive,
  },
  {
    key: '',
    name: 'checkpoint',
    what: 'save one now and continue',
    needs: 'a running run',
    words: (run) => ['checkpoint', nameOf(run)],
    fits: isLive,
  },
  {
    key: 'r',
    name: 'resume',
    what: 'continue in the background',
    needs: 'a run that is not running and not finished',
    words: (run) =>
      isRun(run) ? ['resume', nameOf(run), '--detach'] : ['sweep', run.folder.path, '--detach'],
    fits: (run) =>
      !run.isLive && !run.isQueued && run.summary !== null && run.summary.status !== 'finished',
  },
  {
    key: 't',
    name: 'tables',
    what: "the paper's tables beside ours",
    words: null,
    fits: always,
    needs: '',
  },
  {
    key: 'd',
    name: 'data',
    what: 'datasets: state, get, verify',
    words: null,
    fits: always,
    needs: '',
  },
  {
    key: 'x',
    name: 'remove',
    what: 'remove the run or sweep for good',
    needs: 'a run or sweep that is not running',
    words: (run) => ['rm', nameOf(run), '--yes'],
    isFinal: true,
    fits: (run) => !run.isLive && !run.isQueued,
  },
  {
    key: '',
    name: 'report',
    what: 'write the run as one HTML file',
    needs: 'a readable run',
    words: (run) => ['report', nameOf(run)],
    fits: (run) => run.summary !== null && isRun(run),
  },
]

export const listKeys: readonly (readonly [string, string])[] = [
  ['↑ ↓  j k', 'choose a run; PgUp PgDn, Home End: further'],
  ['Enter', 'open it'],
  ['Space', 'mark it, for compare'],
  ['/', 'filter by name, recipe, benchmark or state; Esc shows all again'],
  [':', 'all actions by name'],
  ['n', 'start a run'],
  ['f', 'fork a run: start from the end of a task with other settings'],
  ['c', 'compare the marked runs'],
  ['m', 'mix a run with its initial model, two marked runs, or soups of more'],
  ['s  p  r', 'stop; pause and continue; resume in the background'],
  ['t  d', "the paper's tables; the datasets"],
  ['x', 'remove a run or sweep, after a yes'],
  ['q', 'quit; runs keep running'],
  ['?', 'this help'],
]
