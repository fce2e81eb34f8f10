/** Stopping a worker, from a polite request to the kill of its group. */
import type { Limits } from './limits.js'
import type { WorkerProcess } from './process.js'
import { within } from './within.js'
import { WorkerError } from './worker.js'

/** Takes the rungs one after the other until the process is gone. `askToStop` sends cancel and shutdown. */
export async function climbDown(
  child: WorkerProcess,
  limits: Limits,
  askToStop: () => void,
): Promise<void> {
  const rungs: readonly (readonly [act: () => void, patience: number])[] = [
    [askToStop, limits.shutdown],
    [() => child.closeStdin(), limits.stdinClosed],
    [() => child.signal('SIGTERM'), limits.terminate],
    [() => child.signal('SIGKILL'), limits.kill],
  ]
  for (const [act, patience] of rungs) {
    if (child.exit === undefined) act()
    if (await gone(child, patience)) return
  }
  throw stillThere(child)
}

/** The last rung at once, for a worker that is beyond talking to. */
export async function kill(child: WorkerProcess, limits: Limits): Promise<void> {
  child.signal('SIGKILL')
  if (!(await gone(child, limits.kill))) throw stillThere(child)
}

function gone(child: WorkerProcess, patience: number): Promise<boolean> {
  return within(
    child.exited.then(() => true),
    patience,
    false,
  )
}

function stillThere(child: WorkerProcess): WorkerError {
  return new WorkerError(
    'worker-stuck',
    `the Python process ${child.pid} does not exit, even when killed; it is probably waiting for a disk or a device`,
  )
}
