/** Which code makes the numbers: a digest over the sources that can change them, with or without git. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Recipes and benchmarks are not among them: what they say stands in the resolved experiment. */
const SOURCES = [
  'src/plan',
  'src/engine',
  'dist/main.js', // of an installed package, which has no src/plan
  'proto',
  'python/zscl',
  'python/zscl_worker',
  'python/requirements.lock',
]
const CODE = /\.(ts|js|py|proto|lock|json|safetensors)$/

/** @param root of the project */
export function codeVersion(root: string): string {
  const total = createHash('sha256')
  const isCheckout = existsSync(join(root, 'src/plan'))
  const sources = SOURCES.filter((source) => !(isCheckout && source.startsWith('dist/')))
  for (const file of sources.flatMap((source) => filesOf(root, source)).sort())
    total.update(`${file}\0`).update(readFileSync(join(root, file)))
  return total.digest('hex')
}

function filesOf(root: string, source: string): string[] {
  const path = join(root, source)
  if (!existsSync(path)) return []
  if (CODE.test(source)) return [source]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => CODE.test(name))
    .map((name) => join(source, name))
}
