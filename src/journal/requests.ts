/**
 * Wishes of a person about a run that another process runs: files that appear in the run folder by rename. Whoever may
 * write the folder may steer the run, so its permissions are the only access control; and a runner takes wishes of its
 * own user only. Nothing listens anywhere, so this works from another terminal and over a shared folder from another host.
 */
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import type { RunFolder } from './folder.js'
import { regular } from './regular.js'

export const WISHES = ['stop', 'pause', 'continue', 'checkpoint'] as const
export type Wish = (typeof WISHES)[number]

export interface Request {
  readonly wish: Wish
  /** Who asked: user and host. */
  readonly by: string
}

/** The user whose process runs it, where that is another than this one's: its runner would refuse the wish. */
export function otherOwner({ lock }: RunFolder): number | null {
  const own = process.getuid?.()
  const owner = statSync(lock, { throwIfNoEntry: false })?.uid
  return own === undefined || owner === undefined || owner === own ? null : owner
}

let asked = 0

/** Leaves a wish in the folder; returns its file, which is gone when a runner has taken it. */
export function ask(folder: RunFolder, wish: Wish): string {
  mkdirSync(folder.requests, { recursive: true })
  // Sorted by name, requests are in the order of this host's clock.
  asked += 1
  const order = `${Date.now()}-${String(asked).padStart(6, '0')}`
  const name = `${order}-${randomBytes(4).toString('hex')}`
  const path = join(folder.requests, `${name}.json`)
  const request: Request = { wish, by: `${userInfo().username}@${hostname()}` }
  writeFileSync(`${path}.tmp`, `${JSON.stringify(request)}\n`)
  renameSync(`${path}.tmp`, path)
  return path
}

/** The wishes that are there, in order; they are removed. What is no wish, or another user's, is removed unread. */
export function take(folder: RunFolder): Request[] {
  if (!existsSync(folder.requests)) return []
  const files = readdirSync(folder.requests).filter((name) => name.endsWith('.json'))
  return files.sort().flatMap((name) => {
    const path = join(folder.requests, name)
    const request = isOurs(path) ? read(path) : null
    rmSync(path, { force: true, recursive: true })
    return request === null ? [] : [request]
  })
}

function isOurs(path: string): boolean {
  const own = process.getuid?.()
  return own === undefined || statSync(path, { throwIfNoEntry: false })?.uid === own
}

function read(path: string): Request | null {
  try {
    const { wish, by } = JSON.parse(readFileSync(regular(path), 'utf8')) as Request
    return WISHES.includes(wish) ? { wish, by: String(by).slice(0, 100) } : null
  } catch {
    return null // half a file, a folder, or nonsense: nobody's wish
  }
}
