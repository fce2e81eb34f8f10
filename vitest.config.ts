import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['test/own-core.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
