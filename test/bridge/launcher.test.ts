import { expect, it, vi } from 'vitest'
import { createLauncher } from '../../src/bridge/index.js'

vi.mock('../../src/bridge/launch.js', () => {
  throw new Error("Cannot find package 'zeromq'")
})

it('a part of zscl that cannot be loaded is said in words, and nothing is launched', async () => {
  const launch = createLauncher({ python: '/no/python', pythonPath: '/nowhere' })
  const launched = launch({ epoch: 1, logFile: '/nowhere/worker.log', onProgress: () => {} })
  await expect(launched).rejects.toMatchObject({
    code: 'start-failed',
    message: expect.stringMatching(/cannot be loaded: .*remove the folder node_modules/s),
  })
})
