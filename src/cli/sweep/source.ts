/** What a sweep is asked by: a shipped name, a file, or the folder of one that was begun; and values added to its axes. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { suggestion, UsageError } from '../../config/errors.js'
import { loadSweep, Sweep, type Values } from '../../config/sweep.js'
import { recordOf, sweepFolder } from '../../sweep/folder.js'

export interface Source {
  readonly sweep: Sweep
  readonly origin: string
  /** What paths among the values are relative to. */
  readonly folder: string
}

/** @throws ConfigError, UsageError */
export function sweepOf(source: string, add: readonly string[] = []): Source {
  const path = resolve(source)
  const record = existsSync(path) ? recordOf(sweepFolder(path, '.')) : null
  const found =
    record === null
      ? loadSweep(source)
      : { sweep: Sweep.parse(record.sweep), origin: path, folder: path }
  return { ...found, sweep: add.reduce(withValues, found.sweep) }
}

/** `KEY=VALUE,VALUE`: more values of an axis; those that it has already change nothing. */
function withValues(sweep: Sweep, assignment: string): Sweep {
  const split = assignment.lastIndexOf('=')
  const asked = assignment.slice(0, split).trim()
  const keys = Object.keys(sweep.parameters)
  // The last word of a path says enough where it is the only one.
  const matching = keys.filter((key) => key === asked || key.split('.').at(-1) === asked)
  const key = keys.includes(asked) ? asked : matching.length === 1 ? matching[0]! : null
  if (split < 1 || key === null)
    throw new UsageError(
      `\`--add ${assignment}\`: expected one of the sweep's parameters and values, e.g. \`seed=3,4\`.${suggestion(asked, [...keys, ...keys.flatMap((one) => one.split('.').at(-1) ?? [])])} Parameters: ${keys.join(', ')}.`,
    )
  const values = listOf(sweep.parameters[key]!)
  if (values === null)
    throw new UsageError(
      `\`--add ${assignment}\`: \`${key}\` is sampled; raise \`run_cap\` for more samples.`,
    )
  const added = parse(`[${assignment.slice(split + 1)}]`) as unknown[]
  const known = new Set(values.map((value) => JSON.stringify(value)))
  const fresh = added.filter((value) => value !== null && !known.has(JSON.stringify(value)))
  return { ...sweep, parameters: { ...sweep.parameters, [key]: [...values, ...fresh] } }
}

function listOf(values: Values): readonly unknown[] | null {
  if (Array.isArray(values)) return values
  if ('values' in values) return values.values
  return 'value' in values ? [values.value] : null
}
