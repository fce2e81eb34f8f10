/** Checkpoints on disk: committed whole or not at all, verified before use, pruned when old. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SavedFile } from '../plan/step.js'
import { sha256 } from './digests.js'
import type { CheckpointSaved } from './events.js'
import { type RunFolder, readText, syncPath, writeDurably } from './folder.js'
import type { RunState } from './state.js'

/** Where in the plan a checkpoint stands. */
export interface Position {
  readonly next_step: number
  readonly task: number
  readonly update: number
  /** Updates of that step that are done already; absent: none. */
  readonly offset?: number
}

/** An empty folder for the worker to write into. */
export function stageCheckpoint(folder: RunFolder, position: Position): string {
  const path = join(folder.checkpoints, `.${checkpointName(position)}.tmp`)
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  return path
}

/** Writes state.json last, flushes, and renames into place. Returns the folder relative to the run folder. */
export function commitCheckpoint(
  folder: RunFolder,
  staged: string,
  position: Position,
  files: readonly SavedFile[],
): string {
  writeDurably(
    join(staged, 'state.json'),
    `${JSON.stringify({ v: 1, ...position, files }, null, 2)}\n`,
  )
  syncPath(staged)
  const name = checkpointName(position)
  const target = join(folder.checkpoints, name)
  const replaced = join(folder.checkpoints, `.${name}.old`)
  if (existsSync(target)) {
    rmSync(replaced, { recursive: true, force: true })
    renameSync(target, replaced)
  }
  renameSync(staged, target)
  syncPath(folder.checkpoints)
  rmSync(replaced, { recursive: true, force: true })
  return join('checkpoints', name)
}

/** Which checkpoints stay on disk. */
export interface Retention {
  /** How many of the newest. */
  readonly keep: number
  /** Which of those after a task, besides; absent: none. */
  readonly tasks?: 'all' | 'last' | number | undefined
}

/** The newest checkpoint after each task, as far as there is one; older ones may have been pruned from disk. */
export function endsOfTasks({ run, checkpoints }: RunState): CheckpointSaved[] {
  const ends = new Map(
    checkpoints
      .filter(({ task, update, offset }) => offset === undefined && update === run?.updates[task])
      .map((checkpoint) => [checkpoint.task, checkpoint]),
  )
  return [...ends.values()]
}

/** Removes all checkpoints that nothing asks to keep, and what broken commits left behind. */
export function pruneCheckpoints(
  folder: RunFolder,
  state: RunState,
  { keep, tasks = 0 }: Retention,
): void {
  const kept = new Set<string>()
  for (const checkpoint of state.checkpoints.toReversed())
    if (kept.size < keep) kept.add(checkpoint.folder)
  const count = { all: Number.POSITIVE_INFINITY, last: 1 }[tasks] ?? Number(tasks)
  if (count > 0) for (const end of endsOfTasks(state).slice(-count)) kept.add(end.folder)
  for (const name of readdirSync(folder.checkpoints)) {
    const isStaged = name.startsWith('.') && name.endsWith('.tmp')
    if (!kept.has(join('checkpoints', name)) && !isStaged)
      rmSync(join(folder.checkpoints, name), { recursive: true, force: true })
  }
}

/** What is wrong with a checkpoint on disk, in words; null when every digest verifies. */
export async function damageOf(
  folder: RunFolder,
  checkpoint: CheckpointSaved,
): Promise<string | null> {
  const path = join(folder.path, checkpoint.folder)
  if (!existsSync(path)) return `${path} is missing`
  const stateFile = join(path, 'state.json')
  if (!existsSync(stateFile)) return `${stateFile} is missing`
  if (!standsAt(stateFile, checkpoint)) return `${stateFile} belongs to another checkpoint`
  for (const file of checkpoint.files) {
    const filePath = join(path, file.path)
    if (!existsSync(filePath)) return `${filePath} is missing`
    const { size } = statSync(filePath)
    if (size !== file.bytes) return `${filePath} has ${size} bytes, expected ${file.bytes}`
    if ((await sha256(filePath)) !== file.sha256) return `${filePath} does not match its checksum`
  }
  return null
}

function standsAt(stateFile: string, checkpoint: CheckpointSaved): boolean {
  try {
    const state = JSON.parse(readText(stateFile)) as Position
    return state.next_step === checkpoint.next_step && state.update === checkpoint.update
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

function checkpointName({ task, update }: Position): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return `task-${pad(task + 1, 2)}-step-${pad(update, 4)}`
}
