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

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['test/own-core.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
