/** `zscl doctor`: versions, devices, what is missing and how to fix it. */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, statfsSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { createLauncher, type SetUpDone, type Worker, WorkerError } from '../bridge/index.js'
import { discard } from '../journal/discard.js'
import { type Context, cacheFolder, type ExitCode, runsFolder } from './shared/context.js'
import { gitCommit } from './shared/environment.js'
import { howToSetUp, pythonPath, version } from './shared/installed.js'
import { type RunsOption, withRuns } from './shared/options.js'

export interface Finding {
  readonly name: string
  readonly value: string
  readonly ok: boolean
  /** What to do, when not ok. */
  readonly fix?: string
}

type Options = RunsOption & { readonly json?: boolean }

export function addDoctor(
  program: Command,
  context: Context,
  exit: (code: ExitCode) => void,
): void {
  const command = program
    .command('doctor')
    .summary('check this installation')
    .description('Show versions, devices and folders, what is missing, and how to fix it.')
    .option('--json', 'as JSON')
  withRuns(command).action(async (options: Options) => {
    const findings = [
      ...programs(context),
      ...folders(context, options),
      ...(await python(context)),
    ]
    context.stdout.write(
      `${options.json ? JSON.stringify(findings, null, 2) : rendered(findings)}\n`,
    )
    exit(findings.every((finding) => finding.ok) ? 0 : 1)
  })
}

function rendered(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length))
  const lines = findings.flatMap(({ name, value, ok, fix }) => [
    `${ok ? 'ok     ' : 'MISSING'}  ${name.padEnd(width)}  ${value}`,
    ...(fix === undefined ? [] : [`${' '.repeat(11 + width)}→ ${fix}`]),
  ])
  const bad = findings.filter(({ ok }) => !ok).length
  return [...lines, bad === 0 ? 'Everything is in place.' : `${bad} to fix.`].join('\n')
}

function programs({ root }: Context): Finding[] {
  const major = Number(process.versions.node.split('.')[0])
  const node: Finding = { name: 'node', value: process.versions.node, ok: major >= 24 }
  const commit = gitCommit(root)
  return [
    { name: 'zscl', value: version(root) + (commit ? ` (${commit.slice(0, 10)})` : ''), ok: true },
    major >= 24 ? node : { ...node, fix: 'Start it with scripts/zscl, which comes with Node 24.' },
    {
      name: 'machine',
      value: `${process.platform} ${process.arch}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
      ok: true,
    },
  ]
}

function folders(context: Context, options: RunsOption): Finding[] {
  return [
    writable('runs', runsFolder(context, options.runs), 'Choose another with --runs or ZSCL_RUNS.'),
    writable('cache', cacheFolder(context), 'Choose another with ZSCL_CACHE.'),
    writable('temporary', tmpdir(), 'Set TMPDIR to a folder you may write to.'),
  ]
}

/** Judges a folder without making it: the nearest one that exists must be writable. */
function writable(name: string, path: string, fix: string): Finding {
  let existing = path
  while (!existsSync(existing)) existing = join(existing, '..')
  try {
    accessSync(existing, constants.W_OK)
    const { bavail, bsize } = statfsSync(existing)
    const free = (bavail * bsize) / 2 ** 30
    const value = `${path}, ${free.toFixed(1)} GiB free`
    return free > 0.5 ? { name, value, ok: true } : { name, value, ok: false, fix }
  } catch (error) {
    return { name, value: `${path}: ${(error as Error).message}`, ok: false, fix }
  }
}

/** Starts the real worker and lets it load the built-in model: if that works, runs work. */
async function python(context: Context): Promise<Finding[]> {
  const interpreter = pythonPath(context)
  const log = mkdtempSync(join(tmpdir(), 'zscl-doctor-'))
  const launch = createLauncher({ python: interpreter, pythonPath: join(context.root, 'python') })
  let worker: Worker | null = null
  try {
    mkdirSync(cacheFolder(context), { recursive: true })
    worker = await launch({ epoch: 1, logFile: join(log, 'worker.log'), onProgress: () => {} })
    const report = await worker.run({
      kind: 'set-up',
      model: { name: 'mini-clip', pretrained: '' },
      datasets: [],
      seed: 0,
      device: 'auto',
      threads: 0,
      precision: 'fp32',
      trains: 'whole',
      cache_folder: cacheFolder(context),
    })
    return found(interpreter, worker, report.outcome as SetUpDone)
  } catch (error) {
    if (!(error instanceof WorkerError)) throw error
    const fix = howToSetUp(context)
    return [{ name: 'python', value: `${interpreter}: ${error.message}`, ok: false, fix }]
  } finally {
    await worker?.close()
    discard(log)
  }
}

function found(interpreter: string, worker: Worker, { device, threads }: SetUpDone): Finding[] {
  const { python: version, torch, open_clip } = worker.versions
  return [
    { name: 'python', value: `${version} (${interpreter})`, ok: true },
    { name: 'torch', value: torch, ok: true },
    { name: 'open_clip', value: open_clip, ok: true },
    { name: 'device', value: `${device}, ${threads} CPU threads`, ok: true },
  ]
}
