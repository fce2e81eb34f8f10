/** Opens and closes the live screens. Import this module only for an interactive terminal: it imports Ink. */
import { render } from 'ink'
import type { ReactElement } from 'react'
import type { Downloads } from '../downloads.js'
import { isSpoken } from '../spoken.js'
import { App } from './app/app.js'
import type { AppFeed } from './app/feed.js'
import { DownloadsScreen } from './downloads-screen.js'
import { type RunFeed, snapshots } from './feed.js'
import { type RunControls, Screen } from './screen.js'
import { Suspendable } from './suspended.js'
import { type SweepFeed, sweepSnapshots } from './sweep-feed.js'
import { type SweepControls, SweepScreen } from './sweep-screen.js'

export type { LiveProgress, RunFeed } from './feed.js'
export type { RunControls } from './screen.js'
export type { SweepFeed, SweepTrial } from './sweep-feed.js'
export type { SweepControls } from './sweep-screen.js'

export interface LiveView {
  /** Gives the terminal back at once, on the way out: draws what is pending, then leaves the alternate screen. */
  leave(): void
  /** Leaves the alternate screen; safe to call twice. */
  finish(): Promise<void>
}

export interface Streams {
  readonly stdin?: NodeJS.ReadStream
  readonly stdout?: NodeJS.WriteStream
  readonly stderr?: NodeJS.WriteStream
}

export function startLiveView(
  feed: RunFeed,
  controls: RunControls,
  streams: Streams = {},
): LiveView {
  const source = snapshots(feed)
  return opened(<Screen snapshots={source} controls={controls} />, source.close, streams)
}

export function startSweepView(
  feed: SweepFeed,
  controls: SweepControls,
  streams: Streams = {},
): LiveView {
  const source = sweepSnapshots(feed)
  return opened(<SweepScreen snapshots={source} controls={controls} />, source.close, streams)
}

/** The app over all runs. */
export function startApp(feed: AppFeed, leave: () => void, streams: Streams = {}): LiveView {
  return opened(<App feed={feed} leave={leave} />, () => {}, streams)
}

/** Downloads: below what stands on the terminal already, and wiped off it at the end, for the last word on them. */
export function startDownloadsView(now: () => Downloads, streams: Streams = {}): LiveView {
  return opened(<DownloadsScreen now={now} />, () => {}, streams, false)
}

function opened(
  screen: ReactElement,
  close: () => void,
  streams: Streams,
  wantsAlternate = true,
): LiveView {
  const alternateScreen = wantsAlternate && !isSpoken()
  const instance = render(<Suspendable>{screen}</Suspendable>, {
    ...streams,
    alternateScreen,
    incrementalRendering: true,
    maxFps: 10,
    exitOnCtrlC: false,
    interactive: true,
  })
  // A screen that cannot be drawn must not end the training behind it: Ink has then left the screen already.
  let problem: unknown
  const left = instance.waitUntilExit().then(
    () => undefined,
    (error: unknown) => {
      problem = error
    },
  )
  return {
    leave: () => instance.unmount(),
    async finish() {
      close()
      if (!alternateScreen) instance.clear()
      instance.unmount()
      await left
      if (problem === undefined) return
      const stderr = streams.stderr ?? process.stderr
      stderr.write(`The live screen failed: ${String(problem)}\n`)
      problem = undefined
    },
  }
}
