/** A measurement that runs in Python and prints its result as JSON. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @param name script in bench/; it gets a temporary folder in place of `FOLDER` */
export function measuredInPython(name: string, args: readonly string[]): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const done = runScript(
      name,
      args.map((word) => (word === 'FOLDER' ? folder : word)),
    )
    if (done.status === 0) return JSON.parse(done.stdout.toString())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.exit(1) // its error stands above
}

function runScript(name: string, args: readonly string[]) {
  const root = join(import.meta.dirname, '../..')
  const python = process.env['ZSCL_PYTHON'] ?? join(root, '.venv/bin/python')
  return spawnSync(python, ['-P', join(root, 'bench', name), ...args], {
    env: { ...process.env, PYTHONPATH: [join(root, 'python'), join(root, 'bench')].join(':') },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 2 ** 20,
  })
}
