/** GPUs in the app's head, with a stand-in for nvidia-smi. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { GpuWatch } from '../../src/cli/app/gpu-watch.js'

const folder = mkdtempSync(join(tmpdir(), 'zscl-gpus-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function watching(script: string): GpuWatch {
  writeFileSync(join(folder, 'nvidia-smi'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'nvidia-smi'), 0o755)
  return new GpuWatch({ PATH: `${folder}:/usr/bin:/bin` })
}

it('says what each GPU does, and tells when that has changed', async () => {
  const watch = watching("printf '0, 71, 31744\\n1, 0, 4\\n'")
  const told = new Promise<void>((done) => watch.subscribe(done))
  await told
  expect(watch.said).toBe('gpu 0 71 % 31 GiB · gpu 1 0 % 0 GiB')
  watch.close()
})

it('says nothing without a GPU, and where nvidia-smi fails or says something else', async () => {
  const none = new GpuWatch({ PATH: '/no/such' })
  expect(none.said).toBe('')
  none.close()
  for (const script of ['exit 9', "echo 'No devices were found'", "printf '0, [N/A], 4\\n'"]) {
    const watch = watching(script)
    await new Promise((done) => setTimeout(done, 150))
    expect(watch.said).toBe('')
    watch.close()
  }
})
