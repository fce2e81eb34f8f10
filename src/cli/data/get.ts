/** `zscl data get`: datasets and reference sets side by side, from the first source that has them. */
import { join } from 'node:path'
import { runTool } from '../../bridge/index.js'
import { names } from '../../config/catalogue.js'
import { archivesOf, downloads } from '../../config/data-sources.js'
import { UsageError } from '../../config/errors.js'
import { paperDataset, paperDatasets } from '../../config/paper-datasets.js'
import { howToGet, inShort, references, sourceRecord, wanted } from '../../needs/data.js'
import {
  after,
  begun,
  type DownloadEvent,
  type Downloads,
  downloadLines,
  downloadText,
} from '../../view/downloads.js'
import { toText } from '../../view/span.js'
import { isInteractive, settleColour, wantsColour } from '../../view/terminal/environment.js'
import { type Context, dataFolder, type ExitCode } from '../shared/context.js'
import { pythonPath } from '../shared/installed.js'
import { announced, hasAll, type Job, jobOf, request, smaller } from './jobs.js'

export interface GetOptions {
  readonly data?: string
  readonly source?: string
  readonly jobs: number
  readonly dryRun?: boolean
  readonly again?: boolean
  readonly plain?: boolean
}

/** Larger sets are fetched only by their own name, not as part of a benchmark. */
const BY_NAME_ABOVE = 50e9
/** @returns 0 when all that was asked for is there, 130 when it was interrupted: the same command goes on from there */
export async function get(
  context: Context,
  what: readonly string[],
  options: GetOptions,
): Promise<ExitCode> {
  if (options.jobs === 0) throw new UsageError('`--jobs 0`: expected at least 1.')
  const data = dataFolder(context, options.data)
  const asked = [...new Set(what.flatMap((one) => namesIn(context, data, one)))]
  const all = asked.map((name) => jobOf(name, options.source))
  const there = options.again ? [] : all.filter((job) => hasAll(data, job))
  const jobs = all.filter((job) => !there.includes(job))
  for (const { name, folder } of there)
    context.stderr.write(
      `${name}: already in ${join(data, folder)}${recorded(data, folder)}. \`zscl data verify ${name}\` checks it.\n`,
    )
  if (jobs.length === 0) return 0
  context.stderr.write(`${announced(data, jobs)}\n`)
  if (options.dryRun) return 0
  context.stderr.write('If interrupted, run the same command again to continue.\n')
  return await fetched(context, data, jobs, options)
}

/** A dataset, a reference set, or what a benchmark lacks of both. */
function namesIn(context: Context, data: string, what: string): string[] {
  if (!names('benchmark').includes(what)) {
    if (downloads()[what] !== undefined) return [what]
    const dataset = paperDataset(what) // says what is known
    throw new UsageError(
      `\`${what}\` cannot be downloaded: ${howToGet(what, dataset)}. Put it in ${join(data, dataset.folder)}.`,
    )
  }
  const datasets = wanted(data, what).map(({ kind }) => kind)
  const sets = references(data, what).map(({ download }) => download)
  const all = [...new Set([...datasets, ...sets])]
  if (all.length === 0)
    context.stderr.write(`${what}: its data is built in; there is nothing to download.\n`)
  const left = all.filter((name) => !((downloads()[name]?.bytes ?? Infinity) < BY_NAME_ABOVE))
  for (const name of left)
    context.stderr.write(
      downloads()[name] === undefined
        ? `${name}: ${howToGet(name, paperDataset(name))}.\n`
        : `${name}: not downloaded with a benchmark (${inShort(name)}); use \`zscl data get ${name}\`${smaller(name)}.\n`,
    )
  return all.filter((name) => !left.includes(name))
}

/** Where what is there came from, if it was fetched by this command. */
function recorded(data: string, folder: string): string {
  const record = sourceRecord(join(data, folder))
  if (record === null) return ''
  if (record === 'unreadable') return ' (its zscl-source.json cannot be read)'
  return `, from ${record.source}, ${record.at.slice(0, 10)} (--again downloads it again)`
}

async function fetched(
  context: Context,
  data: string,
  jobs: readonly Job[],
  options: GetOptions,
): Promise<ExitCode> {
  let state = begun(jobs.map(({ name }) => name))
  const view = await viewOf(context, options, () => state)
  let general: string | null = null
  const stop = new AbortController()
  const interrupted = () => stop.abort()
  process.on('SIGINT', interrupted)
  try {
    await runTool(
      { python: pythonPath(context), pythonPath: join(context.root, 'python') },
      'zscl.downloads',
      [],
      (line) => {
        const event = line as unknown as DownloadEvent
        if (event.kind === '') general = event.message ?? null
        view.accept(state, event)
        state = after(state, event, performance.now())
      },
      { input: `${request(data, jobs, options.jobs)}\n`, signal: stop.signal },
    )
  } finally {
    process.off('SIGINT', interrupted)
    await view.finish()
  }
  if (stop.signal.aborted) {
    context.stderr.write('Interrupted; run the same command again to continue.\n')
    return 130
  }
  if (general !== null) context.stderr.write(`${general}\n`)
  const failing = jobs.filter(({ name }) => state[name]?.status !== 'done')
  const failed = failing.length > 0
  for (const { name } of failing)
    for (const { name: source, changes } of downloads()[name]!.sources.filter(
      (one) => one.asked && one.name !== options.source,
    ))
      context.stderr.write(
        `${name} has another source, ${source} (${changes}); to use it: zscl data get ${name} --source ${source}\n`,
      )
  for (const { name, sources } of failing) {
    const archives = archivesOf(sources)
    if (archives.length > 0)
      context.stderr.write(
        `${name}: if you have ${archives.join(' or ')} from elsewhere, put it into ${data} and run the command again; its checksum is compared.\n`,
      )
  }
  const names = jobs.map(({ name }) => name).filter((name) => paperDatasets.has(name))
  if (!failed && names.length > 0)
    context.stdout.write(
      `Verify the download: ${names.map((one) => `zscl data verify ${one}`).join('; ')}.\n`,
    )
  return failed ? 1 : 0
}

interface View {
  accept(before: Downloads, event: DownloadEvent): void
  finish(): Promise<void>
}

/** A table that is redrawn for a person, lines for everything else. */
async function viewOf(context: Context, options: GetOptions, now: () => Downloads): Promise<View> {
  const { env, stdout, stderr } = context
  if (options.plain || !isInteractive(env, stdout, process.stdin))
    return {
      accept(before, event) {
        const text = downloadText(before, event)
        if (text !== null) stderr.write(`${text}\n`)
      },
      async finish() {},
    }
  settleColour(env, stdout)
  const { startDownloadsView } = await import('../../view/terminal/live-view.js')
  const screen = startDownloadsView(now)
  return {
    accept() {},
    async finish() {
      await screen.finish()
      stdout.write(`${toText(downloadLines(now(), performance.now()), wantsColour(env, stdout))}\n`)
    },
  }
}
