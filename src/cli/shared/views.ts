/** Chooses how a run is shown: the live screen for a person at a terminal, else plain lines, or JSON when asked. */
import type { Progress } from '../../bridge/index.js'
import type { RunFolder } from '../../journal/folder.js'
import type { Journal } from '../../journal/journal.js'
import { type EventView, jsonView, plainView } from '../../view/plain/plain-view.js'
import { settleSpeech } from '../../view/spoken.js'
import { isInteractive, settleColour } from '../../view/terminal/environment.js'
import type { RunControls } from '../../view/terminal/live-view.js'
import type { Context } from './context.js'
import type { OutputOptions } from './options.js'

export interface View {
  /** Says that a signal was heard and what happens now. */
  announceStop(): void
  /** Gives the terminal back at once, on the way out. */
  restoreTerminal(): void
  finish(): Promise<void>
}

const stopMessage = 'Stopping: saving what is done. Ctrl-C again to exit immediately.'

export async function openView(
  context: Context,
  output: OutputOptions,
  folder: RunFolder,
  journal: Journal,
  progress: () => Progress | null,
  controls: RunControls,
): Promise<View> {
  const { env, stdout } = context
  if (output.json) return lineView(context, journal, jsonView(writeLine(stdout)))
  if (output.plain || !isInteractive(env, stdout, process.stdin)) {
    if (journal.state.run === null) stdout.write(`Run folder: ${folder.path}\n`)
    return lineView(context, journal, plainView(writeLine(stdout)))
  }
  return await liveView(context, journal, progress, controls)
}

function lineView(context: Context, journal: Journal, view: EventView): View {
  const unsubscribe = journal.subscribe((event, state) => view.accept(event, state))
  return {
    announceStop: () => context.stderr.write(`${stopMessage}\n`),
    restoreTerminal: () => {},
    finish: async () => {
      unsubscribe()
    },
  }
}

async function liveView(
  context: Context,
  journal: Journal,
  progress: () => Progress | null,
  controls: RunControls,
): Promise<View> {
  const { startLiveView } = await screens(context)
  const feed = {
    getState: () => journal.state,
    getProgress: progress,
    subscribe: (listener: () => void) => journal.subscribe(listener),
  }
  const live = startLiveView(feed, {
    ...controls,
    abort: () => {
      live.leave()
      controls.abort()
    },
  })
  return {
    announceStop: () => {},
    restoreTerminal: () => live.leave(),
    finish: () => live.finish(),
  }
}

/** The module of the live screens. Ink and React read the process's own environment. */
export function screens(context: Context) {
  settleSpeech(context.env)
  settleColour(process.env, context.stdout)
  // Outside production React checks itself at every frame.
  process.env['NODE_ENV'] ??= 'production'
  return import('../../view/terminal/live-view.js')
}

function writeLine(stream: NodeJS.WriteStream): (line: string) => void {
  return (line) => {
    stream.write(`${line}\n`)
  }
}
