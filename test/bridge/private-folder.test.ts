/** Where the sockets lie nobody else may put another folder. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { privateFolder } from '../../src/bridge/private-folder.js'

let base: string
const usual = process.env['TMPDIR']
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zscl-private-'))
})
afterEach(() => {
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
  rmSync(base, { recursive: true, force: true })
})

function within(mode: number, parts: readonly string[] = []): () => string {
  const place = join(base, ...parts)
  mkdirSync(place, { recursive: true })
  chmodSync(base, mode)
  process.env['TMPDIR'] = place
  return privateFolder
}

describe('the folder of the sockets', () => {
  it('is made where only this user can change what lies there, or the sticky bit keeps others from it', () => {
    for (const mode of [0o700, 0o755, 0o1777]) {
      const folder = within(mode)()
      expect(statSync(folder).mode & 0o777).toBe(0o700)
    }
  })

  it.each([[[]], [['deeper', 'down']]])('is refused where everybody may rename it: %j', (parts) => {
    const make = within(0o777, parts)
    expect(make).toThrow(`anyone who may write to ${base}`)
    expect(make).toThrow('chmod +t')
    expect(make).toThrow(expect.objectContaining({ code: 'bad-input' }))
  })

  it('is refused in words where the place is not there', () => {
    process.env['TMPDIR'] = join(base, 'gone')
    expect(privateFolder).toThrow('does not exist. Create it, or set TMPDIR to another')
  })
})
