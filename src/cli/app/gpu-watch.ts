/** What the GPUs of this machine do, as nvidia-smi says it now and then; nothing where there is none. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type GpuLoad, gpuLoad } from '../../sweep/gpus.js'

const EVERY_MS = 5_000

export class GpuWatch {
  /** `gpu 0 71 % 31 GiB`, one after the other. */
  said = ''
  readonly #listeners = new Set<() => void>()
  readonly #timer: NodeJS.Timeout | null = null
  #isAsking = false

  constructor(private readonly env: Readonly<Record<string, string | undefined>>) {
    const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
    if (!folders.some((folder) => existsSync(join(folder, 'nvidia-smi')))) return
    this.#ask()
    this.#timer = setInterval(() => this.#ask(), EVERY_MS)
  }

  /** The listener is called whenever what is said has changed. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#listeners.clear()
  }

  #ask(): void {
    if (this.#isAsking) return
    this.#isAsking = true
    void gpuLoad(this.env, EVERY_MS).then((loads) => {
      this.#isAsking = false
      const now = inWords(loads)
      if (now === this.said) return
      this.said = now
      for (const listener of this.#listeners) listener()
    })
  }
}

function inWords(loads: readonly GpuLoad[]): string {
  const words = loads.map(
    ({ index, percent, mib }) => `gpu ${index} ${percent} % ${Math.round(mib / 1024)} GiB`,
  )
  return words.join(' · ')
}
