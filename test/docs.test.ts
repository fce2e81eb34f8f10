/** What the documents promise about tests and commands is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.js'
import { ablations } from '../src/cli/table/ablation.js'
import { names } from '../src/config/catalogue.js'
import { tableNames } from '../src/paper/tables.js'
import { commands } from './documents.js'

const root = join(import.meta.dirname, '..')
const rows = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, file, title] = /\| `(test\/[^`]+)` (.+?) \|$/.exec(line) ?? []
    return file && title ? [[file, title] as const] : []
  })

describe('docs/reliability.md', () => {
  it('has a test for every row of its tables', () => {
    const text = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
    const faults = text.split('\n').filter((line) => /^\| (?!fault|---)/.test(line))
    expect(rows).toHaveLength(faults.length)
  })

  it.each(rows)('%s: %s', (file, title) => {
    expect(existsSync(join(root, file))).toBe(true)
    expect(readFileSync(join(root, file), 'utf8')).toContain(title)
  })
})

const context = {
  cwd: root,
  env: {},
  argv: [],
  stdout: process.stdout,
  stderr: process.stderr,
  root,
}
const program = createProgram(context, () => {})
const known = new Set([
  ...(['benchmark', 'sweep', 'experiment', 'recipe'] as const).flatMap(names),
  ...tableNames,
  ...ablations,
  'mini-clip',
])

/** The commands that words name, `stop|pause` being two, with their subcommands where words go on to these. */
function named(words: readonly string[], among: Command): Command[] {
  const found = words[0]!
    .split('|')
    .flatMap((word) => among.commands.filter((command) => command.name() === word))
  const [only] = found
  const hasParts = found.length === 1 && only!.commands.length > 0 && words.length > 1
  return hasParts && !words[1]!.startsWith('-') ? named(words.slice(1), only!) : found
}

describe('commands in the documents', () => {
  it('are many', () => expect(commands.length).toBeGreaterThan(60))

  it.each(commands)('%s: %s', (_, written) => {
    const words = written
      .replaceAll(/[[\]]/g, ' ')
      .split(/[\s;]+/)
      .filter(Boolean)
      .slice(1)
    if (words[0] === undefined || words[0].startsWith('-')) return
    const found = named(words, program)
    expect(found.length, 'no such command').toBeGreaterThan(0)
    const options = written.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? []
    const offered = found.flatMap((command) => [
      ...command.options.map(({ long }) => long),
      ...command.commands.flatMap((part) => part.options.map(({ long }) => long)),
      '--help',
    ])
    expect(options.filter((option) => !offered.includes(option))).toEqual([])
    const values = words.filter((word) =>
      /^(mini|mtil|cil|cifar100|ablation)(-[\w-]+)?$/.test(word),
    )
    expect(values.filter((word) => !known.has(word))).toEqual([])
  })
})
