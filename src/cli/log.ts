/** `--log wandb|mlflow`: the numbers of a run to their own clients, if these are installed. */
import { delimiter, join } from 'node:path'
import { parse } from 'yaml'
import { runTool, startLogClient, type ToolConfig } from '../bridge/index.js'
import { UsageError } from '../config/errors.js'
import { isPlain, type Plain } from '../config/plain.js'
import { type RunFolder, readText } from '../journal/folder.js'
import { type Journal, readJournal } from '../journal/journal.js'
import { Scalars } from '../view/tensorboard/scalars.js'
import { type Context, pythonPath } from './context.js'

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
export function recordLogs(
  context: Context,
  kinds: readonly LogKind[] = [],
  folder: RunFolder,
  journal: Journal,
): () => Promise<void> {
  const ends = kinds.map((kind) => recordLog(context, kind, folder, journal))
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}

function recordLog(context: Context, kind: LogKind, folder: RunFolder, journal: Journal) {
  const client = startLogClient(tool(context), kind, (why) =>
    context.stderr.write(`No more numbers of ${folder.name} go to ${kind}: ${why}\n`),
  )
  const scalars = new Scalars()
  for (const event of readJournal(folder.journal).events) scalars.accept(event)
  const config = parse(readText(folder.experiment)) as Plain
  const own = config['benchmark']
  const benchmark = isPlain(own) ? String(own['name']) : 'zscl'
  client.send({ kind: 'open', name: folder.name, folder: folder.path, benchmark, config })
  const unsubscribe = journal.subscribe((event) => {
    for (const { step, scalars: values } of scalars.accept(event) ?? [])
      for (const [axis, list] of Map.groupBy(values, ({ tag }) =>
        /^(accuracy|metrics)\//.test(tag),
      ))
        client.send({
          kind: 'scalars',
          axis: axis ? 'task' : 'update',
          step,
          values: Object.fromEntries(list.map(({ tag, value }) => [tag, value])),
        })
  })
  return async () => {
    unsubscribe()
    client.send({ kind: 'close', failed: journal.state.status === 'failed' })
    await client.close(CLOSE_MS)
  }
}
