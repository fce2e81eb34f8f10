/** A Python module run to its end, outside of any worker: one JSON object a line. */
import { execa } from 'execa'
import { WorkerError } from './worker.js'

export interface ToolConfig {
  readonly python: string
  readonly pythonPath: string
}

/**
 * Runs `python -m module …args` and hands on every line as it comes.
 * @throws WorkerError `start-failed` when Python does not start, or writes anything but JSON lines.
 */
export async function runTool(
  { python, pythonPath }: ToolConfig,
  module: string,
  args: readonly string[],
  onLine: (line: Record<string, unknown>) => void,
): Promise<void> {
  const running = execa(python, ['-P', '-m', module, ...args], {
    env: { PYTHONPATH: pythonPath, PYTHONUNBUFFERED: '1' },
    stdin: 'ignore',
    reject: false,
    buffer: { stdout: false },
  })
  for await (const line of running) onLine(parsed(module, line))
  const { exitCode, stderr, cause } = await running
  if (exitCode === 0 || (exitCode === 1 && stderr === '')) return // 1: the last line has said what failed
  throw new WorkerError(
    'start-failed',
    `\`${python} -m ${module}\` failed: ${stderr || String(cause)}`,
  )
}

function parsed(module: string, line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch (cause) {
    throw new WorkerError('start-failed', `\`${module}\` wrote \`${line}\`, which is not JSON`, {
      cause,
    })
  }
}
