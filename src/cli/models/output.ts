/** The folder that `zscl eval` and `zscl merge` write: complete, with a card, or not there. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '../../config/errors.js'
import type { Measured } from '../../engine/merge.js'
import { writeDigests } from '../../journal/digests.js'
import { discard } from '../../journal/discard.js'
import type { Context } from '../shared/context.js'

export interface Output {
  readonly folder: string
}

/** @throws UsageError when something is there already, or when there would be more than one model to write */
export function outputOf(
  { cwd }: Context,
  out: string | undefined,
  isSingle: boolean,
): Output | null {
  if (out === undefined) return null
  if (!isSingle) throw new UsageError('`--out`: writes one model, and several were named.')
  const folder = resolve(cwd, out)
  if (existsSync(folder))
    throw new UsageError(`\`--out ${out}\`: ${folder} already exists. Choose another folder.`)
  return { folder }
}

/** Writes beside the place and renames; `what` says in the card how the model was made. */
export async function write(
  folder: string,
  what: string,
  measured: Measured,
  exportTo: (folder: string) => Promise<void>,
): Promise<void> {
  const staged = `${folder}.tmp`
  mkdirSync(dirname(folder), { recursive: true })
  rmSync(staged, { recursive: true, force: true })
  try {
    await exportTo(staged)
    writeFileSync(join(staged, 'README.md'), card(what, measured))
    await writeDigests(staged)
    renameSync(staged, folder)
  } finally {
    discard(staged)
  }
}

function card(what: string, { name, scores }: Measured): string {
  const rows = scores.map(
    ({ dataset, correct, total }) =>
      `| ${dataset} | ${((100 * correct) / total).toFixed(1)} | ${total} |`,
  )
  return `# ${name}

${what}

| dataset | top-1 accuracy, % | test images |
|---|---|---|
${rows.join('\n')}

    import open_clip
    model, _, preprocess = open_clip.create_model_and_transforms('local-dir:PATH/OF/THIS/FOLDER')
    tokenizer = open_clip.get_tokenizer('local-dir:PATH/OF/THIS/FOLDER')
`
}
