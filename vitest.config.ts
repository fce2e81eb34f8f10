import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Begun first and in this order, so that in the end none of them is left alone on one of two cores. */
const LONGEST = [
  'cli/app',
  'cli/sweep',
  'cli/commands',
  'cli/crashes',
  'cli/bench-gpu',
  'cli/terminal',
  'cli/table',
  'cli/data',
  'cli/own-data',
  'cli/models',
  'cli/ranks',
  'cli/detached',
  'bridge/warm',
  'cli/report',
  'cli/log',
  'bridge/losses',
  'bridge/worker',
  'view/terminal',
  'journal/lock',
].map((name) => `/test/${name}.test.ts`)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(name))
      return found === -1 ? LONGEST.length : found
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

const ALL = 'test/**/*.test.{ts,tsx}'
/**
 * What a file does that others in its process would feel: such files have a process of their own. So have the folders whose
 * files start the program and its workers.
 */
const CHANGES = [
  /\bvi\.(mock|doMock|spyOn|stub\w+|useFakeTimers|setSystemTime)\(/,
  /\bprocess\.(chdir|on|once|exitCode|title)\b/,
  /\bprocess\.env(\.\w+|\[[^\]]+\])? \??= |\bdelete process\.env/,
  /\bglobalThis\b|\bObject\.assign\(process\b/,
]
// They are also all that `--exclude` of the command line can leave out: the other project has an `exclude` of its own.
const isChanging = (text: string) => CHANGES.some((one) => one.test(text))
const alone = [
  ...['cli', 'bridge', 'slurm'].map((folder) => `test/${folder}/**/*.test.ts`),
  ...globSync(ALL).filter((file) => isChanging(readFileSync(file, 'utf8'))),
]

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['test/own-core.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      { extends: true, test: { name: 'together', include: [ALL], exclude: alone, isolate: false } },
    ],
  },
})
