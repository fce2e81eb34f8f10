/** The two sides of the comparison. Each executes a list of commands and tells how many seconds that took. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createLauncher, type Report } from '../../src/bridge/index.js'
import { WINDOW } from '../../src/engine/window.js'
import type { Command } from '../../src/plan/step.js'

export interface Side {
  execute(commands: readonly Command[]): Promise<number>
  close(): Promise<void>
}

export interface SideOptions {
  readonly root: string
  readonly python: string
  readonly synthetic: boolean
  readonly updateMs: number
  readonly folder: string
}

/** TypeScript over the bridge, with as many commands ahead as the engine sends. */
export async function bridgeSide(options: SideOptions): Promise<Side> {
  const { root, python, synthetic, folder } = options
  const command = [python, join(root, 'bench/synthetic_session.py')] as const
  const launch = createLauncher({
    python,
    pythonPath: join(root, 'python'),
    env: { BENCH_UPDATE_MS: String(options.updateMs) },
    ...(synthetic ? { command } : {}),
  })
  const logFile = join(folder, 'worker.log')
  const worker = await launch({ epoch: 1, logFile, onProgress: () => {} })
  return {
    close: () => worker.close(),
    async execute(commands) {
      const started = performance.now()
      const inFlight: Promise<Report>[] = []
      for (const one of commands) {
        if (inFlight.length === WINDOW) await inFlight.shift()
        inFlight.push(worker.run(one))
      }
      await Promise.all(inFlight)
      return (performance.now() - started) / 1000
    },
  }
}

/** A loop in Python that calls the session directly. */
export function inProcessSide({ root, python, synthetic, updateMs }: SideOptions): Side {
  const args = ['-P', join(root, 'bench/in_process.py'), synthetic ? 'synthetic' : 'real']
  const path = [join(root, 'python'), join(root, 'bench')].join(':')
  const env = { ...process.env, PYTHONPATH: path, BENCH_UPDATE_MS: String(updateMs) }
  const child = spawn(python, args, { stdio: ['pipe', 'pipe', 'inherit'], env })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async close() {
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.stdin.end()
      await exited
    },
    async execute(commands) {
      child.stdin.write(`${JSON.stringify(commands)}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error('the in-process loop ended; its error is above')
      return Number(value)
    },
  }
}
