/** Starts the Python process and introduces the two sides to each other. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Channel } from './channel.js'
import { defaultLimits, type Limits } from './limits.js'
import { WorkerProcess } from './process.js'
import { type LaunchOptions, type LaunchWorker, type Worker, WorkerError } from './worker.js'
import { ZmqWorker } from './zmq-worker.js'

export interface LaunchConfig {
  /** The Python interpreter. */
  readonly python: string
  /** Folder that holds the packages `zscl` and `zscl_worker`. */
  readonly pythonPath: string
  /** Added to this process's environment, which the child inherits. */
  readonly env?: Readonly<Record<string, string>>
  readonly limits?: Partial<Limits>
  /** What to start instead of `python -m zscl_worker`. */
  readonly command?: readonly [string, ...string[]]
}

/** Longest path that the kernel accepts for a socket. */
const longestSocketPath = 107

export function createLauncher(config: LaunchConfig): LaunchWorker {
  const limits = { ...defaultLimits, ...config.limits }
  return (options) => launch(config, limits, options)
}

async function launch(
  config: LaunchConfig,
  limits: Limits,
  options: LaunchOptions,
): Promise<Worker> {
  // mkdtemp makes a folder that only this user may enter, so nobody else can connect.
  const folder = mkdtempSync(join(tmpdir(), 'zscl-'))
  const channels: Channel[] = []
  try {
    const [workPath, controlPath] = socketPaths(folder)
    const work = await Channel.bind(workPath)
    channels.push(work)
    const control = await Channel.bind(controlPath)
    channels.push(control)
    const token = randomBytes(16).toString('hex')
    const child = start(config, options, folder)
    const worker = new ZmqWorker({ child, work, control, token, limits, options })
    const [workAddress, controlAddress] = [`ipc://${workPath}`, `ipc://${controlPath}`]
    // By stdin, because arguments and environment can be read by other processes.
    child.writeLine(
      JSON.stringify({ work: workAddress, control: controlAddress, token, epoch: options.epoch }),
    )
    return await ready(worker)
  } catch (error) {
    for (const channel of channels) channel.close()
    rmSync(folder, { recursive: true, force: true })
    if (error instanceof WorkerError) throw error
    throw new WorkerError('start-failed', `The Python worker did not start: ${String(error)}`, {
      cause: error,
    })
  }
}

function start(config: LaunchConfig, options: LaunchOptions, socketFolder: string): WorkerProcess {
  return new WorkerProcess({
    // -P: a file in the current folder that is called like a package must not be imported instead of it.
    command: config.command ?? [config.python, '-P', '-m', 'zscl_worker'],
    env: {
      ...config.env,
      // Replaces what the user's shell has: packages of another Python there would come before ours.
      PYTHONPATH: config.pythonPath,
      PYTHONUNBUFFERED: '1',
    },
    logFile: options.logFile,
    socketFolder,
  })
}

async function ready(worker: ZmqWorker): Promise<Worker> {
  try {
    await worker.ready
    return worker
  } catch (error) {
    await worker.close()
    throw error
  }
}

function socketPaths(folder: string): [string, string] {
  const paths: [string, string] = [join(folder, 'work'), join(folder, 'control')]
  if (Math.max(...paths.map((path) => Buffer.byteLength(path))) > longestSocketPath) {
    throw new WorkerError(
      'start-failed',
      `The folder for temporary files, \`${tmpdir()}\`, has a path too long for sockets: set TMPDIR to a shorter one, e.g. TMPDIR=/tmp`,
    )
  }
  return paths
}
