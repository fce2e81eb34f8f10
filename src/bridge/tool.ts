/** A Python module run to its end, outside of any worker: one JSON object a line. */
import { WorkerError } from './worker.js'

export interface ToolConfig {
  readonly python: string
  readonly pythonPath: string
}

export interface ToolInput {
  /** One line of text on its stdin. */
  readonly input?: string
  /** Ends it; then what it had to say is not waited for. */
  readonly signal?: AbortSignal
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
  { input, signal }: ToolInput = {},
): Promise<void> {
  const { execa } = await import('execa')
  const running = execa(python, ['-P', '-m', module, ...args], {
    env: { PYTHONPATH: pythonPath, PYTHONUNBUFFERED: '1' },
    ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
    ...(signal !== undefined && { cancelSignal: signal }),
    reject: false,
    buffer: { stdout: false },
  })
  let last: Record<string, unknown> = {}
  for await (const line of running) {
    last = parsed(module, line)
    onLine(last)
  }
  const { exitCode, stderr, cause, isCanceled } = await running
  if (exitCode === 0 || isCanceled) return
  if (exitCode === 1 && (stderr === '' || last['result'] === 'failed')) return // which has said what failed
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
