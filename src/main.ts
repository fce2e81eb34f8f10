/** The composition root: alone reads argv and the environment and sets the exit code. */
import { killRemainingWorkers, WorkerError } from './bridge/index.js'
import { runProgram } from './cli/program.js'
import type { Context, ExitCode } from './cli/shared/context.js'
import { howToSetUp } from './cli/shared/installed.js'
import { UsageError } from './config/errors.js'
import { packageRoot } from './config/package-root.js'
import { RunFailed } from './engine/run.js'
import { JournalError } from './journal/errors.js'
import { shellQuoted } from './view/shell.js'
import { visible } from './view/visible.js'

const context: Context = {
  cwd: process.cwd(),
  env: process.env,
  argv: process.argv.slice(2),
  stdout: process.stdout,
  stderr: process.stderr,
  root: packageRoot,
}

// A reader that went away (`zscl ls | head -1`) or a terminal that was closed is no error of ours: a run goes on to its
// checkpoint.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
  })
process.on('exit', killRemainingWorkers)
process.on('uncaughtException', (error) => {
  const code = explain(error)
  context.stderr.write(
    'A run that was in progress keeps everything up to its last checkpoint: `zscl ls` lists it, `zscl resume RUN` resumes it.\n',
  )
  process.exit(code)
})

process.exitCode = await main()

async function main(): Promise<ExitCode> {
  try {
    return await runProgram(context, context.argv)
  } catch (error) {
    return explain(error)
  }
}

/** A mistake of the user is said in words; a bug of ours comes with its stack. */
function explain(error: unknown): ExitCode {
  const say = (text: string) => context.stderr.write(`${visible(text)}\n`)
  if (error instanceof RunFailed) {
    const code = explain(error.cause)
    if (error.cause instanceof JournalError && error.cause.code === 'gone') return code
    say(
      `${error.folder.path} keeps everything up to the last checkpoint. Once the cause is fixed, resume with:`,
    )
    say(`  zscl resume ${shellQuoted(error.folder.path)}`)
    return code
  }
  if (error instanceof UsageError) {
    say(error.message)
    return 2
  }
  if (error instanceof JournalError) {
    say(error.message)
    return error.code === 'no-such-run' || error.code === 'folder-exists' ? 2 : 1
  }
  if (error instanceof WorkerError) {
    const isOurs = ['internal', 'protocol', 'start-failed', 'worker-died'].includes(error.code)
    if (isOurs && error.details.traceback) say(error.details.traceback)
    say(error.message)
    const saysHow = error.message.includes('pip install')
    if (error.code === 'start-failed' || (error.code === 'missing-package' && !saysHow))
      say(
        `If a Python package is missing: ${howToSetUp(context)} \`zscl doctor\` checks everything.`,
      )
    return 1
  }
  if (isOfTheMachine(error)) {
    const isTooMany = error.code === 'EMFILE' || error.code === 'ENFILE'
    const how = 'Free up space, fix the permissions or choose another folder, and try again.'
    say(`${whatOf(error)}. ${isTooMany ? 'Raise the limit with `ulimit -n 1024`.' : how}`)
    return 2
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  say('This is a bug in zscl, not a mistake in what you typed.')
  return 1
}

/** A place that may not be written, is full, or is no folder: the machine's business, and the message names the path. */
function isOfTheMachine(error: unknown): error is NodeJS.ErrnoException {
  const codes = [
    'EACCES',
    'EPERM',
    'EROFS',
    'ENOSPC',
    'EDQUOT',
    'ENOTDIR',
    'EISDIR',
    'ENAMETOOLONG',
    'EMFILE',
    'ENFILE',
  ]
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException
  // A disk is found full while an open file is written, which has no name any more.
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  const isKnown = codes.includes(code ?? '') || syscall === 'rm' || isNoFolder(error)
  return error instanceof Error && (path !== undefined || isFull) && isKnown
}

/** On a read-only disk Node says of a folder that is to be made with its parents that it is not there. */
function isNoFolder(error: unknown): boolean {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException
  return code === 'ENOENT' && syscall === 'mkdir'
}

/** In words, where Node has odd ones: its rmSync gives no code on a read-only disk. */
function whatOf(error: NodeJS.ErrnoException): string {
  if (isNoFolder(error))
    return `the folder ${error.path} cannot be created; its disk may be read-only`
  const [, why] = /^, Unknown error: (.*) '/.exec(error.message) ?? []
  return why === undefined ? error.message : `${error.path} cannot be removed: ${why}`
}
