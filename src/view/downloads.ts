/** How downloads go: what the words of `zscl.downloads` add up to, and the lines that show it. Pure. */
import { bytes, roughly } from './format.js'
import { dim, type Line, type Span, span } from './span.js'
import { table } from './table.js'

/** One line of `python -m zscl.downloads`. */
export interface DownloadEvent {
  readonly result: 'source' | 'progress' | 'waiting' | 'source-failed' | 'fetched' | 'failed'
  readonly kind: string
  readonly source?: string
  readonly changes?: string
  readonly phase?: 'fetch' | 'unpack'
  readonly name?: string
  readonly done?: number
  readonly total?: number
  readonly seconds?: number
  /** Of a source that failed: whether its server was not reached, said no, or what else went wrong. */
  readonly why?: 'unreachable' | 'lacking' | 'failed'
  readonly message?: string
}

export interface OneDownload {
  readonly status: 'waits' | 'fetch' | 'unpack' | 'asked to wait' | 'done' | 'failed'
  readonly source: string
  readonly changes: string
  readonly name: string
  readonly done: number
  /** 0: nobody said. */
  readonly total: number
  /** Bytes per second, over the last seconds; 0: not known yet. */
  readonly rate: number
  /** Until when a server asked to wait, in ms. */
  readonly until: number
  readonly problems: readonly string[]
  /** When `done` was last known, in ms, to tell the rate from. */
  readonly at: number
}

/** By kind, in the order in which they were asked for. */
export type Downloads = Readonly<Record<string, OneDownload>>

const waiting: OneDownload = {
  status: 'waits',
  source: '',
  changes: '',
  name: '',
  done: 0,
  total: 0,
  rate: 0,
  until: 0,
  problems: [],
  at: 0,
}

export const begun = (kinds: readonly string[]): Downloads =>
  Object.fromEntries(kinds.map((kind) => [kind, waiting]))

/** @param now in ms */
export function after(downloads: Downloads, event: DownloadEvent, now: number): Downloads {
  const one = downloads[event.kind]
  return one === undefined ? downloads : { ...downloads, [event.kind]: changed(one, event, now) }
}

function changed(one: OneDownload, event: DownloadEvent, now: number): OneDownload {
  switch (event.result) {
    case 'source': {
      const { source = '', changes = '' } = event
      return { ...waiting, problems: one.problems, status: 'fetch', source, changes, at: now }
    }
    case 'progress':
      return progressed(one, event, now)
    case 'waiting':
      return { ...one, status: 'asked to wait', until: now + 1000 * (event.seconds ?? 0) }
    case 'source-failed':
      return { ...one, problems: [...one.problems, `${event.source}: ${event.message}`] }
    case 'fetched':
      return { ...one, status: 'done' }
    case 'failed':
      return { ...one, status: 'failed' }
  }
}

/** The weight of the newest rate among those before it. */
const NEWEST = 0.2

function progressed(one: OneDownload, event: DownloadEvent, now: number): OneDownload {
  const { phase = 'fetch', name = '', done = 0, total = 0 } = event
  const [seconds, more] = [(now - one.at) / 1000, done - one.done]
  const isSame = one.name === name && one.status === phase && more >= 0
  const rate = !isSame || seconds <= 0 ? 0 : more / seconds
  const smooth = one.rate === 0 || !isSame ? rate : NEWEST * rate + (1 - NEWEST) * one.rate
  return { ...one, status: phase, name, done, total, rate: smooth, at: now }
}

export function downloadLines(downloads: Downloads, now: number): Line[] {
  const right = { align: 'right' as const }
  const columns = [
    { title: 'dataset' },
    { title: 'state' },
    { title: 'done', ...right },
    { title: 'of', ...right },
    { title: 'rate', ...right },
    { title: 'left', ...right },
    { title: 'from' },
  ]
  const rows = Object.entries(downloads).map(([kind, one]) => [kind, ...cells(one, now)])
  const notes = Object.entries(downloads).flatMap(([kind, one]): Line[] => [
    ...one.problems.map((problem) => [span(`${kind}: ${problem}`, 'warn')]),
    ...(one.changes === '' ? [] : [[dim(`${kind}, from ${one.source}: ${one.changes}`)]]),
  ])
  return [...table(columns, rows), ...(notes.length === 0 ? [] : [[], ...notes])]
}

function cells(one: OneDownload, now: number): (string | Span)[] {
  const state = stateOf(one, now)
  if (['waits', 'done', 'failed'].includes(one.status)) return [state, '', '', '', '', one.source]
  const left = one.total > 0 && one.rate > 0 ? (one.total - one.done) / one.rate : null
  const isFetch = one.status === 'fetch'
  return [
    state,
    bytes(one.done),
    one.total === 0 ? dim('?') : bytes(one.total),
    isFetch && one.rate > 0 ? `${bytes(one.rate)}/s` : '',
    isFetch && left !== null ? roughly(left) : '',
    one.source,
  ]
}

function stateOf(one: OneDownload, now: number): Span {
  switch (one.status) {
    case 'waits':
      return dim('waits')
    case 'fetch':
      return span('downloads', 'accent')
    case 'unpack':
      return span('unpacks', 'accent')
    case 'asked to wait':
      return span(`waits ${roughly(Math.max(1, (one.until - now) / 1000))}`, 'warn')
    case 'done':
      return span('done', 'good')
    case 'failed':
      return span('failed', 'bad')
  }
}

const FAILED = {
  unreachable: 'could not be reached',
  lacking: 'does not have it',
  failed: 'failed',
}

/** For pipes and logs: a line where something begins, ends or goes wrong, and one for every tenth of a file. */
export function downloadText(before: Downloads, event: DownloadEvent): string | null {
  const one = before[event.kind]
  switch (event.result) {
    case 'source':
      return `${event.kind}: from ${event.source}${event.changes ? ` (${event.changes})` : ''}`
    case 'progress':
      return one === undefined ? null : tenths(one, event)
    case 'waiting':
      return `${event.kind}: the server asks us to wait ${event.seconds} s (${event.name})`
    case 'source-failed':
      return `${event.kind}: ${event.source} ${FAILED[event.why ?? 'failed']}: ${event.message}`
    case 'fetched':
      return `${event.kind}: done.`
    case 'failed':
      return `${event.kind}: failed.`
  }
}

function tenths(one: OneDownload, { kind, phase, name = '', done = 0, total = 0 }: DownloadEvent) {
  const tenth = (part: number) => (total === 0 ? 0 : Math.floor((10 * part) / total))
  const isNew = one.name !== name || one.status !== phase
  if (!isNew && tenth(done) === tenth(one.done)) return null
  const of = total === 0 ? '' : ` of ${bytes(total)}, ${10 * tenth(done)} %`
  return `${kind}: ${phase === 'unpack' ? 'unpacking ' : ''}${name} ${bytes(done)}${of}`
}
