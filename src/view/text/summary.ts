/** A run as JSON for other programs: accuracies in percent with two decimals, null where nothing is measured yet. */
import type { RunState } from '../../journal/state.js'
import { forgetting, justTrained } from '../../metrics/matrix.js'
import { numbers } from '../../metrics/results.js'
import { variantRows } from '../../metrics/variants.js'

export type RunSummary = ReturnType<typeof runSummary>

export function runSummary(state: RunState, folder: string) {
  const { run, worker, matrix } = state
  const { transfer, average, last } = numbers(state)
  return {
    name: run?.name ?? null,
    state: state.status,
    folder,
    recipe: run?.recipe ?? null,
    benchmark: run?.benchmark ?? null,
    protocol: run?.protocol ?? null,
    model: run?.model ?? null,
    device: worker?.device ?? null,
    precision: worker?.precision ?? null,
    seed: run?.seed ?? null,
    setting: run?.setting ?? 'task-incremental',
    tasks: run?.tasks ?? [],
    updates: run?.updates ?? [],
    updates_done: state.updates_done,
    zero_shot: state.zero_shot.map(rounded),
    matrix: matrix.map((row) => row.map(rounded)),
    seen: state.seen?.map(rounded) ?? null,
    seen_zero_shot: rounded(state.seen_zero_shot),
    transfer: rounded(transfer),
    average: rounded(average),
    last: rounded(last),
    just_trained: justTrained(matrix).map(rounded),
    forgetting: forgetting(matrix).map(rounded),
    also_evaluate: run?.also_evaluate ?? [],
    also_zero_shot: state.also_zero_shot.map(rounded),
    also_matrix: state.also_matrix.map((row) => row.map(rounded)),
    variants: variantRows(state.evaluations, matrix.length).map((row) => ({
      ...row,
      accuracies: row.accuracies.map(rounded),
      on_task: rounded(row.on_task),
      on_later: rounded(row.on_later),
    })),
    adopted: state.adopted && { ...state.adopted, task: state.adopted.task + 1 },
    timings: state.timings,
    peak_memory_mib: state.peak_memory_mib,
    checkpoints: state.checkpoints.map(checkpoint),
    model_folder: state.model_folder,
    workers_lost: state.workers_lost,
    warnings: state.warnings,
    error: state.error,
    started_at: state.started_at,
    updated_at: state.updated_at,
  }
}

function checkpoint({ folder, task, update, files }: RunState['checkpoints'][number]) {
  const size = files.reduce((sum, file) => sum + file.bytes, 0)
  return { folder, task, update, bytes: size }
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100
}
