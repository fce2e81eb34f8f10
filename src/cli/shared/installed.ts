/** How this program was installed, and what belongs to it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from './context.js'

type Place = Pick<Context, 'root' | 'env'>

export function version(root: string): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  return manifest.version
}

/** ZSCL_PYTHON; that of the checkout; where zscl was installed as a package, that of the active environment. */
export function pythonPath({ root, env }: Place): string {
  const own = join(root, '.venv', 'bin', 'python')
  if (env['ZSCL_PYTHON']) return env['ZSCL_PYTHON']
  if (isCheckout(root)) return own
  return env['VIRTUAL_ENV'] ? join(env['VIRTUAL_ENV'], 'bin', 'python') : 'python3'
}

/** What installs the Python side. */
export function howToSetUp(place: Place): string {
  if (isCheckout(place.root))
    return 'run scripts/setup; if it says that all is ready, remove .venv and run it again.'
  const python = pythonPath(place)
  return `\`${python} -m pip install zscl==${version(place.root)}\`, in the environment that is active or that ZSCL_PYTHON names.`
}

/** Whether it runs from its sources, or was installed as a package of npm. */
function isCheckout(root: string): boolean {
  return existsSync(join(root, 'src', 'main.ts'))
}
