/** README.md of the published model folder. */
import type { RunState } from '../journal/state.js'
import { numbers } from '../metrics/results.js'

export function modelCard(state: RunState): string {
  const { run, zero_shot: zeroShot, matrix } = state
  if (run === null) throw new Error('a model is published before its run started')
  const { transfer, average, last } = numbers(state)
  const percent = (value: number | null | undefined) => (value == null ? '–' : value.toFixed(1))
  const rows = run.tasks.map(
    (task, j) => `| ${task} | ${percent(zeroShot[j])} | ${percent(matrix.at(-1)?.[j])} |`,
  )
  return `# ${run.name}

CLIP (${run.model}) fine-tuned with zscl: recipe \`${run.recipe}\`, benchmark \`${run.benchmark}\` (protocol
${run.protocol}), seed ${run.seed}. Tasks in training order: ${run.tasks.join(', ')}.

| task | zero-shot before | after the last task |
|---|---|---|
${rows.join('\n')}

Transfer ${percent(transfer)}, Avg ${percent(average)}, Last ${percent(last)} (top-1 accuracy, percent).

    import open_clip
    model, _, preprocess = open_clip.create_model_and_transforms('local-dir:PATH/OF/THIS/FOLDER')
    tokenizer = open_clip.get_tokenizer('local-dir:PATH/OF/THIS/FOLDER')
`
}
