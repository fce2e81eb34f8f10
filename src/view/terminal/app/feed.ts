/** What the app is fed with. It never touches a file or a process itself: everything it does is a command that it shows. */
import type { LibraryRun } from '../../../journal/library.js'
import type { RunFeed } from '../feed.js'

/** A setting in which runs differ, with its value in each. */
export interface Difference {
  readonly path: string
  readonly values: readonly string[]
}

export interface PublishedRow {
  readonly method: string
  readonly transfer: number | null
  readonly average: number | null
  readonly last: number | null
}

export type MetricName = 'transfer' | 'average' | 'last'

/** What a sweep varies. */
export interface SweepAxis {
  readonly key: string
  readonly label: string
  readonly values: readonly string[]
}

export interface SweepTrialRow {
  /** By the keys of the axes. */
  readonly values: Readonly<Record<string, string>>
  /** Null while the trial has not begun. */
  readonly run: LibraryRun | null
}

export interface SweepView {
  readonly name: string
  /** What `zscl sweep` takes. */
  readonly source: string
  readonly axes: readonly SweepAxis[]
  readonly trials: readonly SweepTrialRow[]
  /** Why there is nothing to show. */
  readonly problem: string
}

/** A mix that was measured: accuracies in percent by dataset. */
export interface MixPoint {
  readonly alpha: number
  readonly accuracies: Readonly<Record<string, number>>
}

/** Mixes of two models or more. */
export interface MixFeed {
  readonly names: readonly string[]
  /** What they are measured on, as `zscl merge --on` takes it. */
  readonly on: string
  /** What speaks against comparing them there; '' = nothing. */
  readonly warning: string
  /** The command that writes the mix for open_clip. */
  words(alpha: number, out: string): readonly string[]
  /** What is measured, in this session or an earlier one, by alpha. */
  known(): readonly MixPoint[]
  /** Measures what is not known; answers with what went wrong, or nothing. */
  measure(alphas: readonly number[]): Promise<string>
  /** The uniform and the greedy soup, in words. */
  soups(): Promise<readonly string[]>
  soupWords(kind: 'uniform' | 'greedy', out: string): readonly string[]
}

/** What a command that goes on without the app has printed last. */
export interface Said {
  readonly words: readonly string[]
  readonly lines: readonly string[]
  /** When it has printed last. */
  readonly at: Date
  /** Begun by this app and not over; of those that others have begun that is not known. */
  readonly isRunning: boolean
}

/** Something of which there are several, shown as a command prints it. */
export interface PagesFeed {
  readonly title: string
  readonly choices: readonly string[]
  /** The command whose text is shown. */
  words(choice: string): readonly string[]
  show(choice: string): Promise<readonly string[]>
  /** What was begun for it and has printed something, the latest first. */
  said(choice: string): readonly Said[]
  /** Asks a command that this app has begun to end, and says how. */
  stop(words: readonly string[]): string
  /** What can be begun for it; it goes on without the app. */
  readonly actions: readonly {
    readonly key: string
    readonly name: string
    readonly words: (choice: string) => readonly string[]
    /** It costs time or room: what it would do is shown first. */
    readonly isAsked?: boolean
  }[]
}

/** A form's answer to what is written in it. */
export interface Checked {
  /** Problems by field, '' for those of none. */
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  /** Words of the command that does the same. */
  readonly command: readonly string[]
  /** What it costs and what is missing, in words. */
  readonly notes: readonly string[]
  readonly yaml: string
  /** What holds where a field is left empty, by field. */
  readonly defaults?: Readonly<Record<string, string>>
  /** The command that only writes the experiment into a file; absent where there is none. */
  readonly write?: readonly string[]
  /** Nothing is wrong, and something is still to be said. */
  readonly waits?: boolean
  /** The command prepares what the form is about: it stays, and looks again. */
  readonly stays?: boolean
  /** Something is being found out: to be asked again in a moment. */
  readonly again?: boolean
}

export interface Field {
  readonly key: string
  readonly title: string
  readonly hint: string
  /** To step through; empty: anything may be typed. */
  readonly choices: readonly string[]
  readonly value: string
}

export interface Form {
  readonly title: string
  readonly fields: readonly Field[]
}

export interface Answer {
  readonly isGood: boolean
  readonly text: string
}

export interface AppFeed {
  /** Where the runs lie, in words. */
  readonly place: string
  runs(): readonly LibraryRun[]
  /** What the GPUs of this machine do, in words; '' where there are none. */
  gpus(): string
  /** Runs that are known and not read yet. */
  unread(): number
  subscribe(listener: () => void): () => void
  /** One run, followed while it is shown. */
  open(path: string): RunFeed & { close(): void }
  plan(path: string): readonly string[]
  settings(path: string): readonly string[]
  log(path: string): readonly string[]
  differences(paths: readonly string[]): readonly Difference[]
  sweep(name: string): SweepView
  /**
   * Of runs by their paths, and of `more` models as \`zscl merge\` takes them: runs, folders, open_clip NAME:TAG.
   * @param on what to measure on; '' = the datasets of the first run
   */
  mix(paths: readonly string[], more: readonly string[], on: string): MixFeed
  pages(kind: 'tables' | 'data'): PagesFeed
  /** A file where the app was opened that is not there yet, called like the given one. */
  free(file: string): string
  /** Begins `zscl WORDS…` apart from the app and says where its output goes. */
  begin(words: readonly string[]): string
  published(path: string): PublishedRow | null
  /** Of a fork of the run with that path, or, null, of a new run. */
  form(parent: string | null): Form
  check(values: Readonly<Record<string, string>>, parent: string | null): Checked
  /** What `zscl WORDS…` would do and cost, without doing it, in a few words. */
  preview(words: readonly string[]): Promise<Answer>
  /** Runs `zscl WORDS…` and answers with what it said, in a few words. */
  run(words: readonly string[]): Promise<Answer>
}
