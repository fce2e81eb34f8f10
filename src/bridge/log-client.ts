/** A client of W&B or MLflow in a Python process of its own: fed JSON lines, and never in the way of the training. */
import type { ToolConfig } from './tool.js'

export interface LogClient {
  send(message: Readonly<Record<string, unknown>>): void
  /** Resolves when everything is handed over, or after `limitMs`. */
  close(limitMs: number): Promise<void>
}

/** @param onLost called once when the client ends by itself, with the last of what it said */
export async function startLogClient(
  { python, pythonPath }: ToolConfig,
  kind: string,
  onLost: (why: string) => void,
): Promise<LogClient> {
  const { execa } = await import('execa')
  const running = execa(python, ['-P', '-m', 'zscl_log', kind], {
    env: { PYTHONPATH: pythonPath, PYTHONUNBUFFERED: '1' },
    stdin: 'pipe',
    stdout: 'ignore',
    stderr: 'pipe',
    reject: false,
    detached: true, // Ctrl-C at the terminal is not for it
    maxBuffer: 100_000,
  })
  let isClosing = false
  let isGone = false
  running.stdin.on('error', () => {}) // a client that is gone is told by its exit
  const ended = running.then(({ exitCode, stderr }) => {
    isGone = true
    if (isClosing && exitCode === 0) return
    onLost(String(stderr).trim().split('\n').at(-1) || `it ended with ${exitCode}`)
  })
  return {
    send: (message) => {
      if (!isGone) running.stdin.write(`${JSON.stringify(message)}\n`)
    },
    close: async (limitMs) => {
      isClosing = true
      running.stdin.end()
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(() => {
          running.kill('SIGKILL')
          resolve()
        }, limitMs)
      })
      await Promise.race([ended, late])
      clearTimeout(timer)
    },
  }
}
