/** Which GPUs trials may be spread over. */
import { spawnSync } from 'node:child_process'

/** As CUDA_VISIBLE_DEVICES names them; none where there is no NVIDIA driver. */
export function gpus(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const visible = env['CUDA_VISIBLE_DEVICES']
  if (visible !== undefined) return visible.split(',').filter((name) => name.trim() !== '')
  const { status, stdout } = spawnSync(
    'nvidia-smi',
    ['--query-gpu=index', '--format=csv,noheader'],
    {
      encoding: 'utf8',
      timeout: 10_000,
    },
  )
  return status === 0 ? stdout.split('\n').filter((line) => /^\d+$/.test(line.trim())) : []
}
