/** `zscl` at a terminal: opens the app over all runs. */
import { Library } from '../../journal/library.js'
import { watchQueue } from '../cluster/queue-watch.js'
import { type Context, type ExitCode, runsFolder } from '../shared/context.js'
import { screens } from '../shared/views.js'
import { appFeed } from './feed.js'

export async function openApp(context: Context): Promise<ExitCode> {
  const library = new Library(runsFolder(context, undefined))
  const left = Promise.withResolvers<void>()
  const { startApp } = await screens(context)
  const feed = appFeed(context, library)
  const waiting = () => library.runs.filter(({ isQueued }) => isQueued).map(({ folder }) => folder)
  const unwatch = watchQueue(context, waiting)
  const view = startApp(feed, () => left.resolve())
  await left.promise
  unwatch()
  library.close()
  feed.close()
  await view.finish()
  return 0
}
