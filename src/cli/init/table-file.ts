/** Tables as people and spreadsheets write them, read as `python/zscl/data/tables.py` reads them. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export interface TableFile {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const LONGEST = 32 << 20 // bytes that are looked at
const SEPARATORS = [',', ';', '\t', '|']
const WORKBOOK = 'PK\u0003\u0004' // what an .xlsx or .ods begins with

/** Columns and rows, or why there are none. */
export function readTable(path: string): TableFile | string {
  const content = beginningOf(path)
  if (content.toString('latin1', 0, 4) === WORKBOOK)
    return 'it is a workbook of a spreadsheet program; save it as CSV (UTF-8)'
  const text = textOf(content)
  if (text === null)
    return 'it is not UTF-8 text; save it so, or write the task yourself with its `encoding`, e.g. cp1252'
  const found = /\.(jsonl|ndjson)$/i.test(path) ? objects(text) : records(text, path)
  return found ?? 'it is not a table with a header line, or not one JSON object per line'
}

/** Whole lines of it. */
function beginningOf(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(Math.min(fstatSync(file).size, LONGEST))
    const length = readSync(file, buffer, 0, buffer.length, 0)
    const end = length < LONGEST ? length : buffer.lastIndexOf(0x0a) + 1
    return buffer.subarray(0, end)
  } finally {
    closeSync(file)
  }
}

function textOf(content: Buffer): string | null {
  const mark = content.toString('latin1', 0, 2)
  const encoding =
    mark === '\u00ff\u00fe' ? 'utf-16le' : mark === '\u00fe\u00ff' ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content)
  } catch {
    return null
  }
}

function objects(text: string): TableFile | null {
  const found: Record<string, unknown>[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== ''))
    try {
      const value: unknown = JSON.parse(line)
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
      found.push(value as Record<string, unknown>)
    } catch {
      return null
    }
  const columns = [...new Set(found.slice(0, 100).flatMap((one) => Object.keys(one)))]
  const cell = (value: unknown) =>
    typeof value === 'string' || typeof value === 'boolean' || Number.isInteger(value)
      ? String(value).trim()
      : ''
  return columns.length === 0
    ? null
    : { columns, rows: found.map((one) => columns.map((name) => cell(one[name]))) }
}

function records(text: string, path: string): TableFile | null {
  const told = /^sep=(.)\r?\n/i.exec(text) // how Excel is told
  const body = told === null ? text : text.slice(told[0].length)
  const end = body.search(/[\r\n]/)
  const head = end < 0 ? body : body.slice(0, end)
  const usual = /\.(tsv|tab)$/i.test(path) ? '\t' : ','
  const widths = [usual, ...SEPARATORS].map((one) => ({ one, width: cells(head, one)[0]!.length }))
  const separator = told?.[1] ?? widths.reduce((a, b) => (b.width > a.width ? b : a)).one
  const [columns = [], ...rows] = cells(body, separator)
  const filled = rows.filter((row) => row.some((value) => value !== ''))
  return columns.length < 2 ? null : { columns, rows: filled }
}

/** Rows of cells without the spaces around them; text in quotes may hold separators and ends of lines. */
function cells(text: string, separator: string): string[][] {
  const part = separator.replace(/[|\t]/, (one) => (one === '|' ? '\\|' : '\\t'))
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${part}\\r\\n]*))(${part}|\\r\\n|\\n|\\r|$)`,
    'gy',
  )
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(cell)) {
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    if (end === '') break
    if (end !== separator) rows.push([])
  }
  return rows
}
