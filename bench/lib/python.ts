/** A measurement that runs in Python and prints its result as JSON. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @param name script in bench/; it gets a temporary folder in place of `FOLDER` */
export function measuredInPython(name: string, args: readonly string[]): unknown {
  const root = join(import.meta.dirname, '../..')
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const python = process.env['ZSCL_PYTHON'] ?? join(root, '.venv/bin/python')
    const words = args.map((word) => (word === 'FOLDER' ? folder : word))
    const env = { ...process.env, PYTHONPATH: join(root, 'python') }
    const done = spawnSync(python, ['-P', join(root, 'bench', name), ...words], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 64 * 2 ** 20,
    })
    if (done.status !== 0) throw new Error('the measurement failed; its error is above')
    return JSON.parse(done.stdout.toString())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
