/** `SHA256SUMS` of a folder that is handed on: as `sha256sum -c` reads it, checked again before its files are used. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { readText } from './folder.js'

const NAME = 'SHA256SUMS'

/** Of every file in the folder but the list itself and the card, which people write on. */
export async function writeDigests(folder: string): Promise<void> {
  const names = readdirSync(folder).filter((name) => name !== NAME && name !== 'README.md')
  const lines: string[] = []
  for (const name of names.sort()) lines.push(`${await sha256(join(folder, name))}  ${name}\n`)
  writeFileSync(join(folder, NAME), lines.join(''))
}

export type DigestsFound =
  | { readonly kind: 'good'; readonly files: number }
  /** Published by an earlier version, or by something else. */
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'damaged'; readonly problem: string }

/** Whether the files are those that were written there. */
export async function checkDigests(folder: string): Promise<DigestsFound> {
  const list = join(folder, NAME)
  if (!existsSync(list)) return { kind: 'unchecked' }
  const lines = readText(list).split('\n').filter(Boolean)
  const damaged = (problem: string) => ({ kind: 'damaged', problem }) as const
  for (const line of lines) {
    const [, digest, name] = /^([0-9a-f]{64}) {2}([^/\\]+)$/.exec(line) ?? []
    if (digest === undefined || name === undefined) return damaged(`${list} is damaged`)
    const path = join(folder, name)
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (stat === undefined) return damaged(`${path} is missing`)
    if (!stat.isFile()) return damaged(`${path} is not a file`)
    if ((await sha256(path)) !== digest) return damaged(`${path} does not match its checksum`)
  }
  return lines.length === 0 ? damaged(`${list} is empty`) : { kind: 'good', files: lines.length }
}

export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
