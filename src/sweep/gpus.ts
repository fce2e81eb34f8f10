/** Which GPUs trials may be spread over, and what they do. */
import { execFile, spawnSync } from 'node:child_process'

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

export interface GpuLoad {
  readonly index: number
  /** Of its time it computed. */
  readonly percent: number
  readonly mib: number
}

const LOAD = 'index,utilization.gpu,memory.used'

/** What each GPU does now, by nvidia-smi; nothing where that cannot say. */
export function gpuLoad(env: NodeJS.ProcessEnv, timeoutMs: number): Promise<readonly GpuLoad[]> {
  const words = [`--query-gpu=${LOAD}`, '--format=csv,noheader,nounits']
  return new Promise((done) => {
    execFile('nvidia-smi', words, { env, timeout: timeoutMs }, (error, stdout) =>
      done(error === null ? stdout.split('\n').flatMap(loadIn) : []),
    )
  })
}

function loadIn(line: string): GpuLoad[] {
  const found = /^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*$/.exec(line)
  if (found === null) return []
  return [{ index: Number(found[1]), percent: Number(found[2]), mib: Number(found[3]) }]
}
