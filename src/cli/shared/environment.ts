/** `environment.json`: what a run ran on. */
import { existsSync, readFileSync } from 'node:fs'
import { arch, cpus, hostname, release, totalmem } from 'node:os'
import { join } from 'node:path'
import type { WorkerStarted } from '../../journal/events.js'
import { type RunFolder, writeDurably } from '../../journal/folder.js'
import type { Journal } from '../../journal/journal.js'
import type { Context } from './context.js'
import { version } from './installed.js'

/** Writes the file whenever a worker has started; returns the function that ends it. */
export function recordEnvironment(context: Context, folder: RunFolder, journal: Journal) {
  return journal.subscribe((event) => {
    if (event.kind !== 'worker-started') return
    writeDurably(folder.environment, `${JSON.stringify(environment(context, event), null, 2)}\n`)
  })
}

function environment({ root }: Context, worker: WorkerStarted) {
  return {
    zscl: version(root),
    git_commit: gitCommit(root),
    host: hostname(),
    platform: `${process.platform} ${release()} ${arch()}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory_gib: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    ...worker.versions,
    device: worker.device,
    threads: worker.threads,
    precision: worker.precision,
    model_digest: worker.model_digest,
  }
}

/** The commit of the project's own checkout, read without git; null where there is none. */
export function gitCommit(root: string): string | null {
  const headFile = join(root, '.git', 'HEAD')
  if (!existsSync(headFile)) return null
  const head = readFileSync(headFile, 'utf8').trim()
  if (!head.startsWith('ref: ')) return head
  const reference = head.slice(5)
  const loose = join(root, '.git', reference)
  if (existsSync(loose)) return readFileSync(loose, 'utf8').trim()
  const packed = join(root, '.git', 'packed-refs')
  if (!existsSync(packed)) return null
  const line = readFileSync(packed, 'utf8')
    .split('\n')
    .find((text) => text.endsWith(` ${reference}`))
  return line?.split(' ')[0] ?? null
}
