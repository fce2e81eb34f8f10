/** What a person may call a model: a run, a folder, a file of weights, or a name of open_clip. */
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openClipModels } from '../config/catalogue.js'
import { checkModel } from '../config/check-model.js'
import { suggestion, UsageError } from '../config/errors.js'
import { listRunFolders, runFolder } from '../journal/folder.js'
import type { NamedModel } from './merge.js'

/** So many runs are named in a message. */
const NAMED = 10
const CONFIG = 'open_clip_config.json'
const expected =
  'Expected the name or folder of a finished run, a folder that open_clip can load, a checkpoint folder of a run, a .safetensors file, or an open_clip model as NAME or NAME:TAG.'

/**
 * @param runs where runs are looked for by name
 * @throws UsageError when it is none of them
 */
export function namedModel(runs: string, cwd: string, text: string): NamedModel {
  for (const path of [resolve(cwd, text), resolve(runs, text)])
    if (existsSync(path)) return onDisk(path, text)
  const [name = '', pretrained = ''] = text.split(/:(?!.*:)/)
  const isHub = /^hf-hub:/.test(text)
  const model = isHub ? { name: text, pretrained: '' } : { name, pretrained }
  const [problem] = checkModel(model)
  if (problem === undefined) return { name: text, model }
  if (problem.path === 'model.pretrained')
    throw new UsageError(`no model \`${text}\`: ${problem.message}`)
  const known = listRunFolders(runs).map((run) => run.name)
  const near = suggestion(text, [...known, ...Object.keys(openClipModels())])
  throw new UsageError(`no model \`${text}\`.${near} ${expected}${listed(known)}`)
}

const listed = (known: readonly string[]) =>
  known.length === 0
    ? ''
    : ` Runs: ${known.slice(0, NAMED).join(', ')}${known.length > NAMED ? ', …' : ''}.`

function onDisk(path: string, text: string): NamedModel {
  if (!statSync(path).isDirectory()) {
    if (path.endsWith('.safetensors')) return { name: text, model: { name: '', pretrained: path } }
    throw new UsageError(`\`${text}\` is a file, but not .safetensors. ${expected}`)
  }
  if (existsSync(join(path, CONFIG))) return folder(path, text)
  const slot = join(path, 'slots', 'trained.safetensors')
  if (existsSync(slot)) return { name: text, model: { name: '', pretrained: slot } }
  const run = runFolder(path)
  if (existsSync(join(run.model, CONFIG))) return folder(run.model, text)
  if (existsSync(run.journal))
    throw new UsageError(
      `the run \`${text}\` has no model yet: finish it with \`zscl resume\`, or name one of its folders under ${run.checkpoints}.`,
    )
  throw new UsageError(`the folder \`${text}\` contains no model. ${expected}`)
}

function folder(path: string, text: string): NamedModel {
  return { name: text, model: { name: `local-dir:${path}`, pretrained: '' } }
}
