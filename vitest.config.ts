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
/** Files that change something for their whole process, or start other processes, have one of their own. */
const CHANGES =
  /\bvi\.(mock|doMock|spyOn|stub\w+|useFakeTimers)\(|\bprocess\.(env\.\w+ = |chdir\(|on\()/
const alone = [
  ...['cli', 'bridge', 'slurm'].map((folder) => `test/${folder}/**/*.test.ts`),
  ...globSync(ALL).filter((file) => CHANGES.test(readFileSync(file, 'utf8'))),
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
