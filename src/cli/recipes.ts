/** `zscl recipes`: the methods by name, and any of them written out in full. */
import type { Command } from 'commander'
import { stringify } from 'yaml'
import { load, names, read } from '../config/catalogue.js'
import { resolve } from '../config/resolve.js'
import type { Context } from './shared/context.js'

interface Options {
  readonly benchmark: string
  readonly json?: boolean
}

export function addRecipes(program: Command, context: Context): void {
  program
    .command('recipes')
    .summary('list the recipes, or print one in full')
    .description(
      'Without a name: one line per recipe. With a name: its YAML with every default, ready to copy into an experiment under `recipe:` and edit.',
    )
    .argument('[name]', 'recipe to print')
    .option('--benchmark <name>', 'use the values of this benchmark (interval, lambda, …)', 'mini')
    .option('--json', 'as JSON')
    .action((name: string | undefined, options: Options) => {
      const text = name === undefined ? list(options) : written(name, options)
      context.stdout.write(`${text}\n`)
    })
}

function list({ json }: Options): string {
  const all = names('recipe').map((name) => {
    const { summary, source } = load('recipe', name)
    return { name, summary: String(summary), source: String(source) }
  })
  if (json) return JSON.stringify(all, null, 2)
  const width = Math.max(...all.map(({ name }) => name.length))
  return all.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}`).join('\n')
}

/** A recipe in full, as it stands on a benchmark: what an experiment may hold under `recipe:`. */
export function written(name: string, { benchmark, json }: Options): string {
  const header = read('recipe', name)
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .join('\n')
  const { recipe } = resolve({ benchmark, recipe: name }, `recipe \`${name}\``)
  if (json) return JSON.stringify(recipe, null, 2)
  return `${header}\n# Written out as it stands on benchmark ${benchmark}.\n${stringify({ recipe })}`.trimEnd()
}
