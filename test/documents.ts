/** README and docs, and the commands that stand in them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
]
  .filter((file) => file.endsWith('.md'))
  .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const)

/** File and command: in backticks, or alone on an indented line; `#` and wide gaps begin a remark. */
export const commands: readonly (readonly [file: string, written: string])[] = [
  ...new Map(
    documents.flatMap(([file, text]) =>
      [...text.matchAll(/`(zscl [^`]+)`|^ {4,}(zscl .+)$/gm)].map(([, quoted, line]) => {
        const written = (quoted ?? line!).replaceAll(/\s+/g, (gap) =>
          gap.length > 2 ? ' # ' : ' ',
        )
        const command = written.split(' # ')[0]!.trim()
        return [command, [file, command] as const] as const
      }),
    ),
  ).values(),
]
