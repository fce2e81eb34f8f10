/** Starts the Python process and introduces the two sides to each other. */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Channel } from './channel.js'
import type { Limits } from './limits.js'
import { privateFolder } from './private-folder.js'
import type { WorkerProcess } from './process.js'
import { SpawnedProcess } from './spawned.js'
import type { WarmStart } from './warm.js'
import { type LaunchOptions, type Worker, WorkerError } from './worker.js'
import { ZmqWorker } from './zmq-worker.js'

export interface LaunchConfig {
  /** The Python interpreter. */
  readonly python: string
  /** Folder that holds the packages `zscl` and `zscl_worker`. */
  readonly pythonPath: string
  /** Added to this process's environment, which the child inherits. */
  readonly env?: Readonly<Record<string, string>>
  readonly limits?: Partial<Limits>
  /** Forks workers instead of starting them; where it cannot, they are started. */
  readonly warm?: WarmStart | null
  /** What to start instead of `python -m zscl_worker`. */
  readonly command?: readonly [string, ...string[]]
}

/** Longest path that the kernel accepts for a socket. */
const longestSocketPath = 107

export async function launch(
  config: LaunchConfig,
  limits: Limits,
  options: LaunchOptions,
): Promise<Worker> {
  const folder = privateFolder()
  const channels: Channel[] = []
  try {
    const [workPath, controlPath] = socketPaths(folder)
    const work = await Channel.bind(workPath)
    channels.push(work)
    const control = await Channel.bind(controlPath)
    channels.push(control)
    const token = randomBytes(16).toString('hex')
    const addresses = { work: `ipc://${workPath}`, control: `ipc://${controlPath}` }
    const handshake = { ...addresses, token, epoch: options.epoch }
    const child = await begin(config, options, folder, handshake)
    const worker = new ZmqWorker({ child, work, control, token, limits, options })
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

/** Forked where that can be, else started. The handshake never goes by argv or environment, which others can read. */
async function begin(
  config: LaunchConfig,
  { logFile }: LaunchOptions,
  socketFolder: string,
  handshake: object,
): Promise<WorkerProcess> {
  const env = {
    ...config.env,
    // Replaces what the user's shell has: packages of another Python there would come before ours.
    PYTHONPATH: config.pythonPath,
    PYTHONUNBUFFERED: '1',
  }
  if (config.warm && config.command === undefined) {
    const forked = await config.warm.fork({ handshake, env, logFile, socketFolder })
    if (forked !== null) return forked
  }
  // -P: a file in the current folder that is called like a package must not be imported instead of it.
  const command = config.command ?? [config.python, '-P', '-m', 'zscl_worker']
  const child = new SpawnedProcess({ command, env, logFile, socketFolder })
  child.writeLine(JSON.stringify(handshake))
  return child
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
