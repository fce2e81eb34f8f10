/** The devices of one run: where several compute each of its updates together. */
import { z } from 'zod'

export const WANTED = 'a number of devices, all, or a list of cuda:N'

export const Devices = z
  .union(
    [
      z.int().min(1).max(64),
      z.literal('all'),
      z
        .array(z.string().regex(/^cuda:\d+$/, WANTED))
        .min(1)
        .refine((names) => new Set(names).size === names.length, 'a GPU is named twice'),
    ],
    WANTED,
  )
  .describe(WANTED)

export type Devices = z.infer<typeof Devices>

/** As the worker reads it. */
export function devicesText(devices: Devices): string {
  return Array.isArray(devices) ? devices.join(',') : String(devices)
}

/** The opposite, for an option. Null where it means nothing. */
export function devicesOf(text: string): Devices | null {
  const value = text.startsWith('cuda:') ? text.split(',') : text === 'all' ? text : Number(text)
  return Devices.safeParse(value).data ?? null
}

/** How many they are, where that is known before the machine is. */
export function deviceCount(devices: Devices | undefined): number | null {
  if (devices === 'all') return null
  return Array.isArray(devices) ? devices.length : (devices ?? 1)
}
