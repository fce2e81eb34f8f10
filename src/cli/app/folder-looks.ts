/** What `zscl init --dry-run` says of the folder in a form: found out in a process of its own, for a folder may be a whole disk. */

/** Runs a command until it ends or is told to; what it printed. */
type Run = (
  words: readonly string[],
  signal: AbortSignal,
) => Promise<{ readonly isGood: boolean; readonly text: string }>

export interface Look {
  readonly isGood: boolean
  readonly lines: readonly string[]
}

interface Glance {
  readonly folder: string
  /** Null until the folder has been asked for twice: the first time it may only be the beginning of a longer path. */
  process: AbortController | null
  look: Look | null
}

export class FolderLooks {
  #glance: Glance | null = null

  constructor(private readonly run: Run) {}

  /** Null while it is not known: ask again in a moment. Whatever was asked about before is given up. */
  of(folder: string): Look | null {
    const glance = this.#glance
    if (glance?.folder !== folder) {
      this.forget()
      this.#glance = { folder, process: null, look: null }
      return null
    }
    if (glance.process === null) {
      const process = new AbortController()
      glance.process = process
      void this.run(['init', folder, '--dry-run'], process.signal).then(({ isGood, text }) => {
        glance.look = { isGood, lines: text.split('\n') }
      })
    }
    return glance.look
  }

  forget(): void {
    this.#glance?.process?.abort()
    this.#glance = null
  }
}
