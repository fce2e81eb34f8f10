/** TensorBoard event files beside a run: written again when it is opened, then line by line as the journal grows. */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { RunFolder } from '../../journal/folder.js'
import { type Journal, readJournal } from '../../journal/journal.js'
import { scalarRecord, versionRecord } from '../../view/tensorboard/records.js'
import { Scalars } from '../../view/tensorboard/scalars.js'
import type { Context } from './context.js'

/** Writes beside the run until the function that it returns is called. A full disk ends the files, not the run. */
export function recordTensorboard({ stderr }: Context, folder: RunFolder, journal: Journal) {
  const scalars = new Scalars()
  for (const event of readJournal(folder.journal).events) scalars.accept(event)
  const file = new EventFile(join(folder.path, 'tensorboard'))
  let isGood = true
  const attempt = (write: () => void) => {
    if (!isGood) return
    try {
      write()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      isGood = false
      stderr.write(`Stopped writing TensorBoard files for this run: ${error.message}\n`)
    }
  }
  if (scalars.all.length > 0) attempt(() => file.rewrite(scalars))
  return journal.subscribe((event) => {
    const added = scalars.accept(event)
    if (added === null) attempt(() => file.rewrite(scalars))
    else if (added.length > 0) attempt(() => file.append(added))
  })
}

/** TensorBoard reads a file on while it grows, and takes notice when it is replaced by another. */
class EventFile {
  #path: string | null = null
  #count = 0

  constructor(private readonly folder: string) {}

  rewrite({ all }: Pick<Scalars, 'all'>): void {
    rmSync(this.folder, { recursive: true, force: true })
    this.#path = null
    this.append(all)
  }

  append(events: Scalars['all']): void {
    const path = this.#path ?? this.#begin()
    appendFileSync(path, Buffer.concat(events.map(scalarRecord)))
  }

  #begin(): string {
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { recursive: true })
    const seconds = Date.now() / 1000
    const name = `events.out.tfevents.${Math.floor(seconds)}.${hostname()}.${process.pid}.${this.#count}`
    this.#count += 1
    this.#path = join(this.folder, name)
    writeFileSync(this.#path, versionRecord(seconds))
    return this.#path
  }
}
