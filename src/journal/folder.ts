/** The run folder: where everything of one run lies, and who may write to it. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { discard } from './discard.js'
import { diskError } from './disk.js'
import { JournalError } from './errors.js'
import { regular } from './regular.js'

export interface RunFolder {
  readonly path: string
  readonly name: string
  readonly experiment: string
  readonly environment: string
  readonly journal: string
  readonly lock: string
  /** What its process does right now. */
  readonly progress: string
  /** Wishes of people about it. */
  readonly requests: string
  /** The scheduler's job that it was given to. */
  readonly job: string
  /** What a process without a terminal printed. */
  readonly runnerLog: string
  readonly checkpoints: string
  /** What its tasks carry for other trials of a sweep; absent in most runs. */
  readonly companions: string
  /** Where a trial begins that was given to a cluster. */
  readonly sharing: string
  /** Ends of training that other trials may begin from. */
  readonly stages: string
  readonly model: string
  readonly workerLog: string
}

export function runFolder(path: string): RunFolder {
  const at = (...parts: string[]) => join(path, ...parts)
  return {
    path,
    name: basename(path),
    experiment: at('experiment.yaml'),
    environment: at('environment.json'),
    journal: at('journal.jsonl'),
    lock: at('lock.json'),
    progress: at('progress.json'),
    requests: at('requests'),
    job: at('slurm.json'),
    runnerLog: at('runner.log'),
    checkpoints: at('checkpoints'),
    companions: at('companions.json'),
    sharing: at('sharing.json'),
    stages: at('stages'),
    model: at('model'),
    workerLog: at('worker.log'),
  }
}

export function stageFolder(folder: RunFolder, task: number): string {
  return join(folder.stages, `task-${String(task + 1).padStart(2, '0')}`)
}

/**
 * Makes a new run folder with its experiment. A name that is taken is an error; without a name the experiment's own
 * is used, with a number behind it when taken.
 */
export function createRunFolder(
  runs: string,
  names: { readonly asked?: string; readonly default: string },
  experimentYaml: string,
): RunFolder {
  mkdirSync(runs, { recursive: true })
  const name = names.asked ?? freeName(runs, names.default)
  const folder = runFolder(resolve(runs, name))
  if (existsSync(folder.path))
    throw new JournalError(
      'folder-exists',
      `the run folder ${folder.path} already exists. Choose another --name, or resume it with \`zscl resume ${name}\`.`,
    )
  try {
    mkdirSync(folder.checkpoints, { recursive: true })
    writeDurably(folder.experiment, experimentYaml)
    syncPath(runs) // the name of the folder itself
  } catch (error) {
    discard(folder.path) // nothing was begun, and the name stays free
    throw error
  }
  return folder
}

/** Finds a run by its name under `runs`, or by the path of its folder. */
export function findRunFolder(runs: string, nameOrPath: string): RunFolder {
  for (const path of [resolve(runs, nameOrPath), resolve(nameOrPath)])
    if (existsSync(join(path, 'journal.jsonl'))) return runFolder(path)
  const known = listRunFolders(runs).map((folder) => folder.name)
  throw new JournalError(
    'no-such-run',
    `no run \`${nameOrPath}\` under ${resolve(runs)}. ` +
      (known.length > 0 ? `Known: ${known.join(', ')}.` : 'There are no runs yet.'),
  )
}

/** Every folder under `runs` that has a journal, by name. */
export function listRunFolders(runs: string): RunFolder[] {
  if (!existsSync(runs)) return []
  return readdirSync(runs)
    .sort()
    .map((name) => runFolder(resolve(runs, name)))
    .filter((folder) => existsSync(folder.journal))
}

/** Whether a run has saved something and its journal says nothing: it would be begun again over what it has. */
export function isLost({ checkpoints }: RunFolder, lines: number): boolean {
  if (lines > 0 || !existsSync(checkpoints) || !statSync(checkpoints).isDirectory()) return false
  return readdirSync(checkpoints).some((name) => !name.startsWith('.'))
}

export function lostJournal({ journal, experiment }: RunFolder): JournalError {
  return new JournalError(
    'corrupt-journal',
    `${journal} is empty, although there are checkpoints: its contents are lost. Restore it from a backup, or run the experiment again: \`zscl run ${experiment}\`.`,
  )
}

/** Writes a whole file so that a crash leaves either the old or the new one. */
export function writeDurably(path: string, text: string): void {
  const temporary = `${path}.${hostname()}.${process.pid}.tmp` // two may write the same file at once
  try {
    writeFileSync(temporary, text)
    syncPath(temporary)
    renameSync(temporary, path)
  } catch (cause) {
    discard(temporary)
    throw diskError(cause, path)
  }
  syncPath(dirname(path)) // its name is an entry of the folder, which is on its way as well
}

/** Flushes a file or folder to disk. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } catch (cause) {
    throw diskError(cause, path)
  } finally {
    closeSync(descriptor)
  }
}

export function readText(path: string): string {
  try {
    return readFileSync(regular(path), 'utf8')
  } catch (cause) {
    if (cause instanceof JournalError) throw cause
    throw new JournalError('unreadable', `cannot read ${path}: ${(cause as Error).message}`, {
      cause,
    })
  }
}

function freeName(runs: string, wanted: string): string {
  let name = wanted
  for (let n = 2; existsSync(join(runs, name)); n += 1) name = `${wanted}-${n}`
  return name
}
