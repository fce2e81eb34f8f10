/** `--log wandb|mlflow`: the numbers of a run to their own clients, if these are installed. */
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runTool, startLogClient, type ToolConfig } from '../../bridge/index.js'
import { UsageError } from '../../config/errors.js'
import { isPlain } from '../../config/plain.js'
import type { RunFolder } from '../../journal/folder.js'
import { type Journal, readJournal } from '../../journal/journal.js'
import { writtenExperiment } from '../../journal/written.js'
import type { ScalarEvent } from '../../view/tensorboard/records.js'
import { Scalars } from '../../view/tensorboard/scalars.js'
import type { Context } from './context.js'
import { pythonPath } from './installed.js'

export const LOG_KINDS = ['wandb', 'mlflow'] as const
export type LogKind = (typeof LOG_KINDS)[number]

/** What a client may take to hand the last numbers over. */
const CLOSE_MS = 60_000

function tool(context: Context): ToolConfig {
  const own = join(context.root, 'python')
  const { PYTHONPATH: more } = context.env
  return { python: pythonPath(context), pythonPath: more ? `${own}${delimiter}${more}` : own }
}

/** @throws UsageError before anything is begun, when a client is not installed */
export async function checkLogs(context: Context, kinds: readonly LogKind[] = []): Promise<void> {
  for (const kind of kinds)
    await runTool(tool(context), 'zscl_log', [kind, '--check'], ({ installed }) => {
      if (installed !== true)
        throw new UsageError(
          `\`--log ${kind}\`: its Python client is not installed. Install it (\`${pythonPath(context)} -m pip install ${kind}\`), or leave \`--log\` out.`,
        )
    })
}

/** Feeds the clients until the function that it returns is called. One that fails is said once, and ends no run. */
export async function recordLogs(
  context: Context,
  kinds: readonly LogKind[] = [],
  folder: RunFolder,
  journal: Journal,
): Promise<() => Promise<void>> {
  const ends = await Promise.all(kinds.map((kind) => recordLog(context, kind, folder, journal)))
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}

async function recordLog(context: Context, kind: LogKind, folder: RunFolder, journal: Journal) {
  const client = await startLogClient(tool(context), kind, (why) =>
    context.stderr.write(`Stopped logging ${folder.name} to ${kind}: ${why}\n`),
  )
  const scalars = new Scalars()
  const sent = handedOver(join(folder.path, `${kind}-sent.jsonl`))
  for (const event of readJournal(folder.journal).events) scalars.accept(event)
  const send = (events: readonly ScalarEvent[]) => {
    for (const message of unsent(events, sent).flatMap(messagesOf)) client.send(message)
  }
  const config = writtenExperiment(folder)
  const own = config['benchmark']
  const benchmark = isPlain(own) ? String(own['name']) : 'zscl'
  client.send({ kind: 'open', name: folder.name, folder: folder.path, benchmark, config })
  send(scalars.all)
  const unsubscribe = journal.subscribe((event) => send(scalars.accept(event) ?? []))
  return async () => {
    unsubscribe()
    const { status } = journal.state
    const ended = status === 'finished' || status === 'failed' ? status : 'interrupted'
    client.send({ kind: 'close', status: ended })
    await client.close(CLOSE_MS)
  }
}

/** What the client noted in earlier calls: what the journal holds may have been under way when the app was killed. */
function handedOver(path: string): Set<string> {
  if (!existsSync(path)) return new Set()
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  return new Set(
    lines.flatMap((line) => {
      const [step, tags] = JSON.parse(line) as [number, string[]]
      return tags.map((tag) => `${step} ${tag}`)
    }),
  )
}

/**
 * A client cannot take back what it has. Work that is done again after a rewind gives the same numbers bit for bit, so
 * each is sent once; what is returned is noted in `sent`.
 */
function unsent(events: readonly ScalarEvent[], sent: Set<string>): ScalarEvent[] {
  return events.map((event) => ({
    ...event,
    scalars: event.scalars.filter(({ tag }) => {
      const key = `${event.step} ${tag}`
      return !sent.has(key) && sent.add(key)
    }),
  }))
}

/** Losses count updates, accuracies and metrics count tasks. */
function messagesOf({ step, scalars }: ScalarEvent): Readonly<Record<string, unknown>>[] {
  const axes = Map.groupBy(scalars, ({ tag }) =>
    /^(accuracy|metrics)\//.test(tag) ? 'task' : 'update',
  )
  return [...axes].map(([axis, list]) => ({
    kind: 'scalars',
    axis,
    step,
    values: Object.fromEntries(list.map(({ tag, value }) => [tag, value])),
  }))
}
