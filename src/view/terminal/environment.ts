/** Whether the live screen can be shown, and in colour. Imports no Ink: Ink reads the environment when it is imported. */

export type Environment = Record<string, string | undefined>

interface Terminal {
  readonly isTTY?: boolean | undefined
}

/** True for a person at a terminal that can redraw: input and output, no CI, not a dumb terminal. */
export function isInteractive(env: Environment, stdout: Terminal, stdin: Terminal): boolean {
  const isCi = Boolean(env['CI']) && env['CI'] !== 'false' && env['CI'] !== '0'
  return stdout.isTTY === true && stdin.isTTY === true && env['TERM'] !== 'dumb' && !isCi
}

/** Whether text for `stream` may be coloured: FORCE_COLOR decides, then NO_COLOR, then the kind of stream. */
export function wantsColour(env: Environment, stream: Terminal): boolean {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['NO_COLOR']) return false
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}

/** Ink ignores NO_COLOR: call this before importing it. */
export function settleColour(env: Environment, stdout: Terminal): void {
  if (!wantsColour(env, stdout)) env['FORCE_COLOR'] = '0'
}
