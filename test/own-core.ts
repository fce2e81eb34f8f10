/**
 * With `ZSCL_TEST_CORES=0,1` each of two test files that run at once keeps to one processor, and so does what it starts:
 * the threads of two torch processes on the same cores would slow each other down many times.
 */
import { execFileSync } from 'node:child_process'

const { ZSCL_TEST_CORES: list, VITEST_POOL_ID: slot } = process.env
if (list) {
  const cores = list.split(',')
  const own = cores[(Number(slot) - 1) % cores.length]!
  execFileSync('taskset', ['--all-tasks', '--pid', '--cpu-list', own, String(process.pid)])
}
